"""Upgrade a ledger with another folder of migrations: LEDGER FOLDER. Run by the tests."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from tracker.store import recognising, schema

ledger, folder = Path(sys.argv[1]), Path(sys.argv[2])
for module in (schema, recognising):
    module.migrations_folder = lambda: folder
    module.HEAD = "0002"
schema.make_ready(ledger, now=datetime.now(UTC))
