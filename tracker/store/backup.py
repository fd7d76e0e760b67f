"""Copies of a ledger: made while it is in use, verified, and put in place whole."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tracker.domain.errors import LedgerError
from tracker.store.sqlite import open_file
from tracker.store.unfinished import put_in_place, unfinished


def copy_ledger(ledger: Path, target: Path) -> None:
    """Copy a ledger to a new file of mode 0600, by SQLite's online backup.

    Raises:
        LedgerError: the target exists, cannot be written, or the copy does not verify.
    """
    if os.path.lexists(target):
        raise LedgerError(f"{target} exists already; name a new file.")
    try:
        with unfinished(target) as part:
            _copy(ledger, part)
            _sync(part)
            put_in_place(part, target)
    except FileExistsError as error:
        raise LedgerError(f"{target} exists already; name a new file.") from error
    except (OSError, sqlite3.DatabaseError) as error:
        why = getattr(error, "strerror", None) or error
        raise LedgerError(f"{target} could not be written ({why}).") from error


def _copy(ledger: Path, part: Path) -> None:
    with (
        closing(open_file(ledger, read_only=True)) as source,
        closing(sqlite3.connect(part)) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise LedgerError(f"the copy of {ledger} does not verify ({verdict}).")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
