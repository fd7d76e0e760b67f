"""A party of a clash: one speaker, what it says facet by facet, and the claims that it meets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.domain.claim import Claim
from tracker.domain.contest import Words
from tracker.domain.facet import Facet
from tracker.domain.grid import Grid
from tracker.domain.interest import interest_of
from tracker.domain.position import odds
from tracker.domain.reference import Kind, Ref
from tracker.domain.side_by_side import Stand
from tracker.domain.telling import UNTOLD


@dataclass(frozen=True)
class Elsewhere:
    """A claim that stands against one that is told (``of``), and why it is not told beside it."""

    claim: str
    of: str
    why: str


@dataclass(frozen=True)
class Saying:
    """What a party says on a facet, and the claims that it meets there.

    ``position`` is what it says there by one claim (``claim``), ``former`` what it said before, and
    ``further`` the claims by which it says something else; ``words`` is all of it. ``elsewhere``
    are claims that stand against it, too, and are not told beside it.
    """

    facet: str
    words: str
    position: str
    claim: str
    former: str
    further: tuple[str, ...]
    contradicts: tuple[str, ...]
    agrees: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...] = ()


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


def party_of(grid: Grid, place: int, facets: Iterable[Facet]) -> Party:
    """Say what a party of the grid says, facet by facet."""
    party = grid.parties[place]
    source = party.front.source
    sayings = (_saying(grid, facet, place) for facet in facets)
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
    elsewhere = tuple(_elsewhere(grid, facet, place))
    if not (words or contradicts or agrees or elsewhere):
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
        elsewhere=elsewhere,
    )


def _elsewhere(grid: Grid, facet: Facet, place: int) -> Iterator[Elsewhere]:
    """The claims that stand against a party's, and are told elsewhere or not at all."""
    told = {one.claim.id for one in grid.contest.accounts}
    for one in grid.parties[place].dossiers:
        against = odds(one, facet)
        met = {tie.other.id: tie.other for tie in one.ties if tie.relation in against}
        for claim in (claim for number, claim in met.items() if number not in told):
            yield Elsewhere(str(claim.ref), str(one.claim.ref), _why_elsewhere(claim))


def _why_elsewhere(claim: Claim) -> str:
    if claim.stage in UNTOLD:
        return "still to be accepted"
    return f"told under {Ref(Kind.EVENT, claim.event_id or 0)}"


def _refs(numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(str(Ref(Kind.CLAIM, number)) for number in numbers)


def _told(one: Words, *, several: bool) -> str:
    of = f"{Ref(Kind.CLAIM, one.claim)}: " if several else ""
    return f"{of}{'formerly ' if one.former else ''}{one.text}"
