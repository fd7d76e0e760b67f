"""Assertions: what an article has somebody say, before the desk does anything with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self, TypeVar

from tracker.domain.article import Passage
from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure, Harm
from tracker.domain.reference import Kind, Ref
from tracker.domain.timerange import TimeRange

ACCUSING_CUES = ("accus", "blam", "alleg", "charg", "denounc", "implicat", "responsib")
"""Beginnings of the cues that name a culprit."""
ADMITTING_CUES = ("admit", "conced", "acknowledg", "confess", "own up", "owned up", "owns up")
"""Beginnings of the cues with which somebody says what weighs against themselves."""

_NAMED = 4
"""Articles that are named where a claim's words stand in many."""

Said = TypeVar("Said", bound="Assertion")


@dataclass(frozen=True)
class Caveat:
    """What the outlet itself says about a claim's standing; always attributed to the outlet."""

    words: str
    outlet_id: int | None = None


@dataclass(frozen=True)
class Assertion:
    """What one speaker says, by an article's account.

    ``statement`` is in the desk's neutral words and reads after "X said"; ``cue`` is the article's
    own verb. ``chain`` runs from the speaker to the article and is empty in the article's own
    voice. ``score`` (0–1) and ``score_reason`` are the machine's when it proposed the claim.
    """

    statement: str
    voice: Voice
    article_id: int | None = None
    event_id: int | None = None
    passages: tuple[Passage, ...] = ()
    chain: tuple[Hop, ...] = ()
    cue: str = ""
    hedge: str = ""
    figures: tuple[Figure, ...] = ()
    facets: tuple[FacetValue, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    checkable: bool = True
    said_at: TimeRange | None = None
    score: float | None = None
    score_reason: str = ""

    @property
    def speaker_id(self) -> int | None:
        """The source at the chain's root; None in the article's own voice."""
        return self.chain[0].source_id if self.chain else None

    @property
    def own_passages(self) -> tuple[Passage, ...]:
        """Its passages in the article that it was taken from; not those that reprint it."""
        places = [passage.article_id for passage in self.passages]
        home = self.article_id if self.article_id in places else next(iter(places), None)
        return tuple(one for one in self.passages if one.article_id == home)

    @property
    def quote(self) -> str:
        """Its article's words for it, passages joined by " … "."""
        return " … ".join(passage.exact for passage in self.own_passages)

    @property
    def reprinted_in(self) -> tuple[int, ...]:
        """The numbers of the other articles in which its words stand, too."""
        places = (one.article_id for one in self.passages if not one.orphaned)
        return tuple(dict.fromkeys(place for place in places if place != self.article_id))

    @property
    def also_in(self) -> str:
        """Say in which other articles its words stand: "also in A2, A5"."""
        refs = [str(Ref(Kind.ARTICLE, number)) for number in self.reprinted_in]
        more = [f"{len(refs) - _NAMED:,} more"] if len(refs) > _NAMED else []
        return f"also in {', '.join((*refs[:_NAMED], *more))}" if refs else ""

    @property
    def risk(self) -> int:
        """How much harm a wrong word here can do, 0–9: casualties, then named accusations."""
        risk = 0
        if self.harms & {Harm.KILLED, Harm.CASUALTIES}:
            risk += 4
        elif self.harms:
            risk += 2
        if any(value.facet is Facet.ACTOR and value.words for value in self.facets):
            risk += 2
            if self.cue.casefold().startswith(ACCUSING_CUES):
                risk += 2
        return risk

    def speaks_to(self, facet: Facet | None) -> bool:
        """Whether it says something on a facet; whether a thing happened, every claim implies."""
        if facet in (None, Facet.OCCURRENCE):
            return True
        harms = facet is Facet.CASUALTIES and bool(self.harms)
        return harms or any(value.facet is facet for value in self.facets)

    @property
    def harms(self) -> frozenset[Harm]:
        """The harms that its figures count."""
        return frozenset(one.harm for one in self.figures if one.harm is not None)

    def said_by(self, source_id: int) -> Self:
        """Put another source at the chain's root; relays keep their places."""
        if not self.chain:
            voice = Voice.INDIRECT if self.voice is Voice.ARTICLE else self.voice
            return replace(self, chain=(Hop(source_id, HopRole.SPEAKER),), voice=voice)
        root = replace(self.chain[0], source_id=source_id)
        return replace(self, chain=(root, *self.chain[1:]))
