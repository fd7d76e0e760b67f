"""A grid: some parties of a contest by facet, and how any two of them stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations

from tracker.domain.contest import Contest, Party, contest_of, pair_of
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet
from tracker.domain.side_by_side import FacetRow, Stand, facet_row

_STRONGEST = (Stand.CONTRADICT, Stand.DIFFER, Stand.AGREE, Stand.SILENT)


@dataclass(frozen=True)
class Grid:
    """Parties are named by their places in it, from 0."""

    contest: Contest
    parties: tuple[Party, ...]

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The facets that any of the parties speaks to, or that a relation of theirs is about."""
        named = {facet for rows in self._rows.values() for facet in rows}
        return tuple(facet for facet in Facet if facet in named)

    def row(self, facet: Facet, one: int, other: int) -> FacetRow | None:
        """How two parties stand on a facet; None for one beside itself, and where both are mute."""
        return self._rows.get((min(one, other), max(one, other)), {}).get(facet)

    def stand(self, facet: Facet) -> Stand:
        """How all the parties stand on a facet: one contradiction outweighs the rest."""
        stands = {rows[facet].stand for rows in self._rows.values() if facet in rows}
        return next(stand for stand in _STRONGEST if stand in stands)

    def met(self, facet: Facet, place: int) -> dict[Stand, tuple[int, ...]]:
        """The claims to which a party's claims stand so on a facet, where a relation says it."""
        told = {one.claim.id: one for one in self.contest.accounts}
        found: dict[Stand, dict[int, None]] = {}
        for one in self.parties[place].dossiers:
            for number in dict.fromkeys(tie.other.id for tie in one.ties if tie.other.id in told):
                ties = pair_of(one, told[number]).relations
                row = facet_row(facet, (one.claim,), (told[number].claim,), ties)
                if row is not None and row.relation is not None:
                    found.setdefault(row.stand, {})[number] = None
        return {stand: tuple(numbers) for stand, numbers in found.items()}

    def measure(self, facet: Facet, wanted: Sequence[int]) -> int:
        """The party that the others are measured by: the first of those wanted that speaks.

        Else the first that does.
        """
        for place in chain(wanted, range(len(self.parties))):
            if self.parties[place].words_on(facet):
                return place
        return wanted[0] if wanted else 0

    @cached_property
    def _rows(self) -> dict[tuple[int, int], dict[Facet, FacetRow]]:
        return {
            (one, other): {
                row.facet: row for row in self.contest.rows(self.parties[one], self.parties[other])
            }
            for one, other in combinations(range(len(self.parties)), 2)
        }


def grid_of(dossiers: Sequence[Dossier]) -> Grid | None:
    """Set all who tell of an event side by side; None where there is one only."""
    if not dossiers:
        return None
    first = dossiers[0]
    voices = (one for one in dossiers if (one.source, one.speaker) != (first.source, first.speaker))
    second = next(voices, None)
    if second is None:
        return None
    contest = contest_of(first, second, dossiers, 0)
    return Grid(contest, contest.parties)
