"""What a claim can be said to be, told by the words that an editor selected for it."""

from __future__ import annotations

import re

from tracker.domain.article import Span
from tracker.domain.attribution import Voice
from tracker.domain.source import Source

_EDGES = " \t\r\n,;:—–-."
_OPENING, _CLOSING, _EITHER = "“„«", "”»", '"'
_MARKS = f"{_OPENING}{_CLOSING}{_EITHER}"
_LEAD = re.compile(r"(?:that|and|but)\s+", re.IGNORECASE)
_LEAST_NAME = 3


def statement_of(text: str, span: Span) -> str:
    """Propose a statement: the words as they stand, so that they read on after "X said"."""
    words = " ".join(text[span.start : span.end].split())
    if voice_of(text, span) is Voice.DIRECT:
        return f"“{words.strip(_MARKS + _EDGES)}”"
    plain = _LEAD.sub("", words.strip(_EDGES + _MARKS), count=1)
    first, gap, rest = plain.partition(" ")
    # What is written low elsewhere is no name.
    common = re.search(rf"\b{re.escape(first.lower())}\b", text) is not None
    return f"{first.lower() if common else first}{gap}{rest}"


def voice_of(text: str, span: Span) -> Voice:
    """Tell by the quotation marks in whose words a speaker's claim is given."""
    start = text.rfind("\n", 0, span.start) + 1
    depth, inside, outside = 0, False, False
    for at in range(start, span.end):
        sign = text[at]
        if sign in _OPENING or (sign == _EITHER and depth == 0):
            depth = 1
        elif sign in _CLOSING or sign == _EITHER:
            depth = 0
        elif at >= span.start and sign.isalnum():
            inside, outside = inside or depth > 0, outside or depth == 0
    if inside and outside:
        return Voice.MIXED
    return Voice.DIRECT if inside else Voice.INDIRECT


def called_in(source: Source, text: str, span: Span) -> bool:
    """Whether a sentence calls a source by name, alias, or the last word of its name."""
    sentence = text[span.start : span.end].casefold()
    names = {source.name, *source.aliases, source.name.rsplit(" ", 1)[-1]}
    return any(
        len(name) >= _LEAST_NAME
        and re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", sentence) is not None
        for name in names
    )
