"""How quick the desk and the command line are, each figure beside a reference of the same run.

`python tests/benchmarks/speed.py [SMALL LARGE]` measures on two ledgers, by default of 10³ and 10⁶ claims
that are made in a temporary folder (three minutes for the large one).

A key costs the processor time of all threads of the program from the key until nothing more is drawn
for a while: its row, the claim beside the list, pages that are read ahead, and what the desk does of
itself meanwhile – it looks every 0.8 s whether somebody else has changed the ledger. Neither a search
nor a filter is timed with the keys before the one that shows another list; garbage is looked for when
keys have rested, which is not timed.
"""

from __future__ import annotations

import argparse
import json
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from piped import run
from terminal import EMPTY_APP, Timed

if TYPE_CHECKING:
    from tracker.desk.desk import Desk

TRACKER = ("-m", "tracker")
RUNS, KEYS, MARKS = 12, 100, 200
TURN, UNCOUNTED = 20, 4
PACES = {"every fifth of a second": (0.2, 9 * TURN), "without a pause": (0.0, None)}
"""How marks follow each other: seconds before each, and how many of all kinds."""
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
BARE_LIST, BARE_ROWS = str(Path(__file__).with_name("bare_list.py")), "C1"
BARE_STEPS = ("move", "page", "end")
ROUND = 10
"""Keys of one program before the other has its turn."""
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
        for query in ("guard", "harbour warehouse", "win", "t", "nowhere", '"the old bridge"'):
            where, clock = Filter(search=query), time.process_time
            seconds = _median(lambda where=where: desk.listing.open(where, page=50), clock=clock)
            print(f"{f'search “{query}”':34} {1000 * seconds:8.1f} ms of work   goal ≤ 50")
        seconds = _median(desk.browsing.tally, clock=clock)
        print(f"{'counts by status':34} {1000 * seconds:8.1f} ms of work")
    finally:
        desk.close()


