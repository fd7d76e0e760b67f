"""Clashes: the contested claims of a report, gathered by event, with those that they meet."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from tracker.desk.numbers import Among, batches
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.status import Stage
from tracker.domain.telling import UNTOLD
from tracker.report.clash import Clash, clashes_of
from tracker.store.shelves import Shelves


@dataclass(frozen=True)
class Clashing:
    """An open ledger, and the moment (UTC) that is told of."""

    shelves: Shelves
    at: datetime

    def clashes(self, ids: Sequence[int]) -> Iterator[Clash]:
        """Set claims against each other, those of a group together, as they are read."""
        numbers, groups = self._gathered(ids)
        met = self._met(numbers, Among(ids))
        for _, group in groupby(zip(groups, met, strict=True), key=lambda one: one[0]):
            named: dict[int, Dossier] = {}
            more: dict[int, Dossier] = {}
            for _, (one, others) in group:
                named[one.claim.id] = one
                more |= others
            yield from clashes_of({**more, **named}.values(), self.at)

    def _gathered(self, ids: Sequence[int]) -> tuple[array[int], array[int]]:
        """Put the claims of each group together: their numbers, and of each its group.

        A group is an event; of claims about none (below 0) those that relations tie together.
        """
        numbers, groups, alone = array("q"), array("q"), array("q")
        for some in batches(ids):
            for number, event in zip(some, self.shelves.telling.events(some), strict=True):
                if event is None:
                    alone.append(number)
                else:
                    numbers.append(number)
                    groups.append(event)
        for first, tied in self._tied(alone).items():
            numbers.extend(tied)
            groups.extend([-first] * len(tied))
        return numbers, groups

    def _tied(self, claims: Sequence[int]) -> dict[int, list[int]]:
        """Gather claims that relations tie together, by the lowest number among each lot."""
        above: dict[int, int] = {}

        def lowest(number: int) -> int:
            while number in above:
                number = above[number]
            return number

        for some in batches(claims):
            for ends in self.shelves.relations.ends(some):
                low, high = sorted(map(lowest, ends))
                if low != high:
                    above[high] = low
        lots: dict[int, list[int]] = {}
        for number in claims:
            lots.setdefault(lowest(number), []).append(number)
        return lots

    def _met(self, ids: Sequence[int], told: Among) -> Iterator[tuple[Dossier, dict[int, Dossier]]]:
        """The claims, each with those at the other ends that are told with it and not by itself."""
        for some in batches(ids):
            dossiers = self.shelves.dossiers.of(some)
            ends = [_told_with(one, told) for one in dossiers]
            numbers = sorted(set().union(*ends))
            others = {one.claim.id: one for one in self.shelves.dossiers.of(numbers)}
            for one, wanted in zip(dossiers, ends, strict=True):
                yield one, {number: others[number] for number in wanted}


def _told_with(one: Dossier, told: Among) -> set[int]:
    """The claims that it meets, and that are told only for its sake.

    A pair across two events is told under the older one of them.
    """
    here = one.claim.event_id
    return {
        tie.other.id
        for tie in one.ties
        if tie.relation.stands
        and _is_told(tie)
        and not (tie.other.id in told and _told_by_itself(tie.other.event_id, here))
    }


def _is_told(tie: Tie) -> bool:
    """Whether the other end is accepted, or confirmed to stand against the claim."""
    if tie.other.stage is Stage.SUGGESTED:
        return tie.relation.against and tie.relation.confirmed
    return tie.other.stage not in UNTOLD


def _told_by_itself(other: int | None, here: int | None) -> bool:
    return other == here or (other is not None and (here is None or other < here))
