"""The search index in PostgreSQL: a table of tsvectors, which triggers keep.

Words are what stands between signs, without case and diacritics in any script, as in SQLite's FTS5;
the server's own parsers and dictionaries would know hosts, stems and stop words, and only English.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import count, groupby

from sqlalchemy import Connection

from tracker.store.search_text import COLUMNS, INDEX, WATCHED
from tracker.store.trigger import Trigger

LONGEST_TEXT = 100_000
"""Code points of a text that are searched; a tsvector has room for a megabyte."""
LONGEST_WORD = 200
MOST_IN_A_PHRASE = 64

TABLE = f"""
CREATE TABLE {INDEX} (
  id integer NOT NULL,
  words tsvector NOT NULL,
  CONSTRAINT pk_{INDEX} PRIMARY KEY (id),
  CONSTRAINT fk_{INDEX}_id_claim FOREIGN KEY (id)
    REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX ix_{INDEX}_words ON {INDEX} USING gin (words)
"""

_OTHER_WORDS = {"group_concat(": "string_agg(", "instr(": "strpos(", "lower(": "folded("}
_GAP = "''' '':1'::tsvector"
"""Stands between two columns, so that no phrase reaches from one into the next."""

_WORDS = f" || {_GAP} || ".join(f"search_words({column})" for column in COLUMNS)
_KEEP = (
    f"INSERT INTO {INDEX} (id, words) SELECT id, {_WORDS} FROM claim_text WHERE id IN ({{claims}}) "
    "ON CONFLICT (id) DO UPDATE SET words = EXCLUDED.words;"
)


def functions() -> tuple[str, ...]:
    """The functions that the views and the index stand on."""
    return (
        f"""
CREATE FUNCTION folded(words text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
  SELECT replace(replace(lower(regexp_replace(normalize(coalesce(words, ''), NFKD),
    '[{_combining()}]', '', 'g') COLLATE "und-x-icu"), 'ß', 'ss'), 'ς', 'σ')
$$""",
        f"""
CREATE FUNCTION search_words(words text) RETURNS tsvector
IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
  SELECT coalesce(string_agg(left(word, {LONGEST_WORD}) || ':' || least(place, 16383), ' '), '')
    ::tsvector
  FROM regexp_split_to_table(folded(left(words, {LONGEST_TEXT})) COLLATE "und-x-icu",
    '[^[:alnum:]]+') WITH ORDINALITY AS split (word, place)
  WHERE word <> ''
$$""",
        # As domain/veil.py finds a name: whatever stands between its words, the last ones first.
        """
CREATE FUNCTION tells(words text, name text) RETURNS integer
IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
  WITH parts AS (
    SELECT array_remove(regexp_split_to_array(
      folded(name) COLLATE "und-x-icu", '[^[:alnum:]]+'), '') AS parts)
  SELECT coalesce(bool_or(strpos(
    regexp_replace(
      folded(regexp_replace(words, '\\x25[0-9A-Fa-f]{2}', ' ', 'g')) COLLATE "und-x-icu",
      '[^[:alnum:]]+', '', 'g'),
    array_to_string(parts[place:] || parts[:place - 1], '')) > 0), false)::integer
  FROM parts, generate_series(1, cardinality(parts)) AS place
$$""",
    )


def in_postgres(statement: str) -> str:
    """Say in PostgreSQL what the views and triggers say in SQLite's words."""
    for ours, theirs in _OTHER_WORDS.items():
        statement = statement.replace(ours, theirs)
    return statement


def triggers() -> Iterator[Trigger]:
    """The triggers that keep the index; a claim that goes takes its words along."""
    for table, columns, claims in WATCHED:
        for what, row in (("INSERT", "NEW"), (f"UPDATE OF {columns}", "NEW"), ("DELETE", "OLD")):
            if (what.startswith("UPDATE") and not columns) or (table, what) == ("claim", "DELETE"):
                continue
            name = f"search_{table}_{what.split()[0].lower()}"
            does = _KEEP.format(claims=in_postgres(claims.format(row=row)))
            yield Trigger(name, "AFTER", what, table, does)


def rebuild(connection: Connection) -> None:
    """Build the index anew from the tables."""
    connection.exec_driver_sql(f"DELETE FROM {INDEX}")
    connection.exec_driver_sql(
        f"INSERT INTO {INDEX} (id, words) SELECT id, {_WORDS} FROM claim_text"
    )


def is_spoilt(connection: Connection) -> bool:
    """Whether the index holds other words than the claims."""
    query = (
        f"SELECT EXISTS (SELECT 1 FROM claim_text FULL JOIN {INDEX} AS kept USING (id) "
        f"WHERE kept.words IS DISTINCT FROM {_WORDS})"
    )
    return bool(connection.exec_driver_sql(query).scalar())


def tsquery(expression: str, folded: Callable[[str], str]) -> str:
    """Turn an expression of FTS5, quoted phrases and a star at an open end, into a tsquery."""
    phrases = [
        [word[:LONGEST_WORD] for word in re.findall(r"[^\W_]+", folded(phrase))][:MOST_IN_A_PHRASE]
        for phrase in re.findall('"([^"]*)"', expression)
    ]
    said = " & ".join(" <-> ".join(f"'{word}'" for word in phrase) for phrase in phrases if phrase)
    return f"{said}:*" if said and expression.endswith("*") else said


def _combining() -> str:
    """Every combining character, as ranges of a regular expression."""
    marks = (code for code in range(0x110000) if unicodedata.combining(chr(code)))
    steps = count()
    runs = (list(run) for _, run in groupby(marks, lambda code: code - next(steps)))
    return "".join(f"\\U{run[0]:08X}-\\U{run[-1]:08X}" for run in runs)
