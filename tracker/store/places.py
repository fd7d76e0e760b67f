"""Places in a list of claims: its order, and how an index leads to a place without a walk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, tuple_, union_all

from tracker.domain.listing import Anchor, Order
from tracker.store.tables import claim


def ordered(query: Select[Any], order: Order) -> Select[Any]:
    """Put a query into the order of the list."""
    return query.order_by(*order_by(order))


def order_by(order: Order) -> tuple[ColumnElement[Any], ...]:
    """The columns of an order."""
    match order:
        case Order.QUEUE:
            return claim.c.queue_key, claim.c.id
        case Order.ID:
            return (claim.c.id,)
        case Order.NEWEST:
            return (claim.c.id.desc(),)


def from_anchor(order: Order, anchor: Anchor) -> ColumnElement[bool]:
    """Whether a claim comes no earlier than an anchor."""
    match order:
        case Order.QUEUE:
            return tuple_(claim.c.queue_key, claim.c.id) >= (anchor.key, anchor.id)
        case Order.ID:
            return claim.c.id >= anchor.id
        case Order.NEWEST:
            return claim.c.id <= anchor.id


def behind(
    anchor: Anchor, found: Sequence[ColumnElement[bool]], start: int, limit: int
) -> Select[Any]:
    """The numbers of a page that begins so many rows after an anchor of the queue.

    In two pieces, for each of which an index leads straight to its first row: a third of a large
    ledger's claims share one key, and a comparison of pairs would walk over all of them.
    """
    key, number, most = claim.c.queue_key, claim.c.id, start + limit
    same = select(key, number).where(key == anchor.key, number >= anchor.id, *found)
    later = select(key, number).where(key > anchor.key, *found)
    pieces = [select(one.order_by(key, number).limit(most).subquery()) for one in (same, later)]
    both = union_all(*pieces).subquery()
    nearest = both.c.queue_key, both.c.id
    return select(both.c.id).order_by(*nearest).offset(start).limit(limit)


def between(anchor: Anchor, here: Anchor, found: Sequence[ColumnElement[bool]]) -> Select[int]:
    """How many claims come before a place in the queue, but not before an anchor; by pieces too."""
    key, number = claim.c.queue_key, claim.c.id
    pieces: list[tuple[ColumnElement[bool], ...]] = [
        (key == anchor.key, number >= anchor.id),
        (key > anchor.key, key < here.key),
        (key == here.key, number < here.id),
    ]
    if anchor.key == here.key:
        pieces = [(key == here.key, number >= anchor.id, number < here.id)]
    counts = [
        select(func.count()).select_from(claim).where(*piece, *found).scalar_subquery()
        for piece in pieces
    ]
    return select(reduce(add, counts))
