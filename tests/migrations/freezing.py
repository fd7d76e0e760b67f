"""Freeze a ledger with work in it, as this version makes one, for all later versions to open.

``.venv/bin/python tests/migrations/freezing.py`` writes ``frozen/REVISION.sql``: with every new
revision, and until the first release whenever the tables change. What was released stays as it is.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.store.search import lend_means

FROZEN = Path(__file__).with_name("frozen")
_BEGINS = ('INSERT INTO "', "CREATE TABLE '")
"""How SQLite writes the tables on which an index of words stands."""


def thawed(revision: str, path: Path) -> Path:
    """Make a file of a frozen ledger."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        lend_means(file)
        file.executescript((FROZEN / f"{revision}.sql").read_text("utf-8"))
    return path


def frozen(path: Path) -> str:
    """Write a ledger as SQL; what is searched follows from the rest, and is made anew."""
    with closing(sqlite3.connect(path)) as file:
        lend_means(file)
        (made_by,) = file.execute("PRAGMA application_id").fetchone()
        searched = file.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
        ).fetchall()
        shadows = tuple(f"{begins}{name}" for name, _ in searched for begins in _BEGINS)
        lines = [
            line
            for line in file.iterdump()
            if not line.startswith(shadows)
            and "writable_schema" not in line
            and "sqlite_master" not in line
            and line != "COMMIT;"
        ]
        for name, made in searched:
            lines += [f"{made};", f"INSERT INTO {name}({name}) VALUES ('rebuild');"]
        return "\n".join([*lines, "COMMIT;", f"PRAGMA application_id = {made_by};", ""])


def worked_on(path: Path) -> Path:
    """Make a ledger in which there is something of every kind."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    sys.path.insert(0, str(Path(__file__).parents[1] / "desk"))
    from commands import ASKED, BECAUSE, COPY
    from conftest import START, _two_sides

    from tracker.desk.desk import Desk
    from tracker.domain.draft import ArticleDraft, Reading, SourceDraft
    from tracker.domain.reference import Ref
    from tracker.domain.source import SourceKind
    from tracker.domain.status import Dismissal, Stage, Status
    from tracker.store.database import Database
    from tracker.store.schema import make_ready

    seconds, uids = count(1), count(1)
    make_ready(path, now=START)
    desk = Desk(
        Database(
            path,
            clock=lambda: START + timedelta(seconds=next(seconds)),
            new_uid=lambda: f"{next(uids):032x}",
        )
    )
    both = _two_sides()
    desk.importing.take_in(both, by="Ada", stage=Stage.OPEN)
    desk.importing.take_in(
        Reading(
            ArticleDraft("Later", url="https://estuary.example/later"),
            "Nothing new.",
            sources=(SourceDraft("pell", "Captain Pell", SourceKind.PERSON),),
        ),
        by="Bea",
    )
    desk.relating.confirm([1], by="Bea")
    desk.reviewing.mark([1], Status.REFUTED, by="Bea", backing=BECAUSE)
    desk.reviewing.ready([1], by="Bea")
    desk.reviewing.sign_off([1], by="Cem")
    desk.gathering.add_evidence([2], COPY, by="Ada")
    desk.gathering.log_attempt([3], ASKED, by="Ada")
    desk.gathering.add_note([3], "ask the pilot", by="Ada")
    desk.gathering.tag([3, 4], ["harbour"], by="Ada")
    desk.reviewing.dismiss([6], why=Dismissal.NOT_CHECKABLE, by="Ada")
    desk.editing.edit(Ref.parse("C2"), "due", ["2031-05-02T12:00+00:00"], by="Ada")
    desk.editing.edit(Ref.parse("S8"), "restricted-name", ["Odo Vane"], by="Ada")
    desk.importing.take_in(
        Reading(both.article, both.text.replace("20 people", "30 people")), by="Cem"
    )
    desk.gathering.tag([4], ["mistaken"], by="Cem")
    desk.auditing.undo(by="Cem")
    desk.close()
    return path


if __name__ == "__main__":
    from tracker.store.home import HEAD

    with TemporaryDirectory() as folder:
        written = frozen(worked_on(Path(folder) / "ledger.db"))
    (FROZEN / f"{HEAD}.sql").write_text(written, encoding="utf-8")
