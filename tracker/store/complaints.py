"""What SQLite complains of, in plain words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from tracker.domain.errors import BadInputError, LedgerError
from tracker.store.home import HALF_CHARACTER, TOO_LARGE

_DAMAGED = "the ledger is damaged; run “tracker ledger check”"
_FULL = "disk is full"
_TEMPORARY = (
    "the disk for temporary files is full (TMPDIR names another folder for them); "
    "nothing was changed"
)
_LITTLE = 65_536
"""Bytes that are no room."""
_PLAIN_WORDS = (
    ("database is locked", "the ledger is in use by another program; try again in a moment"),
    ("readonly database", "the ledger cannot be written (the file or its folder is read-only)"),
    ("unable to open", "the ledger cannot be opened (folder missing or not writable?)"),
    (_FULL, "the disk is full; nothing was changed"),
    ("disk I/O error", "the disk failed or is full; nothing was changed"),
    ("malformed", _DAMAGED),
    ("Could not decode", _DAMAGED),
    ("not a database", "the file is not a ledger"),
    ("no such fts5 table", "the ledger lacks what it should hold; run “tracker ledger check”"),
    ("no such table", "the ledger lacks what it should hold; run “tracker ledger check”"),
    ("no such column", "the ledger lacks what it should hold; run “tracker ledger check”"),
)


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turn what the database says of its file into a sentence for an editor.

    Raises:
        LedgerError: the file is locked, read-only, damaged, gone, or its disk is full.
        BadInputError: a text or number is of a kind that no ledger can hold.
    """
    try:
        yield
    except Exception as error:
        say_plainly(error, path)
        raise


def is_damage(error: Exception) -> bool:
    """Say whether SQLite found a file's pages in disorder."""
    return "malformed" in str(error) or "Could not decode" in str(error)


def say_plainly(error: BaseException, path: Path) -> None:
    """The same of an error that was caught; do nothing about one that SQLite did not make.

    Raises:
        LedgerError: see ``said_plainly``.
        BadInputError: see there.
    """
    if isinstance(error, UnicodeEncodeError):
        raise BadInputError(HALF_CHARACTER) from error
    if isinstance(error, OverflowError):
        raise BadInputError(TOO_LARGE) from error
    if isinstance(error, DBAPIError | sqlite3.DatabaseError):
        words = str(error.orig if isinstance(error, DBAPIError) else error)
        for sign, plain in _PLAIN_WORDS:
            if sign in words:
                elsewhere = sign == _FULL and _has_room(path.parent) and not _has_room(_folder())
                raise LedgerError(f"{path}: {_TEMPORARY if elsewhere else plain}.") from error


def _folder() -> Path:
    """Where SQLite keeps what it sorts and what it may have to take back."""
    return Path(os.environ.get("SQLITE_TMPDIR") or os.environ.get("TMPDIR") or "/var/tmp")  # noqa: S108 - it looks there


def _has_room(folder: Path) -> bool:
    with suppress(OSError):
        disk = os.statvfs(folder)
        return disk.f_bavail * disk.f_frsize > _LITTLE
    return True
