"""Reading apart: other people's parsers run in a process of their own, in bounded time and memory.

A file can be made so that a parser never ends or takes all memory; then that process goes, and the
file is refused like any other. It is started once, at the first file that needs it.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from tracker.domain.errors import BadInputError
from tracker.intake.captured import Captured

Read = Callable[[bytes], Captured]
"""What reads a format: a function of a module, so that the other process can find it."""

LONGEST = 120.0
"""Seconds after which a file counts as made to be read for ever; a report of 200 pages takes 10."""
MOST_MEMORY = 2 * 1024**3
"""Bytes of address space that the process may have, where the platform can hold it to that."""
_TOO_LONG = "takes too long to read; save the article as text"
_TOO_MUCH = "takes more memory to read than any article needs; save it as text"


class Apart:
    """Another process that reads files; it ends with this one."""

    def __init__(self, longest: float = LONGEST, most_memory: int = MOST_MEMORY) -> None:
        self._longest = longest
        self._most_memory = most_memory
        self._running: tuple[BaseProcess, Connection] | None = None

    def read(self, read: Read, data: bytes) -> Captured:
        """Read a file there.

        Raises:
            BadInputError: it cannot be read, or not within the bounds.
        """
        _, wire = self._started()
        try:
            wire.send((read, data))
            found = wire.recv() if wire.poll(self._longest) else None
        except (EOFError, OSError) as error:  # it is gone, most likely for want of memory
            self.close()
            raise BadInputError(_TOO_MUCH) from error
        except BaseException:  # such as an interruption: the next answer would be this file's
            self.close()
            raise
        if found is None:
            self.close()
            raise BadInputError(_TOO_LONG)
        if isinstance(found, str):
            raise BadInputError(found)
        captured: Captured = found
        return captured

    def close(self) -> None:
        """End the process."""
        if self._running is not None:
            process, wire = self._running
            self._running = None
            process.kill()
            process.join()
            wire.close()

    def _started(self) -> tuple[BaseProcess, Connection]:
        if self._running is None:
            # A forked copy would hold all that this process holds, locks in other threads' hands
            # among it.
            fresh = multiprocessing.get_context("spawn")
            here, there = fresh.Pipe()
            process = fresh.Process(target=_serve, args=(there, self._most_memory), daemon=True)
            process.start()
            there.close()
            self._running = process, here
        return self._running


def _serve(wire: Connection, most_memory: int) -> None:
    """Read one file after another until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process answers to Ctrl-C
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every platform

        resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
    while True:
        try:
            read, data = wire.recv()
        except (EOFError, OSError):
            return
        try:
            wire.send(read(data))
        except BadInputError as error:
            wire.send(str(error))
        except (MemoryError, RecursionError):
            wire.send(_TOO_MUCH)
