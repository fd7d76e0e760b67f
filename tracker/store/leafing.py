"""Pages of a list of claims and places in it, by statements that are made once for each list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from operator import add
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Select,
    bindparam,
    func,
    select,
    tuple_,
    union_all,
)

from tracker.domain.listing import Filter, Order
from tracker.store.filtering import conditions
from tracker.store.places import ordered
from tracker.store.tables import claim, event, source

_LISTS = 32
"""Lists whose statements are kept."""

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

_START: BindParameter[int] = bindparam("start", type_=BigInteger)
_LIMIT: BindParameter[int] = bindparam("limit", type_=BigInteger)
_MOST: BindParameter[int] = bindparam("most", type_=BigInteger)
_KEY: BindParameter[str] = bindparam("key")
_NUMBER: BindParameter[int] = bindparam("number", type_=BigInteger)
_HERE_KEY: BindParameter[str] = bindparam("here_key")
_HERE: BindParameter[int] = bindparam("here", type_=BigInteger)


def lines(found: Sequence[ColumnElement[bool]], order: Order) -> Select[Any]:
    """The lines of the claims that meet some conditions."""
    return ordered(
        select(*_LINE)
        .select_from(claim)
        .outerjoin(source, source.c.id == claim.c.speaker_id)
        .outerjoin(event, event.c.id == claim.c.event_id)
        .where(*found),
        order,
    )


@lru_cache(_LISTS)
def page(where: Filter, order: Order, *, walked: bool) -> Select[Any]:
    """The lines of a page: ``limit`` of them from ``start`` on.

    Where they are ``walked`` to, what passes is put in order by itself: the rest of a line is owed
    to few of them.
    """
    found = conditions(where)
    if walked:
        best = ordered(select(claim.c.id).where(*found), order).offset(_START).limit(_LIMIT)
        return lines([claim.c.id.in_(best)], order)
    return lines(found, order).offset(_START).limit(_LIMIT)


@lru_cache(_LISTS)
def page_behind(where: Filter, order: Order) -> Select[Any]:
    """The lines of a page: ``limit`` of them, from ``start`` rows after an anchor.

    To be given with the anchor's ``key`` and ``number``, and with ``most``, start and limit
    together. The queue is read in two pieces, for each of which an index leads straight to its
    first row: a third of a large ledger's claims share one key, and a comparison of pairs would
    walk over all of them.
    """
    key, number = claim.c.queue_key, claim.c.id
    match order:
        case Order.QUEUE:
            starts = [(key == _KEY, number >= _NUMBER), (key > _KEY,)]
        case Order.ID:
            starts = [(number >= _NUMBER,)]
        case Order.NEWEST:
            starts = [(number <= _NUMBER,)]
    found = conditions(where)
    pieces = (
        ordered(select(key, number).where(*start, *found), order).limit(_MOST).subquery()
        for start in starts
    )
    claims = union_all(*map(select, pieces)).subquery()
    best = ordered(select(claims.c.id), order, claims.c).offset(_START).limit(_LIMIT)
    return lines([claim.c.id.in_(best)], order)


@lru_cache(_LISTS)
def key_here(where: Filter) -> Select[str]:
    """The place in the queue of the claim ``here``, if it passes."""
    return select(claim.c.queue_key).where(claim.c.id == _HERE, *conditions(where))


@lru_cache(_LISTS)
def before(where: Filter) -> Select[int]:
    """How many ``claims`` of the queue come before ``here_key`` and ``here``."""
    earlier = tuple_(claim.c.queue_key, claim.c.id) < tuple_(_HERE_KEY, _HERE)
    return _counted(where, earlier)


@lru_cache(_LISTS)
def between(where: Filter, *, one_key: bool) -> Select[int]:
    """How many ``claims`` of the queue come before that place, but not before an anchor.

    To be given with the anchor's ``key`` and ``number``, too. They are counted in pieces, for each
    of which an index leads straight to its first row; in one, where both have ``one_key``.
    """
    key, number = claim.c.queue_key, claim.c.id
    pieces: list[tuple[ColumnElement[bool], ...]] = [
        (key == _KEY, number >= _NUMBER),
        (key > _KEY, key < _HERE_KEY),
        (key == _HERE_KEY, number < _HERE),
    ]
    if one_key:
        pieces = [(key == _HERE_KEY, number >= _NUMBER, number < _HERE)]
    counted = (_counted(where, *piece).scalar_subquery() for piece in pieces)
    return select(reduce(add, counted).label("claims"))


def _counted(where: Filter, *passing: ColumnElement[bool]) -> Select[int]:
    counted = func.count().label("claims")
    return select(counted).select_from(claim).where(*passing, *conditions(where))
