"""Lists of claims, a page at a time: what the queue shows of however many there are."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from tracker.domain.listing import Anchor, ClaimLine, Filter, Kin, Order, Tally
from tracker.store import search
from tracker.store.asked import asked
from tracker.store.filtering import conditions
from tracker.store.leafing import before, between, key_here, lines, page, page_behind
from tracker.store.places import order_by, ordered
from tracker.store.tables import claim, tally

ANCHOR_EVERY = 256
"""Rows from one anchor of a list to the next."""

_ENDLESS = 2**31
"""More rows than any ledger lists."""

_TALLY = select(tally).where(tally.c.claims > 0)


class Queue:
    """Counts and pages of claims, in an order that has an index."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, where: Filter, tally: Tally | None = None) -> int:
        """How many claims pass the filter; a tally that is at hand is not read again."""
        if where.newest is not None and where == Filter(search=where.search, newest=where.newest):
            return len(self.found(where)[: where.newest])
        counted = where.counted_in(self.tally() if tally is None else tally)
        if counted is not None:
            return counted
        query = select(func.count()).select_from(claim).where(*conditions(where))
        return self._connection.scalar(query) or 0

    def found(self, where: Filter) -> tuple[int, ...]:
        """What the search of a filter finds, whatever else it asks: the newest, those first.

        There may be one more than it looks at: then the search finds more. The search index alone
        is asked: to look thousands of claims up takes longer than to search.
        """
        if where.newest is None:
            return ()
        return search.newest(self._connection, where.search, where.newest + 1)

    def finds_more(self, where: Filter) -> bool:
        """Whether a search finds more claims than the newest that the filter looks at."""
        return where.newest is not None and len(self.found(where)) > where.newest

    def passing(self, numbers: Sequence[int], where: Filter, order: Order) -> tuple[int, ...]:
        """Those of some claims that pass a filter, in order."""
        asked_for = claim.c.id.in_(
            bindparam("numbers", numbers, expanding=True, literal_execute=True)
        )
        query = ordered(select(claim.c.id).where(asked_for, *conditions(where)), order)
        return tuple(self._connection.scalars(query).all())

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
        before, most = start // ANCHOR_EVERY, _ENDLESS if limit is None else limit
        if before >= len(anchors):
            walked = bool(start or where.search.strip())
            return self._lines(page(where, order, walked=walked), start=start, limit=most)
        anchor = anchors[before]
        start -= anchor.position
        here = {"key": anchor.key, "number": anchor.id}
        near = page_behind(where, order)
        return self._lines(near, start=start, limit=most, most=start + most, **here)

    def lines(self, numbers: Sequence[int], order: Order) -> tuple[ClaimLine, ...]:
        """The lines of some claims, no more than a page of them."""
        rows = self._connection.execute(lines([claim.c.id.in_(numbers)], order))
        return tuple(ClaimLine(*row) for row in rows)

    def _lines(self, query: Select[Any], **values: Any) -> tuple[ClaimLine, ...]:
        rows = asked(self._connection, query, **values)
        return tuple(ClaimLine(*row.values()) for row in rows)

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

    def position(self, number: int, where: Filter, anchors: Sequence[Anchor] = ()) -> int | None:
        """At which position of the queue a claim stands; None if it is not in it.

        It is counted from the anchor before it, which may be older than the list.
        """
        found = asked(self._connection, key_here(where), here=number)
        if not found:
            return None
        here = {"here_key": found[0]["queue_key"], "here": number}
        spot = here["here_key"], number
        near = bisect(anchors, spot, key=lambda one: (one.key, one.id))
        if not near:
            return self._counted(before(where), **here)
        anchor = anchors[near - 1]
        query = between(where, one_key=anchor.key == here["here_key"])
        return anchor.position + self._counted(query, **here, key=anchor.key, number=anchor.id)

    def _counted(self, query: Select[int], **values: Any) -> int:
        return int(asked(self._connection, query, **values)[0]["claims"])
