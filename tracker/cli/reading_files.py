"""Reading many files: in order, each whole, on all cores where there are enough of them."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tracker.compare.proposing import compared
from tracker.domain.errors import BadInputError
from tracker.extract.drafted import Draft
from tracker.extract.reader import Reader, load_reader
from tracker.intake.captured import Captured
from tracker.intake.reading import read_file, read_stream

STDIN = "-"
_MANY = 8
"""From so many files on, a second core is worth the second in which it loads a parser."""
_AHEAD = 3
"""Files under way for each core: enough to keep it busy, few enough to hold in memory."""


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
    files: Sequence[str], refused: list[BadInputError], given: Given | None = None
) -> Iterator[Read]:
    """Read files in the order given; those that cannot be read are gathered in ``refused``."""
    given = given or Given()
    cores = min(os.cpu_count() or 1, len(files) // _MANY + 1)
    read = _one_by_one if cores == 1 else _on_all_cores
    yield from read(files, refused, given, cores)


def _one_by_one(
    files: Sequence[str], refused: list[BadInputError], given: Given, _cores: int
) -> Iterator[Read]:
    for file in files:
        try:
            yield _read(file, _piped(file), given)
        except BadInputError as error:
            refused.append(error)


def _on_all_cores(
    files: Sequence[str], refused: list[BadInputError], given: Given, cores: int
) -> Iterator[Read]:
    waiting = iter(files)
    under_way: deque[Future[Read]] = deque()
    with ProcessPoolExecutor(cores, initializer=_leave_interrupts) as pool:
        try:
            while True:
                for file in islice(waiting, cores * _AHEAD - len(under_way)):
                    try:
                        under_way.append(pool.submit(_read, file, _piped(file), given))
                    except BadInputError as error:
                        refused.append(error)
                if not under_way:
                    return
                try:
                    yield under_way.popleft().result()
                except BadInputError as error:
                    refused.append(error)
        finally:
            pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Let only the first process answer to Ctrl-C; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _piped(file: str) -> Captured | None:
    """What standard input holds, which only this process can read."""
    return read_stream(sys.stdin.buffer) if file == STDIN else None


def _read(file: str, captured: Captured | None, given: Given) -> Read:
    captured = given.correcting(captured or read_file(Path(file)))
    draft = _reader().read(captured.article, captured.text, outlet=captured.outlet)
    return Read(file, captured, replace(draft, reading=compared(draft.reading)))


@cache
def _reader() -> Reader:
    """The reader of this process, loaded when its first file could be opened."""
    return load_reader()
