"""Articles: a text as captured, where it was published, and the passages that make claims."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import ClassVar

from tracker.domain.errors import BadInputError
from tracker.domain.reference import Kind, Thing

DAYS = 14
"""Between the days of two articles, at most, if they tell of one event."""
CONTEXT = 32
"""Characters kept before and after a passage so that it can be found again (code points)."""


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a text: code points, end exclusive."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"

    def meets(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Passage:
    """The words of an article that make a claim, anchored the W3C way.

    ``spans`` are TextPosition selectors (a quote can be interrupted); ``exact``, ``prefix`` and
    ``suffix`` a TextQuote selector, pieces of an interrupted quote joined by " … ". An orphaned
    passage was not found again in a later revision.
    https://www.w3.org/TR/annotation-model/#selectors
    """

    article_id: int
    spans: tuple[Span, ...]
    exact: str
    prefix: str = ""
    suffix: str = ""
    orphaned: bool = False


@dataclass(frozen=True)
class Publication:
    """Where and when a text appeared; ``published_at`` is UTC, ``zone`` the outlet's own."""

    title: str
    outlet_id: int | None = None
    byline: str = ""
    url: str = ""
    published_at: datetime | None = None
    zone: str = ""


@dataclass(frozen=True)
class Article(Thing):
    """A text taken in. The text never changes; a later capture is a new revision.

    ``cleared`` are the stretches in which an editor found nothing to check.
    """

    of_kind: ClassVar[Kind] = Kind.ARTICLE

    text: str
    language: str
    captured_at: datetime
    publications: tuple[Publication, ...]
    revision_of: int | None = None
    cleared: tuple[Span, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the text as captured (UTF-8), hexadecimal."""
        return text_sha256(self.text)

    @property
    def title(self) -> str:
        """The title of the first publication, or the text's first words."""
        for publication in self.publications:
            if publication.title:
                return publication.title
        return first_words(self.text)

    @property
    def appeared(self) -> datetime | None:
        """When it was published first (UTC), as far as that is known."""
        told = (one.published_at for one in self.publications if one.published_at is not None)
        return min(told, default=None)

    @property
    def told_at(self) -> datetime:
        """When it appeared, as far as that is known, else when it was captured (UTC)."""
        return self.appeared or self.captured_at

    def of_the_days_of(self, other: Article) -> bool:
        """Whether two articles appeared so near each other that they may tell of one event."""
        return abs((self.told_at - other.told_at).days) <= DAYS

    def passage(self, *pieces: str) -> Passage:
        """Anchor words of the text, in the order given.

        Raises:
            BadInputError: a piece is not in the text, or stands there twice.
        """
        spans: list[Span] = []
        for piece in pieces:
            start = self.text.find(piece) if piece else -1
            if start < 0:
                raise BadInputError(f"“{piece}” is not in the text of “{self.title}”.")
            if self.text.find(piece, start + 1) >= 0:
                raise BadInputError(f"“{piece}” stands more than once in “{self.title}”.")
            spans.append(Span(start, start + len(piece)))
        return self.passage_at(tuple(spans))

    def passage_at(self, spans: tuple[Span, ...]) -> Passage:
        """Anchor spans of the text."""
        start, end = spans[0].start, spans[-1].end
        return Passage(
            article_id=self.id,
            spans=spans,
            exact=" … ".join(self.text[span.start : span.end] for span in spans),
            prefix=self.text[max(0, start - CONTEXT) : start],
            suffix=self.text[end : end + CONTEXT],
        )

    def words_at(self, spans: tuple[Span, ...]) -> Passage:
        """Anchor spans that an editor chose.

        Raises:
            BadInputError: they lie beyond the text, overlap, or hold no words.
        """
        at = 0
        for span in spans:
            if span.end > len(self.text):
                raise BadInputError(f"{span} is beyond the text, which ends at {len(self.text)}.")
            if span.start < at:
                raise BadInputError(f"{span} begins before the span before it ends, at {at}.")
            if not self.text[span.start : span.end].strip():
                raise BadInputError(f"there are no words from {span.start} to {span.end}.")
            at = span.end
        return self.passage_at(spans)

    def clearing(self, span: Span) -> Article:
        """Say that there is nothing to check in a stretch of the text."""
        merged: list[Span] = []
        for one in sorted((*self.cleared, span)):
            if merged and not self.text[merged[-1].end : one.start].strip():
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, one.end))
            else:
                merged.append(one)
        return replace(self, cleared=tuple(merged))

    def is_cleared(self, span: Span) -> bool:
        """Whether an editor found nothing to check in a whole stretch of the text."""
        number = bisect_right(self.cleared, span.start, key=lambda one: one.start) - 1
        return number >= 0 and span.end <= self.cleared[number].end

    def anchors(self, passage: Passage) -> bool:
        """Whether a passage's words stand where its spans say."""
        if not passage.spans:
            return False
        return self.passage_at(passage.spans).exact == passage.exact


def first_words(text: str) -> str:
    """What a text is called by that has no title: its first line, as far as that is short."""
    return text.strip().split("\n", 1)[0][:80]


def text_sha256(text: str) -> str:
    """Hash a text as it is stored."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
