"""Places in a list of claims: its order, and how an index leads to a place without a walk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import ColumnElement, Select, func, select, tuple_

from tracker.domain.listing import Anchor, Order
from tracker.store.tables import claim

if TYPE_CHECKING:
    from sqlalchemy.sql.base import ReadOnlyColumnCollection

Columns: TypeAlias = "ReadOnlyColumnCollection[str, Any]"


def ordered(query: Select[Any], order: Order, of: Columns = claim.c) -> Select[Any]:
    """Put a query of claims, or of some columns of theirs, into the order of the list."""
    return query.order_by(*order_by(order, of))


def order_by(order: Order, of: Columns = claim.c) -> tuple[ColumnElement[Any], ...]:
    """The columns of an order."""
    match order:
        case Order.QUEUE:
            return of.queue_key, of.id
        case Order.ID:
            return (of.id,)
        case Order.NEWEST:
            return (of.id.desc(),)


def from_anchor(order: Order, anchor: Anchor) -> ColumnElement[bool]:
    """Whether a claim comes no earlier than an anchor."""
    match order:
        case Order.QUEUE:
            return tuple_(claim.c.queue_key, claim.c.id) >= (anchor.key, anchor.id)
        case Order.ID:
            return claim.c.id >= anchor.id
        case Order.NEWEST:
            return claim.c.id <= anchor.id


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
