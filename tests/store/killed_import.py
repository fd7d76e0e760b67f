"""Import FILE into LEDGER, killed before its N-th statement (0: not at all). Run by a test.

Prints how many statements it took.
"""

from __future__ import annotations

import os
import signal
import sys
import uuid
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from tracker.desk.desk import Desk
from tracker.intake.from_json import read_ledger
from tracker.store.database import Database

ledger, file, last = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
place = ledger if "://" in ledger else Path(ledger)
desk = Desk(Database(place, clock=lambda: datetime.now(UTC), new_uid=lambda: uuid.uuid4().hex))
sent = count(1)


@event.listens_for(Engine, "before_cursor_execute")
def _die(*_of_the_statement: object) -> None:
    if next(sent) == last:
        os.kill(os.getpid(), signal.SIGKILL)


@event.listens_for(Engine, "commit")
def _die_at_the_end(_connection: object) -> None:
    if next(sent) == last:
        os.kill(os.getpid(), signal.SIGKILL)


with file.open(encoding="utf-8", newline="") as stream:
    header, batches = read_ledger(stream)
    desk.receiving.take_over(header, batches, by="Ada", origin=file.name)
print(next(sent) - 1)  # noqa: T201
desk.close()
