"""A grid: some parties of a contest by facet, and how any two of them stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, combinations

from tracker.domain.contest import Contest, Party, contest_of
from tracker.domain.crowd import Crowd
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet
from tracker.domain.position import Position, answering, odds, position_of, stand_of, voice_of
from tracker.domain.side_by_side import FacetRow, Stand

_STRONGEST = (Stand.CONTRADICT, Stand.DIFFER, Stand.AGREE, Stand.SILENT)
"""How a facet stands among several: that two differ outweighs that two agree."""


@dataclass(frozen=True)
class Grid:
    """Parties are named by their places in it, from 0.

    ``pinned`` lets the two that are compared speak by the claims that are looked at.
    """

    contest: Contest
    parties: tuple[Party, ...]
    pinned: bool = False

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The facets that any of the parties speaks to, or that a relation of theirs is about.

        First come those on which two cannot both be right, last those on which one speaks alone.
        """
        named = {facet for rows in self._rows.values() for facet in rows}
        facets = (facet for facet in Facet if facet in named)
        return tuple(sorted(facets, key=lambda facet: _STRONGEST.index(self.stand(facet))))

    def row(self, facet: Facet, one: int, other: int) -> FacetRow | None:
        """How two parties stand on a facet; None for one beside itself, and where both are mute."""
        return self._rows.get((min(one, other), max(one, other)), {}).get(facet)

    def stand(self, facet: Facet) -> Stand:
        """How all the parties stand on a facet: one contradiction outweighs the rest."""
        stands = {rows[facet].stand for rows in self._rows.values() if facet in rows}
        return next(stand for stand in _STRONGEST if stand in stands)

    def position(self, facet: Facet, place: int, measure: int) -> Position:
        """What a party says on a facet, and how it stands to the one that is measured by.

        It speaks by the claim that is tied to the other's there, if any is.
        """
        voices = self._voices[facet]
        voice, other = voices[place], voices[measure]
        if voice is None:
            return Position()
        if other is not None and place != measure and voice.claim.id not in self._pinned:
            voice = answering(self.parties[place], facet, other) or voice
        claims = [one.claim for one in voices if one is not None and one is not voice]
        facing = [] if other is None or place == measure else [other.claim.id]
        facing += [one.claim.id for one in self.contest.sides]
        told = position_of(self.parties[place], facet, voice, claims, facing)
        if other is None or place == measure:
            return told
        stand, relation = stand_of(facet, voice, [other, *self.parties[measure].dossiers])
        return replace(told, stand=stand, relation=relation)

    def met(self, facet: Facet, place: int) -> dict[Stand, tuple[int, ...]]:
        """The claims to which a party's claims stand so on a facet, where a relation says it."""
        told = {one.claim.id: one for one in self.contest.accounts}
        found: dict[Stand, dict[int, None]] = {}
        for one in self.parties[place].dossiers:
            for number in dict.fromkeys(tie.other.id for tie in one.ties if tie.other.id in told):
                stand, relation = stand_of(facet, one, [told[number]])
                if relation is not None:
                    found.setdefault(stand, {})[number] = None
        return {stand: tuple(numbers) for stand, numbers in found.items()}

    def measure(self, facet: Facet, wanted: Sequence[int]) -> int:
        """The party that the others are measured by: the first of those wanted that speaks.

        Else the first that somebody stands against there, else the first that speaks.
        """
        voices = self._voices[facet]
        every = range(len(self.parties))
        at_odds = (place for place in every if (one := voices[place]) and odds(one, facet))
        for place in chain(wanted, at_odds, every):
            if voices[place] is not None:
                return place
        return wanted[0] if wanted else 0

    @cached_property
    def _pinned(self) -> set[int]:
        return {one.claim.id for one in self.contest.sides} if self.pinned else set()

    @cached_property
    def _voices(self) -> dict[Facet, tuple[Dossier | None, ...]]:
        """The claims by which the parties speak, facet by facet."""
        return {
            facet: tuple(voice_of(party, facet, self._pinned) for party in self.parties)
            for facet in Facet
        }

    @cached_property
    def _rows(self) -> dict[tuple[int, int], dict[Facet, FacetRow]]:
        return {
            (one, other): {
                row.facet: row for row in self.contest.rows(self.parties[one], self.parties[other])
            }
            for one, other in combinations(range(len(self.parties)), 2)
        }


def grid_of(dossiers: Sequence[Dossier], crowd: Crowd | None = None) -> Grid | None:
    """Set all who tell of an event side by side; None where there is one only.

    ``crowd`` is who speaks in all its claims, where these are some of them.
    """
    if not dossiers:
        return None
    first = dossiers[0]
    voices = (one for one in dossiers if (one.source, one.speaker) != (first.source, first.speaker))
    second = next(voices, None)
    if second is None:
        return None
    contest = contest_of(first, second, dossiers, 0, crowd)
    return Grid(contest, contest.parties)
