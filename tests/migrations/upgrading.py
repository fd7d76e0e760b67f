"""Upgrade LEDGER with the migrations of FOLDER, and where that is said badly. Run by the tests.

``killed N``: killed before its N-th statement (0: not at all; prints how many there were).
``room BYTES``: on a disk where no file can be larger.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from tracker.domain.errors import LedgerError
from tracker.store import recognising, schema

ledger, folder = Path(sys.argv[1]), Path(sys.argv[2])
how, number = sys.argv[3] if len(sys.argv) > 3 else "", int(sys.argv[4]) if len(sys.argv) > 4 else 0
sent = count(1)


def die(*_of_the_statement: object) -> None:
    """Be killed when it is time."""
    if next(sent) == number:
        os.kill(os.getpid(), signal.SIGKILL)


for module in (schema, recognising):
    module.migrations_folder = lambda: folder
    module.HEAD = "0002"
if how == "killed":
    event.listen(Engine, "before_cursor_execute", die)
    event.listen(Engine, "commit", die)
if how == "room":
    resource.setrlimit(resource.RLIMIT_FSIZE, (number, number))
try:
    schema.make_ready(ledger, now=datetime.now(UTC))
except LedgerError as error:
    sys.exit(str(error))
print(next(sent) - 1)  # noqa: T201
