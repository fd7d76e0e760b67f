"""Sentences of a text, found by punctuation alone: good enough to say which nobody took up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.domain.article import Span

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[」』”’]*|\n+")
_SHORTENED = re.compile(
    r"\b(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|Mr|Mrs|Ms|Dr|St|Lt|Col|Gen|Sgt|Maj|Capt|Prof|Sen|Rep|Gov"
    r"|Rev|Hon|Jr|Sr|No|vs|Inc|Ltd|Corp)\.$"
)
"""What ends in a stop that ends no sentence: initials, titles, forms of companies."""
_GOES_ON = re.compile(r"\s+[a-zа-яё]")
_LOOK_BACK = 24


def sentences(text: str) -> Iterator[Span]:
    """Part a text into its sentences (code points, end exclusive), without the space between."""
    start = 0
    for end in _END.finditer(text):
        if not end[0].isspace() and (
            _SHORTENED.search(text, max(start, end.start() - _LOOK_BACK), end.start() + 1)
            or _GOES_ON.match(text, end.end())
        ):
            continue
        yield from _trimmed(text, start, end.end())
        start = end.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    inner = words.strip()
    if any(character.isalnum() for character in inner):
        begin = start + words.index(inner)
        yield Span(begin, begin + len(inner))
