"""A scheduler or a worker of a cluster on loopback: ``scheduler``, or ``worker ADDRESS [VERSION]``.

Says its address when it is there. A worker may pretend to have another version of the program.
"""

from __future__ import annotations

import asyncio
import sys

import tracker


async def main(what: str, *given: str) -> None:
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
        tracker.__version__ = sys.argv[3]
    asyncio.run(main(*sys.argv[1:]))
