"""A contest: the accounts of one event, party by party and facet by facet, around two of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from tracker.domain.account import account_of
from tracker.domain.claim import Claim
from tracker.domain.crowd import Crowd, crowd_of, voice_of
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet
from tracker.domain.facet_words import told_on
from tracker.domain.relation import Relation, RelationKind, RelationState, foremost
from tracker.domain.side_by_side import FacetRow, Pair, facet_row, in_order

LEFT, RIGHT = 0, 1
"""The two sides that are compared."""


@dataclass(frozen=True)
class Words:
    """What a party says on a facet in one of its claims; ``former`` if it says otherwise by now."""

    text: str
    claim: int
    former: bool = False


@dataclass(frozen=True)
class Party:
    """One speaker with all its claims about the event, the one that is looked at first."""

    dossiers: tuple[Dossier, ...]

    @property
    def front(self) -> Dossier:
        """The claim that is looked at."""
        return self.dossiers[0]

    @property
    def name(self) -> str:
        """Who speaks."""
        return self.front.speaker

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims."""
        return tuple(one.claim for one in self.dossiers)

    def claims_on(self, facet: Facet) -> tuple[Claim, ...]:
        """The claim that is looked at, and those that still are its word on a facet."""
        return tuple(
            one.claim for one in self.dossiers if one is self.front or not is_former(one, facet)
        )

    @property
    def origins(self) -> frozenset[str]:
        """The independent origins on its side: its own, and those confirmed to say the same.

        Whoever stands against it on one question is not on its side for agreeing on another.
        """
        agreeing = {origin for one in self.dossiers for origin in one.corroborating_origins}
        against = {tie.origin for one in self.dossiers for tie in one.counter_claims}
        return frozenset({self.front.origin} | (agreeing - against))

    @property
    def origins_suggested(self) -> frozenset[str]:
        """The origins that would be on its side, were it confirmed that they say the same."""
        ties = [tie for one in self.dossiers for tie in one.ties if tie.stands]
        against = {tie.origin for tie in ties if tie.relation.against}
        agreeing = {
            tie.origin
            for tie in ties
            if tie.relation.kind is RelationKind.CORROBORATES
            and tie.relation.state is RelationState.SUGGESTED
        }
        return frozenset(agreeing - against - self.origins)

    def words_on(self, facet: Facet) -> tuple[Words, ...]:
        """What it says on a facet, claim by claim; the same words once."""
        said: dict[str, Words] = {}
        for one in self.dossiers:
            text = told_on(one.claim, facet)
            if text:
                words = Words(text, one.claim.id, is_former(one, facet))
                said.setdefault(text.casefold(), words)
        return tuple(sorted(said.values(), key=lambda words: words.former))


