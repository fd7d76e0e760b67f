"""A disk that is completely full: a ledger on it can still be read, if nobody has it open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_NO_ROOM = (sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_FULL)
"""What comes of a disk without room for the files that WAL needs beside a ledger."""


def lacks_room(path: Path) -> bool:
    """Whether a ledger that nobody has open lies whole on a disk too full to open it as usual.

    What is in the write-ahead log would be passed over by whoever reads the file alone.
    """
    uri = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as file:
            file.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in _NO_ROOM:
            return False
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False
    else:
        return False
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size == 0
    except OSError:
        return True
