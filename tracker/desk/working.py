"""The report of activity, composed from claims and from the history of the work on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from tracker.domain.dossier import Dossier
from tracker.domain.history import Entry
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind
from tracker.domain.status import Status
from tracker.domain.veil import veiled
from tracker.report.activity import (
    TOLD,
    ActivityReport,
    WorkedClaim,
    days_unverified,
    waits_of,
    worked,
)
from tracker.report.report import Afresh, Made
from tracker.report.work import Verdict, verdicts_of, work_of
from tracker.store.shelves import Shelves

AT_ONCE = 500


@dataclass(frozen=True)
class Working:
    """An open ledger, and whose work on which claims is to be told."""

    shelves: Shelves
    where: Filter
    made: Made

    def report(
        self, most: int | None, read: Callable[[Sequence[int]], Iterator[Dossier]]
    ) -> ActivityReport:
        """Compose the report; ``read`` fetches claims whole, of which at most so many are told."""
        ids = self.shelves.telling.ids(self.where, TOLD)
        shown = ids[:most]
        days = list(self._days(ids))
        decided = [number for number, is_decided in days if is_decided]
        return ActivityReport(
            made=self.made,
            totals=self.shelves.telling.totals(self.where, TOLD),
            editors=work_of(filter(self._concern(ids), self.shelves.history.standing())),
            waits=waits_of(days),
            median=float(median(decided)) if decided else None,
            claims=Afresh(lambda: self._worked(shown, read)),
            left_out=len(ids) - len(shown),
        )

    def _worked(
        self, ids: Sequence[int], read: Callable[[Sequence[int]], Iterator[Dossier]]
    ) -> Iterator[WorkedClaim]:
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            verdicts = self._verdicts(some)
            for dossier in read(some):
                yield worked(dossier, verdicts.get(dossier.claim.id, ()), self.made.told_at)

    def _days(self, ids: Sequence[int]) -> Iterator[tuple[int, bool]]:
        """How long each claim was unverified, and whether it has a verdict now."""
        at = self.made.told_at
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            verdicts = self._verdicts(some)
            for number, status, created_at, judged_at in self.shelves.telling.dates(some):
                first = verdicts[number][0].at if number in verdicts else judged_at
                days = days_unverified(status, created_at, first, at)
                yield days, status is not Status.UNVERIFIED

    def _verdicts(self, ids: Sequence[int]) -> dict[int, tuple[Verdict, ...]]:
        entries = self.shelves.history.standing_of(Kind.CLAIM, ids)
        found = {number: verdicts_of(some) for number, some in entries.items()}
        names = self.shelves.sources.stand_ins()
        return veiled({number: some for number, some in found.items() if some}, names)

    def _concern(self, ids: Sequence[int]) -> Callable[[Entry], bool]:
        """Say of an entry whether it is about the claims told of; without a filter all are."""
        if self.where == Filter():
            return lambda _entry: True
        claims = frozenset(ids)
        relations = {one.id for one in self.shelves.relations.touching(ids)}

        def concerns(entry: Entry) -> bool:
            match entry.subject.kind:
                case Kind.CLAIM:
                    return entry.subject.number in claims
                case Kind.RELATION:
                    return entry.subject.number in relations
                case _:
                    return entry.changes.get("claim_id", (None, None))[1] in claims

        return concerns
