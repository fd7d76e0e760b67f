"""How quick the desk and the command line are, each figure beside a reference of the same run.

`python tests/benchmarks/speed.py [SMALL LARGE]` measures on two ledgers, by default of 10³ and 10⁶ claims
that are made in a temporary folder (three minutes for the large one).
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from terminal import EMPTY_APP, Timed

if TYPE_CHECKING:
    from tracker.domain.listing import Filter

TRACKER = ("-m", "tracker")
RUNS, KEYS = 7, 40
ROWS = (
    "import sys\nfrom sqlalchemy import create_engine, text\n"
    "with create_engine('sqlite:///' + sys.argv[1]).connect() as connection:\n"
    "    list(connection.execute(text('SELECT * FROM claim ORDER BY queue_key, id LIMIT 50')))"
)
STEPS = {
    "move": ("", "j", ""),
    "page": ("", "\x1b[6~", ""),
    "end": ("", "G", "g"),
    "take": ("", "i", "j"),
    "filter": ("/guard", "\r", "\x1b"),
}
"""What is done at the desk: keys before, the key that is timed, keys after."""


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("small", nargs="?", type=Path)
    parser.add_argument("large", nargs="?", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small = args.small or _made(Path(folder) / "small.db", 1_000)
        large = args.large or _made(Path(folder) / "large.db", 1_000_000)
        starting(large)
        asking(large)
        marking(large, Path(folder))
        at_the_desk(
            *(Path(shutil.copy(one, Path(folder) / f"desk-{one.name}")) for one in (small, large))
        )


def starting(large: Path) -> None:
    """Time whole commands."""
    nothing = _process("-c", "pass")
    _say("tracker --help", _process(*TRACKER, "--help"), nothing, "python -c pass", 6)
    claims = _process(*TRACKER, "--ledger", str(large), "claims", "--limit", "50")
    fifty = _process("-c", ROWS, str(large))
    _say("tracker claims --limit 50", claims, fifty, "fifty rows by SQLAlchemy", 1.4)


def asking(large: Path) -> None:
    """Time what the desk asks while somebody types."""
    from tracker.config import Settings
    from tracker.domain.listing import Filter
    from tracker.wiring import open_desk

    desk = open_desk(Settings(str(large), "Ada"))
    try:
        for query in ("guard", "harbour warehouse", "win", "nowhere", '"the old bridge"'):
            seconds = _median(lambda query=query: desk.browsing.ids(Filter(search=query), limit=50))
            print(f"{f'search “{query}”':34} {1000 * seconds:8.1f} ms   goal ≤ 50")
        print(f"{'counts by status':34} {1000 * _median(desk.browsing.tally):8.1f} ms")
    finally:
        desk.close()


def marking(large: Path, folder: Path) -> None:
    """Time a mark beside a bare durable transaction on the same file."""
    from tracker.config import Settings
    from tracker.domain.status import Status
    from tracker.wiring import open_desk

    copy = Path(shutil.copy(large, folder / "marking.db"))
    numbers = count(1)
    with closing(sqlite3.connect(copy, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("PRAGMA synchronous = FULL")
        file.execute("CREATE TABLE scratch (id INTEGER PRIMARY KEY, words TEXT)")

        def bare() -> None:
            file.execute("BEGIN IMMEDIATE")
            file.execute("UPDATE claim SET version = version + 1 WHERE id = ?", (next(numbers),))
            file.execute("INSERT INTO scratch (words) VALUES (?)", ("x" * 300,))
            file.execute("COMMIT")

        reference = _median(bare, runs=30)
        file.execute("DROP TABLE scratch")
    desk = open_desk(Settings(str(copy), "Ada"))
    try:
        marked_claims = iter(desk.browsing.ids(_marked(), limit=200))

        def mark() -> None:
            number = next(marked_claims)
            version = desk.browsing.dossier(number).claim.version
            began = time.perf_counter()
            desk.reviewing.mark([number], Status.UNVERIFIED, by="Ada", seen={number: version})
            taken.append(time.perf_counter() - began)

        taken: list[float] = []
        for _ in range(30):
            mark()
        _say("mark one claim", median(taken), reference, "a bare durable transaction", 2)
    finally:
        desk.close()
    copy.unlink()


def at_the_desk(small: Path, large: Path) -> None:
    """Time the desk in a terminal, with a thousand claims and with the large ledger."""
    empty = median(_first_paint("-c", EMPTY_APP, until="empty") for _ in range(RUNS))
    held = {}
    for ledger in (small, large):
        words = (*TRACKER, "--ledger", str(ledger))
        frames = [_first_paint(*words, until="Opening the ledger") for _ in range(RUNS)]
        rows = [_first_paint(*words, until="unverified  C") for _ in range(RUNS)]
        _say(f"first frame, {ledger.stem}", median(frames), empty, "an empty Textual app", 1.3)
        _say(f"first rows, {ledger.stem}", median(rows), empty, "an empty Textual app", 2.2)
        desk = Timed(*words)
        try:
            desk.until("unverified  C")
            time.sleep(2)  # the anchors of the list are gathered behind it
            desk.settle()
            for name, (before, key, after) in STEPS.items():
                took = [_worked(desk, before, key, after) for _ in range(KEYS)]
                p95 = quantiles(took, n=20)[-1]
                print(f"{f'{name}, {ledger.stem}':34} {p95:8.1f} ms   of work p95, goal ≤ 15")
            held[ledger] = desk.memory
        finally:
            desk.end()
    _say("memory of the desk", held[large], held[small], "with a thousand claims", 1.5, "MiB", 1)


def _worked(desk: Timed, before: str, key: str, after: str) -> float:
    if before:
        desk.press(before[0])  # opens a dialog
        desk.press(before[1:])
    took = 1000 * desk.work(key)
    if after:
        desk.press(after)
    return took


def _marked() -> Filter:
    from tracker.domain.listing import Filter
    from tracker.domain.status import Status

    return Filter(live=True, status=Status.CORROBORATED)


def _made(path: Path, claims: int) -> Path:
    script = Path(__file__).with_name("big_ledger.py")
    subprocess.run(
        [sys.executable, script, path, str(claims)], check=True, stdout=subprocess.DEVNULL
    )
    return path


def _process(*words: str) -> float:
    def run() -> None:
        subprocess.run([sys.executable, *words], check=True, capture_output=True)

    return _median(run)


def _first_paint(*words: str, until: str) -> float:
    program = Timed(*words)
    try:
        return program.until(until)
    finally:
        program.end()


def _median(work: Callable[[], object], runs: int = RUNS) -> float:
    work()
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return median(taken)


def _say(what: str, value: float, reference: float, beside: str, goal: float, unit: str = "ms", scale: int = 1000) -> None:  # fmt: skip
    print(
        f"{what:34} {scale * value:8.1f} {unit:3}  {value / reference:5.2f} × {beside} "
        f"({scale * reference:.1f} {unit}), goal ≤ {goal}"
    )


if __name__ == "__main__":
    main()
