"""Reading many files: in order, each whole, by as many readers as are worth it."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from tracker.cli.files_named import standard_input
from tracker.cli.readers import Alone, Promise, Readers, on_cores
from tracker.domain.errors import BadInputError
from tracker.domain.visible import visible
from tracker.extract.drafted import Draft, unread
from tracker.intake.captured import Captured
from tracker.intake.reading import read_file, read_stream

STDIN = "-"
MOST_AT_ONCE = 8
"""Readings handed on together, of those that are there: well under a second's storing."""
_MANY = 8
"""From so many files on, a second core is worth the second in which it loads a parser."""


@dataclass(frozen=True)
class Given:
    """What an editor says of an article, instead of its file; None and "" say nothing."""

    title: str | None = None
    outlet: str = ""
    url: str | None = None
    published_at: datetime | None = None
    zone: str = ""

    def correcting(self, captured: Captured) -> Captured:
        """Put it in the place of what the file says."""
        article = captured.article
        if self.published_at is not None:
            article = replace(article, published_at=self.published_at, zone=self.zone)
        if self.title is not None:
            article = replace(article, title=self.title)
        if self.url is not None:
            article = replace(article, url=self.url)
        return replace(captured, article=article, outlet=self.outlet or captured.outlet)


class Read(NamedTuple):
    """A file that was read, and what was found in it."""

    file: str
    captured: Captured
    draft: Draft


def readings(
    files: Iterable[str],
    refused: list[BadInputError],
    given: Given | None = None,
    *,
    known: Callable[[str], bool] = lambda _text: False,
    cluster: str = "",
) -> Generator[list[Read], None, None]:
    """Read files in the order given; those that cannot be read are gathered in ``refused``.

    They come as they are there, at most ``MOST_AT_ONCE`` together, and no more are held than the
    readers have under way. A text that is ``known`` is not read again: nothing is found in it.

    Raises:
        RefusedError: there is no such cluster, or it is gone.
    """
    waiting = iter(files)
    first = list(islice(waiting, _MANY * _cores()))
    with _readers(len(first), cluster) as readers:
        captured = _captured(chain(first, waiting), refused, given or Given())
        under_way: deque[_UnderWay] = deque()
        while True:
            for file, one in islice(captured, max(0, readers.ahead() - len(under_way))):
                promise = _nothing_in(one) if known(one.text) else readers.read(one)
                under_way.append(_UnderWay(file, one, promise))
            if not under_way:
                return
            if found := list(_there(under_way, refused)):
                yield found


class _UnderWay(NamedTuple):
    file: str
    captured: Captured
    promise: Promise


def _there(under_way: deque[_UnderWay], refused: list[BadInputError]) -> Iterator[Read]:
    """Wait for the first, and take along those after it that are there, too."""
    for _ in range(MOST_AT_ONCE):
        one = under_way.popleft()
        try:
            yield Read(one.file, one.captured, one.promise.result())
        except BadInputError as error:
            refused.append(BadInputError(f"{visible(one.file)}: {error}."))
        if not under_way or not under_way[0].promise.done():
            return


def _captured(
    files: Iterable[str], refused: list[BadInputError], given: Given
) -> Iterator[tuple[str, Captured]]:
    for file in files:
        try:
            one = read_stream(standard_input()) if file == STDIN else read_file(Path(file))
        except BadInputError as error:
            refused.append(error)
        else:
            yield file, given.correcting(one)


def _nothing_in(captured: Captured) -> Promise:
    promise: Future[Draft] = Future()
    promise.set_result(unread(captured.article, captured.text, outlet=captured.outlet))
    return promise


def _readers(files: int, cluster: str) -> AbstractContextManager[Readers]:
    if cluster:
        from tracker.cli.cluster import on_cluster  # noqa: PLC0415 - mostly there is none

        return on_cluster(cluster)
    cores = min(_cores(), files // _MANY + 1)
    return nullcontext(Alone()) if cores == 1 else on_cores(cores)


def _cores() -> int:
    return os.cpu_count() or 1
