"""Measure what an archive costs: words per second by one process and by workers of a cluster, and the writer.

usage: archive.py [--articles N] [--workers N…]

Makes articles up – accounts of speakers between paragraphs that claim nothing – and ingests them into new ledgers: by
this process alone, and by a cluster on loopback of so many workers (1 and 2 by default; needs claim-tracker[cluster]).
Where other programs want the cores too, a run tells what the kernel does of each worker (Linux): how long it had a core,
waited for one, and had nothing to read; so it can be said what it would do on a core of its own.
Loading is left out: a first text is read before the clock runs. Then the processor time of each share for an article:
capturing and storing (the one writer) and reading (the workers), the bytes of the ledger, and what ten million
articles would cost.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from piped import run

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"  # before NumPy is there

from tracker.cli.readers import AHEAD, Alone
from tracker.config import Settings
from tracker.desk.desk import Desk
from tracker.intake.reading import read_file
from tracker.wiring import open_desk

sys.path.append(str(Path(__file__).parents[1]))
from clusters import parts

TEN_MILLION = 10_000_000
HOUR = 3600
PEOPLE = ("Ilse Marrow", "Joren Pell", "Nora Quist", "Pavel Oster", "Mira Holm", "Jonas Falk")
OFFICES = ("Captain", "Minister", "Mayor", "Spokesman", "General")
TOWNS = ("Selm", "Varn", "Osterby", "Kelm", "Dorne", "Mirsk", "Aldra", "Polna", "Tarn", "Wesel")
DEEDS = (
    "{n} boats sank off {town}",
    "a shell hit a warehouse in {town}, killing {n} people",
    "the bridge near {town} was closed for {n} days",
    "{n} houses burned in {town}",
)
SAYINGS = (
    "{who} said on Tuesday that {deed}.",
    "According to {who}, {deed}.",
    "{who} denied that {deed}.",
    "“We saw it,” {who} told Radio Estuary.",
)
REST = (
    "The road past {town} follows the river, and at noon its market is as busy as in any other year.",
    "What the winter will bring to {town}, nobody in the long queue before the bakery wants to guess.",
    "How does a harbour of this size live on when the ferries, for weeks on end, stay away?",
    "From the tower there is a view over roofs and orchards as far as the hills behind {town}.",
)
PARAGRAPHS, CLAIMING = 12, 4
"""Sentences, three to a paragraph; one paragraph in so many holds accounts: about 30 claims in 600 words."""


class Spent(NamedTuple):
    """Seconds of a process on a core, and of its busiest thread on a core and waiting for one."""

    worked: float
    busiest: float
    waited: float


class Run(NamedTuple):
    """What an ingest took: seconds in all, what each worker spent, and seconds of the writer on a core."""

    took: float
    workers: list[Spent]
    writer: float

    def told(self, words: int, articles: int) -> str:
        """Words per second: as it went, and had each of all had a core of its own."""
        worked = sum(one.worked for one in self.workers) / articles
        waited = sum(one.waited for one in self.workers) / articles
        idle = (
            sum(max(0.0, self.took - one.busiest - one.waited) for one in self.workers) / articles
        )
        apart = min(len(self.workers) / worked, articles / self.writer) * words / articles
        return (
            f"{words / self.took:6,.0f} words/s as it went, {apart:6,.0f} by processor time; of an article's "
            f"{self.took * len(self.workers) / articles * 1000:.0f} ms a worker read for {worked * 1000:.0f}, waited for a "
            f"core for {waited * 1000:.0f}, and for a text for {idle * 1000:.0f}; the writer worked for "
            f"{self.writer / articles * 1000:.0f}"
        )


def main() -> None:
    """Make, read, store, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--articles", type=int, default=60)
    asked.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = list(_written(Path(folder), options.articles))
        words = sum(len(file.read_text("utf-8").split()) for file in files)
        print(f"{len(files)} articles of {words // len(files)} words, {os.cpu_count()} cores")
        alone = _shares(Path(folder), files)
        for workers in options.workers:
            run = _ingested(Path(folder), files, workers)
            print(f"{workers} worker{'s' * (workers > 1)}: {run.told(words, len(files))}")
        _ten_million(words / len(files), *alone)


