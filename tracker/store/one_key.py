"""The rows of a single key, asked of SQLite's own driver.

A claim whole is a dozen of such questions, most of them answered by nothing; with all that the
library does about each of them they take five times as long, and an editor waits for them at
every key.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sqlalchemy import Column, Connection, Dialect, Select

if TYPE_CHECKING:
    from sqlalchemy import RowMapping


def rows_of_one(
    connection: Connection, statement: Select[Any], column: Column[Any], key: Any
) -> Sequence[RowMapping]:
    """The rows of a table whose column holds a key, by a statement that selects the whole table."""
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection):
        plain = _plain(statement, column, connection.dialect)
        try:
            found = driver.execute(plain.words, (plain.bound(key),)).fetchall()
        except sqlite3.Error:
            pass  # the library will meet it again, and say it in its own way
        else:
            return cast("Sequence[RowMapping]", [plain.row(values) for values in found])
    return connection.execute(statement, {"key": key}).mappings().all()


class _Plain(NamedTuple):
    """A statement in SQL, and how its values go in and come out."""

    words: str
    bound: Callable[[Any], Any]
    columns: tuple[tuple[str, Callable[[Any], Any] | None], ...]

    def row(self, values: tuple[Any, ...]) -> dict[str, Any]:
        """A row as the library would give it."""
        return {
            name: value if read is None else read(value)
            for (name, read), value in zip(self.columns, values, strict=True)
        }


@cache
def _plain(statement: Select[Any], column: Column[Any], dialect: Dialect) -> _Plain:
    columns = tuple(
        (one.name, one.type.dialect_impl(dialect).result_processor(dialect, None))
        for one in column.table.c
    )
    bound = column.type.dialect_impl(dialect).bind_processor(dialect)
    return _Plain(str(statement.compile(dialect=dialect)), bound or (lambda key: key), columns)
