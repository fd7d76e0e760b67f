"""A clash: the claims about one event that cannot all be right, party by party and pair by pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet
from tracker.domain.relation import Relation, RelationState
from tracker.domain.safe_sentence import account_of
from tracker.domain.side_by_side import FacetRow, Pair, Stand, words_on
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
    """What a party says on a facet, and the claims that it meets there."""

    facet: str
    words: str
    contradicts: tuple[str, ...]
    agrees: tuple[str, ...]


@dataclass(frozen=True)
class Party:
    """One speaker in an event, with all of its claims. ``source`` is empty in own voice."""

    name: str
    source: str
    role: str
    claims: tuple[str, ...]
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

    @property
    def facets(self) -> tuple[str, ...]:
        """The facets that any party speaks to."""
        named = {saying.facet for party in self.parties for saying in party.sayings}
        return tuple(facet.value for facet in Facet if facet.value in named)


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
            between = _between(left, number) if places.get(number, 0) > place else ()
            if between:
                yield Pair(left, every[number], between)


def _between(left: Dossier, right: int) -> tuple[Relation, ...]:
    return tuple(
        tie.relation
        for tie in left.ties
        if tie.other.id == right and tie.relation.state is not RelationState.REJECTED
    )


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
    here = [pair for pair in near if pair.left.claim.id in numbers]
    event = next((one.event for one in dossiers if one.event), None)
    return Clash(
        id=str(event.ref) if event else "",
        title=event.title if event else "",
        place=(event.place_name or event.place) if event else "",
        time=event.time.words if event and event.time else "",
        claims=tuple(reported(one, at) for one in dossiers),
        parties=tuple(_parties(dossiers, here)),
        pairs=tuple(_against(pair) for pair in here if _clashes(pair)),
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
    words = (row.facet.value, row.stand.value, row.left or "", row.right or "")
    if row.relation is None:
        return FacetStand(*words)
    one = row.relation
    return FacetStand(*words, str(one.ref), one.kind.value, one.state.value, one.reason, one.by)


def _parties(dossiers: list[Dossier], tied: Iterable[Pair]) -> Iterator[Party]:
    """Gather what each speaker says; speakers come in the order of their first claims."""
    met = _meetings(tied)
    speakers: dict[tuple[int, str], list[Dossier]] = {}
    for one in dossiers:
        key = (one.source.id if one.source else 0, one.speaker)
        speakers.setdefault(key, []).append(one)
    for (_, name), theirs in speakers.items():
        source = theirs[0].source
        sayings = (_saying(facet, theirs, met) for facet in Facet)
        yield Party(
            name=name,
            source=str(source.ref) if source else "",
            role=source.role if source else "",
            claims=tuple(str(one.claim.ref) for one in theirs),
            sayings=tuple(one for one in sayings if one is not None),
        )


def _meetings(tied: Iterable[Pair]) -> dict[tuple[int, Facet, Stand], list[str]]:
    """The claims that a claim contradicts or agrees with on a facet, where a relation says so."""
    found: dict[tuple[int, Facet, Stand], list[str]] = {}
    for pair in tied:
        for row in pair.rows:
            if row.relation is not None:
                for mine, other in ((pair.left, pair.right), (pair.right, pair.left)):
                    key = (mine.claim.id, row.facet, row.stand)
                    found.setdefault(key, []).append(str(other.claim.ref))
    return found


def _saying(
    facet: Facet, theirs: list[Dossier], met: dict[tuple[int, Facet, Stand], list[str]]
) -> Saying | None:
    words = [(str(one.claim.ref), words_on(one.claim, facet)) for one in theirs]
    said = [(ref, word) for ref, word in words if word]
    several = len({word for _, word in said}) > 1
    contradicts, agrees = (
        tuple(
            dict.fromkeys(ref for one in theirs for ref in met.get((one.claim.id, facet, how), ()))
        )
        for how in (Stand.CONTRADICT, Stand.AGREE)
    )
    if not (said or contradicts or agrees):
        return None
    told = dict.fromkeys(f"{ref}: {word}" if several else word for ref, word in said)
    return Saying(facet.value, "; ".join(told), contradicts, agrees)
