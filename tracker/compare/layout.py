"""Layout: in which paragraph and sentence of an article a claim stands, and what is around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tracker.domain.article import Span

_END = re.compile(r"[.!?][\"”’']?\s|\n")
_PARAGRAPH, _LINE = re.compile(r"\n\n"), re.compile(r"\n")


class Layout:
    """A text with the spans of it that are claims; looked through once, however long it is."""

    def __init__(self, text: str, taken: Iterable[Span]) -> None:
        """Look a text through; ``taken`` are the spans of claims."""
        spans = list(taken)
        self._text = text
        self._starts = sorted(one.start for one in spans)
        self._ends = sorted(one.end for one in spans)
        self._sentences = [one.end() for one in _END.finditer(text)]
        self._paragraphs = [one.end() for one in _PARAGRAPH.finditer(text)]
        self._lines = [one.end() for one in _LINE.finditer(text)]

    def paragraph(self, place: int) -> int:
        """How many paragraphs end before a place; of a text without any, how many lines."""
        return bisect_right(self._paragraphs, place) or bisect_right(self._lines, place)

    def sentence(self, place: int) -> int:
        """How many sentences end before a place."""
        return bisect_right(self._sentences, place)

    def lead(self, spans: Sequence[Span]) -> str:
        """The narrator's words around a claim: from the claim before to the sentence's end."""
        before, after = self.sides(spans)
        between = (self._text[one.end : two.start] for one, two in pairwise(spans))
        return " ".join((before, *between, after)) if spans else ""

    def sides(self, spans: Sequence[Span]) -> tuple[str, str]:
        """The narrator's words before a claim, and those after it."""
        if not spans:
            return "", ""
        text, first, last = self._text, spans[0].start, spans[-1].end
        earlier = bisect_right(self._ends, first)
        before = self._ends[earlier - 1] if earlier else 0
        if over := _END.search(text, max(before - 1, 0), first):
            before = over.end()
        ended = _END.search(text, max(last - 1, 0))
        later = bisect_left(self._starts, last)
        after = self._starts[later] if later < len(self._starts) else len(text)
        end = min(ended.start() if ended else len(text), after)
        return text[before:first], text[last:end]
