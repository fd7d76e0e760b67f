"""Checking a ledger: file, cells, keys, history and what it tells, anchors, copies, search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256

from sqlalchemy import Connection, exists, func, or_, select
from sqlalchemy.exc import DBAPIError

from tracker.domain.article import Span
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import AGAINST, RelationState
from tracker.domain.veil import veiled
from tracker.store import cells, following, search, soundness
from tracker.store.chronicle import Chronicle
from tracker.store.foreign import ForeignHistory
from tracker.store.past_reading import PastReading, but
from tracker.store.records import raw
from tracker.store.retelling import untold_things
from tracker.store.tables import (
    article,
    capture,
    claim,
    evidence,
    passage,
    relation,
    tally,
)
from tracker.store.veiling import stand_ins

Doing = Callable[[str], None]

_ROWS_AT_ONCE = 1000
_PASSAGE = tuple(passage.c[one] for one in ("article_id", "claim_id", "spans", "exact", "orphaned"))
_AT_ONCE = 16
"""Captured copies in memory at once."""
_MOST_NAMED = 1_000
"""Faults of one check that are named one by one; of more only the number is told."""


_INDEX = "search index"
NO_SEARCH = _INDEX, None


def problems(connection: Connection, doing: Doing) -> Iterator[tuple[str, list[str]]]:
    """Run every check that only reads; yields its name and what is wrong, in words.

    ``doing`` is told of each step. What the check of the cells finds past reading is left out of
    those after it.
    """
    unread = PastReading()
    checks: tuple[tuple[str, Callable[[Connection], Iterator[str]]], ...] = (
        ("integrity", soundness.integrity),
        ("cells", partial(_cells, unread, doing)),
        ("foreign keys", soundness.foreign_keys),
        ("history chain", _history),
        ("as the history tells", partial(_told, unread, doing)),
        ("anchors", partial(_anchors, unread)),
        ("captured copies", _copies),
        ("counts", _counts),
        ("what follows", partial(_following, unread, doing)),
    )
    for name, check in checks:
        doing(name)
        yield name, _found(check, connection, as_they_are=name == "cells")


def search_problems(connection: Connection, doing: Doing) -> tuple[str, list[str]]:
    """Check the search index, in a writing transaction that the caller rolls back.

    SQLite checks an index of its own only there.
    """
    doing(_INDEX)
    return _INDEX, _found(_search, connection)


def _found(
    check: Callable[[Connection], Iterator[str]],
    connection: Connection,
    *,
    as_they_are: bool = False,
) -> list[str]:
    named = _named(check(connection))
    try:
        return named if as_they_are else veiled(named, stand_ins(connection))
    except DBAPIError:
        return named  # nothing tells which names are protected


def _named(faults: Iterator[str]) -> list[str]:
    """The first faults, how many more there are, and why no more could be looked for."""
    named: list[str] = []
    more = 0
    try:
        for fault in faults:
            if len(named) < _MOST_NAMED:
                named.append(fault)
            else:
                more += 1
        why = ""
    except DBAPIError as error:
        why = f"could not be checked: {error.orig}"
    except (ValueError, TypeError, LookupError) as error:  # a value nobody could have written
        why = f"could not be checked, a row was altered: {error}"
    return [*named, *([f"and {more:,} more"] if more else []), *([why] if why else [])]


def _cells(unread: PastReading, doing: Doing, connection: Connection) -> Iterator[str]:
    for cell in cells.unreadable(connection, doing):
        unread.meet(cell)
        yield str(cell)
    unread.meet_subjects(connection)


def _history(connection: Connection) -> Iterator[str]:
    with cells.as_it_lies(connection.connection.dbapi_connection):
        yield from Chronicle(connection).broken_links()
        yield from ForeignHistory(connection).broken_links()


def _told(unread: PastReading, doing: Doing, connection: Connection) -> Iterator[str]:
    yield from untold_things(connection, unread, doing)
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


def _anchors(unread: PastReading, connection: Connection) -> Iterator[str]:
    texts: dict[int, str] = {}
    revised = dict(_revised(connection))
    claims, articles = unread.of(Kind.CLAIM), unread.of(Kind.ARTICLE)
    query = (
        select(*_PASSAGE)
        .where(but(passage.c.claim_id, claims), but(passage.c.article_id, articles))
        .order_by(passage.c.article_id, passage.c.claim_id)
    )
    for row in connection.execute(query, execution_options={"yield_per": _ROWS_AT_ONCE}):
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
    yield from unread.said((Kind.CLAIM, Kind.ARTICLE))


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
        is_legible = isinstance(row.content, bytes)  # else it was told among the cells
        if is_legible and sha256(row.content).hexdigest() != row.sha256:
            whose = f"of {Ref(Kind.EVIDENCE, row.id)}" if row.id else f"{row.sha256[:12]}…"
            yield f"the captured copy {whose} is not what was captured"


def words_at(text: str, spans: tuple[Span, ...]) -> str:
    """The words that stand at spans of a text, as a passage keeps them."""
    return " … ".join(text[span.start : span.end] for span in spans)


def _counts(connection: Connection) -> Iterator[str]:
    kin = ("status", "stage", "contested", "stale")
    by = [raw(claim.c[name]) for name in kin]
    counted = connection.execute(select(*by, func.count()).group_by(*by))
    kept = connection.execute(select(*(raw(tally.c[name]) for name in kin), tally.c.claims))
    if {tuple(row) for row in counted} != {tuple(row) for row in kept if row.claims}:
        yield "they do not add up; “tracker ledger check --mend” counts anew"


def _following(unread: PastReading, doing: Doing, connection: Connection) -> Iterator[str]:
    yield from following.said(connection, unread, doing)


def _search(connection: Connection) -> Iterator[str]:
    if search.is_spoilt(connection):
        yield "it does not hold what the claims say; “tracker ledger check --mend” rebuilds it"
