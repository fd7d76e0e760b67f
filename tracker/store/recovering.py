"""Recovering a damaged ledger file: what can still be read goes into a new one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tracker.domain.errors import LedgerError
from tracker.store import contents, schema, search
from tracker.store.cells import legible_in
from tracker.store.complaints import said_plainly, say_plainly
from tracker.store.derived import create_derived, drop_derived, keep_used
from tracker.store.rebuilding import rebuild_cells
from tracker.store.sqlite import open_file, sqlite_engine
from tracker.store.tables import metadata
from tracker.store.unfinished import put_in_place, unfinished

Row = tuple[object, ...]


@dataclass(frozen=True)
class Recovered:
    """What came of one table: rows saved, and rows lost as far as can be told.

    ``cells`` counts the values that could not be read, and that the history did not tell either.
    """

    table: str
    saved: int
    lost: int
    cells: int = 0


def recover(damaged: Path, target: Path) -> tuple[Recovered, ...]:
    """Save what can be read of a damaged ledger into a new file; the damaged one is untouched.

    A table is read from both ends to the damage, and what lies between is looked up row by row.
    A row whose other end is lost is kept without it, or left out where it means nothing without.

    Raises:
        LedgerError: the file is no ledger, its tables cannot be told apart, or the target exists.
    """
    if os.path.lexists(target):
        raise LedgerError(f"{target} exists already; name a new file.")
    try:
        with unfinished(target) as part, unfinished(target) as copy:
            with said_plainly(target):
                schema.upgrade(part)
            legible, headed = damaged, contents.are_of_a_kind(damaged, part)
            if not (headed and contents.is_legible(damaged)):
                contents.written_anew(damaged, copy, like=part)
                legible = copy
            if not (headed or contents.tell_a_revision(legible)):
                raise LedgerError(
                    f"{damaged} is no ledger, or too little is left of it; look for a backup."
                )
            with (
                closing(open_file(legible, read_only=True)) as source,
                closing(open_file(part)) as saved,
            ):
                came = _saved(source, saved)
                used = _numbers_used(source)
            with said_plainly(target):
                _complete(part, used)
            put_in_place(part, target)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if "disk is full" in str(error):
            say_plainly(error, target)
        raise LedgerError(
            f"{damaged} is damaged where it says what it holds ({error}); go back to a backup."
        ) from error
    except FileExistsError as error:
        raise LedgerError(f"{target} exists already; name a new file.") from error
    except OSError as error:
        raise LedgerError(f"{target} cannot be written ({error.strerror}).") from error
    return came


def _saved(source: sqlite3.Connection, saved: sqlite3.Connection) -> tuple[Recovered, ...]:
    source.text_factory = _text
    saved.isolation_level = None
    saved.execute("PRAGMA foreign_keys = OFF")
    for (name,) in saved.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        saved.execute(f'DROP TRIGGER "{name}"')
    saved.execute("BEGIN")
    came = [_table(source, saved, table.name) for table in metadata.sorted_tables]
    saved.execute("PRAGMA ignore_check_constraints = ON")
    came = [_readable(saved, one) for one in came]
    saved.execute("PRAGMA ignore_check_constraints = OFF")
    loose = _without_loose_ends(saved)
    saved.execute("COMMIT")
    return tuple(replace(one, saved=one.saved - loose.count(one.table),
                         lost=one.lost + loose.count(one.table)) for one in came)  # fmt: skip


def _text(data: bytes) -> str | bytes:
    """A text, or its bytes where it is none: they are met again among what cannot be read."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _readable(saved: sqlite3.Connection, came: Recovered) -> Recovered:
    lost, left_out = rebuild_cells(saved, metadata.tables[came.table])
    return replace(came, saved=came.saved - left_out, lost=came.lost + left_out, cells=lost)


def _table(source: sqlite3.Connection, saved: sqlite3.Connection, table: str) -> Recovered:
    there = _columns(source, table)
    names = [name for name in _columns(saved, table) if name in there]
    listed = ", ".join(f'"{name}"' for name in names)
    put = f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join("?" * len(names))})'
    legible = [legible_in(metadata.tables[table].c[name]) for name in names]
    count = lost = 0
    for row in _rows(source, table, listed):
        if row is not None and (_put(saved, put, row) or _put_unread(saved, put, row, legible)):
            count += 1
        else:
            lost += 1
    return Recovered(table, count, lost)


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


def _numbers_used(source: sqlite3.Connection) -> dict[str, int]:
    """The highest number that each kind of thing ever had; none may be given out again."""
    return {
        table.name: _highest(source, table.name)
        for table in metadata.sorted_tables
        if table.dialect_options["sqlite"]["autoincrement"]
    }


def _without_loose_ends(saved: sqlite3.Connection) -> list[str]:
    """Untie what points to rows that are lost; returns the table of each row left out for it."""
    left_out = []
    while broken := saved.execute("PRAGMA foreign_key_check").fetchall():
        for table, row, _, number in broken:
            keys = saved.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            column = next(key[3] for key in keys if key[0] == number)
            try:
                saved.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (row,))
            except sqlite3.IntegrityError:
                left_out += [table] * saved.execute(
                    f'DELETE FROM "{table}" WHERE rowid = ?', (row,)
                ).rowcount
    return left_out


def _complete(path: Path, used: dict[str, int]) -> None:
    """Make anew what follows from the tables."""
    engine = sqlite_engine(path)
    try:
        with engine.connect() as connection, connection.begin():
            drop_derived(connection)
            create_derived(connection)
            search.rebuild(connection)
            keep_used(connection, used)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        engine.dispose()
