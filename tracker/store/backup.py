"""Copies of a ledger: made while it is in use, verified, and put in place whole."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tracker.domain.errors import LedgerError
from tracker.store.sqlite import open_file


def copy_ledger(ledger: Path, target: Path) -> None:
    """Copy a ledger to a new file of mode 0600, by SQLite's online backup.

    Raises:
        LedgerError: the target exists, cannot be written, or the copy does not verify.
    """
    if os.path.lexists(target):
        raise LedgerError(f"{target} exists already; name a new file.")
    part = target.with_name(f".{target.name}.part-{os.getpid()}")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise LedgerError(f"{target} cannot be written ({error.strerror}).") from error
    try:
        with (
            closing(open_file(ledger, read_only=True)) as source,
            closing(sqlite3.connect(part)) as copy,
        ):
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise LedgerError(f"the copy of {ledger} does not verify ({verdict}).")
        _sync(part)
        put_in_place(part, target)
    except FileExistsError as error:
        raise LedgerError(f"{target} exists already; name a new file.") from error
    except (OSError, sqlite3.DatabaseError) as error:
        raise LedgerError(f"{target} could not be written ({error}).") from error
    finally:
        part.unlink(missing_ok=True)


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished file its name, unless something has it already.

    Raises:
        FileExistsError: something has it.
    """
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # no hard links here, as on a memory stick
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        part.rename(target)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
