"""A clash: the claims about one event that cannot all be right, party by party and pair by pair."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.account import account_of
from tracker.domain.contest import contest_of, is_former, pair_of
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet
from tracker.domain.grid import Grid
from tracker.domain.position import odds
from tracker.domain.side_by_side import FacetRow, Pair, Stand
from tracker.report.party import Party, party_of
from tracker.report.reported_claim import ReportedClaim, reported


@dataclass(frozen=True)
class FacetStand:
    """How two claims stand to each other on a facet, in both sides' own words.

    ``relation`` and what follows are the tie that says so, and who decided on it; empty where the
    words alone do.
    """

    facet: str
    stand: str
    a: str
    b: str
    relation: str = ""
    kind: str = ""
    state: str = ""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True)
class Against:
    """Two claims that cannot both be right, the earlier first."""

    a: str
    b: str
    state: str
    facets: tuple[FacetStand, ...]

    def on(self, stand: Stand) -> tuple[str, ...]:
        """The facets on which the two stand so."""
        return tuple(one.facet for one in self.facets if one.stand == stand)


@dataclass(frozen=True)
class Clash:
    """An event on which claims stand against each other; without one, ``id`` is empty."""

    id: str
    title: str
    place: str
    time: str
    claims: tuple[ReportedClaim, ...]
    parties: tuple[Party, ...]
    pairs: tuple[Against, ...]
    facets: tuple[str, ...]
    """The facets that any party speaks to; those first on which two cannot both be right."""
    at_issue: tuple[str, ...]
    """The facets on which two cannot both be right."""


def clashes_of(dossiers: Iterable[Dossier], at: datetime) -> Iterator[Clash]:
    """Set claims against each other; those that take no part in a contradiction are left out.

    Claims about one event are one clash; those about none are one where relations tie them.
    """
    every = {one.claim.id: one for one in sorted(dossiers, key=lambda one: account_of(one).place)}
    tied = tuple(_tied(every))
    ends = {end for pair in tied if _clashes(pair) for end in _ends(pair)}
    near = tuple(pair for pair in tied if not ends.isdisjoint(_ends(pair)))
    for group in _groups(every, near):
        yield _clash([every[number] for number in every if number in group], near, at)


def _tied(every: Mapping[int, Dossier]) -> Iterator[Pair]:
    """The pairs among claims that a relation ties, which nobody rejected; the earlier first."""
    places = {number: place for place, number in enumerate(every)}
    for place, left in enumerate(every.values()):
        for number in dict.fromkeys(tie.other.id for tie in left.ties):
            if places.get(number, 0) > place:
                pair = pair_of(left, every[number])
                if pair.relations:
                    yield pair


def _clashes(pair: Pair) -> bool:
    return any(relation.against for relation in pair.relations)


def _groups(every: Mapping[int, Dossier], near: Iterable[Pair]) -> list[set[int]]:
    """The claims that are told together: tied to each other, or about the event of all."""
    home: dict[int, set[int]] = {}
    for pair in near:
        one, other = _ends(pair)
        joined = home.get(one, {one}) | home.get(other, {other})
        home.update(dict.fromkeys(joined, joined))
    if home and any(one.event for one in every.values()):
        return [set(home)]
    return [group for number, group in home.items() if number == min(group)]


def _clash(dossiers: list[Dossier], near: Iterable[Pair], at: datetime) -> Clash:
    numbers = {one.claim.id for one in dossiers}
    against = [pair for pair in near if pair.left.claim.id in numbers and _clashes(pair)]
    # Two claims of one speaker that are compared would stand apart, so others are put first.
    first = next((one for one in against if one.left.source != one.right.source), against[0])
    contest = contest_of(first.left, first.right, dossiers, 0)
    grid = Grid(contest, contest.parties)
    at_issue = _at_issue(grid)
    facets = _in_order(grid, at_issue)
    event = next((one.event for one in dossiers if one.event), None)
    return Clash(
        id=str(event.ref) if event else "",
        title=event.title if event else "",
        place=(event.place_name or event.place) if event else "",
        time=event.time.words if event and event.time else "",
        claims=tuple(reported(one, at) for one in dossiers),
        parties=tuple(party_of(grid, place, facets) for place in range(len(grid.parties))),
        pairs=tuple(map(_against, against)),
        facets=tuple(facet.value for facet in facets),
        at_issue=tuple(facet.value for facet in facets if facet in at_issue),
    )


def _at_issue(grid: Grid) -> set[Facet]:
    """The facets on which a claim stands against another, be it of one party, or told elsewhere."""
    between = {facet for facet in grid.facets if grid.stand(facet) is Stand.CONTRADICT}
    told = [one for party in grid.parties for one in party.dossiers]
    return between | {
        facet
        for facet in Facet
        if any(odds(one, facet) and not is_former(one, facet) for one in told)
    }


def _in_order(grid: Grid, at_issue: Collection[Facet]) -> list[Facet]:
    """The facets that are told of, those at issue first."""
    facets = dict.fromkeys((*grid.facets, *(facet for facet in Facet if facet in at_issue)))
    return sorted(facets, key=lambda facet: facet not in at_issue)


def _ends(pair: Pair) -> tuple[int, int]:
    return (pair.left.claim.id, pair.right.claim.id)


def _against(pair: Pair) -> Against:
    return Against(
        a=str(pair.left.claim.ref),
        b=str(pair.right.claim.ref),
        state=pair.state.value,
        facets=tuple(_stand(row) for row in pair.rows),
    )


def _stand(row: FacetRow) -> FacetStand:
    words = (row.facet.value, row.stand.value, *row.told)
    if row.relation is None:
        return FacetStand(*words)
    one = row.relation
    return FacetStand(*words, str(one.ref), one.kind.value, one.state.value, one.reason, one.by)
