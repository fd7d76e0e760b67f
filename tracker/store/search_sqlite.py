"""The search index in SQLite: FTS5, which reads its words from the view ``claim_text``.

Before anything that the view shows is changed, a trigger takes the old words out of the index, and
after it another puts the new in.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from tracker.store.search_text import COLUMNS, INDEX, WATCHED
from tracker.store.trigger import Trigger

BEGINNINGS = (1, 2, 3)
"""How many letters the beginnings have that FTS5 keeps an index of by themselves."""
MOST_SPELLED = 128
"""A longer beginning is spelled out if at most so many words have it."""

_TEXT = ", ".join(COLUMNS)
_OPEN_END = re.compile(
    r'((?:"[^"A-Za-z0-9]*[A-Za-z0-9][^"]*" )*)'
    rf'"([A-Za-z0-9]{{{max(BEGINNINGS) + 1},}})"\*'
)
"""A search whose last word may go on. Where words hold other signs, FTS5 alone knows what is a word
of them: what is none is left out beside others, but beside an AND finds nothing."""

WORDS = f"CREATE VIRTUAL TABLE temp.search_word USING fts5vocab('main', '{INDEX}', 'instance')"
"""The words that the index holds, in their order; not part of the file."""

# Each step seeks the next word, whose places need not be walked.
_BEGINNING_WITH = """
WITH RECURSIVE spelled(word) AS (
  SELECT (SELECT term FROM temp.search_word WHERE term >= :begins ORDER BY term LIMIT 1)
  UNION ALL
  SELECT (SELECT term FROM temp.search_word WHERE term >= word || char(1) ORDER BY term LIMIT 1)
  FROM spelled WHERE substr(word, 1, length(:begins)) = :begins LIMIT :most)
SELECT word FROM spelled WHERE substr(word, 1, length(:begins)) = :begins
"""

TABLE = f"""
CREATE VIRTUAL TABLE {INDEX} USING fts5(
  {_TEXT}, content='claim_text', content_rowid='id', tokenize='unicode61 remove_diacritics 2',
  prefix='{" ".join(map(str, BEGINNINGS))}')
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


def spelled_out(connection: Connection, expression: str) -> str:
    """Replace an open end by the words of the index that begin so, unless they are many.

    FTS5 walks the claims of a whole word from the newest, as far as they are wanted; those of an
    open end it merges all, however few are wanted.
    """
    if (open_end := _OPEN_END.fullmatch(expression)) is None:
        return expression
    before, begins = open_end[1], open_end[2].lower()
    asked = {"begins": begins, "most": MOST_SPELLED + 1}
    words = connection.exec_driver_sql(_BEGINNING_WITH, asked).scalars().all()
    if not 0 < len(words) <= MOST_SPELLED:
        return expression
    spelled = " OR ".join(f'"{word}"' for word in words)
    return f"{before}AND ({spelled})" if before else spelled


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
