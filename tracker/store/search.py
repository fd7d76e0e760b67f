"""Full-text search over statement, quote, source and event, kept by triggers.

What is searched stands in ``search_text``, the same for every database; how its words are kept and
found is each one's own: ``search_sqlite`` and ``search_postgres``.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Integer, Select, Text, bindparam, select, text
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeDecorator

from tracker.domain.veil import named_in
from tracker.store import search_postgres, search_sqlite
from tracker.store.search_text import INDEX

MOST_WORDS = 32
"""Of a longer search only so many words count."""


def storable(words: str) -> str:
    """Put spaces for what no ledger can hold, and so nobody can find: NUL and lone surrogates."""
    return re.sub("[\0\ud800-\udfff]", " ", words)


def folded(text: str | bytes | None) -> str:
    """A text as it is compared in lists: no case, no diacritics, in any script."""
    if isinstance(text, bytes):  # where a text should lie
        text = text.decode("utf-8", "replace")
    if text is None or text.isascii():
        return (text or "").casefold()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(one for one in apart if not unicodedata.combining(one)).casefold()


def lend_means(file: sqlite3.Connection) -> None:
    """Give SQLite what the views, lists and searches ask beyond SQL."""
    file.create_function("folded", 1, folded, deterministic=True)
    file.create_function("tells", 2, tells, deterministic=True)
    file.execute(search_sqlite.WORDS)


def tells(words: str | bytes | None, name: str) -> bool:
    """Whether some words hold a protected name."""
    if isinstance(words, bytes):  # where a text should lie
        words = words.decode("utf-8", "replace")
    return named_in([words], [name])


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
    _own(connection).rebuild(connection)


def is_spoilt(connection: Connection) -> bool:
    """Whether the index holds other words than the claims."""
    return bool(_own(connection).is_spoilt(connection))


def newest(connection: Connection, words: str, most: int) -> tuple[int, ...]:
    """The numbers of the newest claims that match what an editor typed, at most so many."""
    expression = match_expression(words)
    if not expression:
        return ()
    if connection.dialect.name == "sqlite":
        expression = search_sqlite.spelled_out(connection, expression)
    return tuple(connection.scalars(matching(expression, most)).all())


def matching(expression: str, most: int) -> Select[int]:
    """The numbers of the newest claims that match, at most so many."""
    return _matching(expression).order_by(_Number().desc()).limit(most)


def among_matching(
    column: ColumnElement[int], expression: str, most: int | None
) -> ColumnElement[bool]:
    """Whether a number is among those of the newest claims that match; without a limit, of all."""
    if most is None:
        return column.in_(_matching(expression))
    return cast("ColumnElement[bool]", _Among(column, matching(expression, most).scalar_subquery()))


def _matching(expression: str) -> Select[int]:
    matches = _Matches(bindparam(None, expression, _Expression))
    return select(_Number()).select_from(text(INDEX)).where(matches)


def stands_in(words: ColumnElement[str], some: ColumnElement[str] | str) -> ColumnElement[bool]:
    """Whether some words stand among others."""
    return _Place(words, some) > 0


class _Expression(TypeDecorator[str]):
    """An expression of ``match_expression``, as each database would have it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if dialect.name == "postgresql":
            return search_postgres.tsquery(value or "", folded)
        return value


class _Matches(FunctionElement[Any]):
    type = NullType()  # of a Boolean SQLAlchemy would ask SQLite whether it is 1
    inherit_cache = True


class _Among(FunctionElement[Any]):
    """Whether a number is one of a few thousand that a query gives."""

    type = NullType()
    inherit_cache = True


class _Number(FunctionElement[int]):
    type = Integer()
    inherit_cache = True


class _Place(FunctionElement[int]):
    """Where some words stand among others, from 1; 0 if they do not."""

    type = Integer()
    inherit_cache = True


@compiles(_Matches)
def _match(element: _Matches, compiler: Any, **given: Any) -> str:
    return f"{INDEX} MATCH {compiler.process(element.clauses, **given)}"


@compiles(_Matches, "postgresql")
def _match_tsquery(element: _Matches, compiler: Any, **given: Any) -> str:
    return f"{INDEX}.words @@ CAST({compiler.process(element.clauses, **given)} AS tsquery)"


@compiles(_Among)
def _in(element: _Among, compiler: Any, **given: Any) -> str:
    column, query = (compiler.process(one, **given) for one in element.clauses)
    return f"{column} IN {query}"


@compiles(_Among, "postgresql")
def _any(element: _Among, compiler: Any, **given: Any) -> str:
    # As an array they are looked up one by one; with IN every claim there is would be walked.
    column, query = (compiler.process(one, **given) for one in element.clauses)
    return f"{column} = ANY (ARRAY{query})"


@compiles(_Number)
def _rowid(*_: object, **__: object) -> str:
    return "rowid"


@compiles(_Number, "postgresql")
def _id(*_: object, **__: object) -> str:
    return f"{INDEX}.id"


@compiles(_Place)
def _instr(element: _Place, compiler: Any, **given: Any) -> str:
    return f"instr({compiler.process(element.clauses, **given)})"


@compiles(_Place, "postgresql")
def _strpos(element: _Place, compiler: Any, **given: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **given)})"


def _own(connection: Connection) -> Any:
    return search_postgres if connection.dialect.name == "postgresql" else search_sqlite