def _shares(folder: Path, files: list[Path]) -> tuple[float, float, float]:
    """Processor seconds of reading and of storing an article, and its bytes in the ledger."""
    readers, desk = Alone(), _desk(folder / "alone.db")
    readers.read(read_file(files[0])).result()
    # One after the other, as they are done by processes of their own.
    began = time.process_time()
    captured = [read_file(file) for file in files]
    captured_at = time.process_time()
    drafts = [readers.read(one).result() for one in captured]
    read_at = time.process_time()
    claims = 0
    for one, draft in zip(captured, drafts, strict=True):
        assert not desk.importing.holds(one.text)
        claims += desk.importing.take_in(draft.reading, by="Ada").claims
    storing = captured_at - began + time.process_time() - read_at
    reading = read_at - captured_at
    desk.close()
    size = (folder / "alone.db").stat().st_size / len(files)
    each = (reading / len(files), storing / len(files), size)
    print(
        f"an article: {claims / len(files):.0f} claims, {each[0] * 1000:.0f} ms to read, {each[1] * 1000:.0f} ms to capture and store, {size / 1024:.0f} KiB"
    )
    return each


def _ingested(folder: Path, files: list[Path], workers: int) -> Run:
    """What it takes a cluster of so many workers to read all files, storing included."""
    from tracker.cli.reading_files import readings

    desk = _desk(folder / f"{workers}.db")
    warm = folder / "warm.txt"
    with parts() as start:
        address = start("scheduler").address
        numbers = [start("worker", address).process.pid for _ in range(workers)]
        for text in range(workers * AHEAD):
            warm.write_text(f"The mayor said that {text + 2} boats sank.", encoding="utf-8")
        refused: list[Exception] = []
        for _ in readings([str(warm)] * workers * AHEAD, refused, cluster=address):
            pass
        before, writer = [_threads(number) for number in numbers], time.process_time()
        began = time.perf_counter()
        for some in readings(map(str, files), refused, known=desk.importing.holds, cluster=address):
            desk.importing.take_in_all([one.draft.reading for one in some], by="Ada")
        took, writer = time.perf_counter() - began, time.process_time() - writer
        after = [_threads(number) for number in numbers]
    assert not refused
    desk.close()
    return Run(took, [_spent(*both) for both in zip(before, after, strict=True)], writer)


Threads = dict[str, tuple[float, float]]
"""Seconds that each thread of a process had a core, and waited for one."""


def _threads(process: int) -> Threads:
    told = {}
    for thread in Path(f"/proc/{process}/task").iterdir():
        had, waited, _ = (thread / "schedstat").read_text().split()
        told[thread.name] = int(had) / 1e9, int(waited) / 1e9
    return told


def _spent(before: Threads, after: Threads) -> Spent:
    began = {thread: before.get(thread, (0.0, 0.0)) for thread in after}
    spent = [
        (had - began[name][0], waited - began[name][1]) for name, (had, waited) in after.items()
    ]
    return Spent(sum(had for had, _ in spent), *max(spent))


def _ten_million(words: float, reading: float, storing: float, size: float) -> None:
    hours = TEN_MILLION * reading / HOUR
    writer = TEN_MILLION * storing / HOUR
    print(
        f"ten million: {TEN_MILLION * words / 1e9:.1f} billion words, {hours:,.0f} core-hours to read, "
        f"{writer:,.0f} hours of the one writer, {TEN_MILLION * size / 2**40:.1f} TiB; "
        f"more than {hours / writer:.0f} workers would wait for the writer"
    )


def _desk(path: Path) -> Desk:
    return open_desk(Settings(ledger=str(path), editor="Ada"))


def _written(folder: Path, articles: int) -> Iterator[Path]:
    for number in range(articles):
        chance = random.Random(number)
        town = f"{chance.choice(TOWNS)}-{number}"
        pieces = [f"Report {number} from {town}"]
        for paragraph in range(PARAGRAPHS):
            claims = paragraph % CLAIMING == 0
            pieces.append(" ".join(_sentence(chance, town, claims=claims) for _ in range(3)))
        file = folder / f"{number:07}.txt"
        file.write_text("\n\n".join(pieces) + "\n", encoding="utf-8")
        yield file


def _sentence(chance: random.Random, town: str, *, claims: bool) -> str:
    if not claims:
        return chance.choice(REST).format(town=town)
    deed = chance.choice(DEEDS).format(n=chance.randint(2, 60), town=town)
    who = f"{chance.choice(OFFICES)} {chance.choice(PEOPLE)}"
    return chance.choice(SAYINGS).format(who=who, deed=deed)


if __name__ == "__main__":
    run(main)
