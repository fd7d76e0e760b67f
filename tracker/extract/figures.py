"""The figures of a text, each read with its sentence around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from tracker.domain.article import Span
from tracker.domain.figure_grammar import FoundFigure, figures_in
from tracker.extract.parsed_text import ParsedText


class Figures:
    """All figures of a text, in order; their spans are of the text."""

    def __init__(self, text: ParsedText) -> None:
        self._found = [
            FoundFigure(
                Span(sentence.start + one.span.start, sentence.start + one.span.end), one.figure
            )
            for sentence in (one.span for one in text.sentences)
            for one in figures_in(text.words(sentence))
        ]
        self._starts = [one.span.start for one in self._found]

    def within(self, spans: Iterable[Span]) -> list[FoundFigure]:
        """The figures that stand whole in one of some spans."""
        found: list[FoundFigure] = []
        for span in spans:
            at = bisect_left(self._starts, span.start)
            while at < len(self._found) and self._found[at].span.end <= span.end:
                found.append(self._found[at])
                at += 1
        return found
