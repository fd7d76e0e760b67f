"""Apposed names: whoever is described before a comma and named behind it is one and the same."""

from __future__ import annotations

from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.dating import DATES
from tracker.extract.found import FoundAttribution
from tracker.extract.kinds_of_sources import is_person
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_FULL = 2
"""Words that a name has at least: one alone behind a comma may be a place."""
_ENDS = frozenset(".,;:")
_EDGES = " \t\r\n,;:"


def with_name_behind(text: ParsedText, one: FoundAttribution) -> FoundAttribution:
    """Take "…, according to its provost, Ada Krol." whole for who says it."""
    if one.source is None or one.cue is None or one.source.start < one.cue.start:
        return one
    described = text.tokens(one.source)
    naming = naming_of(described)
    if naming.name or not is_person(naming.noun):
        return one
    named = named_behind(described[-1])
    if not named:
        return one
    source = Span(one.source.start, named[-1].end)
    content = [_without(text, span, Span(one.source.end, source.end)) for span in one.content]
    said = tuple(span for span in content if span is not None)
    return replace(one, content=said, source=source) if said else one


def named_behind(last: Word) -> list[Word]:
    """The full name behind a comma, where a mark ends it."""
    doc, comma = last.doc, last.i + 1
    if comma == len(doc):
        return []
    end = comma + 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].lower_ not in DATES:
        end += 1
    closes = end == len(doc) or doc[end].text in _ENDS
    full = closes and end - comma > _FULL and doc[comma].text == ","
    return list(doc[comma + 1 : end]) if full else []


def _without(text: ParsedText, span: Span, name: Span) -> Span | None:
    """A stretch of what is said without the name at its beginning; None where nothing is left."""
    if span.end <= name.start or span.start >= name.end:
        return span
    words = text.text[name.end : span.end]
    rest = words.lstrip(_EDGES)
    return Span(span.end - len(rest), span.end) if rest else None
