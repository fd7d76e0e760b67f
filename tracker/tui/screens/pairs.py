"""Finding one's way among pairs of claims: which there are, and what is to be decided next.

However many pairs there are, only the one that is looked at is read whole, with its event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.domain.contest import LEFT, RIGHT, Contest
from tracker.domain.errors import UnknownRefError
from tracker.domain.listing import Filter
from tracker.domain.relation import RelationState
from tracker.domain.walk import Ends, kept

if TYPE_CHECKING:
    from tracker.desk.pairing import Pairing


@dataclass(frozen=True)
class Paired:
    """Every pair by its ends, and the contest that is looked at.

    ``number`` is the pair where one stands, from 0; the two that are looked at may be others, when
    another account of the same event was put beside one of them.
    """

    every: tuple[Ends, ...] = ()
    number: int = 0
    contest: Contest | None = None
    first: tuple[int, ...] = ()
    """The two claims whose columns stand beside each other, before those of the others."""
    state: RelationState | None = None
    """The state that the pairs are of; None for all but those that were rejected."""
    order: tuple[tuple[int, int], ...] = ()
    """The pairs as they stood when they were last put in order, with those gone since."""

    @property
    def to_decide(self) -> int:
        """How many pairs wait for a decision."""
        return sum(ends.waiting for ends in self.every)

    @property
    def astray(self) -> bool:
        """Whether the two that are looked at are none of the pairs."""
        return self.contest is not None and ends_of(self.contest) not in {
            one[:2] for one in self.every
        }

    def showing(self, contest: Contest) -> Paired:
        """Look at other claims of the event, and stand on their pair if they are one."""
        ends = ends_of(contest)
        numbers = (number for number, one in enumerate(self.every) if one[:2] == ends)
        return replace(self, contest=contest, number=next(numbers, self.number))

    def beside(self, contest: Contest) -> Paired:
        """Look at other claims of the event, in columns beside each other."""
        return replace(self.showing(contest), first=ends_of(contest))


def read_pairs(pairing: Pairing, old: Paired, where: Filter, claims: Sequence[int] = ()) -> Paired:
    """Read the pairs again, and stand on that of these claims, or the nearest that one is in.

    Else stand on what was looked at; where a pair has gone, on what has taken its place.
    """
    fresh = pairing.walk(where, old.state)
    every, order = kept(fresh, old.order), old.order
    if every is None:
        every, order = fresh, tuple(one[:2] for one in fresh)
    number = _number_of(every, claims, old.number)
    if number is not None or old.contest is None:
        return look_at(pairing, replace(old, every=every, order=order), number or 0)
    place = max(0, min(old.number, len(every) - 1))
    here = replace(old, every=every, number=place, contest=None, order=order)
    if not old.astray and ends_of(old.contest) not in {one[:2] for one in every}:
        return look_at(pairing, here, here.number)
    left, right = (one.claim.id for one in old.contest.sides)
    try:
        contest = pairing.contest(left, right)
    except UnknownRefError:
        return look_at(pairing, here, here.number)
    if contest.left.claim.id != left:
        contest = contest.swapped()
    return here.showing(contest)


def look_at(pairing: Pairing, paired: Paired, number: int) -> Paired:
    """Read another pair whole."""
    if not paired.every:
        return Paired(state=paired.state, order=paired.order)
    ends = paired.every[number]
    contest = pairing.contest(ends.a, ends.b)
    return replace(paired, number=number, contest=contest, first=ends[:2])


def next_number(paired: Paired) -> int:
    """The number of the next pair that waits for a decision, round and round, or of the next."""
    count = len(paired.every)
    for step in range(1, count):
        number = (paired.number + step) % count
        if paired.every[number].waiting:
            return number
    return min(paired.number + 1, count - 1)


def open_sides(contest: Contest) -> list[int]:
    """The sides on which something waits; a suggested relation waits on both."""
    if any(one.state is RelationState.SUGGESTED for one in contest.pair.relations):
        return [LEFT, RIGHT]
    return [side for side in (LEFT, RIGHT) if contest.sides[side].claim.proposed]


def ends_of(contest: Contest) -> tuple[int, int]:
    """The claims that are compared, as a pair names its ends."""
    a, b = sorted(one.claim.id for one in contest.sides)
    return (a, b)


def _number_of(every: Sequence[Ends], claims: Sequence[int], here: int) -> int | None:
    """The pair of the first two claims, else the nearest to where one stands."""
    foremost = set(claims[:2])
    wanted = set(claims)
    found = [number for number, ends in enumerate(every) if wanted & set(ends[:2])]
    return min(
        found,
        key=lambda number: (set(every[number][:2]) != foremost, abs(number - here)),
        default=None,
    )
