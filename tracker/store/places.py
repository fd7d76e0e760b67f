"""The order of a list of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import ColumnElement, Select

from tracker.domain.listing import Order
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
