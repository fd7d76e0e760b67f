"""Finding one's way among pairs of claims: where one stands, and what is to be decided next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from tracker.domain.claim import Claim
from tracker.domain.relation import RelationState
from tracker.domain.side_by_side import Pair
from tracker.tui.words.pair import LEFT, RIGHT


class Place(NamedTuple):
    """A side of a pair, by the pair's number from 0."""

    number: int
    side: int


def ends_of(pair: Pair) -> tuple[int, int]:
    """The numbers of a pair's claims: they tell it from any other."""
    return pair.left.claim.id, pair.right.claim.id


def place_of(pairs: Sequence[Pair], claims: Collection[int]) -> Place | None:
    """The first place where one of these claims stands."""
    for claim in claims:
        for number, pair in enumerate(pairs):
            if claim in ends_of(pair):
                return Place(number, ends_of(pair).index(claim))
    return None


def next_open(pairs: Sequence[Pair], here: Place) -> Place:
    """The next place with something to decide: this pair first, then those after it.

    Where nothing is left to decide one stays.
    """
    count = len(pairs)
    for step in range(count):
        number = (here.number + step) % count
        sides = _open_sides(pairs[number])
        if sides:
            return Place(number, here.side if step == 0 and here.side in sides else sides[0])
    return here


def _open_sides(pair: Pair) -> list[int]:
    """The sides of a pair on which something waits; a suggested relation waits on both."""
    if any(one.state is RelationState.SUGGESTED for one in pair.relations):
        return [LEFT, RIGHT]
    ends: tuple[Claim, Claim] = (pair.left.claim, pair.right.claim)
    return [side for side, claim in zip((LEFT, RIGHT), ends, strict=True) if claim.proposed]
