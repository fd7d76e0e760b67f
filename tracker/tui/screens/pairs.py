"""Finding one's way among pairs of claims: which there are, and what is to be decided next.

However many pairs there are, only the one that is looked at is read whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.relation import AGAINST, Relation, RelationState
from tracker.domain.side_by_side import Pair
from tracker.tui.words.pair import LEFT, RIGHT

if TYPE_CHECKING:
    from tracker.desk.browsing import Browsing


class Ends(NamedTuple):
    """The claims of a pair, and whether a relation between them waits for a decision."""

    a: int
    b: int
    waiting: bool


@dataclass(frozen=True)
class Paired:
    """Every pair by its ends; the one that is looked at, by its number from 0 and whole."""

    every: tuple[Ends, ...] = ()
    number: int = 0
    pair: Pair | None = None

    @property
    def to_decide(self) -> int:
        """How many pairs wait for a decision."""
        return sum(ends.waiting for ends in self.every)


def read_pairs(browsing: Browsing, old: Paired, claims: Sequence[int] = ()) -> Paired:
    """Read the pairs again, and stand on the first that one of these claims is in.

    Else stand on the pair where one stood, or on what has taken its place.
    """
    every = _ends(browsing.relations())
    number = _number_of(every, claims)
    if number is None:
        stood = old.every[old.number][:2] if old.pair is not None else None
        same = (number for number, ends in enumerate(every) if ends[:2] == stood)
        number = next(same, max(0, min(old.number, len(every) - 1)))
    return look_at(browsing, Paired(every), number)


def look_at(browsing: Browsing, paired: Paired, number: int) -> Paired:
    """Read another pair whole."""
    if not paired.every:
        return Paired()
    ends = paired.every[number]
    return Paired(paired.every, number, browsing.pair(ends.a, ends.b))


def next_number(paired: Paired) -> int:
    """The number of the next pair that waits for a decision, round and round, or of the next."""
    count = len(paired.every)
    for step in range(1, count):
        number = (paired.number + step) % count
        if paired.every[number].waiting:
            return number
    return min(paired.number + 1, count - 1)


def open_sides(pair: Pair) -> list[int]:
    """The sides of a pair on which something waits; a suggested relation waits on both."""
    if any(one.state is RelationState.SUGGESTED for one in pair.relations):
        return [LEFT, RIGHT]
    ends = (pair.left.claim, pair.right.claim)
    return [side for side, claim in zip((LEFT, RIGHT), ends, strict=True) if claim.proposed]


def _ends(relations: Iterable[Relation]) -> tuple[Ends, ...]:
    """The pairs that cannot both be right: those to be decided first."""
    states: dict[tuple[int, int], set[RelationState]] = {}
    for one in relations:
        if one.kind in AGAINST and one.state is not RelationState.REJECTED:
            states.setdefault((min(one.a, one.b), max(one.a, one.b)), set()).add(one.state)
    found = [Ends(*ends, RelationState.SUGGESTED in known) for ends, known in states.items()]
    return tuple(sorted(found, key=lambda ends: not ends.waiting))


def _number_of(every: Sequence[Ends], claims: Sequence[int]) -> int | None:
    for claim in claims:
        for number, ends in enumerate(every):
            if claim in ends[:2]:
                return number
    return None
