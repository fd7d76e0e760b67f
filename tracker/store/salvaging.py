"""Salvaging: the rows of a damaged table are read around the damage, and put into a new one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from tracker.store.cells import legible_in
from tracker.store.tables import metadata

Row = tuple[object, ...]


def salvage(source: sqlite3.Connection, saved: sqlite3.Connection, table: str) -> tuple[int, int]:
    """Put what can be read of a table into another file; how many rows, and how many are lost.

    A table is read from both ends to the damage, and what lies between is looked up row by row.
    """
    source.text_factory = _text
    there = _columns(source, table)
    names = [name for name in _columns(saved, table) if name in there]
    if not names:  # made by a program that did not have it yet
        return 0, 0
    listed = ", ".join(f'"{name}"' for name in names)
    put = f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join("?" * len(names))})'
    legible = [legible_in(metadata.tables[table].c[name]) for name in names]
    count = lost = 0
    for row in _rows(source, table, listed):
        if row is not None and (_put(saved, put, row) or _put_unread(saved, put, row, legible)):
            count += 1
        else:
            lost += 1
    return count, lost


def _put(saved: sqlite3.Connection, put: str, row: Row) -> bool:
    try:
        saved.execute(put, row)
    except (sqlite3.IntegrityError, sqlite3.InterfaceError):  # damage that looks like a row
        return False
    return True


def _put_unread(
    saved: sqlite3.Connection, put: str, row: Row, legible: list[Callable[[Any], bool]]
) -> bool:
    """Put a row that breaks a rule only in a cell that cannot be read, and will be told anew."""
    if all(is_legible(value) for is_legible, value in zip(legible, row, strict=True)):
        return False
    saved.execute("PRAGMA ignore_check_constraints = ON")
    try:
        return _put(saved, put, row)
    finally:
        saved.execute("PRAGMA ignore_check_constraints = OFF")


def _columns(file: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table that can be written: not those that SQLite computes."""
    rows = file.execute(f'PRAGMA table_xinfo("{table}")')
    return [name for _, name, _, _, _, _, hidden in rows if not hidden]


def _rows(source: sqlite3.Connection, table: str, names: str) -> Iterator[Row | None]:
    """Read a table around its damage; None stands for each row that may have been there."""
    query = f'SELECT rowid, {names} FROM "{table}"'
    first, last = 0, None
    try:
        for number, *row in source.execute(f"{query} ORDER BY rowid"):
            yield tuple(row)
            first = number
    except sqlite3.DatabaseError:
        last = _highest(source, table)
    if last is None:
        return
    try:
        for number, *row in source.execute(
            f"{query} WHERE rowid > ? ORDER BY rowid DESC", (first,)
        ):
            yield tuple(row)
            last = number - 1
    except sqlite3.DatabaseError:
        lost = False
        for row in _one_by_one(source, query, range(first + 1, last + 1)):
            lost = lost or row is None
            yield row
        if not lost:  # nothing tells how many rows there were, but one at least is gone
            yield None


def _one_by_one(source: sqlite3.Connection, query: str, numbers: range) -> Iterator[Row | None]:
    for number in numbers:
        try:
            found = source.execute(f"{query} WHERE rowid = ?", (number,)).fetchone()
        except sqlite3.DatabaseError:
            yield None
        else:
            if found is not None:
                yield tuple(found[1:])


def _highest(source: sqlite3.Connection, table: str) -> int:
    """The number up to which rows were ever given one, as far as the file still says."""
    numbers = [0]
    for query in (
        f'SELECT max(rowid) FROM "{table}"',
        f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'",
    ):
        try:
            numbers += [int(number) for (number,) in source.execute(query) if number]
        except sqlite3.DatabaseError:
            continue
    return max(numbers)


def numbers_used(source: sqlite3.Connection) -> dict[str, int]:
    """The highest number that each kind of thing ever had; none may be given out again."""
    return {
        table.name: _highest(source, table.name)
        for table in metadata.sorted_tables
        if table.dialect_options["sqlite"]["autoincrement"]
    }


def _text(data: bytes) -> str | bytes:
    """A text, or its bytes where it is none: they are met again among what cannot be read."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data
