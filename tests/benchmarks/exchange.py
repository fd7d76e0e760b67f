"""Measure export and import: `python tests/benchmarks/exchange.py LEDGER [--rounds N]`.

Prints the processor time of each as a ratio to the barest way of doing the same: a cursor of sqlite3 with
csv.writer or json.dumps over the same rows; rows put into tables without indexes, then the indexes,
then the search index. Then how much memory exports and reports take above a process that has
SQLAlchemy loaded, and the processor time of reports as a ratio to the bare CSV of all claims; and
both of a merge into a ledger that holds other work, and of merging the same again. A ledger of any
size is made by big_ledger.py.
"""

from __future__ import annotations

import argparse
import csv
import gc
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from piped import run
from sqlalchemy.dialects import sqlite as dialect
from sqlalchemy.schema import CreateIndex

from tracker.desk.desk import Desk
from tracker.desk.exporting import Choice
from tracker.domain.draft import ArticleDraft, Reading
from tracker.domain.listing import Filter
from tracker.intake.from_json import read_ledger
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted
from tracker.store import schema, tables
from tracker.store.database import Database
from tracker.store.derived import drop_derived
from tracker.store.search import folded
from tracker.store.sqlite import sqlite_engine

TABLES = [table.name for table in tables.metadata.sorted_tables if table.name != "under_way"]
EXPORTS = ("csv", "jsonl", "json")
REPORTS = tuple(f"{kind}.{form}" for kind in ReportKind for form in ("csv", "json"))
FLAT = """
SELECT claim.uid, statement, source.name, source.role,
  (SELECT group_concat(exact, ' … ') FROM passage WHERE claim_id = claim.id) AS quote,
  cue, hedge, said_words, event.title, event.place, publication.title, outlet.name,
  publication.url, published_at,
  (SELECT group_concat(word, ' | ') FROM claim_tag WHERE claim_id = claim.id) AS tags,
  status, stage, reason, judged_by, judged_at, signed_by, attribution_check, checkable, contested,
  stale, assignee, due, created_at, updated_at, claim.id
FROM claim LEFT JOIN source ON source.id = speaker_id LEFT JOIN event ON event.id = event_id
LEFT JOIN publication ON publication.article_id = claim.article_id AND publication.position = 0
LEFT JOIN source AS outlet ON outlet.id = outlet_id ORDER BY claim.id
"""


def open_desk(path: Path) -> Desk:
    return Desk(Database(path, clock=lambda: datetime.now(UTC), new_uid=lambda: uuid.uuid4().hex))


def export(ledger: Path, form: str, target: Path) -> None:
    desk = open_desk(ledger)
    desk.exporting.write(
        desk.exporting.pieces(Choice(form, Filter()), []),
        target,
        Choice(form, Filter()),
        force=True,
    )
    desk.close()


def report(ledger: Path, kind: str, form: str, target: Path) -> None:
    desk = open_desk(ledger)
    wanted = Wanted(ReportKind(kind), "bench")
    desk.reporting.write(wanted, target, form=form, force=True)
    desk.close()


def bare_csv(ledger: Path, target: Path) -> None:
    file = sqlite3.connect(ledger)
    with target.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(file.execute(FLAT))
    file.close()


def bare_json(ledger: Path, target: Path) -> None:
    file = sqlite3.connect(ledger)
    file.text_factory = str
    with target.open("w", encoding="utf-8") as out:
        for table in TABLES:
            rows = file.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in rows.description]
            for row in rows:
                out.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False))
                out.write("\n")
    file.close()


def bare_load(ledger: Path, target: Path) -> None:
    schema.make_ready(target, now=datetime.now(UTC))
    engine = sqlite_engine(target)
    with engine.begin() as connection:
        drop_derived(connection)
        made = list(create_derived_statements())
    engine.dispose()
    source, into = sqlite3.connect(ledger), sqlite3.connect(target)
    into.isolation_level = None
    into.create_function("folded", 1, folded, deterministic=True)
    into.execute("BEGIN IMMEDIATE")
    indexes = [one for table in tables.metadata.sorted_tables for one in table.indexes]
    for index in indexes:
        into.execute(f'DROP INDEX "{index.name}"')
    for table in TABLES:
        columns = source.execute(f'PRAGMA table_xinfo("{table}")').fetchall()
        names = ", ".join(f'"{one[1]}"' for one in columns if not one[6])
        marks = ", ".join("?" for one in columns if not one[6])
        rows = source.execute(f'SELECT {names} FROM "{table}"')
        into.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)
    for index in indexes:
        into.execute(str(CreateIndex(index).compile(dialect=dialect.dialect())))
    for statement in made:
        into.execute(statement)
    into.execute("INSERT INTO claim_search(claim_search) VALUES ('rebuild')")
    into.execute("COMMIT")
    source.close()
    into.close()


def create_derived_statements() -> Iterator[str]:
    from tracker.store.search_text import VIEWS
    from tracker.store.triggers import triggers

    yield from VIEWS
    yield from triggers("sqlite").values()


def whole_import(text: Path, target: Path) -> None:
    schema.make_ready(target, now=datetime.now(UTC))
    take_over(text, target)


