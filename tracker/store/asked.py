"""Small statements, given to SQLite's own driver.

A claim whole is a dozen of questions, most of them answered by nothing, and a mark writes two rows;
with all that the library does about each of them they take five times as long, and an editor waits
for them at every key.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Dialect,
    Insert,
    Select,
    Table,
    TextualSelect,
    Update,
    insert,
)
from sqlalchemy.exc import IntegrityError

from tracker.domain.errors import BadInputError
from tracker.store.home import NUL

if TYPE_CHECKING:
    from sqlalchemy import RowMapping

_KEPT = 512
"""Questions that are kept in words: the program's own, and those of the latest lists."""

Question = Select[Any] | CompoundSelect[Any] | TextualSelect


def asked(connection: Connection, statement: Question, **values: Any) -> Sequence[RowMapping]:
    """The rows that answer a statement which is made once and asked often."""
    driver = _sqlite(connection)
    if driver is not None:
        plain = _question(statement, connection.dialect)
        try:
            found = driver.execute(plain.words, plain.bound(values)).fetchall()
        except sqlite3.Error:
            pass  # the library will meet it again, and say it in its own way
        else:
            return cast("Sequence[RowMapping]", plain.rows(found))
    return connection.execute(statement, values).mappings().all()


def done(connection: Connection, statement: Insert | Update, values: Mapping[str, Any]) -> int:
    """Write one row by a statement that is made once; returns how many rows were written.

    Raises:
        BadInputError: a text holds what no ledger can.
    """
    driver = _sqlite(connection)
    if driver is None:
        return connection.execute(statement, values).rowcount
    plain = _order(statement, tuple(values), connection.dialect)
    bound = plain.bound(values)
    refuse_nul_in(bound)
    # Not tried again by the library: what the driver could not write may have ended the action.
    return driver.execute(plain.words, bound).rowcount


def add_row(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Add one row to a table that numbers its rows; returns its number.

    Raises:
        BadInputError: a text holds what no ledger can.
        IntegrityError: the row breaks a rule.
    """
    driver = _sqlite(connection)
    if driver is None:
        made = connection.execute(_into(table), values).inserted_primary_key
        assert made is not None
        return int(made[0])
    plain = _order(_into(table), tuple(values), connection.dialect)
    bound = plain.bound(values)
    refuse_nul_in(bound)
    try:
        return int(driver.execute(plain.words, bound).lastrowid or 0)
    except sqlite3.IntegrityError as error:
        raise IntegrityError(plain.words, None, error) from error


def add_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows that all have the same columns.

    Raises:
        BadInputError: a text holds what no ledger can.
    """
    driver = _sqlite(connection)
    if driver is None or not rows:
        connection.execute(_into(table), rows) if rows else None
        return
    plain = _order(_into(table), tuple(rows[0]), connection.dialect)
    bound = [plain.bound(row) for row in rows]
    for values in bound:
        refuse_nul_in(values)
    driver.executemany(plain.words, bound)


def refuse_nul_in(values: Sequence[Any]) -> None:
    """Refuse what SQLite takes, and then cuts the text there; PostgreSQL refuses it by itself.

    Raises:
        BadInputError: a text holds a NUL character.
    """
    for value in values:
        if isinstance(value, str) and "\0" in value:
            raise BadInputError(NUL)


def _sqlite(connection: Connection) -> sqlite3.Connection | None:
    driver = connection.connection.dbapi_connection
    return driver if isinstance(driver, sqlite3.Connection) else None


_Place = tuple[str, Any, Callable[[Any], Any] | None]
"""The name of a value, what it is where none is given, and how it is written."""


class _Plain(NamedTuple):
    """A statement in SQL, and how its values go in and come out."""

    words: str
    places: tuple[_Place, ...]
    columns: tuple[str, ...] = ()
    read: tuple[tuple[str, Callable[[Any], Any]], ...] = ()
    """The columns whose values are read in some way, and how."""

    def bound(self, values: Mapping[str, Any]) -> list[Any]:
        """The values in the order of their places."""
        return [
            values.get(name, other) if write is None else write(values.get(name, other))
            for name, other, write in self.places
        ]

    def rows(self, found: Iterable[tuple[Any, ...]]) -> list[dict[str, Any]]:
        """Rows as the library would give them."""
        rows = [dict(zip(self.columns, values, strict=True)) for values in found]
        for row in rows:
            for name, read in self.read:
                row[name] = read(row[name])
        return rows


@lru_cache(_KEPT)
def _question(statement: Question, dialect: Dialect) -> _Plain:
    columns = statement.selected_columns
    reads = (
        (name, one.type.dialect_impl(dialect).result_processor(dialect, None))
        for name, one in columns.items()
    )
    return _Plain(
        *_in_words(statement.compile(dialect=dialect), dialect),
        tuple(columns.keys()),
        tuple((name, read) for name, read in reads if read is not None),
    )


@cache
def _into(table: Table) -> Insert:
    return insert(table)


@cache
def _order(statement: Insert | Update, columns: tuple[str, ...], dialect: Dialect) -> _Plain:
    compiled = statement.compile(dialect=dialect, column_keys=list(columns))
    return _Plain(*_in_words(compiled, dialect))


def _in_words(compiled: Any, dialect: Dialect) -> tuple[str, tuple[_Place, ...]]:
    return str(compiled), tuple(
        (
            name,
            compiled.params[name],
            compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect),
        )
        for name in compiled.positiontup
    )
