"""Pairing: claim beside claim, and who else speaks of the event."""

from __future__ import annotations

from tracker.desk import side_by_side
from tracker.desk.acting import Subject
from tracker.domain.contest import Contest
from tracker.domain.crowd import Crowd
from tracker.domain.listing import Filter
from tracker.domain.relation import RelationState
from tracker.domain.side_by_side import Pair
from tracker.domain.walk import Ends


class Pairing(Subject):
    """Sets claims side by side. What it returns never holds a protected source's name."""

    def pairs(
        self,
        state: RelationState | None = None,
        limit: int | None = None,
        *,
        event: int | None = None,
        contested: bool = False,
    ) -> tuple[Pair, ...]:
        """Claim against claim: the pairs that a relation says cannot both be right.

        Suggested ones come first, rejected ones when asked for; ``event``, where a claim is about
        it, ``contested``, where one is.
        """
        with self._database.reading() as shelves:
            relations = shelves.relations
            ends = relations.ends_at_odds(state, limit, event=event, contested=contested)
            return tuple(side_by_side.pairs(shelves, ends))

    def pair(self, a: int, b: int) -> Pair:
        """Two claims side by side, related or not."""
        with self._database.reading() as shelves:
            shelves.claims.get(a), shelves.claims.get(b)
            return side_by_side.pairs(shelves, [(a, b)])[0]

    def contest(self, a: int, b: int) -> Contest:
        """Two claims side by side, amid the other claims about their event."""
        with self._database.reading() as shelves:
            return side_by_side.contest(shelves, a, b)

    def walk(self, where: Filter, state: RelationState | None = None) -> tuple[Ends, ...]:
        """The pairs of claims to look at, in order, of which one claim passes a filter.

        Those of a state, or all but those that were rejected.
        """
        with self._database.reading() as shelves:
            return side_by_side.pairs_to_walk(shelves, where, state)

    def crowd(self, event: int) -> Crowd:
        """How many speak of an event, and from how many independent origins."""
        with self._database.reading() as shelves:
            return side_by_side.crowd(shelves, [event])
