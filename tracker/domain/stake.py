"""Stakes: what a claim does for its speaker's own side and for others, by words and relations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tracker.domain.assertion import ACCUSING_CUES, ADMITTING_CUES
from tracker.domain.attribution import Voice
from tracker.domain.camp import Camp, camp_of, is_side, side_of
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.facet_words import values_on
from tracker.domain.meanings import stem, stems_in
from tracker.domain.relation import RelationKind
from tracker.domain.sides import OFFICES, heads
from tracker.domain.source import Source

_DENYING_CUES = ("den", "reject", "refut", "rebut", "repudiat")
_BURDENS = frozenset(
    """abduct attack beat_up breach cheat destroy forge gas hurt ignite leak pollute rob steal
    throw""".split()  # noqa: SIM905
)
"""Senses of deeds that weigh against whoever did them, whoever tells."""
_PERCEIVING = frozenset(
    map(stem, ("see", "hear", "watch", "notice", "inspect", "examine", "measure", "document"))
)
_GAINING = frozenset(map(stem, ("receive", "win", "get", "gain", "lead", "lose")))
"""What happens to whoever stands for an office, and is told of them without blame."""
_ANYBODY = frozenset(map(stem, ("somebody", "someone", "anybody", "anyone", "nobody")))
_ACCUSES = stem("accuse")
_THEM = ("they", "he", "she")
_WE = re.compile(r"\b(?:we|our|us|my)\b|\bI\b", re.IGNORECASE)


@dataclass(frozen=True)
class Stake:
    """What a claim does for its speaker's own side, and for those whom it names."""

    dossier: Dossier

    def admits(self) -> bool:
        """Whether it says what weighs against its speaker's own side."""
        claim = self._claim
        if any(
            tie.relation.kind is RelationKind.CONCEDES
            and tie.relation.a == claim.id
            and tie.relation.stands
            for tie in self.dossier.ties
        ):
            return True
        own = any(map(self._is_own, self._doers))
        cue = claim.cue.casefold()
        if cue.startswith(ADMITTING_CUES):
            return own or not any(map(self._is_somebody, self._doers))
        actors = {one.source_id for one in self._doers}
        return own and cue.startswith(ACCUSING_CUES) and claim.speaker_id not in actors

    def stands_apart(self) -> bool:
        """Whether its speaker is no side of it: watches, treats or judges, and nobody objects."""
        if not self._own.apart or any(self._speaks_of_own(one.tie.other) for one in self._others):
            return False
        return not any(_is_undone(one) and self._tells_own(one) for one in self._doers)

    def burdened(self) -> tuple[str, ...]:
        """Those whom it burdens, each side by one name, or by none where it says "they" only."""
        found: dict[frozenset[int] | str, str] = {}
        for value in self._doers:
            if _ACCUSES in value.sense.split():
                found.setdefault(value.words, "")
            if self._is_own(value) or _is_undone(value) or self._may_be_own(value):
                continue
            gains = set(value.sense.split()) & _GAINING
            foe = next((one for one in self._against if one.means(value) and not gains), None)
            if foe is not None:
                found.setdefault(foe.camp.line, self._called(value))
            elif self._is_burden(value):
                found.setdefault(value.words, self._called(value))
        return tuple(dict.fromkeys(found.values()))

    def clears_first(self) -> bool:
        """Whether what it says first is what its own side did or not, and others dispute that."""
        first = self._doers[0] if self._doers else None
        if first is None or _ACCUSES in first.sense.split():
            return False
        return self._tells_own(first) and bool(self._against)

    def clears(self) -> bool:
        """Whether it denies what burdens its own side, or tells of itself what others dispute."""
        own = [one for one in self._doers if self._is_own(one)]
        if any(map(_is_undone, own)) or (self._against and _WE.search(self._claim.statement)):
            return True
        if self.clears_first() or (self._blames_nothing() and self._is_spoken_against()):
            return True
        denied = [one.tie.other for one in self._against if self._denies(one.tie)]
        if denied:
            return any(not any(map(self._is_other, _doers(one))) for one in denied)
        denies = self._claim.cue.casefold().startswith(_DENYING_CUES)
        return denies and not any(map(self._is_other, self._doers))

    @property
    def _claim(self) -> Claim:
        return self.dossier.claim

    @cached_property
    def _doers(self) -> tuple[FacetValue, ...]:
        return _doers(self._claim)

    @cached_property
    def _own(self) -> Camp:
        return camp_of(self.dossier.source, self.dossier.sources)

    @cached_property
    def _others(self) -> tuple[_Other, ...]:
        """What other speakers say of the same."""
        sources = self.dossier.sources
        return tuple(
            _Other(tie, camp_of(sources.get(tie.other.speaker_id or 0), sources))
            for tie in self.dossier.ties
            if tie.relation.stands and tie.other.speaker_id != self._claim.speaker_id
        )

    @cached_property
    def _against(self) -> tuple[_Other, ...]:
        return tuple(one for one in self._others if one.tie.relation.against)

    def _denies(self, tie: Tie) -> bool:
        return tie.relation.kind is RelationKind.DENIES and tie.relation.a == self._claim.id

    def _is_spoken_against(self) -> bool:
        """Whether what it stands against speaks of its speaker's own side."""
        return any(self._speaks_of_own(one.tie.other) for one in self._against)

    def _speaks_of_own(self, other: Claim) -> bool:
        if self._own.is_named(other.statement):
            return True
        return any(self._own.is_meant(one.words, one.source_id) for one in _doers(other))

    def _blames_nothing(self) -> bool:
        """Whether it gives no thing for the doer: "shells struck the market" clears nobody."""
        return all(map(self._is_somebody, self._doers))

    def _is_own(self, value: FacetValue) -> bool:
        return self._own.is_own(value.words, value.source_id)

    def _may_be_own(self, value: FacetValue) -> bool:
        """Whether nobody said whose people they are, and nobody is accused of anything."""
        accused = self._claim.cue.casefold().startswith(ACCUSING_CUES)
        return value.source_id is None and not accused and self._own.may_command(value.words)

    def _is_other(self, value: FacetValue) -> bool:
        return self._is_somebody(value) and not self._is_own(value)

    def _is_somebody(self, value: FacetValue) -> bool:
        """Whether a doer is one that can be blamed, and no shell or car."""
        known = value.source_id is not None or is_side(value.words) or self._is_own(value)
        if known or not _ANYBODY.isdisjoint(stems_in(value.words)):
            return True
        return any(one.means(value) for one in self._others)

    def _tells_own(self, value: FacetValue) -> bool:
        """Whether a doer is the speaker's own side, and the deed no seeing or hearing."""
        senses = set(value.sense.removeprefix("not ").split())
        return self._is_own(value) and not senses & _PERCEIVING

    def _is_burden(self, value: FacetValue) -> bool:
        if self._claim.cue.casefold().startswith(ACCUSING_CUES):
            return True
        harmful = bool(self._claim.harms or set(value.sense.split()) & _BURDENS)
        return harmful and (self._is_somebody(value) or self._is_them(value))

    def _is_them(self, value: FacetValue) -> bool:
        """Whether a speaker's own words say "they", and nobody told who that is."""
        direct = self._claim.voice is Voice.DIRECT and value.source_id is None
        return direct and value.words.casefold() in _THEM

    def _called(self, value: FacetValue) -> str:
        """Whom a doer is: a known source's side, or the claim's words, quoted."""
        if self._is_them(value):
            return ""
        sources: Mapping[int, Source] = self.dossier.sources
        side = side_of(sources.get(value.source_id or 0), sources)
        if side is not None:
            return side.name
        return value.words if value.words[:1].isupper() else f"“{value.words}”"


@dataclass(frozen=True)
class _Other:
    """What somebody else says of the same, and their camp."""

    tie: Tie
    camp: Camp

    def means(self, value: FacetValue) -> bool:
        """Whether a doer is their side: by its names, or by what they say of themselves."""
        if self.camp.is_meant(value.words, value.source_id):
            return True
        mine = heads(value.words) - OFFICES
        return any(
            self.camp.is_own(one.words, one.source_id) and mine & heads(one.words)
            for one in _doers(self.tie.other)
        )


def _doers(claim: Claim) -> tuple[FacetValue, ...]:
    return values_on(claim, Facet.ACTOR)


def _is_undone(value: FacetValue) -> bool:
    return value.sense.startswith("not ")
