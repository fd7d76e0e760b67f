"""A clash: the claims about one event that cannot all be right, party by party and pair by pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.account import account_of
from tracker.domain.contest import Words, contest_of, pair_of
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet
from tracker.domain.grid import Grid
from tracker.domain.interest import interest_of
from tracker.domain.reference import Kind, Ref
from tracker.domain.side_by_side import FacetRow, Pair, Stand
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
class Saying:
    """What a party says on a facet, and the claims that it meets there.

    ``position`` is what it says there by one claim (``claim``), ``former`` what it said before, and
    ``further`` the claims by which it says something else; ``words`` is all of it.
    """

    facet: str
    words: str
    position: str
    claim: str
    former: str
    further: tuple[str, ...]
    contradicts: tuple[str, ...]
    agrees: tuple[str, ...]


@dataclass(frozen=True)
class Party:
    """One speaker in an event, with all of its claims. ``source`` is empty in own voice.

    ``interests`` tells of each claim whom it serves; empty where that is not known.
    """

    name: str
    source: str
    role: str
    claims: tuple[str, ...]
    interests: tuple[str, ...]
    sayings: tuple[Saying, ...]


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
    event = next((one.event for one in dossiers if one.event), None)
    return Clash(
        id=str(event.ref) if event else "",
        title=event.title if event else "",
        place=(event.place_name or event.place) if event else "",
        time=event.time.words if event and event.time else "",
        claims=tuple(reported(one, at) for one in dossiers),
        parties=tuple(_party(grid, place) for place in range(len(grid.parties))),
        pairs=tuple(map(_against, against)),
        facets=tuple(facet.value for facet in grid.facets),
        at_issue=tuple(
            facet.value for facet in grid.facets if grid.stand(facet) is Stand.CONTRADICT
        ),
    )


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


def _party(grid: Grid, place: int) -> Party:
    """Say what a party of the grid says, facet by facet."""
    party = grid.parties[place]
    source = party.front.source
    sayings = (_saying(grid, facet, place) for facet in grid.facets)
    return Party(
        name=party.name,
        source=str(source.ref) if source else "",
        role=source.role if source else "",
        claims=tuple(str(claim.ref) for claim in party.claims),
        interests=tuple(interest_of(one).words for one in party.dossiers),
        sayings=tuple(one for one in sayings if one is not None),
    )


def _saying(grid: Grid, facet: Facet, place: int) -> Saying | None:
    words, met = grid.parties[place].words_on(facet), grid.met(facet, place)
    contradicts, agrees = (_refs(met.get(how, ())) for how in (Stand.CONTRADICT, Stand.AGREE))
    if not (words or contradicts or agrees):
        return None
    one = grid.position(facet, place, grid.measure(facet, ()))
    return Saying(
        facet=facet.value,
        words="; ".join(_told(each, several=len(words) > 1) for each in words),
        position=f"formerly {one.in_full}" if one.outdated else one.in_full,
        claim=str(Ref(Kind.CLAIM, one.claim)) if one.claim else "",
        former=one.former,
        further=_refs(one.further),
        contradicts=contradicts,
        agrees=agrees,
    )


def _refs(numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(str(Ref(Kind.CLAIM, number)) for number in numbers)


def _told(one: Words, *, several: bool) -> str:
    of = f"{Ref(Kind.CLAIM, one.claim)}: " if several else ""
    return f"{of}{'formerly ' if one.former else ''}{one.text}"
