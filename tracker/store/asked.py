"""Small questions, asked of SQLite's own driver.

A claim whole is a dozen of such questions, most of them answered by nothing; with all that the
library does about each of them they take five times as long, and an editor waits for them at
every key.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sqlalchemy import Connection, Dialect, Select, TextualSelect

if TYPE_CHECKING:
    from sqlalchemy import RowMapping


def asked(
    connection: Connection, statement: Select[Any] | TextualSelect, **values: Any
) -> Sequence[RowMapping]:
    """The rows that answer a statement which is made once and asked often."""
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection):
        plain = _plain(statement, connection.dialect)
        try:
            found = driver.execute(plain.words, plain.bound(values)).fetchall()
        except sqlite3.Error:
            pass  # the library will meet it again, and say it in its own way
        else:
            return cast("Sequence[RowMapping]", [plain.row(row) for row in found])
    return connection.execute(statement, values).mappings().all()


class _Plain(NamedTuple):
    """A statement in SQL, and how its values go in and come out."""

    words: str
    places: tuple[tuple[str, Any, Callable[[Any], Any] | None], ...]
    """The name of each value, what it is where none is given, and how it is written."""
    columns: tuple[str, ...]
    read: tuple[tuple[str, Callable[[Any], Any]], ...]
    """The columns whose values are read in some way, and how."""

    def bound(self, values: dict[str, Any]) -> list[Any]:
        """The values in the order of their places."""
        return [
            values.get(name, other) if write is None else write(values.get(name, other))
            for name, other, write in self.places
        ]

    def row(self, values: tuple[Any, ...]) -> dict[str, Any]:
        """A row as the library would give it."""
        row = dict(zip(self.columns, values, strict=True))
        for name, read in self.read:
            row[name] = read(row[name])
        return row


@cache
def _plain(statement: Select[Any] | TextualSelect, dialect: Dialect) -> _Plain:
    compiled = statement.compile(dialect=dialect)
    places = tuple(
        (
            name,
            compiled.params[name],
            compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect),
        )
        for name in compiled.positiontup or ()
    )
    columns = statement.selected_columns
    reads = (
        (name, one.type.dialect_impl(dialect).result_processor(dialect, None))
        for name, one in columns.items()
    )
    return _Plain(
        str(compiled),
        places,
        tuple(columns.keys()),
        tuple((name, read) for name, read in reads if read is not None),
    )
