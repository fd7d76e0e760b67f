"""Accounts: a claim in the form in which it can be set against another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import cast

from tracker.compare.knowing import Answers, answers_in, things_in
from tracker.compare.party import NOBODY, Party
from tracker.domain.common_words import COMMON
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure
from tracker.domain.meanings import Phrase, lexicon, matches, named, stems_in, words_in
from tracker.domain.sides import heads
from tracker.domain.timerange import TimeRange

MOST_FIGURES = 12
"""Figures of one claim that are compared, from its first; no claim of a press text had six."""
MOST_VALUES = 48
"""Facets of one claim that are compared; a claim of a press text had 28 at most."""
_DENIED = "not "
_LIVE = re.compile(r" live (?:rounds?|ammunition|ammo|fire|bullets?|shells?|grenades?|broadcast) ")
"""What is "live" without being alive."""


@dataclass(frozen=True)
class Deed:
    """What was done or not done, with whoever did it and whom it befell, in a claim's words."""

    words: str
    senses: frozenset[str]
    denied: bool = False
    actor: FacetValue | None = None
    target: FacetValue | None = None
    state: bool = False

    @cached_property
    def about(self) -> frozenset[str]:
        """The stems of its nouns."""
        return frozenset(one for words in self._told for one in heads(words)) - COMMON

    @cached_property
    def fields(self) -> frozenset[str]:
        """What its nouns name."""
        return frozenset(name for words in self._told for name in named(lexicon().fields, words))

    @property
    def _told(self) -> list[str]:
        noun = not self.state and any((one,) in lexicon().told for one in stems_in(self.words))
        sides = [side.words for side in (self.actor, self.target) if side]
        return [self.words, *sides] if noun else sides


@dataclass(frozen=True)
class Account:
    """What one party says, as it can be compared; ``at`` orders the accounts of one article.

    ``lead`` is what the article says around it, from the claim before; ``block`` counts turns:
    it grows whenever somebody else begins to speak. ``place`` is where it speaks of, or where its
    speaker did just before. ``said_at`` is when it was said, and ``said_before`` whether the
    article says that it was before what it tells around it: "had said". ``appeared`` is when its
    article did (UTC), where that is known.
    """

    id: int
    words: str
    party: Party = NOBODY
    cue: str = ""
    hedge: str = ""
    values: tuple[FacetValue, ...] = ()
    figures: tuple[Figure, ...] = ()
    relays: frozenset[int] = frozenset()
    article: int = 0
    at: int = 0
    paragraph: int = 0
    block: int = 0
    sentence: int = 0
    lead: str = ""
    checkable: bool = True
    place: str = ""
    said_at: TimeRange | None = None
    said_before: bool = False
    appeared: datetime | None = None

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its telling words."""
        return frozenset(stems_in(self.words)) - COMMON

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of its words with a capital that do not begin it."""
        words = self.words.split()[1:]
        return (
            frozenset(one for word in words if word[:1].isupper() for one in stems_in(word))
            - COMMON
        )

    @cached_property
    def fields(self) -> frozenset[str]:
        """What its nouns name."""
        return named(lexicon().fields, self.words)

    @cached_property
    def answers(self) -> Answers:
        """Which general questions it answers, and how."""
        return answers_in(self.words)

    @cached_property
    def things(self) -> Mapping[str, frozenset[Phrase]]:
        """What things it speaks of, each with its words for them."""
        return things_in(self.words)

    @cached_property
    def plain(self) -> str:
        """Its words in lower case with single blanks, to look for phrases in."""
        return f" {' '.join(words_in(self.words))} "

    @cached_property
    def kept(self) -> dict[object, object]:
        """What was told of it once (``once``)."""
        return {}

    def tells(self, phrase: re.Pattern[str]) -> re.Match[str] | None:
        """Where a phrase stands in its plain words."""
        key = id(phrase)  # patterns live as long as their modules
        if key not in self.kept:
            self.kept[key] = phrase.search(self.plain)
        return cast("re.Match[str] | None", self.kept[key])

    @cached_property
    def deeds(self) -> tuple[Deed, ...]:
        """Its deeds, each with its own doer and target."""
        told = [value for value in self.values if value.facet is Facet.OCCURRENCE]
        found = [self._deed(value) for value in told]
        known = {value.sense for value in told}
        # A charge ("blamed on the crew") names its doer for a deed that its noun tells.
        charged = [
            value
            for value in self.of(Facet.ACTOR)
            if value.sense and value.sense not in known and not value.sense.startswith(_DENIED)
        ]
        found += [
            Deed(value.words, frozenset(value.sense.split()), actor=value) for value in charged
        ]
        return tuple(found)

    @cached_property
    def states(self) -> tuple[Deed, ...]:
        """The states of things that it tells of."""
        return tuple(
            Deed(value.words, _senses(value), value.sense.startswith(_DENIED), state=True)
            for value in self.of(Facet.OUTCOME)
            if value.sense and not (value.words.lower() == "live" and self.tells(_LIVE))
        )

    @cached_property
    def senses(self) -> frozenset[str]:
        """The senses of all its deeds and states."""
        return frozenset(sense for one in (*self.deeds, *self.states) for sense in one.senses)

    def of(self, facet: Facet) -> tuple[FacetValue, ...]:
        """Its values on a facet."""
        return tuple(value for value in self.values if value.facet is facet)

    def kinds(self, facet: Facet) -> frozenset[str]:
        """The kinds of cause, intent, means or waters that it names and does not deny."""
        return frozenset(
            sense
            for value in self.of(facet)
            if value.sense and not value.sense.startswith(_DENIED)
            for sense in value.sense.split()
        )

    def natures(self) -> frozenset[str]:
        """Whether it speaks of military or of civilian things."""
        table = lexicon().kinds["target"]
        return frozenset(
            name for _, _, names in matches(table, stems_in(self.words)) for name in names
        )

    def _deed(self, value: FacetValue) -> Deed:
        def nearest(facet: Facet) -> FacetValue | None:
            sides = [one for one in self.of(facet) if one.sense == value.sense]
            return sides[0] if sides else None

        return Deed(
            value.words,
            _senses(value),
            value.sense.startswith(_DENIED),
            nearest(Facet.ACTOR),
            nearest(Facet.TARGET),
        )


def _senses(value: FacetValue) -> frozenset[str]:
    return frozenset(value.sense.removeprefix(_DENIED).split())
