"""Revisions: what a later text of the same article does to the claims made from the former one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tracker.domain.anchoring import Anchoring
from tracker.domain.article import Passage, Span
from tracker.domain.claim import Claim
from tracker.domain.facet import FacetValue

_SAME = 0.5
"""The part of their words that two passages share from which on they make the same claim."""


def carried_over(claim: Claim, places: Mapping[int, Anchoring], revision: int) -> Claim:
    """Take a claim over into a revision of its article; its verdict may be shaken by that.

    ``places`` finds what stood in each former text, by the number of that article.
    """
    passages = tuple(
        places[passage.article_id].passage(passage) if passage.article_id in places else passage
        for passage in claim.passages
    )
    facets = claim.facets
    first = passages[0] if passages else None
    place = places.get(claim.passages[0].article_id) if claim.passages else None
    if place and first and not first.orphaned:
        facets = tuple(_again(value, place) for value in facets)
    article = revision if claim.article_id in places else claim.article_id
    moved = replace(claim, passages=passages, facets=facets, article_id=article)
    return moved.unsettled_by_news()


def _again(value: FacetValue, place: Anchoring) -> FacetValue:
    return replace(value, span=place.span(value.span)) if value.span else value


def already_there(
    proposed: Mapping[str, Passage], claims: Iterable[Claim], statements: Mapping[str, str]
) -> dict[str, Claim]:
    """Tell which proposals make a claim that is there already: by key, each claim once.

    Who speaks and what they say may have been corrected since; where they say it stays.
    """
    here = {passage.article_id for passage in proposed.values()}
    standing = sorted(
        (
            (passage.spans, claim)
            for claim in claims
            for passage in claim.passages
            if not passage.orphaned and passage.article_id in here
        ),
        key=lambda one: one[0],
    )
    starts = [spans[0].start for spans, _ in standing]
    longest = max((spans[-1].end - spans[0].start for spans, _ in standing), default=0)
    pairs = [
        (shared, statements[key] == claim.statement, key, claim)
        for key, passage in proposed.items()
        for spans, claim in standing[
            bisect_left(starts, passage.spans[0].start - longest) : bisect_left(
                starts, passage.spans[-1].end
            )
        ]
        if (shared := _shared(passage.spans, spans))
    ]
    found: dict[str, Claim] = {}
    taken: set[int] = set()
    for shared, _, key, claim in sorted(pairs, key=lambda pair: (pair[1], pair[0]), reverse=True):
        if shared >= _SAME and key not in found and claim.id not in taken:
            found[key] = claim
            taken.add(claim.id)
    return found


def _shared(one: tuple[Span, ...], other: tuple[Span, ...]) -> float:
    """How much of their characters two places have in common, 0–1."""
    if one[0].start >= other[-1].end or other[0].start >= one[-1].end:
        return 0.0
    common = sum(
        max(0, min(mine.end, theirs.end) - max(mine.start, theirs.start))
        for mine in one
        for theirs in other
    )
    every = sum(span.end - span.start for span in (*one, *other)) - common
    return common / every if every else 0.0
