"""Who reads: this process, a process on each core, or a cluster. Reading is one pure function."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from threading import Lock
from typing import Protocol

from tracker.compare.proposing import compared
from tracker.domain.errors import BadInputError, RefusedError, TrackerError
from tracker.extract.drafted import Draft
from tracker.extract.reader import Reader, load_reader
from tracker.intake.captured import Captured

AHEAD = 3
"""Texts under way for each who reads: enough to keep it busy, few enough to hold in memory."""

LONGEST = 300
"""Characters of a defect's own words."""

_TURN = Lock()


class Promise(Protocol):
    """What will be found in a text."""

    def done(self) -> bool:
        """Whether it is there."""

    def result(self) -> Draft:
        """Wait for it.

        Raises:
            BadInputError: this text cannot be read.
            RefusedError: nobody is left to read.
        """


class Readers(Protocol):
    """Read texts, some at a time."""

    def ahead(self) -> int:
        """How many texts may be under way at this moment."""

    def read(self, captured: Captured) -> Promise:
        """Take a text for reading."""


def drafted(captured: Captured) -> Draft:
    """Read one text for its claims, their events and relations.

    Raises:
        BadInputError: a defect of ours stops at this text; the others are still to be read.
    """
    try:
        with (
            _TURN
        ):  # a worker of a cluster may be asked in several threads; a parser reads one text
            draft = _reader().read(captured.article, captured.text, outlet=captured.outlet)
        return replace(draft, reading=compared(draft.reading))
    except (TrackerError, MemoryError):
        raise
    except Exception as error:
        if os.environ.get("TRACKER_DEBUG"):
            raise
        raise BadInputError(
            f"is not read: internal error: {type(error).__name__}: {str(error)[:LONGEST]} "
            "(set TRACKER_DEBUG=1 for the traceback)"
        ) from error


class Alone:
    """This process reads, when it is asked for what it found."""

    def ahead(self) -> int:
        """One after the other."""
        return 1

    def read(self, captured: Captured) -> Promise:
        """Read at once."""
        promise: Future[Draft] = Future()
        try:
            promise.set_result(drafted(captured))
        except BadInputError as error:
            promise.set_exception(error)
        return promise


class _Cores:
    """A process on each core reads."""

    def __init__(self, pool: ProcessPoolExecutor, cores: int) -> None:
        self._pool = pool
        self._cores = cores

    def ahead(self) -> int:
        return self._cores * AHEAD

    def read(self, captured: Captured) -> Promise:
        return self._pool.submit(drafted, captured)


@contextmanager
def on_cores(cores: int) -> Iterator[Readers]:
    """Start a process for each core; they end with this one's work.

    Raises:
        RefusedError: one of them was killed.
    """
    with ProcessPoolExecutor(cores, initializer=_leave_interrupts) as pool:
        try:
            yield _Cores(pool, cores)
        except BrokenExecutor as error:
            raise RefusedError(
                "a process that was reading was killed, perhaps for want of memory; what was read "
                "before is stored. Do it again, and it goes on from there."
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Let only the first process answer to Ctrl-C; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@cache
def _reader() -> Reader:
    """The reader of this process, loaded when its first text is there."""
    return load_reader()
