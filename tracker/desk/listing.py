"""Listing: a list of claims as a screen shows it, read at one stroke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.desk.acting import Subject
from tracker.domain.listing import Anchor, ClaimLine, Filter, Order, Tally
from tracker.domain.veil import veiled

if TYPE_CHECKING:
    from tracker.domain.dossier import Dossier
    from tracker.store.database import Database
    from tracker.store.queue import Queue

MANY_FOUND = 1_000
"""Claims found by a search beyond which the newest come first: they are found in that order, and to
put so many in another takes longer than to look for them."""


@dataclass(frozen=True)
class Listed:
    """A list of so many claims, the pages of it around the cursor, and the claim under it.

    ``more`` says that its search finds more claims than were looked at; ``last`` is the last entry
    of the history that it tells of.
    """

    count: int
    more: bool
    place: int
    start: int
    rows: tuple[ClaimLine, ...]
    dossier: Dossier | None
    tally: Tally
    last: int
    order: Order


class Listing(Subject):
    """Reads a list from wherever an editor stands in it, however long it is.

    It is to be there at once, so of what a search finds the newest are looked at, and kept until
    the ledger changes: another page of them is no other search.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._kept: tuple[Filter, int, _Found] | None = None

    def open(
        self,
        where: Filter,
        wanted: Sequence[int] = (),
        *,
        otherwise: int = 0,
        page: int,
        above: int = 0,
        below: int = 0,
        anchors: Sequence[Anchor] = (),
    ) -> Listed:
        """Read a list from the first of the wanted claims in it, else from a position.

        ``page`` is how many lines there are to a page, ``above`` and ``below`` how many are wanted
        beside the one: their pages are read at once. Anchors may be older than the list: they are
        a help, and not relied on.
        """
        where, view = where.at_a_glance(), _View(page, above, below)
        with self._database.reading() as shelves:
            queue = shelves.queue
            tally, last = queue.tally(), shelves.history.last()
            order, more = Order.QUEUE, False
            if where.newest is not None:
                found = self._found(queue, where, last)
                order, more = found.order, found.more
                spot = _among_found(queue, found, wanted, otherwise, view)
            else:
                count = queue.count(where, tally)
                at_most = min(otherwise, max(0, count - 1))
                spot = _spot(queue, where, count, wanted, at_most, view, anchors)
            here = _id_at(spot.rows, spot.place - spot.start)
            dossier = shelves.dossiers.get(here) if here is not None else None
            rows = veiled(spot.rows, shelves.sources.stand_ins())
            return Listed(
                spot.count, more, spot.place, spot.start, rows, dossier, tally, last, order
            )

    def near(
        self,
        where: Filter,
        order: Order,
        number: int | None,
        *,
        start: int,
        limit: int,
        anchors: Sequence[Anchor] = (),
    ) -> tuple[tuple[ClaimLine, ...], Dossier | None]:
        """Lines of a list from a position, and a claim whole: what a key brings near.

        Raises:
            UnknownRefError: there is no such claim.
        """
        where = where.at_a_glance()
        with self._database.reading() as shelves:
            queue, rows = shelves.queue, tuple[ClaimLine, ...]()
            if limit and where.newest is not None:
                found = self._found(queue, where, shelves.history.last())
                rows = queue.lines(found.claims[start : start + limit], found.order)
            elif limit:
                rows = queue.page(where, order, start=start, limit=limit, anchors=anchors)
            rows = veiled(rows, shelves.sources.stand_ins()) if rows else rows
            return rows, shelves.dossiers.get(number) if number is not None else None

    def _found(self, queue: Queue, where: Filter, last: int) -> _Found:
        """What a filter with a search finds, as the ledger stands after an entry of its history."""
        kept = self._kept
        if kept is None or kept[:2] != (where, last):
            kept = self._kept = where, last, _search(queue, where)
        return kept[2]


@dataclass(frozen=True)
class _Found:
    """What a filter with a search finds, in order, and whether the search finds more."""

    claims: tuple[int, ...]
    order: Order
    more: bool


@dataclass(frozen=True)
class _View:
    """How many lines there are to a page, and how many are wanted above and below a place."""

    page: int
    above: int
    below: int

    def pages(self, place: int) -> tuple[int, int]:
        """Where their pages begin, and where they end (exclusive)."""
        first = max(0, place - self.above) // self.page
        return first * self.page, ((place + self.below) // self.page + 1) * self.page


@dataclass(frozen=True)
class _Spot:
    """A place in a list of so many claims, and the pages there."""

    count: int
    place: int
    start: int
    rows: tuple[ClaimLine, ...]


def _spot(
    queue: Queue,
    where: Filter,
    count: int,
    wanted: Sequence[int],
    otherwise: int,
    view: _View,
    anchors: Sequence[Anchor],
) -> _Spot:
    number, place = None, otherwise
    for one in wanted:
        known = queue.position(one, where, anchors)
        if known is not None:
            number, place = one, known
            break
    start, end = view.pages(place)
    rows = queue.page(where, Order.QUEUE, start=start, limit=end - start, anchors=anchors)
    if anchors and number is not None and _id_at(rows, place - start) != number:
        return _spot(queue, where, count, wanted, otherwise, view, ())
    return _Spot(count, place, start, rows)


def _search(queue: Queue, where: Filter) -> _Found:
    found, other = queue.found(where), replace(where, search="", newest=None)
    claims = found[: where.newest]
    more, order = len(claims) < len(found), Order.NEWEST
    if other != Filter():
        claims = queue.passing(claims, other, order)
    if len(claims) <= MANY_FOUND:
        order = Order.QUEUE
        claims = queue.passing(claims, Filter(), order)
    return _Found(claims, order, more)


def _among_found(
    queue: Queue, found: _Found, wanted: Sequence[int], otherwise: int, view: _View
) -> _Spot:
    claims = found.claims
    places = (claims.index(one) for one in wanted if one in claims)
    place = next(places, min(otherwise, max(0, len(claims) - 1)))
    start, end = view.pages(place)
    return _Spot(len(claims), place, start, queue.lines(claims[start:end], found.order))


def _id_at(rows: Sequence[ClaimLine], index: int) -> int | None:
    return rows[index].id if index < len(rows) else None
