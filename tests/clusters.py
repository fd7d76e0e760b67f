"""A cluster on loopback: its parts are processes, ``scheduler``, or ``worker ADDRESS [VERSION]``.

A part says its address when it is there. A worker may pretend to have another version of the
program.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Part:
    """A scheduler or a worker, and where it is reached."""

    process: subprocess.Popen[str]
    address: str

    def kill(self) -> None:
        """End it as no part of a cluster ends by itself."""
        self.process.kill()
        self.process.wait()


Start = Callable[..., Part]


@contextmanager
def parts() -> Iterator[Start]:
    """Start schedulers and workers; what is left of them ends in the end."""
    started: list[subprocess.Popen[str]] = []

    def start(*words: str) -> Part:
        process = subprocess.Popen(
            [sys.executable, __file__, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        return Part(process, process.stdout.readline().strip())

    try:
        yield start
    finally:
        for process in started:
            process.kill()
            process.communicate()


async def _be(what: str, *given: str) -> None:
    from distributed import Scheduler, Worker

    if what == "scheduler":
        part = Scheduler(host="127.0.0.1", port=0, dashboard=False)
    else:
        part = Worker(given[0], nthreads=1, host="127.0.0.1", dashboard=False)
    async with part:
        sys.stdout.write(f"{part.address}\n")
        sys.stdout.flush()
        await part.finished()


if __name__ == "__main__":
    if sys.argv[3:]:
        import tracker

        tracker.__version__ = sys.argv[3]
    asyncio.run(_be(*sys.argv[1:]))
