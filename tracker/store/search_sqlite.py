"""The search index in SQLite: FTS5, which reads its words from the view ``claim_text``.

Before anything that the view shows is changed, a trigger takes the old words out of the index, and
after it another puts the new in.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from tracker.store.search_text import COLUMNS, INDEX, WATCHED
from tracker.store.trigger import Trigger

_TEXT = ", ".join(COLUMNS)

TABLE = f"""
CREATE VIRTUAL TABLE {INDEX} USING fts5(
  {_TEXT}, content='claim_text', content_rowid='id', tokenize='unicode61 remove_diacritics 2')
"""

_TAKE_OUT = (
    f"INSERT INTO {INDEX}({INDEX}, rowid, {_TEXT}) "
    f"SELECT 'delete', id, {_TEXT} FROM claim_text WHERE id IN ({{claims}});"
)
_PUT_IN = (
    f"INSERT INTO {INDEX}(rowid, {_TEXT}) "
    f"SELECT id, {_TEXT} FROM claim_text WHERE id IN ({{claims}});"
)


def triggers() -> Iterator[Trigger]:
    """The triggers that keep the index."""
    for table, columns, claims in WATCHED:
        for moment, what, row, body in (
            ("BEFORE", "INSERT", "NEW", _TAKE_OUT),
            ("AFTER", "INSERT", "NEW", _PUT_IN),
            ("BEFORE", f"UPDATE OF {columns}", "OLD", _TAKE_OUT),
            ("AFTER", f"UPDATE OF {columns}", "NEW", _PUT_IN),
            ("BEFORE", "DELETE", "OLD", _TAKE_OUT),
            ("AFTER", "DELETE", "OLD", _PUT_IN),
        ):
            if what.startswith("UPDATE") and not columns:
                continue
            name = f"search_{table}_{moment.lower()}_{what.split()[0].lower()}"
            does = body.format(claims=claims.format(row=row))
            yield Trigger(name, moment, what, table, does)


def rebuild(connection: Connection) -> None:
    """Build the index anew from the tables."""
    connection.exec_driver_sql(f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')")


def is_spoilt(connection: Connection) -> bool:
    """Whether the index holds other words than the claims; asks in a transaction that writes."""
    try:
        connection.exec_driver_sql(
            f"INSERT INTO {INDEX}({INDEX}, rank) VALUES ('integrity-check', 1)"
        )
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_CORRUPT_VTAB:
            raise
        return True
    return False
