"""An article's proof: its text with the claims marked in it, as a checker goes through it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from tracker.domain.article import Article, Passage, Span
from tracker.domain.sentences import number_at, sentences
from tracker.domain.status import SETTLED, Stage, Status

LOST = "No longer found in this text:"
"""What stands above the passages that a later revision has no more."""


@dataclass(frozen=True)
class Mark:
    """A claim as it is marked in an article: where the desk stands with it, and its words.

    ``judged`` says that a verdict stands which nothing new has shaken.
    """

    id: int
    version: int
    status: Status
    stage: Stage
    proposed: Status | None
    checkable: bool
    judged: bool
    passages: tuple[Passage, ...]

    @property
    def dismissed(self) -> bool:
        """Whether it was put aside: such a claim is not seen in the text."""
        return self.stage is Stage.DISMISSED

    @property
    def waiting(self) -> bool:
        """Whether something is proposed that waits for an editor."""
        return not self.dismissed and (self.stage is Stage.SUGGESTED or self.proposed is not None)

    @property
    def checked(self) -> bool:
        """Whether nothing is left to be done with it."""
        if self.stage in SETTLED:
            return True
        return not self.waiting and (self.judged or not self.checkable)


class Coverage(StrEnum):
    """How far a sentence has been checked."""

    UNCOVERED = "uncovered"
    """No claim stands on it, and nobody said that none does."""
    OPEN = "open"
    CHECKED = "checked"


class Run(NamedTuple):
    """A stretch of the text under the same claims, the innermost last."""

    start: int
    end: int
    claims: tuple[int, ...]


@dataclass(frozen=True)
class Proof:
    """A text, its claims and its sentences. Positions are code points of ``text``.

    Passages that are no longer found stand in front of the article's own text, which begins at
    ``shift``: they are lost from it, not from sight. ``today`` is the number of the article's last
    revision, where this is a former one.
    """

    article: Article
    marks: tuple[Mark, ...]
    outlet: str = ""
    today: int | None = None

    @cached_property
    def by_id(self) -> Mapping[int, Mark]:
        """The marks by the numbers of their claims."""
        return {mark.id: mark for mark in self.marks}

    @cached_property
    def lost(self) -> tuple[tuple[int, str], ...]:
        """The passages that are no longer found: claim and words."""
        return tuple(
            (mark.id, passage.exact)
            for mark in self.marks
            for passage in mark.passages
            if passage.exact and not mark.dismissed and not self._stands(passage)
        )

    @cached_property
    def text(self) -> str:
        """What is read, from the first code point to the last."""
        return self._head + self.article.text

    @cached_property
    def shift(self) -> int:
        """Where the article's own text begins."""
        return len(self._head)

    @cached_property
    def places(self) -> Mapping[int, tuple[Span, ...]]:
        """Where each claim stands; a claim without a place is left out."""
        found: dict[int, set[Span]] = {}
        at = len(LOST) + 1
        for number, exact in self.lost:
            found.setdefault(number, set()).add(Span(at, at + len(exact)))
            at += len(exact) + 1
        for mark in self.marks:
            for passage in mark.passages:
                for span in passage.spans if self._stands(passage) else ():
                    if 0 <= span.start < span.end <= len(self.article.text):
                        found.setdefault(mark.id, set()).add(self.put(span))
        return {number: tuple(sorted(spans)) for number, spans in found.items()}

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The claims in the order of the text, without those that were dismissed."""
        live = [number for number in self.places if not self.by_id[number].dismissed]
        return tuple(sorted(live, key=self._rank))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, those of lost passages first."""
        shown = sentences(self.text)
        return shown[bool(self.lost) :]  # a heading is no sentence of the article's

    @cached_property
    def in_sentence(self) -> tuple[tuple[int, ...], ...]:
        """The claims on each sentence in the order of the text, dismissed ones last."""
        found: list[list[int]] = [[] for _ in self.sentences]
        for number in sorted(self.places, key=self._rank):
            for span in self.places[number]:
                at = number_at(self.sentences, span.start)
                while at < len(found) and self.sentences[at].start < span.end:
                    if self.sentences[at].end > span.start and number not in found[at]:
                        found[at].append(number)
                    at += 1
        return tuple(
            tuple(sorted(one, key=lambda number: self.by_id[number].dismissed)) for one in found
        )

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """How far each sentence has been checked."""
        return tuple(map(self._covered, self.sentences, self.in_sentence))

    @cached_property
    def uncovered(self) -> tuple[int, ...]:
        """The numbers of the sentences that no claim covers."""
        return tuple(n for n, one in enumerate(self.coverage) if one is Coverage.UNCOVERED)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The text cut where claims begin and end, as far as claims cover it."""
        bounds: dict[int, tuple[list[int], list[int]]] = {}
        for number in self.order:
            for span in self.places[number]:
                bounds.setdefault(span.start, ([], []))[0].append(number)
                bounds.setdefault(span.end, ([], []))[1].append(number)
        found: list[Run] = []
        under: list[int] = []
        since = 0
        for at in sorted(bounds):
            if under:
                found.append(Run(since, at, tuple(under)))
            begin, end = bounds[at]
            for number in end:
                under.remove(number)
            under += begin
            since = at
        return tuple(found)

    def worked_out(self) -> Proof:
        """Tell now what would else be told when it is first asked for."""
        _ = self.coverage, self.runs
        return self

    def put(self, span: Span) -> Span:
        """Where a span of the article stands here."""
        return Span(span.start + self.shift, span.end + self.shift)

    def taken(self, span: Span) -> Span | None:
        """Where a span that is read here stands in the article; None if it is not all there."""
        if span.start < self.shift:
            return None
        return Span(span.start - self.shift, span.end - self.shift)

    def sentence_at(self, at: int) -> int:
        """The number of the sentence that a position lies in or behind."""
        return number_at(self.sentences, at)

    def claim_at(self, at: int) -> int | None:
        """The innermost claim at a position."""
        number = bisect_right(self.runs, at, key=lambda run: run.start) - 1
        if number >= 0 and at < self.runs[number].end:
            return self.runs[number].claims[-1]
        return None

    def claim_from(self, claim: int | None, at: int, step: int) -> int | None:
        """The next claim of the text, or the one before; None at the ends."""
        if claim in self.order:
            there = self.order.index(claim) + step
        else:
            there = bisect_left(self.order, at, key=lambda number: self.places[number][0].start)
            there += min(step, 0)
        return self.order[there] if 0 <= there < len(self.order) else None

    def uncovered_from(self, sentence: int, step: int) -> int | None:
        """The next sentence that no claim covers, or the one before, round and round."""
        if not self.uncovered:
            return None
        if step > 0:
            there = bisect_right(self.uncovered, sentence)
        else:
            there = bisect_left(self.uncovered, sentence) - 1
        return self.uncovered[there % len(self.uncovered)]

    def _stands(self, passage: Passage) -> bool:
        """Whether a passage is in this text: an orphaned one may be, in the former text."""
        if passage.article_id != self.article.id:
            return False
        return not passage.orphaned or self.article.anchors(passage)

    @cached_property
    def _head(self) -> str:
        lost = [exact for _, exact in self.lost]
        return "\n".join((LOST, *lost, "", "")) if lost else ""

    def _rank(self, number: int) -> tuple[int, int, int]:
        spans = self.places[number]
        return (spans[0].start, -spans[-1].end, number)

    def _covered(self, sentence: Span, claims: tuple[int, ...]) -> Coverage:
        if claims:
            checked = all(self.by_id[number].checked for number in claims)
            return Coverage.CHECKED if checked else Coverage.OPEN
        here = self.taken(sentence)
        cleared = here is not None and self.article.is_cleared(here)
        return Coverage.CHECKED if cleared else Coverage.UNCOVERED
