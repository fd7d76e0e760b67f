"""Selecting what belongs to some claims: all that an export of them must hold to be whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tracker.domain.listing import Filter, Order
from tracker.domain.pointing import pointers
from tracker.domain.reference import Kind, Ref
from tracker.store.shelves import Shelves

_AT_ONCE = 500

Wanted = dict[str, list[Any]]


def wanted_by(shelves: Shelves, where: Filter) -> Wanted:
    """What to export of the claims that pass a filter, by section.

    That is all they point at, and the relations among them; the history is one chain, which no
    part of a ledger can take along.
    """
    found = _all_that_is_pointed_at(shelves, where)
    claims = sorted(ref.number for ref in found if ref.kind is Kind.CLAIM)
    inside = set(claims)
    wanted: Wanted = {"claims": claims}
    for name, kind in (
        ("sources", Kind.SOURCE),
        ("articles", Kind.ARTICLE),
        ("events", Kind.EVENT),
    ):
        wanted[name] = sorted(ref.number for ref in found if ref.kind is kind)
    wanted["restricted_names"] = wanted["sources"]
    wanted["relations"] = [
        relation.id
        for relation in shelves.relations.touching(claims)
        if relation.a in inside and relation.b in inside
    ]
    evidence = shelves.evidence.having_any("claim_id", claims).values()
    copies = {one.capture for some in evidence for one in some if one.capture}
    wanted["evidence"] = sorted(one.id for some in evidence for one in some)
    wanted["copies"] = sorted(copies)
    for name, shelf in (("attempts", shelves.attempts), ("notes", shelves.notes)):
        of_claims = shelf.having_any("claim_id", claims).values()
        wanted[name] = sorted(one.id for some in of_claims for one in some)
    return wanted


def _all_that_is_pointed_at(shelves: Shelves, where: Filter) -> set[Ref]:
    found: set[Ref] = set()
    news = {Ref(Kind.CLAIM, number) for number in shelves.queue.ids(where, Order.ID)}
    while news:
        found |= news
        news = {ref for value in _values(shelves, news) for ref in pointers(value)} - found
    return found


def _values(shelves: Shelves, refs: Iterable[Ref]) -> Iterable[Any]:
    ordered = sorted(refs)
    for kind in Kind:
        numbers = [ref.number for ref in ordered if ref.kind is kind]
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            yield from shelves.of_kind(kind).get_many(some).values()
