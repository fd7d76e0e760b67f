"""What a filter asks of a claim."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, false, select, union

from tracker.domain.listing import Filter
from tracker.domain.status import SETTLED
from tracker.store import search
from tracker.store.tables import article, claim, claim_tag, hop, passage

_SETTLED_KEY = "1"


def conditions(where: Filter) -> list[ColumnElement[bool]]:
    """The conditions that a claim meets to pass a filter."""
    found: list[ColumnElement[bool]] = []
    for column, wanted in (
        (claim.c.status, where.status),
        (claim.c.stage, where.stage),
        (claim.c.event_id, where.event_id),
        (claim.c.assignee, where.assignee),
    ):
        if wanted is not None:
            found.append(column == wanted)
    if where.article_id is not None:
        found.append(stands_in(where.article_id))
    if where.source_id is not None:
        speaking = select(hop.c.claim_id).where(hop.c.source_id == where.source_id)
        found.append(claim.c.id.in_(speaking))
    if where.tag:
        tagged = select(claim_tag.c.claim_id).where(claim_tag.c.word == where.tag)
        found.append(claim.c.id.in_(tagged))
    if where.contested:
        found.append(claim.c.contested.is_(True))
    if where.stale:
        found.append(claim.c.stale.is_(True))
    if where.live:
        found.append(_live(where))
    if where.search.strip():
        expression = search.match_expression(where.search)
        hits = search.among_matching(claim.c.id, expression, where.newest)
        found.append(hits if expression else false())
    return found


def stands_in(number: Any) -> ColumnElement[bool]:
    """Whether a claim was taken from an article, or its words stand there, too."""
    own = claim.alias("own")
    taken = select(own.c.id).where(own.c.article_id == number)
    there = select(passage.c.claim_id).where(
        passage.c.article_id == number, passage.c.orphaned.is_(False)
    )
    return claim.c.id.in_(union(taken.correlate(article), there.correlate(article)))


def _live(where: Filter) -> ColumnElement[bool]:
    if where.stage is not None:
        return and_(*(claim.c.stage != one for one in sorted(SETTLED)))
    return claim.c.queue_key < _SETTLED_KEY
