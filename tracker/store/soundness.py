"""Soundness: pages, triggers and foreign keys, as the database itself can tell of them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, ForeignKey, Table, select
from sqlalchemy.exc import DatabaseError

from tracker.store.tables import metadata
from tracker.store.triggers import triggers

_SHOWN = 10
_ON_GUARD = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
    "JOIN pg_class ON pg_class.oid = tgrelid AND relnamespace = current_schema()::regnamespace "
    "WHERE tgenabled IN ('O', 'A')",
}
"""Whoever owns the tables can take away, or switch off, what guards them."""


def integrity(connection: Connection) -> Iterator[str]:
    """Say what is wrong with the pages and the triggers."""
    if connection.dialect.name == "sqlite":  # PostgreSQL looks after its pages itself
        yield from _faults_of_pages(connection)
    rows = connection.exec_driver_sql(_ON_GUARD[connection.dialect.name])
    on_guard = {row[0]: row[1] for row in rows}
    for name, made in sorted(triggers(connection.dialect.name).items()):
        if name not in on_guard:
            yield f"the trigger {name} is missing or switched off"
        elif on_guard[name] not in made:  # of PostgreSQL's it is the body that is told
            yield f"the trigger {name} was altered; “tracker ledger check --mend” puts it back"


def _faults_of_pages(connection: Connection) -> Iterator[str]:
    """What SQLite says of the pages, a line each.

    Where it cannot go on behind the first fault, the driver raises instead of telling it.
    """
    try:
        told = connection.exec_driver_sql(f"PRAGMA integrity_check({_SHOWN})").scalars().all()
    except DatabaseError:
        told = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalars().all()
    for line in "\n".join(told).splitlines():
        if line != "ok" and not line.startswith("***"):
            yield line


def foreign_keys(connection: Connection) -> Iterator[str]:
    """Say which rows point to others that are not there."""
    if connection.dialect.name == "sqlite":
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"row {row} of {table} points to a {parent} that is not there"
        return
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            yield from _loose_ends(connection, table, key)


def _loose_ends(connection: Connection, table: Table, key: ForeignKey) -> Iterator[str]:
    parent = key.column.table.alias("parent")
    points = parent.c[key.column.name] == key.parent
    first = next(iter(table.primary_key))
    query = (
        select(first)
        .outerjoin_from(table, parent, points)
        .where(key.parent.is_not(None), parent.c[key.column.name].is_(None))
        .order_by(first)
        .limit(_SHOWN)
    )
    for row in connection.scalars(query):
        yield f"row {row} of {table.name} points to a {key.column.table.name} that is not there"
