"""Sentences and words: where they stand in a text, told by its signs alone.

Good enough to walk a text by; reading it for claims takes a parser.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tracker.domain.article import Span

_END = re.compile(
    r"(?<![.!?…])(?P<sign>[.!?…]+)[)\]”’\"'»]*(?P<gap>[ \t\u00a0]+)|[。！？]+[」』”]?"
)
_OPENING = "“„«‘\"'([–— "
_LAST_WORD = re.compile(r"[\w.]{1,40}$")
_ABBREVIATED = re.compile(
    r"adm|al|approx|apr|art|aug|ave|bros|brig|bt|capt|cf|cmdr|co|col|comdr|corp|cpl|dec|"
    r"dept|dr|ed|eds|eg|esq|est|etc|fig|figs|feb|gen|gov|hon|ie|inc|insp|jan|jr|jul|jun|lt|"
    r"ltd|maj|mar|messrs|mgr|mr|mrs|ms|mt|mx|nov|oct|oz|pp|pres|prof|pvt|rep|reps|rev|sec|"
    r"sen|sens|sept|sgt|sr|st|supt|univ|viz|vol|vols|vs"
)
"""Words that a full stop shortens, and that are seldom the last of a sentence."""
_BEGINNING = re.compile(r"(?:The|An?|He|She|It|They|We|His|Her|This|That|But|And|In|At|On)\b")
"""Words that are seldom part of a name."""
_BEFORE_NUMBERS = frozenset({"no", "nos", "art", "fig", "figs", "p", "pp", "vol", "sec"})
_LONGEST_WORD = 40
_WORD = re.compile(r"\w+(?:[’'.,:/&-]\w+)*|[%$€£₽]")
_NEAR = 256
_BLOCK = re.compile(r"[ \t]*>[ \t>]*")


def sentences(text: str) -> tuple[Span, ...]:
    """Part a text into sentences; none goes on beyond its line."""
    found: list[Span] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found += _in_line(text, line_begins(text, start), end)
        start = end + 1
    return tuple(found)


def line_begins(text: str, start: int) -> int:
    """Where a line begins behind the “>” of a quotation block, as in Markdown and mail."""
    found = _BLOCK.match(text, start)
    return found.end() if found else start


def words(text: str, start: int = 0) -> Iterator[Span]:
    """Find the words from a position on, without the signs around them."""
    for found in _WORD.finditer(text, start):
        yield Span(*found.span())


def word_before(text: str, at: int) -> Span | None:
    """The last word that begins before a position."""
    near = _NEAR
    while True:
        start = max(0, at - near)
        begun = [word for word in words(text[start : at + _NEAR]) if start + word.start < at]
        # A word cut at the window's edge is no whole word.
        if start == 0 or (begun and begun[-1].start > 0):
            break
        near *= 8
    if not begun:
        return None
    return Span(start + begun[-1].start, start + begun[-1].end)


def word_at(text: str, at: int) -> Span | None:
    """The word that a position lies in, or else the next one after it."""
    before = word_before(text, at + 1)
    if before is not None and at < before.end:
        return before
    return next(words(text, at), before)


def number_at(spans: Sequence[Span], at: int) -> int:
    """The number of the span that a position lies in or behind; 0 before the first."""
    return max(0, bisect_right(spans, at, key=lambda span: span.start) - 1)


def _in_line(text: str, start: int, end: int) -> Iterator[Span]:
    begun = start
    for found in _END.finditer(text, start, end):
        if found.end() < end and _ends(text, begun, found):
            yield from _trimmed(text, begun, found.end())
            begun = found.end()
    yield from _trimmed(text, begun, end)


def _ends(text: str, begun: int, found: re.Match[str]) -> bool:
    """Whether a sentence ends here: the next begins like one, and no word is shortened."""
    if found["sign"] is None:
        return True
    after = text[found.end() : found.end() + 8].lstrip(_OPENING)[:1]
    if after.islower():
        return False
    if found["sign"] != "." or found.end("sign") + len(found["gap"]) < found.end():
        return True
    stop = found.start("sign")
    last = _LAST_WORD.search(text, max(begun, stop - _LONGEST_WORD), stop)
    word = last[0].casefold() if last else ""
    if word in _BEFORE_NUMBERS:
        return not after.isdecimal()
    if "." in word:  # an acronym
        return _BEGINNING.match(text, found.end()) is not None
    initial = len(word) == 1 and word.isalpha() and last is not None and last[0].isupper()
    return not (initial or _ABBREVIATED.fullmatch(word))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left < len(piece):
        yield Span(start + left, start + len(piece.rstrip()))