def marking(large: Path, folder: Path) -> None:
    """Time a mark beside what anyone has to do by the bare driver, and beside the least of all.

    The mark sets a claim disputed, whose guard looks furthest: at the claim's relations, and where
    the counter-claims stand. What anyone has to do is done by sqlite3 without a library, with
    statements that it keeps prepared, in a transaction that waits its turn (BEGIN IMMEDIATE) and
    is on the disk when it is done, as the ledger promises: read the row, write its new status,
    stage, judge and times over the version that was read, read the end of the history, enter a
    line of the same size behind it, commit. It is done to the ledger's own tables, so that the
    same indexes, foreign keys and triggers are kept; a program without guards, a chain of hashes,
    protected names or a second version of itself could do with that, but hardly with less. The
    least are two statements: a number in the row, and a line into a table without an index.

    All three take turns on claims of the same kind, so that they meet the same disk, twenty claims
    a turn: somebody else's commit makes a connection forget the pages that it knew, so the first
    claims of a turn are not counted. They do so at a quick editor's pace, where the processor has
    forgotten the program's way and the disk has gone to rest, and once more without a pause.
    """
    from tracker.config import Settings
    from tracker.domain.status import Status
    from tracker.wiring import open_desk

    copy = Path(shutil.copy(large, folder / "marking.db"))
    desk = open_desk(Settings(str(copy), "Ada"))
    file = sqlite3.connect(copy, isolation_level=None)
    try:
        bare = _by_hand(file)
        versions = _disputable(desk)

        def mark(number: int) -> None:
            seen = {number: versions[number]}
            desk.reviewing.mark([number], Status.DISPUTED, by="Ada", seen=seen)

        waiting = iter(versions)
        for pace, (pause, most) in PACES.items():
            took: dict[object, list[float]] = {mark: [], **{work: [] for work in bare}}
            worked: dict[object, list[float]] = {work: [] for work in took}
            for place, number in enumerate(islice(waiting, most)):
                work = (mark, *bare)[place // TURN % 3]
                time.sleep(pause)
                began, busy = time.perf_counter(), time.thread_time()
                work(number)
                if place % TURN >= UNCOUNTED:
                    worked[work].append(time.thread_time() - busy)
                    took[work].append(time.perf_counter() - began)
            print(f"a mark {pace}:")
            for what, spent in (("mark one claim", took), ("its work alone", worked)):
                for reference, beside in zip(bare, ("anyone's", "the least"), strict=True):
                    _say(what, median(spent[mark]), median(spent[reference]), beside, 2)
    finally:
        file.close()
        desk.close()
    copy.unlink()


def _by_hand(file: sqlite3.Connection) -> tuple[Callable[[int], None], Callable[[int], None]]:
    """What anyone has to do to mark a claim, and the least of all durable transactions."""
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON"):
        file.execute(f"PRAGMA {pragma}")
    assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    file.execute("CREATE TABLE scratch (id INTEGER PRIMARY KEY, words TEXT)")
    at = "2026-01-01T00:00:00.000000Z"
    file.execute("INSERT INTO editor (name, since) VALUES ('Bea', ?)", (at,))
    changes = json.dumps(
        {"judged_at": [None, at], "judged_by": [None, "Bea"], "status": ["unverified", "disputed"]}
    )

    def anyone(number: int) -> None:
        file.execute("BEGIN IMMEDIATE")
        version, _status = file.execute(
            "SELECT version, status FROM claim WHERE id = ?", (number,)
        ).fetchone()
        written = file.execute(
            "UPDATE claim SET version = ?, status = 'disputed', stage = 'in_progress', "
            "judged_by = 'Bea', judged_at = ?, updated_at = ? WHERE id = ? AND version = ?",
            (version + 1, at, at, number, version),
        )
        assert written.rowcount
        seq, last = file.execute(
            "SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        file.execute(
            "INSERT INTO history (seq, action, at, by, did, subject_kind, subject_id, verb, "
            "changes, reason, previous, hash) "
            "VALUES (?, ?, ?, 'Bea', 'mark', 'C', ?, 'changed', ?, '', ?, ?)",
            (seq + 1, seq + 1, at, number, changes, last, secrets.token_hex(32)),
        )
        file.execute("COMMIT")

    def least(number: int) -> None:
        file.execute("BEGIN IMMEDIATE")
        file.execute("UPDATE claim SET risk = (risk + 1) % 10 WHERE id = ?", (number,))
        file.execute("INSERT INTO scratch (words) VALUES (?)", ("x" * 300,))
        file.execute("COMMIT")

    return anyone, least


def _disputable(desk: Desk) -> dict[int, int]:
    """Claims that may be marked disputed, in the order of the queue, each with its version."""
    from tracker.domain.listing import Filter
    from tracker.domain.status import Status

    numbers = desk.browsing.ids(Filter(live=True), limit=3 * MARKS * 2)
    return {
        one.claim.id: one.claim.version
        for one in desk.browsing.dossiers(numbers)
        if one.grounds().contested and one.claim.status is not Status.DISPUTED
    }


def at_the_desk(small: Path, large: Path) -> None:
    """Time the desk in a terminal, with a thousand claims and with the large ledger.

    Each key takes turns with the same key of a bare list of the same claims, or with its page key
    where the bare list has none such, so that both meet the same machine.
    """
    opening(small, large)
    held = {}
    for ledger in (small, large):
        desk, bare = Timed(*TRACKER, "--ledger", str(ledger)), Timed(BARE_LIST, str(ledger))
        try:
            desk.until(FIRST_ROWS)
            bare.until(BARE_ROWS)
            for name, (before, key, after) in STEPS.items():
                beside = name if name in BARE_STEPS else "page"
                took, reference = [], []
                for _ in range(KEYS // ROUND):
                    desk.rest()  # the anchors of a list are gathered behind it
                    desk.settle()
                    took += [_worked(desk, before, key, after) for _ in range(ROUND)]
                    reference += [_worked(bare, *STEPS[beside]) for _ in range(ROUND)]
                _say_key(f"{name}, {ledger.stem}", took, reference, beside)
            held[ledger] = desk.memory
        finally:
            desk.end()
            bare.end()
    _say("memory of the desk", held[large], held[small], "with a thousand claims", 1.5, "MiB", 1)


def _say_key(what: str, took: list[float], reference: list[float], beside: str) -> None:
    p95, middle = quantiles(took, n=20)[-1], median(took)
    others, their_middle = quantiles(reference, n=20)[-1], median(reference)
    print(
        f"{what:34} {p95:8.1f} ms   of work p95, median {middle:.1f}, goal ≤ 15; "
        f"{p95 / others:.2f} and {middle / their_middle:.2f} × a bare list’s {beside} "
        f"({others:.1f}, {their_middle:.1f})"
    )


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
    run(main)
