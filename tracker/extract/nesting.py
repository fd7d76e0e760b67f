"""Nesting: whether what one says stands in what another says, begins it, or is the same."""

from __future__ import annotations

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import overlap

LEAD = 6
"""Code points by which a quotation mark, "that," or "and" may part two beginnings."""


def holds(outer: FoundAttribution, inner: FoundAttribution) -> bool:
    """Whether one attribution stands in what another is about."""
    if inner.cue is None or outer.cue == inner.cue:
        return False
    return any(span.start <= inner.cue.start < span.end for span in outer.content)


def is_same(outer: FoundAttribution, inner: FoundAttribution) -> bool:
    """Whether the same is said by one, and by another around it: "…, he said, according to …"."""
    if inner.cue is None or outer.cue is None:
        return False
    leads = outer.cue.start < outer.content[0].start <= inner.content[0].start
    around = inner.cue.start < outer.cue.start or (leads and inner.content[0].end < inner.cue.start)
    return around and any(overlap(span, one) for span in outer.content for one in inner.content)


def opens(outer: FoundAttribution, inner: FoundAttribution) -> bool:
    """Whether what one is about begins with another: its speaker, or what is said."""
    return abs(extent(inner).start - outer.content[0].start) <= LEAD


def extent(one: FoundAttribution) -> Span:
    """From the first word of an attribution to its last."""
    spans = [*one.content, *filter(None, (one.cue, one.source))]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
