"""Which revision a ledger file has, and whether it is a ledger at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tracker.domain.errors import LedgerError
from tracker.resources import migrations_folder
from tracker.store.complaints import is_damage, say_plainly
from tracker.store.home import APPLICATION_ID, HEAD, REVISION
from tracker.store.sqlite import open_file

_MAGIC = b"SQLite format 3\0"


def revision_of(path: Path) -> str:
    """Say which revision a ledger has, without changing a byte of it.

    Raises:
        LedgerError: the file is no ledger, or was made by a newer version.
    """
    _recognise(path)
    try:
        with closing(open_file(path, read_only=True)) as file:
            found = _revision(path, file)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            say_plainly(error, path)
        raise LedgerError(
            f"{path} is damaged where it says what it holds ({error}); keep it. “tracker ledger "
            "recover FILE” saves in a new file what can be read, or go back to a backup."
        ) from error
    refuse_newer(found, str(path))
    return found


def refuse_newer(found: str, name: str) -> None:
    """Refuse a revision that this version of the program does not know.

    Raises:
        LedgerError: it is one.
    """
    if found not in _known_revisions(found):
        raise LedgerError(
            f"{name} was made by a newer version of tracker (revision {found}); nothing was "
            "changed. Install that version to open it."
        )


def _recognise(path: Path) -> None:
    if path.is_symlink() and not path.exists():
        raise LedgerError(f"{path} is a link to something that is not there.")
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; name a ledger file.")
    if not path.is_file():
        raise LedgerError(f"{path} is no ordinary file; name a ledger file.")
    try:
        with path.open("rb") as file:
            header = file.read(len(_MAGIC))
    except OSError as error:
        raise LedgerError(f"{path} cannot be read ({error.strerror}).") from error
    if not header:
        raise LedgerError(f"{path} is an empty file, not a ledger; nothing was changed.")
    if header != _MAGIC:
        raise LedgerError(
            f"{path} is not a ledger; nothing was changed. If it was one, “tracker ledger recover "
            "FILE” saves in a new file what can be read."
        )


def _revision(path: Path, file: sqlite3.Connection) -> str:
    if file.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise LedgerError(f"{path} belongs to another program; nothing was changed.")
    kept = file.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    row = kept and file.execute(REVISION).fetchone()
    if row is None:
        raise LedgerError(f"{path} is damaged: it does not say which revision it has.")
    return str(row[0])


def _known_revisions(found: str) -> tuple[str, ...]:
    if found == HEAD:
        return (HEAD,)
    names = (file.name for file in (migrations_folder() / "versions").glob("*.py"))
    return tuple(name.split("_", 1)[0] for name in names)
