"""Measure what an archive costs: words per second by one process and by workers of a cluster, and the writer.

usage: archive.py [--articles N] [--workers N…]

Makes articles up – accounts of speakers between paragraphs that claim nothing – and ingests them into new ledgers: by
this process alone, and by a cluster on loopback of so many workers (1 and 2 by default; needs claim-tracker[cluster]).
Loading is left out: a first text is read before the clock runs. Then the processor time of each share for an article:
capturing and storing (the one writer) and reading (the workers), the bytes of the ledger, and what ten million
articles would cost.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.cli.readers import AHEAD, Alone
from tracker.config import Settings
from tracker.desk.desk import Desk
from tracker.domain.draft import ArticleDraft
from tracker.intake.captured import Captured
from tracker.intake.reading import read_file
from tracker.wiring import open_desk

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

PARTS = Path(__file__).parents[1] / "cli" / "cluster_parts.py"
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
        first = 0.0
        for workers in options.workers:
            took = _ingested(Path(folder), files, workers)
            first = first or took
            print(
                f"{workers} worker{'s' * (workers > 1)}: {words / took:8,.0f} words/s, {first / took:.2f} × the first"
            )
        _ten_million(words / len(files), *alone)


def _shares(folder: Path, files: list[Path]) -> tuple[float, float, float]:
    """Processor seconds of reading and of storing an article, and its bytes in the ledger."""
    readers, desk = Alone(), _desk(folder / "alone.db")
    readers.read(Captured(ArticleDraft(""), "The mayor said it rained.")).result()
    reading = storing = 0.0
    claims = 0
    for file in files:
        began = time.process_time()
        captured = read_file(file)
        known = desk.importing.holds(captured.text)
        captured_at = time.process_time()
        draft = readers.read(captured).result()
        read_at = time.process_time()
        assert not known
        claims += desk.importing.take_in(draft.reading, by="Ada").claims
        storing += captured_at - began + time.process_time() - read_at
        reading += read_at - captured_at
    desk.close()
    size = (folder / "alone.db").stat().st_size / len(files)
    each = (reading / len(files), storing / len(files), size)
    print(
        f"an article: {claims / len(files):.0f} claims, {each[0] * 1000:.0f} ms to read, {each[1] * 1000:.0f} ms to capture and store, {size / 1024:.0f} KiB"
    )
    return each


def _ingested(folder: Path, files: list[Path], workers: int) -> float:
    """Seconds that a cluster takes for all files, storing included."""
    from tracker.cli.reading_files import readings

    desk = _desk(folder / f"{workers}.db")
    warm = folder / "warm.txt"
    with _cluster(workers) as address:
        for text in range(workers * AHEAD):
            warm.write_text(f"The mayor said that {text + 2} boats sank.", encoding="utf-8")
        refused: list[Exception] = []
        for _ in readings([str(warm)] * workers * AHEAD, refused, cluster=address):
            pass
        began = time.perf_counter()
        for some in readings(map(str, files), refused, known=desk.importing.holds, cluster=address):
            desk.importing.take_in_all([one.draft.reading for one in some], by="Ada")
        took = time.perf_counter() - began
    assert not refused
    desk.close()
    return took


@contextmanager
def _cluster(workers: int) -> Iterator[str]:
    """A scheduler on loopback with so many workers."""
    started = []

    def part(*words: str) -> str:
        process = subprocess.Popen(
            [sys.executable, PARTS, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        return process.stdout.readline().strip()

    try:
        address = part("scheduler")
        for _ in range(workers):
            part("worker", address)
        yield address
    finally:
        for process in started:
            process.kill()
            process.wait()


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
    main()
