"""The table of contents of a ledger file – which table begins on which page – written anew.

Where it is torn SQLite opens nothing at all, though every row may still be there.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from tracker.store.home import HEAD, REVISION
from tracker.store.sqlite import open_file

_TOLERANT = "PRAGMA writable_schema = ON"
"""Lets SQLite open a file as far as its contents can be read."""
_LISTED = "SELECT name, rootpage, sql FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
_HEADER = 100
"""Bytes of the file's header, before the first page of its contents (SQLite's file format, 1.3)."""
_EMPTY_LEAF = b"\x0d" + bytes(7)
"""A page of a table without a row; its last bytes say that it is empty to the end."""

Table = tuple[str, int, str]
"""Its name, the page on which it begins, and how it was made."""


def is_legible(path: Path) -> bool:
    """Say whether the contents of a file can be read from beginning to end."""
    try:
        with closing(open_file(path, read_only=True)) as file:
            file.execute("SELECT * FROM sqlite_master").fetchall()
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False
    return True


def written_anew(damaged: Path, copy: Path, *, like: Path) -> None:
    """Copy a file, with the contents of ``like``, a ledger just made.

    A ledger's tables begin where they began when it was made. What can still be read of its own
    contents has to say so too.

    Raises:
        sqlite3.DatabaseError: it says otherwise.
    """
    shutil.copyfile(damaged, copy)
    if not are_of_a_kind(copy, like):
        _put_header(copy, _header(like))
    with suppress(FileNotFoundError):
        shutil.copyfile(f"{damaged}-wal", f"{copy}-wal")
    with closing(sqlite3.connect(copy)) as file:
        file.execute(_TOLERANT)
        with suppress(sqlite3.DatabaseError, UnicodeDecodeError):
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        legible = _from_both_ends(file)
    with closing(sqlite3.connect(like)) as file:
        tables = _from_both_ends(file)
    begins = {name: page for name, page, _ in tables}
    if any(begins.get(name, page) != page for name, page, _ in legible):
        raise sqlite3.DatabaseError("the list of its tables is torn")
    _list(copy, tables, header=_header(like))


def are_of_a_kind(one: Path, other: Path) -> bool:
    """Say whether the headers of two files tell of the same program and size of a page."""
    return _kind(_header(one)) == _kind(_header(other))


def tell_a_revision(path: Path) -> bool:
    """Say whether a file says which revision of a ledger it has: proof where its header is lost."""
    try:
        with closing(open_file(path, read_only=True)) as file:
            return bool(file.execute(REVISION).fetchall() == [(HEAD,)])
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER)


def _kind(header: bytes) -> tuple[bytes, ...]:
    return header[:18], header[68:72]


def _from_both_ends(file: sqlite3.Connection) -> set[Table]:
    found: set[Table] = set()
    for order in ("", " DESC"):
        with suppress(sqlite3.DatabaseError, UnicodeDecodeError):
            for table in file.execute(f"{_LISTED} ORDER BY rowid{order}"):
                found.add(table)
    return found


def _put_header(path: Path, header: bytes) -> None:
    first = bytearray(header)
    first[18:20] = b"\2\2"  # what stands in a write-ahead log counts
    first[28:32] = bytes(4)  # how many pages there are, the file's size tells
    with path.open("r+b") as file:
        file.write(first)


def _list(path: Path, tables: Iterable[Table], *, header: bytes) -> None:
    size = int.from_bytes(header[16:18], "big")
    # Of a file that was cut off the end is blank, so that its tables may begin there.
    pages = max(path.stat().st_size // size, *(page for _, page, _ in tables))
    first = bytearray(header)
    first[18:20] = b"\1\1"  # no write-ahead log
    first[28:32] = pages.to_bytes(4, "big")
    first[32:40] = bytes(8)  # no free pages: new ones come at the end
    first += _EMPTY_LEAF
    first[_HEADER + 5 : _HEADER + 7] = size.to_bytes(2, "big")
    for beside in ("-wal", "-shm"):
        Path(f"{path}{beside}").unlink(missing_ok=True)
    with path.open("r+b") as file:
        file.write(first)
        file.truncate(pages * size)
    with closing(sqlite3.connect(path)) as copy, copy:
        copy.execute(_TOLERANT)
        copy.executemany("INSERT INTO sqlite_master VALUES ('table', ?1, ?1, ?2, ?3)", tables)