def take_over(text: Path, target: Path) -> None:
    desk = open_desk(target)
    with text.open(encoding="utf-8", newline="") as stream:
        header, batches = read_ledger(stream)
        desk.receiving.take_over(header, batches, by="bench", origin=text.name)
    desk.close()


def make_at_work(target: Path) -> None:
    """Make a ledger that holds other work."""
    schema.make_ready(target, now=datetime.now(UTC))
    desk = open_desk(target)
    desk.importing.take_in(Reading(ArticleDraft("Rain"), "It rains."), by="bench")
    desk.close()


def seconds(act: Callable[[], object]) -> float:
    """Processor time: what else the machine does falls on neither side."""
    gc.collect()
    began = time.process_time()
    act()
    return time.process_time() - began


def compared(
    name: str, rounds: int, ours: Callable[[], object], bare: Callable[[], object]
) -> None:
    """Take turns, so that a cache that fills up falls on both."""
    pairs = [(seconds(bare), seconds(ours)) for _ in range(rounds)]
    plain, own = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(mine / theirs for theirs, mine in pairs)
    print(f"{name:<22} {own:8.2f} s   bare {plain:8.2f} s   × {ratio:.2f}", flush=True)


def peak_of(*words: str) -> tuple[float, float]:
    """The processor time that a process of this file took for its work, and its most memory."""
    done = subprocess.run(
        [sys.executable, __file__, *words], check=True, capture_output=True, text=True
    )
    took, peak = map(float, done.stdout.split())
    return took, peak


def peak_memory(status: str = "") -> float:
    """The most memory (MiB) that a process took since it began (Linux)."""
    text = status or Path("/proc/self/status").read_text("ascii")
    return int(text.split("VmHWM:")[1].split()[0]) / 1024


def main() -> None:
    """Measure, or be the process whose memory is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=("export", "import", "memory", "merge", "reports"))
    parser.add_argument("--peak", help=argparse.SUPPRESS)
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if chosen.peak == "nothing":
            code = "import sqlalchemy; print(*open('/proc/self/status'))"
            done = subprocess.run(
                [sys.executable, "-c", code], check=True, capture_output=True, text=True
            )
            print(0, peak_memory(done.stdout))
            return
        if chosen.into:
            began = time.process_time()
            take_over(chosen.ledger, chosen.into)
            print(time.process_time() - began, peak_memory())
            return
        if chosen.peak:
            began = time.process_time()
            write(chosen.ledger, chosen.peak, place / "peak")
            print(time.process_time() - began, peak_memory())
            return
        if chosen.only in (None, "export"):
            compared(
                "export csv", chosen.rounds,
                lambda: export(chosen.ledger, "csv", place / "own.csv"),
                lambda: bare_csv(chosen.ledger, place / "bare.csv"),
            )  # fmt: skip
            compared(
                "export jsonl", chosen.rounds,
                lambda: export(chosen.ledger, "jsonl", place / "own.jsonl"),
                lambda: bare_json(chosen.ledger, place / "bare.jsonl"),
            )  # fmt: skip
        if chosen.only in (None, "memory"):
            say_memory(chosen.ledger, EXPORTS)
        if chosen.only in (None, "reports"):
            say_memory(chosen.ledger, REPORTS)
        if chosen.only in (None, "merge"):
            export(chosen.ledger, "jsonl", place / "all.jsonl")
            say_merging(place / "all.jsonl", place / "other.db")
        if chosen.only in (None, "import"):
            export(chosen.ledger, "jsonl", place / "whole.jsonl")
            numbers = iter(range(1000))
            compared(
                "import jsonl", chosen.rounds,
                lambda: whole_import(place / "whole.jsonl", place / f"own{next(numbers)}.db"),
                lambda: bare_load(chosen.ledger, place / f"bare{next(numbers)}.db"),
            )  # fmt: skip


def write(ledger: Path, what: str, target: Path) -> None:
    """Write an export ("csv"), a report ("sources.csv"), or the bare CSV ("bare")."""
    kind, _, form = what.partition(".")
    if what == "bare":
        bare_csv(ledger, target)
    elif form:
        report(ledger, kind, form, target)
    else:
        export(ledger, what, target)


def say_merging(text: Path, other: Path) -> None:
    """Say what it takes to merge a ledger into another, and to merge it once more."""
    make_at_work(other)
    _, floor = peak_of(str(text), "--peak", "nothing")
    for what in ("merge", "the same again"):
        took, peak = peak_of(str(text), "--into", str(other))
        print(
            f"{what:<22} {took:8.2f} s   {peak - floor:6.1f} MiB above SQLAlchemy alone", flush=True
        )


def say_memory(ledger: Path, all_of: Sequence[str]) -> None:
    """Say of each what it takes, in a process of its own."""
    _, floor = peak_of(str(ledger), "--peak", "nothing")
    bare, _ = peak_of(str(ledger), "--peak", "bare")
    for what in all_of:
        took, peak = peak_of(str(ledger), "--peak", what)
        print(
            f"{what:<22} {took:8.2f} s   × {took / bare:6.2f} bare csv   {peak - floor:6.1f} MiB "
            "above SQLAlchemy alone",
            flush=True,
        )


if __name__ == "__main__":
    run(main)
