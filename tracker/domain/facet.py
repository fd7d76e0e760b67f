"""Facets: the questions on which two claims can agree or differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.article import Span
from tracker.domain.figure import Number
from tracker.domain.timerange import TimeRange


class Facet(StrEnum):
    """What two claims about one event can be compared on."""

    OCCURRENCE = "occurrence"
    ACTOR = "actor"
    TARGET = "target"
    CASUALTIES = "casualties"
    QUANTITY = "quantity"
    PLACE = "place"
    TIME = "time"
    MEANS = "means"
    CAUSE = "cause"
    INTENT = "intent"
    OUTCOME = "outcome"

    @property
    def open_question(self) -> str:
        """What is not known while the facet is open: "who was responsible"."""
        return _OPEN_QUESTIONS[self]


_OPEN_QUESTIONS = {
    Facet.OCCURRENCE: "whether it happened",
    Facet.ACTOR: "who was responsible",
    Facet.TARGET: "what was hit",
    Facet.CASUALTIES: "how many were harmed",
    Facet.QUANTITY: "how many there were",
    Facet.PLACE: "where it happened",
    Facet.TIME: "when it happened",
    Facet.MEANS: "what was used",
    Facet.CAUSE: "what caused it",
    Facet.INTENT: "what was intended",
    Facet.OUTCOME: "what came of it",
}


@dataclass(frozen=True)
class FacetValue:
    """What a claim says on a facet: the words, where they stand, and what they mean.

    The meaning is a source, an interval (``low``–``high``, None unbounded), a place or a time;
    ``sense`` is what the words come down to in the lexicon of meanings ("attack", "not close",
    "failure"), and of a doer or a target, the deed.
    """

    facet: Facet
    words: str
    span: Span | None = None
    source_id: int | None = None
    low: Number | None = None
    high: Number | None = None
    place: str = ""
    time: TimeRange | None = None
    sense: str = ""
