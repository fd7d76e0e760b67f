"""The report of activity, composed from claims and from the history of the work on them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tracker.desk.numbers import Among, batches
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
    median_of,
    waits_of,
    worked,
)
from tracker.report.report import Afresh, Made
from tracker.report.work import SIGNED, VERDICT, Verdict, verdicts_of, work_of
from tracker.store.shelves import Shelves


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
        days = Counter(self._days(ids))
        return ActivityReport(
            made=self.made,
            totals=self.shelves.telling.totals(self.where, TOLD),
            editors=work_of(filter(self._concern(ids), self._done())),
            waits=waits_of(days),
            median=median_of(days),
            claims=Afresh(lambda: self._worked(shown, read)),
            left_out=len(ids) - len(shown),
        )

    def _worked(
        self, ids: Sequence[int], read: Callable[[Sequence[int]], Iterator[Dossier]]
    ) -> Iterator[WorkedClaim]:
        for some in batches(ids):
            verdicts = self._verdicts(some)
            for dossier in read(some):
                yield worked(dossier, verdicts.get(dossier.claim.id, ()), self.made.told_at)

    def _days(self, ids: Sequence[int]) -> Iterator[tuple[int, bool]]:
        """How long each claim was unverified, and whether it has a verdict now."""
        at = self.made.told_at
        for some in batches(ids):
            verdicts = self._verdicts(some)
            for number, status, created_at, judged_at in self.shelves.telling.dates(some):
                first = verdicts[number][0].at if number in verdicts else judged_at
                days = days_unverified(status, created_at, first, at)
                yield days, status is not Status.UNVERIFIED

    def _verdicts(self, ids: Sequence[int]) -> dict[int, tuple[Verdict, ...]]:
        entries = self.shelves.history.standing_of(Kind.CLAIM, ids, naming=VERDICT)
        found = {number: verdicts_of(some) for number, some in entries.items()}
        names = self.shelves.sources.stand_ins()
        return veiled({number: some for number, some in found.items() if some}, names)

    def _done(self) -> Iterator[Entry]:
        """The entries that may tell of work; of those about claims only the ones on verdicts."""
        return self.shelves.history.standing(Kind.CLAIM, naming=(*VERDICT, *SIGNED))

    def _concern(self, ids: Sequence[int]) -> Callable[[Entry], bool]:
        """Say of an entry whether it is about the claims told of; without a filter all are."""
        if self.where == Filter():
            return lambda _entry: True
        claims = Among(ids)
        ends = map(self.shelves.relations.numbers_touching, batches(ids))
        relations = Among(array("q", chain.from_iterable(ends)))

        def concerns(entry: Entry) -> bool:
            match entry.subject.kind:
                case Kind.CLAIM:
                    return entry.subject.number in claims
                case Kind.RELATION:
                    return entry.subject.number in relations
                case _:
                    number = entry.changes.get("claim_id", (None, None))[1]
                    return isinstance(number, int) and number in claims

        return concerns
