"""Placed: what one part of a sentence says of where and when holds for its other parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tracker.domain.draft import FacetDraft
from tracker.domain.facet import Facet
from tracker.extract.drafted import DraftedClaim

_CIRCUMSTANCES = (Facet.PLACE, Facet.TIME)


def placed(parts: Iterable[DraftedClaim]) -> Iterator[DraftedClaim]:
    """Tell the later claims of one sentence where and when: "shells hit Selm, killing two"."""
    known: dict[Facet, list[FacetDraft]] = {}
    for one in parts:
        given: list[FacetDraft] = []
        for facet in _CIRCUMSTANCES:
            own = [value for value in one.claim.facets if value.facet is facet]
            given += [] if own else known.get(facet, [])
            known[facet] = own or known.get(facet, [])
        yield _with(one, given) if given else one


def _with(one: DraftedClaim, given: Iterable[FacetDraft]) -> DraftedClaim:
    order = list(Facet)
    facets = sorted((*one.claim.facets, *given), key=lambda value: order.index(value.facet))
    return replace(one, claim=replace(one.claim, facets=tuple(facets)))
