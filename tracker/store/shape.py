"""Whether a file has the shape of a ledger: every table and every column."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tracker.domain.errors import LedgerError
from tracker.store.sqlite import open_file
from tracker.store.tables import metadata

_COLUMNS = "SELECT name FROM pragma_table_xinfo(?)"


def lacks_something(path: Path) -> bool:
    """Whether a file of SQLite lacks a table or a column that this program's ledgers have."""
    try:
        with closing(open_file(path, read_only=True)) as file:
            return any(
                {column.name for column in table.columns}
                - {row[0] for row in file.execute(_COLUMNS, (table.name,))}
                for table in metadata.sorted_tables
            )
    except (sqlite3.Error, LedgerError):  # whoever opens it will say so
        return False
