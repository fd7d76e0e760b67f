"""What follows from the tables: functions, views, triggers, and which numbers were given out."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from tracker.store import search_postgres
from tracker.store.search_text import VIEWS
from tracker.store.tables import metadata
from tracker.store.triggers import RETELL, triggers


def create_derived(connection: Connection) -> None:
    """Create what follows from the tables: the views of search, the tally, every trigger."""
    dialect = connection.dialect.name
    views: Iterable[str] = VIEWS
    if dialect == "postgresql":
        views = (*search_postgres.functions(), *map(search_postgres.in_postgres, VIEWS))
    for statement in (*views, *RETELL, *triggers(dialect).values()):
        connection.exec_driver_sql(statement)


def renew(connection: Connection) -> None:
    """Create them anew; on a server, where only the tables' owner could, the tally alone."""
    if connection.dialect.name == "sqlite":
        drop_derived(connection)
        create_derived(connection)
        return
    for statement in RETELL:
        connection.exec_driver_sql(statement)


def drop_derived(connection: Connection) -> None:
    """Drop the triggers and the views; a batch migration would lose or trip over them."""
    if connection.dialect.name == "postgresql":
        _drop_in_postgres(connection)
        return
    names = connection.exec_driver_sql(
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY type"
    ).fetchall()
    for kind, name in names:
        connection.exec_driver_sql(f'DROP {kind} "{name}"')


def _drop_in_postgres(connection: Connection) -> None:
    """Drop them, and nothing else that somebody may keep in the same schema."""
    made = connection.exec_driver_sql(
        "SELECT DISTINCT tgfoid::regprocedure::text FROM pg_trigger "
        "JOIN pg_class ON pg_class.oid = tgrelid AND relnamespace = current_schema()::regnamespace "
        "WHERE NOT tgisinternal AND relname = ANY(%(ours)s)",
        {"ours": list(metadata.tables)},
    ).scalars()
    for function in (*made, "folded(text)", "search_words(text)", "tells(text, text)"):
        connection.exec_driver_sql(f"DROP FUNCTION IF EXISTS {function} CASCADE")
    for view in ("claim_text", "claim_words"):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {view}")


def numbers_used(connection: Connection) -> dict[str, int]:
    """The highest public number ever given out, by table."""
    if connection.dialect.name == "postgresql":
        return {}  # a sequence stays with its column through every change of a table
    there = "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'"
    if connection.exec_driver_sql(there).first() is None:
        return {}
    rows = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")
    return {row.name: row.seq for row in rows}


def keep_used(connection: Connection, used: dict[str, int]) -> None:
    """Let no number be given out twice; a rebuilt table knows only those that are left in it."""
    for table, highest in used.items():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(
                "SELECT setval(found, greatest(%(highest)s, nextval(found))) "
                "FROM (SELECT pg_get_serial_sequence(%(table)s, 'id')::regclass AS found) AS own",
                {"table": table, "highest": highest},
            )
            continue
        connection.exec_driver_sql(
            "DELETE FROM sqlite_sequence WHERE name = ? AND seq < ?", (table, highest)
        )
        connection.exec_driver_sql(
            "INSERT INTO sqlite_sequence (name, seq) SELECT ?, ? "
            "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)",
            (table, highest, table),
        )
