"""Lists of claims, a page at a time: what the queue shows of however many there are."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    false,
    func,
    select,
)

from tracker.domain.listing import Anchor, ClaimLine, Filter, Kin, Order, Tally
from tracker.domain.status import SETTLED
from tracker.store import search
from tracker.store.asked import asked
from tracker.store.places import behind, between, from_anchor, order_by, ordered
from tracker.store.rows import rows_where
from tracker.store.tables import claim, claim_tag, event, hop, source, tally

MOST_FOUND = 10_000
"""A search keeps this many of the newest claims that match."""

ANCHOR_EVERY = 256
"""Rows from one anchor of a list to the next."""

_SETTLED_KEY = "1"
_LINE = (
    claim.c.id,
    claim.c.version,
    claim.c.statement,
    claim.c.status,
    claim.c.stage,
    source.c.name.label("source"),
    event.c.title.label("event"),
    claim.c.hedge,
    claim.c.contested,
    claim.c.stale,
    claim.c.proposed,
    claim.c.assignee,
    claim.c.due,
    claim.c.created_at,
)

_TALLY = select(tally).where(tally.c.claims > 0)


class Queue:
    """Counts and pages of claims, in an order that has an index."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, where: Filter, tally: Tally | None = None) -> int:
        """How many claims pass the filter; a tally that is at hand is not read again."""
        found = self.found(where)
        if found is not None:
            return len(found)
        counted = where.counted_in(self.tally() if tally is None else tally)
        if counted is not None:
            return counted
        query = select(func.count()).select_from(claim).where(*conditions(where))
        return self._connection.scalar(query) or 0

    def found(self, where: Filter) -> tuple[int, ...] | None:
        """The claims that pass a filter which only searches, the newest first; None for others.

        The search index alone is asked: to look ten thousand claims up takes longer than to search.
        """
        if not where.search.strip() or where != Filter(search=where.search):
            return None
        expression = search.match_expression(where.search)
        if not expression:
            return ()
        return tuple(self._connection.scalars(search.matching(expression, MOST_FOUND)))

    def tally(self) -> Tally:
        """How many claims there are of each kin."""
        rows = asked(self._connection, _TALLY)
        return {
            Kin(row["status"], row["stage"], row["contested"], row["stale"]): row["claims"]
            for row in rows
        }

    def page(
        self,
        where: Filter,
        order: Order,
        *,
        start: int = 0,
        limit: int | None = None,
        anchors: Sequence[Anchor] = (),
    ) -> tuple[ClaimLine, ...]:
        """The lines from position ``start``; the anchor before it saves the walk there."""
        found = conditions(where)
        before = start // ANCHOR_EVERY
        if before < len(anchors):
            anchor = anchors[before]
            start -= anchor.position
            if order is Order.QUEUE and limit is not None:
                return self._lines([claim.c.id.in_(behind(anchor, found, start, limit))], order)
            found.append(from_anchor(order, anchor))
        if start or where.search.strip():
            # What passes is put in order by itself; the rest of a line is owed to few of them.
            best = ordered(select(claim.c.id).where(*found), order).offset(start).limit(limit)
            found, start = [claim.c.id.in_(best)], 0
        return self._lines(found, order, start, limit)

    def lines(self, numbers: Sequence[int], order: Order) -> tuple[ClaimLine, ...]:
        """The lines of some claims, no more than a page of them."""
        return self._lines([claim.c.id.in_(numbers)], order)

    def _lines(
        self,
        found: Sequence[ColumnElement[bool]],
        order: Order,
        start: int = 0,
        limit: int | None = None,
    ) -> tuple[ClaimLine, ...]:
        query = ordered(
            select(*_LINE)
            .select_from(claim)
            .outerjoin(source, source.c.id == claim.c.speaker_id)
            .outerjoin(event, event.c.id == claim.c.event_id)
            .where(*found),
            order,
        )
        rows = self._connection.execute(query.offset(start).limit(limit))
        return tuple(ClaimLine(*row) for row in rows)

    def anchors(self, where: Filter, order: Order) -> tuple[Anchor, ...]:
        """The position and key of each ``ANCHOR_EVERY``-th row, by one walk over the index."""
        here = func.row_number().over(order_by=order_by(order)).label("here")
        walked = select(claim.c.queue_key, claim.c.id, here).where(*conditions(where)).subquery()
        found = select(walked).where(walked.c.here % ANCHOR_EVERY == 1).order_by(walked.c.here)
        return tuple(
            Anchor(row.here - 1, row.queue_key, row.id) for row in self._connection.execute(found)
        )

    def ids(self, where: Filter, order: Order, limit: int | None = None) -> tuple[int, ...]:
        """The numbers of the claims that pass, in order."""
        query = ordered(select(claim.c.id).where(*conditions(where)), order).limit(limit)
        return tuple(self._connection.scalars(query))

    def position(
        self, number: int, where: Filter, order: Order, anchors: Sequence[Anchor] = ()
    ) -> int | None:
        """At which position of the list a claim stands; None if it is not in it.

        It is counted from the anchor before it, which may be older than the list.
        """
        passing = conditions(where)
        key = self._key_of(number, passing)
        if key is None:
            return None
        here, start = Anchor(0, key, number), 0
        before = bisect(anchors, (here.key, here.id), key=lambda one: (one.key, one.id))
        if before and order is Order.QUEUE:
            anchor = anchors[before - 1]
            start, query = anchor.position, between(anchor, here, passing)
        else:
            query = select(func.count()).select_from(claim)
            query = query.where(*passing, ~from_anchor(order, here))
        return start + (self._connection.scalar(query) or 0)

    def _key_of(self, number: int, passing: Sequence[ColumnElement[bool]]) -> str | None:
        """The place of a claim in the queue, if it passes."""
        key = claim.c.queue_key
        if not passing:  # asked after each mark, so by a statement that is made once
            rows = rows_where(self._connection, claim.c.id, [number], only=(key,))
            return next((row["queue_key"] for row in rows), None)
        return self._connection.scalar(select(key).where(claim.c.id == number, *passing))


def conditions(where: Filter) -> list[ColumnElement[bool]]:
    """The conditions that a claim meets to pass a filter."""
    found: list[ColumnElement[bool]] = []
    for column, wanted in (
        (claim.c.status, where.status),
        (claim.c.stage, where.stage),
        (claim.c.event_id, where.event_id),
        (claim.c.article_id, where.article_id),
        (claim.c.assignee, where.assignee),
    ):
        if wanted is not None:
            found.append(column == wanted)
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
        hits = search.among_matching(claim.c.id, expression, MOST_FOUND)
        found.append(hits if expression else false())
    return found


def _live(where: Filter) -> ColumnElement[bool]:
    if where.stage is not None:
        return claim.c.stage.not_in(SETTLED)
    return claim.c.queue_key < _SETTLED_KEY
