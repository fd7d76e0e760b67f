"""A text under its parse: which words stand where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from tracker.domain.article import Span
from tracker.extract.parsing import Paragraph
from tracker.extract.quotes import quotes
from tracker.extract.words import Word, words_of

_INNER_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*")


class Sentence(NamedTuple):
    """A sentence: where it stands, its words, and the word that all others hang on."""

    span: Span
    tokens: Sequence[Word]
    root: Word


class ParsedText:
    """A text and its parsed paragraphs; every position is in code points of the text."""

    def __init__(self, text: str, paragraphs: tuple[Paragraph, ...]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]
        pieces = tuple(Span(one.start, one.end) for one in paragraphs)
        self.quotes = tuple(Span(quote.start, quote.end) for quote in quotes(text, pieces))
        self._quoted = Places(self.quotes)
        self._words = words_of(paragraphs)
        self._word_starts = [word.start for word in self._words]
        self.sentences = tuple(self._sentences())
        self._sentence_starts = [sentence.span.start for sentence in self.sentences]

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that stand with a capital in the middle of a sentence somewhere."""
        return frozenset(_INNER_CAPITAL.findall(self.text))

    def words(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def paragraph_at(self, at: int) -> int:
        """The number of the paragraph that a position lies in."""
        return max(0, bisect_right(self._starts, at) - 1)

    def tokens(self, span: Span) -> list[Word]:
        """The tokens that a span touches, across paragraphs."""
        first = bisect_right(self._word_starts, span.start) - 1
        if first < 0 or self._words[first].end <= span.start:
            first += 1
        last = bisect_left(self._word_starts, span.end)
        return [token for token in self._words[first:last] if not token.is_space]

    def span(self, tokens: Sequence[Word]) -> Span:
        """From the first of some tokens to the last."""
        return Span(tokens[0].start, tokens[-1].end)

    def subtree(self, token: Word) -> Span:
        """All that hangs on a token."""
        return Span(token.left_edge.start, token.right_edge.end)

    def sentence_at(self, at: int) -> Sentence:
        """The sentence that a position lies in."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, at) - 1)]

    def behind(self, word: Word) -> Sequence[Word]:
        """The words of the sentence that follows a word in its paragraph."""
        at = bisect_left(self._sentence_starts, word.end)
        following = self.sentences[at] if at < len(self.sentences) else None
        if following is None or following.tokens[0].doc is not word.doc:
            return ()
        return [one for one in following.tokens if not one.is_space]

    def quoted(self, at: int) -> bool:
        """Whether a position lies in a quotation."""
        return self._quoted.holds(at)

    def _sentences(self) -> Iterator[Sentence]:
        begun: list[Word] = []
        for token in self._words:
            if begun and (token.is_sent_start or token.i == 0):
                yield self._sentence(begun)
                begun = []
            begun.append(token)
        if begun:
            yield self._sentence(begun)

    def _sentence(self, tokens: list[Word]) -> Sentence:
        root = next((token for token in tokens if token.head == token), tokens[0])
        return Sentence(self.span(tokens), tokens, root)


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
