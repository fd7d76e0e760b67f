"""A text under its parse: which words stand where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tracker.domain.article import Span
from tracker.extract.parsing import Paragraph
from tracker.extract.quotes import quotes

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token


_INNER_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*")


class ParsedText:
    """A text and its parsed paragraphs; every position is in code points of the text."""

    def __init__(self, text: str, paragraphs: tuple[Paragraph, ...]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._start_of = {id(paragraph.doc): paragraph.start for paragraph in paragraphs}
        pieces = tuple(Span(one.start, one.start + len(one.doc.text)) for one in paragraphs)
        self.quotes = tuple(Span(quote.start, quote.end) for quote in quotes(text, pieces))
        self._quoted = Places(self.quotes)
        self._names: frozenset[str] | None = None

    @property
    def names(self) -> frozenset[str]:
        """Words that stand with a capital in the middle of a sentence somewhere."""
        if self._names is None:
            self._names = frozenset(_INNER_CAPITAL.findall(self.text))
        return self._names

    def words(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def paragraph_at(self, at: int) -> int:
        """The number of the paragraph that a position lies in."""
        return max(0, bisect_right(self._starts, at) - 1)

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that a span touches, across paragraphs."""
        found: list[Token] = []
        for number in range(self.paragraph_at(span.start), len(self.paragraphs)):
            paragraph = self.paragraphs[number]
            if paragraph.start >= span.end:
                break
            start = max(0, span.start - paragraph.start)
            end = min(len(paragraph.doc.text), span.end - paragraph.start)
            piece = paragraph.doc.char_span(start, end, alignment_mode="expand")
            if piece is not None and end > start:
                found += [token for token in piece if not token.is_space]
        return found

    def place(self, token: Token) -> int:
        """Where a token begins."""
        return self._start_of[id(token.doc)] + token.idx

    def end(self, token: Token) -> int:
        """Where a token ends."""
        return self.place(token) + len(token.text)

    def span(self, tokens: Sequence[Token]) -> Span:
        """From the first of some tokens to the last."""
        return Span(self.place(tokens[0]), self.end(tokens[-1]))

    def subtree(self, token: Token) -> Span:
        """All that hangs on a token."""
        return Span(self.place(token.left_edge), self.end(token.right_edge))

    def sentence_at(self, at: int) -> Span:
        """The sentence that a position lies in."""
        paragraph = self.paragraphs[self.paragraph_at(at)]
        inside = min(max(0, at - paragraph.start), len(paragraph.doc.text) - 1)
        piece = paragraph.doc.char_span(inside, inside + 1, alignment_mode="expand")
        sentence = piece.sent if piece is not None else paragraph.doc[:]
        return self._span_of(paragraph.start, sentence)

    def sentences(self) -> Iterator[tuple[Span, Sentence]]:
        """Every sentence and where it stands."""
        for paragraph in self.paragraphs:
            for sentence in paragraph.doc.sents:
                yield self._span_of(paragraph.start, sentence), sentence

    def quoted(self, at: int) -> bool:
        """Whether a position lies in a quotation."""
        return self._quoted.holds(at)

    def _span_of(self, start: int, sentence: Sentence) -> Span:
        return Span(start + sentence.start_char, start + sentence.end_char)


class Places:
    """Stretches of a text, quick to ask."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._merged: list[Span] = []
        for span in sorted(spans):
            if self._merged and span.start <= self._merged[-1].end:
                last = self._merged[-1]
                self._merged[-1] = Span(last.start, max(last.end, span.end))
            else:
                self._merged.append(span)
        self._starts = [span.start for span in self._merged]

    def holds(self, at: int) -> bool:
        """Whether a position lies in one of them."""
        number = bisect_right(self._starts, at) - 1
        return number >= 0 and at < self._merged[number].end

    def touches(self, span: Span) -> bool:
        """Whether one of them shares a code point with a span."""
        number = bisect_right(self._starts, span.end - 1) - 1
        return number >= 0 and span.start < self._merged[number].end


def inside(at: int, spans: Iterable[Span]) -> bool:
    """Whether a position lies in one of some spans."""
    return any(span.start <= at < span.end for span in spans)


def overlap(one: Span, other: Span) -> int:
    """How many code points two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))
