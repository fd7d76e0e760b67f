"""How quick the desk and the command line are, each figure beside a reference of the same run.

`python tests/benchmarks/speed.py [SMALL LARGE]` measures on two ledgers, by default of 10³ and 10⁶ claims
that are made in a temporary folder (three minutes for the large one).

A key costs the processor time of all threads of the program from the key until nothing more is drawn
for a while: its row, the claim beside the list, pages that are read ahead, and what the desk does of
itself meanwhile – it looks every 0.8 s whether somebody else has changed the ledger. Neither a search
nor a filter is timed with the keys that open its dialog.
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
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from terminal import EMPTY_APP, Timed

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tracker.domain.listing import Filter

TRACKER = ("-m", "tracker")
RUNS, KEYS, MARKS = 12, 40, 200
START = datetime(2016, 1, 1, tzinfo=UTC)
ROWS = (
    "import sys\nfrom sqlalchemy import create_engine, text\n"
    "with create_engine('sqlite:///' + sys.argv[1]).connect() as connection:\n"
    "    list(connection.execute(text('SELECT * FROM claim ORDER BY queue_key, id LIMIT 50')))"
)
FIRST_ROWS = "unverified  C"
STEPS = {
    "move": ("", "j", ""),
    "page": ("", "\x1b[6~", ""),
    "end": ("", "G", "g"),
    "mark": ("", "i", "j"),
    "filter": ("f", "t", "\x1b"),
    "search": ("/guard", "\r", "\x1b"),
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
    """Time what the desk asks for a search: the first fifty, the first of them whole."""
    from tracker.config import Settings
    from tracker.domain.listing import Filter
    from tracker.wiring import open_desk

    desk = open_desk(Settings(str(large), "Ada"))
    try:
        for query in ("guard", "harbour warehouse", "win", "nowhere", '"the old bridge"'):
            where, clock = Filter(search=query), time.process_time
            seconds = _median(lambda where=where: desk.listing.open(where, page=50), clock=clock)
            print(f"{f'search “{query}”':34} {1000 * seconds:8.1f} ms of work   goal ≤ 50")
        seconds = _median(desk.browsing.tally, clock=clock)
        print(f"{'counts by status':34} {1000 * seconds:8.1f} ms of work")
    finally:
        desk.close()


def marking(large: Path, folder: Path) -> None:
    """Time a mark beside a bare durable transaction, and beside one by SQLAlchemy Core.

    In turns, on claims of the same kind, so that all meet the same disk; both keep the ledger's own
    promise to be on the disk when they are done. Core reads a row, looks at it and writes over it.
    """
    from tracker.config import Settings
    from tracker.domain.status import Status
    from tracker.store.sqlite import sqlite_engine
    from tracker.wiring import open_desk

    copy = Path(shutil.copy(large, folder / "marking.db"))
    desk = open_desk(Settings(str(copy), "Ada"))
    file = sqlite3.connect(copy, isolation_level=None)
    engine = sqlite_engine(copy)
    core = _by_core(engine)
    try:
        file.execute("PRAGMA synchronous = FULL")
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        file.execute("CREATE TABLE scratch (id INTEGER PRIMARY KEY, words TEXT)")

        def bare(number: int) -> None:
            file.execute("BEGIN IMMEDIATE")
            file.execute("UPDATE claim SET risk = (risk + 1) % 10 WHERE id = ?", (number,))
            file.execute("INSERT INTO scratch (words) VALUES (?)", ("x" * 300,))
            file.execute("COMMIT")

        def mark(number: int) -> None:
            seen = {number: versions[number]}
            desk.reviewing.mark([number], Status.UNVERIFIED, by="Ada", seen=seen)

        numbers = desk.browsing.ids(_marked(), limit=3 * MARKS)
        versions = {one.claim.id: one.claim.version for one in desk.browsing.dossiers(numbers)}
        took: dict[object, list[float]] = {bare: [], core: [], mark: []}
        worked: dict[object, list[float]] = {bare: [], core: [], mark: []}
        for number, work in zip(numbers, cycle((bare, core, mark)), strict=False):
            began, busy = time.perf_counter(), time.thread_time()
            work(number)
            worked[work].append(time.thread_time() - busy)
            took[work].append(time.perf_counter() - began)
        for what, spent in (("mark one claim", took), ("its work alone", worked)):
            for reference, beside in (
                (bare, "a bare durable transaction"),
                (core, "a row read, checked and written by SQLAlchemy Core"),
            ):
                _say(what, median(spent[mark]), median(spent[reference]), beside, 2)
    finally:
        file.close()
        engine.dispose()
        desk.close()
    copy.unlink()


def _by_core(engine: Engine) -> Callable[[int], None]:
    from sqlalchemy import bindparam, insert, select, update

    from tracker.store.home import WRITES
    from tracker.store.tables import claim, editor

    same = claim.c.id == bindparam("number")
    look = select(claim.c.version, claim.c.risk).where(same)
    over = update(claim).where(same, claim.c.version == bindparam("seen"))
    enter = insert(editor)

    def core(number: int) -> None:
        with engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                row = connection.execute(look, {"number": number}).one()
                news = {"risk": (row.risk + 1) % 10, "number": number, "seen": row.version}
                assert connection.execute(over, news).rowcount
                connection.execute(enter, {"name": f"{number} " * 40, "since": START})

    return core


def at_the_desk(small: Path, large: Path) -> None:
    """Time the desk in a terminal, with a thousand claims and with the large ledger."""
    opening(small, large)
    held = {}
    for ledger in (small, large):
        desk = Timed(*TRACKER, "--ledger", str(ledger))
        try:
            desk.until(FIRST_ROWS)
            for name, (before, key, after) in STEPS.items():
                time.sleep(5)  # the anchors of a list are gathered behind it
                desk.settle()
                took = [_worked(desk, before, key, after) for _ in range(KEYS)]
                p95 = quantiles(took, n=20)[-1]
                print(
                    f"{f'{name}, {ledger.stem}':34} {p95:8.1f} ms   of work p95, "
                    f"median {median(took):.1f}, goal ≤ 15"
                )
            held[ledger] = desk.memory
        finally:
            desk.end()
    _say("memory of the desk", held[large], held[small], "with a thousand claims", 1.5, "MiB", 1)


def opening(small: Path, large: Path) -> None:
    """Time the start of the desk beside an empty app: in turns, and the least of all turns."""
    empty, frames, rows = [], {small: [], large: []}, {small: [], large: []}
    for _ in range(RUNS):
        empty.append(_seen_after("-c", EMPTY_APP, what=["empty"])[0])
        for ledger in (small, large):
            words = (*TRACKER, "--ledger", str(ledger))
            frame, row = _seen_after(*words, what=["Opening the ledger", FIRST_ROWS])
            frames[ledger].append(frame)
            rows[ledger].append(row)
    for ledger in (small, large):
        reference = "an empty Textual app"
        _say(f"first frame, {ledger.stem}", min(frames[ledger]), min(empty), reference, 1.3)
        _say(f"first rows, {ledger.stem}", min(rows[ledger]), min(empty), reference, 2.2)


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


def _seen_after(*words: str, what: list[str]) -> list[float]:
    program = Timed(*words)
    try:
        return [program.until(text) for text in what]
    finally:
        program.end()


def _median(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    work()
    taken = []
    for _ in range(RUNS):
        began = clock()
        work()
        taken.append(clock() - began)
    return median(taken)


def _say(what: str, value: float, reference: float, beside: str, goal: float, unit: str = "ms", scale: int = 1000) -> None:  # fmt: skip
    print(
        f"{what:34} {scale * value:8.1f} {unit:3}  {value / reference:5.2f} × {beside} "
        f"({scale * reference:.1f} {unit}), goal ≤ {goal}"
    )


if __name__ == "__main__":
    main()
