"""Own words: what of a claim's passage is its own, where the passages of two claims overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.domain.draft import ClaimDraft


def own_words(claims: Sequence[ClaimDraft]) -> list[tuple[Span, ...]]:
    """The spans of each claim without what is rather another's: said within it, or begun later."""
    spans = sorted((span, at) for at, claim in enumerate(claims) for span in claim.spans)
    longest = max((span.end - span.start for span, _ in spans), default=0)
    found: list[tuple[Span, ...]] = []
    for at, claim in enumerate(claims):
        mine: list[Span] = []
        for span in claim.spans:
            first = bisect_left(spans, span.start - longest, key=_start)
            near = spans[first : bisect_left(spans, span.end, key=_start)]
            others = [
                other
                for other, of in sorted(near, key=lambda one: (one[1], one[0]))
                if of != at and _yields(span, other, first=at < of)
            ]
            mine += _without(span, others)
        found.append(tuple(mine) or claim.spans)
    return found


def _start(held: tuple[Span, int]) -> int:
    return held[0].start


def _yields(span: Span, other: Span, *, first: bool) -> bool:
    """Whether what two claims share is the other's: the one within, else the one begun later."""
    if other.end <= span.start or span.end <= other.start:
        return False
    inside = span.start <= other.start and other.end <= span.end
    outside = other.start <= span.start and span.end <= other.end
    if inside != outside:
        return inside
    return first if inside else other.start > span.start


def _without(span: Span, others: Sequence[Span]) -> list[Span]:
    pieces = [span]
    for other in others:
        pieces = [
            Span(start, end)
            for piece in pieces
            for start, end in (
                (piece.start, min(piece.end, other.start)),
                (max(piece.start, other.end), piece.end),
            )
            if start < end
        ]
    return pieces
