"""Many rows at once, by the shortest way that the driver has.

SQLAlchemy's own way looks at every value of every row again; here each column is asked once how
its values are written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert

from tracker.store.tables import metadata

Write = Callable[[Any], Any]
_CACHE_KB = 128 * 1024
_USUAL_CACHE = -2000


class Bulk:
    """Puts rows into the tables of an empty ledger, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._ways: dict[tuple[str, ...], tuple[str, list[tuple[str, Write | None]]]] = {}

    def begin(self) -> None:
        """Let a row point at one that comes later, and let the indexes of keys stay in memory."""
        if self._connection.dialect.name == "sqlite":
            self._connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE_KB}")
            self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            return
        for table, key in _pointing_at_their_like():
            self._connection.exec_driver_sql(
                f'ALTER TABLE "{table}" ALTER CONSTRAINT "{key}" DEFERRABLE INITIALLY DEFERRED'
            )

    def settle(self) -> None:
        """Check what was let through; PostgreSQL makes no index on a table that awaits it."""
        if self._connection.dialect.name != "sqlite":
            self._connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")

    def finish(self) -> None:
        """Be as strict as before."""
        if self._connection.dialect.name == "sqlite":
            self._connection.exec_driver_sql(f"PRAGMA cache_size = {_USUAL_CACHE}")
            return
        for table, key in _pointing_at_their_like():
            self._connection.exec_driver_sql(
                f'ALTER TABLE "{table}" ALTER CONSTRAINT "{key}" NOT DEFERRABLE'
            )

    def put(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Put rows into a table; all have the same columns."""
        if self._connection.dialect.name != "sqlite":
            self._connection.execute(insert(table), rows)
            return
        key = (table.name, *rows[0])
        if key not in self._ways:
            self._ways[key] = self._way(table, key[1:])
        statement, columns = self._ways[key]
        values = [
            tuple(row[name] if write is None else write(row[name]) for name, write in columns)
            for row in rows
        ]
        self._connection.exec_driver_sql(statement, values)

    def _way(
        self, table: Table, names: Sequence[str]
    ) -> tuple[str, list[tuple[str, Write | None]]]:
        """The statement for some columns, and how each of them is written."""
        dialect = self._connection.dialect
        compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
        return str(compiled), [
            (name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect))
            for name in compiled.positiontup or ()
        ]


def _pointing_at_their_like() -> list[tuple[str, str]]:
    """The tables whose rows point at others of the same table, and by which key."""
    return [
        (table.name, str(key.name))
        for table in metadata.sorted_tables
        for key in table.foreign_key_constraints
        if key.referred_table is table
    ]
