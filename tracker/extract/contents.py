"""From the words that are said to the stretches of text that hold them."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np

from tracker.domain.article import Span
from tracker.extract.speakers import trimmed
from tracker.extract.tokens import Ints, Tokens

_OPENING = frozenset("\"“„«‘'`")
_CLOSING = frozenset("\"”»’'")
_BEFORE_CLOSING = frozenset(",.!?…")
_BELOW = "> \t\r\n"
"""Signs before a quotation that stands in a block of its own."""
_FEW = 8
_NEAR = 120
_LONGEST_CHAIN = 20
"""Paragraphs that one quotation is followed through."""


def content_spans(tokens: Tokens, text: str, said: Ints, words_before: Ints) -> tuple[Span, ...]:
    """Return the stretches of the ``said`` rows, joined over punctuation, with their quote marks.

    ``words_before`` counts the words before each row of the text.
    """
    if not len(said):
        return ()
    after, before = said[1:], said[:-1]
    apart = (words_before[after] > words_before[before + 1]) | (
        tokens.paragraph[after] != tokens.paragraph[before]
    )
    breaks = np.flatnonzero(apart)
    firsts = said[np.concatenate([[0], breaks + 1]).astype(np.int64)]
    lasts = said[np.concatenate([breaks, [len(said) - 1]]).astype(np.int64)]
    spans = [
        _with_marks(tokens, text, int(first), int(last))
        for first, last in zip(firsts, lasts, strict=True)
    ]
    return tuple(spans + continued(tokens, int(tokens.quote[lasts[-1]])))


def continued(tokens: Tokens, quote: int) -> list[Span]:
    """Follow a quotation that goes on in the paragraphs below."""
    found: list[Span] = []
    while quote >= 0 and tokens.quotes[quote].continued and len(found) < _LONGEST_CHAIN:
        quote += 1
        found.append(Span(tokens.quotes[quote].start, tokens.quotes[quote].end))
    return found


def introduced(tokens: Tokens, text: str, cue: Span) -> tuple[Span, ...]:
    """Return the quotation below a paragraph that ends with a cue and a colon."""
    feed = text.find("\n", cue.end, cue.end + _NEAR)
    between = text[cue.end : feed] if feed >= 0 else ""
    if not between.rstrip().endswith(":") or len(between.split()) > _FEW:
        return ()
    below = bisect_right(tokens.quotes, feed, key=lambda quote: quote.start)
    if below == len(tokens.quotes) or text[feed : tokens.quotes[below].start].strip(_BELOW):
        return ()
    quote = tokens.quotes[below]
    return (Span(quote.start, quote.end), *continued(tokens, below))


def _with_marks(tokens: Tokens, text: str, first: int, last: int) -> Span:
    span = trimmed(text, int(tokens.start[first]), int(tokens.end[last]))
    start, end = span.start, span.end
    opened, closed = int(tokens.quote[first]), int(tokens.quote[last])
    if opened >= 0:
        begin = tokens.quotes[opened].start
        if 0 < start - begin < _FEW and _only(text[begin:start], _OPENING):
            start = begin
    if closed >= 0:
        finish = tokens.quotes[closed].end
        if 0 < finish - end < _FEW and _only(text[end:finish], _CLOSING | _BEFORE_CLOSING):
            end = finish
    return Span(start, end)


def _only(marks: str, allowed: frozenset[str]) -> bool:
    return all(mark in allowed or mark.isspace() for mark in marks)
