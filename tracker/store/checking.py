"""Checking a ledger: file, cells, keys, history and what it tells, anchors, copies, search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import islice

from sqlalchemy import Connection, ForeignKey, Table, exists, func, or_, select
from sqlalchemy.exc import DBAPIError

from tracker.domain.article import Span
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import AGAINST, RelationState
from tracker.domain.veil import veiled
from tracker.store import cells, following, search
from tracker.store.chronicle import Chronicle
from tracker.store.foreign import ForeignHistory
from tracker.store.queue import Queue
from tracker.store.retelling import untold_things
from tracker.store.tables import (
    article,
    capture,
    claim,
    evidence,
    metadata,
    passage,
    relation,
)
from tracker.store.triggers import triggers
from tracker.store.veiling import stand_ins

_SHOWN = 10
_AT_ONCE = 16
"""Captured copies in memory at once."""
_ON_GUARD = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
    "JOIN pg_class ON pg_class.oid = tgrelid AND relnamespace = current_schema()::regnamespace "
    "WHERE tgenabled IN ('O', 'A')",
}
"""Whoever owns the tables can take away, or switch off, what guards them."""
_MOST_NAMED = 1_000
"""Faults of one check that are named one by one; of more only the number is told."""


def problems(connection: Connection) -> Iterator[tuple[str, list[str]]]:
    """Run every check that only reads; yields its name and what is wrong, in words."""
    for name, check in (
        ("integrity", _integrity),
        ("cells", _cells),
        ("foreign keys", _foreign_keys),
        ("history chain", _history),
        ("as the history tells", _told),
        ("anchors", _anchors),
        ("captured copies", _copies),
        ("counts", _counts),
        ("what follows", _following),
    ):
        yield name, _found(check, connection)


def search_problems(connection: Connection) -> tuple[str, list[str]]:
    """Check the search index, in a writing transaction that the caller rolls back.

    SQLite checks an index of its own only there.
    """
    return "search index", _found(_search, connection)


def _found(check: Callable[[Connection], Iterator[str]], connection: Connection) -> list[str]:
    try:
        named = _named(check(connection))
        return veiled(named, stand_ins(connection)) if check is not _cells else named
    except DBAPIError as error:
        return [f"could not be checked: {error.orig}"]
    except (ValueError, TypeError, LookupError) as error:  # a value nobody could have written
        return [f"could not be checked, a row was altered: {error}"]


def _named(faults: Iterator[str]) -> list[str]:
    named = list(islice(faults, _MOST_NAMED))
    more = sum(1 for _ in faults)
    return [*named, f"and {more:,} more"] if more else named


def _integrity(connection: Connection) -> Iterator[str]:
    if connection.dialect.name == "sqlite":  # PostgreSQL looks after its pages itself
        for (line,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_SHOWN})"):
            if line != "ok":
                yield line
    rows = connection.exec_driver_sql(_ON_GUARD[connection.dialect.name])
    on_guard = {row[0]: row[1] for row in rows}
    for name, made in sorted(triggers(connection.dialect.name).items()):
        if name not in on_guard:
            yield f"the trigger {name} is missing or switched off"
        elif on_guard[name] not in made:  # of PostgreSQL's it is the body that is told
            yield f"the trigger {name} was altered; “tracker ledger check --mend” puts it back"


def _cells(connection: Connection) -> Iterator[str]:
    yield from map(str, cells.unreadable(connection))


def _foreign_keys(connection: Connection) -> Iterator[str]:
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


def _history(connection: Connection) -> Iterator[str]:
    yield from Chronicle(connection).broken_links()
    yield from ForeignHistory(connection).broken_links()


def _told(connection: Connection) -> Iterator[str]:
    yield from untold_things(connection)
    against = exists().where(
        or_(relation.c.a == claim.c.id, relation.c.b == claim.c.id),
        relation.c.kind.in_(AGAINST),
        relation.c.state != RelationState.REJECTED,
    )
    query = select(claim.c.id, claim.c.contested).where(claim.c.contested != against)
    for number, contested in connection.execute(query.order_by(claim.c.id)):
        is_it = (
            "is marked as contested, though no claim stands"
            if contested
            else ("is not marked as contested, though a claim stands")
        )
        yield f"{Ref(Kind.CLAIM, number)} {is_it} against it"


def _anchors(connection: Connection) -> Iterator[str]:
    texts: dict[int, str] = {}
    revised = dict(_revised(connection))
    query = select(passage).order_by(passage.c.article_id, passage.c.claim_id)
    for row in connection.execute(query):
        if row.article_id not in texts:
            texts = {
                row.article_id: connection.scalar(
                    select(article.c.text).where(article.c.id == row.article_id)
                )
                or ""
            }
        where = f"the passage of {Ref(Kind.CLAIM, row.claim_id)} in {_article(row.article_id)}"
        if words_at(texts[row.article_id], row.spans) != row.exact:
            yield f"{where} is not where its anchor says"
        if not row.orphaned and row.article_id in revised:
            yield f"{where} was not looked for in {_article(revised[row.article_id])}"


def _revised(connection: Connection) -> Iterator[tuple[int, int]]:
    """Each former text of an article and the newest."""
    query = select(article.c.id, article.c.revision_of).where(article.c.revision_of.is_not(None))
    newest: dict[int, int] = {}
    for number, first in connection.execute(query.order_by(article.c.id)):
        if first in newest:
            yield newest[first], number
        newest[first] = number
    yield from newest.items()


def _article(number: int) -> Ref:
    return Ref(Kind.ARTICLE, number)


def _copies(connection: Connection) -> Iterator[str]:
    query = (
        select(evidence.c.id, capture.c.sha256, capture.c.content)
        .join_from(capture, evidence, evidence.c.capture == capture.c.sha256, isouter=True)
        .order_by(capture.c.sha256, evidence.c.id)
    )
    for row in connection.execute(query, execution_options={"yield_per": _AT_ONCE}):
        if sha256(row.content).hexdigest() != row.sha256:
            whose = f"of {Ref(Kind.EVIDENCE, row.id)}" if row.id else f"{row.sha256[:12]}…"
            yield f"the captured copy {whose} is not what was captured"


def words_at(text: str, spans: tuple[Span, ...]) -> str:
    """The words that stand at spans of a text, as a passage keeps them."""
    return " … ".join(text[span.start : span.end] for span in spans)


def _counts(connection: Connection) -> Iterator[str]:
    kin = (claim.c.status, claim.c.stage, claim.c.contested, claim.c.stale)
    rows = connection.execute(select(*kin, func.count()).group_by(*kin))
    counted = {tuple(same): number for *same, number in rows}
    if counted != Queue(connection).tally():
        yield "they do not add up; “tracker ledger check --mend” counts anew"


def _following(connection: Connection) -> Iterator[str]:
    for one in following.said(connection):
        yield f"{one}; “tracker ledger check --mend” puts that right"


def _search(connection: Connection) -> Iterator[str]:
    if search.is_spoilt(connection):
        yield "it does not hold what the claims say; “tracker ledger check --mend” rebuilds it"
