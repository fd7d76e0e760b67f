"""Full-text search over statement, quote, source and event, kept by triggers.

SQLite's FTS5 reads its words from the view ``claim_text``; before anything that the view shows
is changed, a trigger takes the old words out of the index, and after it another puts the new in.
"""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import ColumnElement, Connection, Integer, Select, literal_column, select, text

INDEX = "claim_search"
SHADOWS = tuple(f"{INDEX}_{part}" for part in ("data", "idx", "docsize", "config", "content"))

MOST_WORDS = 32
"""Of a longer search only so many words count."""

_COLUMNS = ("statement", "quote", "source", "event")
_TEXT = ", ".join(_COLUMNS)
_OPEN = (
    "CASE WHEN EXISTS (SELECT 1 FROM restricted_name AS hidden"
    " WHERE instr(lower({words}), lower(hidden.name))) THEN '' ELSE {words} END"
)

VIEWS = (
    """
CREATE VIEW claim_words (id, statement, quote, source, event) AS
SELECT claim.id,
  replace(claim.statement, coalesce(hidden.name, char(0)), coalesce(speaker.name, '')),
  (SELECT replace(group_concat(exact, ' … '), coalesce(hidden.name, char(0)), speaker.name)
   FROM (SELECT exact FROM passage WHERE claim_id = claim.id ORDER BY position)),
  (SELECT group_concat(name, ' ') FROM
    (SELECT source.name FROM hop JOIN source ON source.id = hop.source_id
     WHERE hop.claim_id = claim.id
     UNION ALL
     SELECT alias.name FROM hop JOIN alias ON alias.source_id = hop.source_id
     WHERE hop.claim_id = claim.id)),
  (SELECT title || ' ' || place || ' ' || place_name FROM event WHERE event.id = claim.event_id)
FROM claim
LEFT JOIN source AS speaker ON speaker.id = claim.speaker_id
LEFT JOIN restricted_name AS hidden ON hidden.source_id = claim.speaker_id
""",
    # What still names a protected source is not indexed at all: no search may lead to them.
    f"""
CREATE VIEW claim_text (id, {_TEXT}) AS
SELECT id, {", ".join(_OPEN.format(words=words) for words in _COLUMNS)}
FROM claim_words
""",
)

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

_SPEAKING = "SELECT claim_id FROM hop WHERE source_id = {row}.{key}"
_ABOUT = "SELECT id FROM claim WHERE event_id = {row}.id"
_ALL_WORDS = " || ' ' || ".join(f"coalesce({words}, '')" for words in _COLUMNS)
_NAMING = (
    "SELECT id FROM claim WHERE speaker_id = {row}.source_id UNION "
    f"SELECT id FROM claim_words WHERE instr(lower({_ALL_WORDS}), lower({{row}}.name))"
)

_WATCHED = (
    # table, columns whose update matters, claims concerned
    ("claim", "statement, event_id, speaker_id", "{row}.id"),
    ("passage", "exact", "{row}.claim_id"),
    ("hop", "source_id", "{row}.claim_id"),
    ("source", "name", _SPEAKING.replace("{key}", "id")),
    ("alias", "name", _SPEAKING.replace("{key}", "source_id")),
    ("event", "title, place, place_name", _ABOUT),
    ("restricted_name", "", _NAMING),
)


def triggers() -> dict[str, str]:
    """The triggers that keep the index, by name.

    A restricted name is never updated: the claims that hold the old one are not those of the new.
    """
    made: dict[str, str] = {}
    for table, columns, claims in _WATCHED:
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
            concerned = claims.format(row=row)
            made[name] = (
                f"CREATE TRIGGER {name} {moment} {what} ON {table} BEGIN "
                f"{body.format(claims=concerned)} END"
            )
    return made


def storable(words: str) -> str:
    """Put spaces for what no ledger can hold, and so nobody can find: NUL and lone surrogates."""
    return re.sub("[\0\ud800-\udfff]", " ", words)


def folded(text: str | None) -> str:
    """A text as it is compared in lists: no case, no diacritics, in any script."""
    apart = unicodedata.normalize("NFKD", text or "")
    return "".join(one for one in apart if not unicodedata.combining(one)).casefold()


def match_expression(words: str) -> str:
    """Turn what an editor typed into an FTS5 query: every word as a literal, the last a prefix.

    Text in double quotes is a phrase. An empty result means: no filter.
    """
    phrases = [
        phrase
        for quoted, plain in re.findall(r'"([^"]*)"|([^\s"]+)', storable(words))
        if re.search(r"\w", phrase := quoted or plain)
    ]
    if not phrases:
        return ""
    literal = [f'"{phrase}"' for phrase in phrases[:MOST_WORDS]]
    ends_open = not words.rstrip().endswith('"') and not words.endswith(" ")
    return " ".join(literal) + ("*" if ends_open else "")


def rebuild(connection: Connection) -> None:
    """Build the index anew from the tables."""
    connection.exec_driver_sql(f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')")


def check(connection: Connection) -> None:
    """Compare the index with the tables; the database refuses the statement if they differ."""
    connection.exec_driver_sql(f"INSERT INTO {INDEX}({INDEX}, rank) VALUES ('integrity-check', 1)")


def matching(expression: str, most: int) -> Select[int]:
    """The numbers of the newest claims that match, at most so many."""
    table: ColumnElement[str] = literal_column(INDEX)
    rowid: ColumnElement[int] = literal_column("rowid", Integer)
    return (
        select(rowid)
        .select_from(text(INDEX))
        .where(table.op("MATCH")(expression))
        .order_by(text("rowid DESC"))
        .limit(most)
    )