@dataclass(frozen=True)
class Contest:
    """Two claims that are compared, and the other claims about the same event in neutral order.

    ``more`` tells how many claims the event has beyond these, ``crowd`` who speaks in all of them;
    without one, in these.
    """

    left: Dossier
    right: Dossier
    others: tuple[Dossier, ...] = ()
    more: int = 0
    crowd: Crowd | None = None

    @property
    def sides(self) -> tuple[Dossier, Dossier]:
        """The two that are compared."""
        return (self.left, self.right)

    @cached_property
    def pair(self) -> Pair:
        """The two that are compared, with what an editor can decide about them."""
        return pair_of(self.left, self.right)

    @cached_property
    def accounts(self) -> tuple[Dossier, ...]:
        """Every claim in neutral order: time, then name."""
        told = {one.claim.id: one for one in (*self.sides, *self.others)}
        return tuple(sorted(told.values(), key=lambda one: account_of(one).place))

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Who speaks, in neutral order; two claims of one speaker that are compared stand apart."""
        gathered: dict[tuple[object, ...], list[Dossier]] = {}
        apart = self.left.claim.id if voice_of(self.left) == voice_of(self.right) else None
        for one in self.accounts:
            key = (*voice_of(one), one.claim.id == apart)
            gathered.setdefault(key, []).append(one)
        compared = {one.claim.id for one in self.sides}
        return tuple(
            Party(tuple(sorted(theirs, key=lambda one: one.claim.id not in compared)))
            for theirs in gathered.values()
        )

    @property
    def origins_told(self) -> str:
        """How many speak of the event, and from how many independent origins."""
        return (self.crowd or crowd_of(self.accounts)).words

    @property
    def one_origin(self) -> bool:
        """Whether the two that are compared go back to one origin."""
        return self.left.origin == self.right.origin

    def party(self, side: int) -> Party:
        """The party that a side belongs to."""
        wanted = self.sides[side].claim.id
        return next(one for one in self.parties if one.front.claim.id == wanted)

    def nearest(self, most: int) -> tuple[Party, ...]:
        """The two that are compared and the parties nearest to them, so many, in neutral order.

        Nearest are those that stand against one of the two claims, then against another of those
        speakers', then those that are tied to any.
        """
        left, right = self.party(LEFT), self.party(RIGHT)
        compared = {left.front.claim.id, right.front.claim.id}
        others = [one for one in self.parties if one.front.claim.id not in compared]
        others.sort(
            key=lambda one: _distance((*self.ties(one, left), *self.ties(one, right)), compared)
        )
        near = compared | {one.front.claim.id for one in others[: max(0, most - len(compared))]}
        return tuple(one for one in self.parties if one.front.claim.id in near)

    def ties(self, one: Party, other: Party) -> tuple[Relation, ...]:
        """The relations between two parties."""
        return _between(one.dossiers, other.dossiers)

    def rows(self, one: Party, other: Party) -> tuple[FacetRow, ...]:
        """How two parties stand to each other, facet by facet."""
        relations = self.ties(one, other)
        return in_order(
            facet_row(facet, one.claims_on(facet), other.claims_on(facet), relations)
            for facet in Facet
        )

    def turned(self, side: int, claim: int) -> Contest:
        """Put another of the claims on a side; the one that stood there steps back."""
        told = {one.claim.id: one for one in self.accounts}
        chosen = told[claim]
        left, right = (chosen, self.right) if side == LEFT else (self.left, chosen)
        rest = (
            one for number, one in told.items() if number not in (left.claim.id, right.claim.id)
        )
        return replace(self, left=left, right=right, others=tuple(rest))

    def swapped(self) -> Contest:
        """Put left what is right."""
        return replace(self, left=self.right, right=self.left)

    def following(self, side: int, step: int) -> Contest:
        """Put the event's next claim on a side, round and round past the other side."""
        numbers = [one.claim.id for one in self.accounts]
        here = numbers.index(self.sides[side].claim.id)
        other = self.sides[RIGHT if side == LEFT else LEFT].claim.id
        ring = [number for number in (numbers[here:] + numbers[:here]) if number != other]
        return self.turned(side, ring[step % len(ring)])


def contest_of(
    left: Dossier,
    right: Dossier,
    others: Iterable[Dossier],
    more: int,
    crowd: Crowd | None = None,
) -> Contest:
    """Put a contest together; of the others only those that were not dismissed are told."""
    told = (one for one in others if one.claim.dismissal is None)
    ends = (left.claim.id, right.claim.id)
    return Contest(left, right, tuple(one for one in told if one.claim.id not in ends), more, crowd)


def pair_of(left: Dossier, right: Dossier) -> Pair:
    """Put two claims side by side, with the relations between them that nobody rejected."""
    return Pair(left, right, _between((left,), (right,)))


def is_former(dossier: Dossier, facet: Facet) -> bool:
    """Whether its speaker has confirmed news on a facet, or took the claim back."""
    return any(
        tie.relation.confirmed
        and tie.relation.b == dossier.claim.id
        and (
            tie.relation.kind is RelationKind.RETRACTS
            or (tie.relation.kind is RelationKind.UPDATES and tie.relation.facet in (facet, None))
        )
        for tie in dossier.ties
    )


def _distance(ties: Iterable[Relation], claims: set[int]) -> int:
    return min((2 * (not one.against) + (not {one.a, one.b} & claims) for one in ties), default=4)


def _between(ours: Iterable[Dossier], theirs: Iterable[Dossier]) -> tuple[Relation, ...]:
    ends = {one.claim.id for one in theirs}
    found = {
        tie.relation.id: tie.relation
        for one in ours
        for tie in one.ties
        if tie.other.id in ends and tie.relation.stands
    }
    return foremost(found.values())
