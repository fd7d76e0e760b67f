"""Do WHAT (see ``act``) on LEDGER with FILE on a full disk. Run by a test."""

from __future__ import annotations

import resource
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path

from tracker.desk.desk import Desk
from tracker.desk.exporting import Choice
from tracker.domain.draft import ArticleDraft, Reading
from tracker.domain.errors import TrackerError
from tracker.domain.listing import Filter
from tracker.intake.from_json import read_ledger
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted
from tracker.store.database import Database


def fill_up(room: int) -> None:
    """Let no file grow past so many bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))


def act(desk: Desk, what: str, ledger: Path, file: Path) -> None:
    """Do it."""
    match what:
        case "take-in":
            fill_up(ledger.stat().st_size + 100_000)
            desk.importing.take_in(Reading(ArticleDraft("Long"), "pier " * 500_000), by="Ada")
        case "import":
            fill_up(ledger.stat().st_size + 50_000)
            with file.open(encoding="utf-8", newline="") as stream:
                header, batches = read_ledger(stream)
                desk.receiving.take_over(header, batches, by="Ada", origin=file.name)
        case "export":
            choice = Choice("jsonl", Filter())
            pieces = desk.exporting.pieces(choice, [])
            fill_up(1_000)
            desk.exporting.write(pieces, file, choice, force=True)
        case "backup":
            fill_up(50_000)
            desk.auditing.back_up(file)
        case "report":
            fill_up(1_000)
            desk.reporting.write(Wanted(ReportKind.UNVERIFIED, "Ada"), file, force=True)


what, path, file = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
desk = Desk(Database(path, clock=lambda: datetime.now(UTC), new_uid=lambda: uuid.uuid4().hex))
desk.browsing.count(Filter())  # what SQLite needs beside the ledger is there by now
try:
    act(desk, what, path, file)
except TrackerError as error:
    print(error)  # noqa: T201
desk.close()
