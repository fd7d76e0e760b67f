"""The report of activity: who checked what, how long claims stayed unverified, what is late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from statistics import median
from typing import Any, ClassVar

from tracker.domain.dossier import Dossier
from tracker.domain.status import SETTLED, Status
from tracker.domain.telling import Grouping, Told, Totals
from tracker.report.activity_page import page_of
from tracker.report.claim_data import claim_row, claim_tree
from tracker.report.page import Page
from tracker.report.report import Made, Report, ReportKind, Row, Tree
from tracker.report.reported_claim import ReportedClaim, reported
from tracker.report.wording import counted, iso
from tracker.report.work import (
    BUCKETS,
    LONGER,
    EditorWork,
    Verdict,
    bucket_of,
    days_between,
)

TOLD = Told(Grouping.NOTHING, checkable=True)


@dataclass(frozen=True)
class WorkedClaim:
    """A claim and the work on it. ``late`` is in days past its deadline, 0 if it is not.

    ``unverified`` is in days: until the first verdict, or up to now while there is none.
    """

    claim: ReportedClaim
    verdicts: tuple[Verdict, ...]
    unverified: int
    assignee: str
    due: datetime | None
    late: int

    @property
    def decided(self) -> bool:
        """Whether it has a verdict."""
        return self.claim.status is not Status.UNVERIFIED


@dataclass(frozen=True)
class Wait:
    """How many claims were, or still are, unverified for so long."""

    days: str
    decided: int
    unverified: int


@dataclass(frozen=True)
class ActivityReport(Report):
    """All that the report says. ``median`` is in days, of the claims that have a verdict."""

    kind: ClassVar = ReportKind.ACTIVITY
    columns: ClassVar = (
        *("id", "statement", "speaker", "said", "status", "stage", "created_at", "first_verdict"),
        *("first_verdict_at", "first_verdict_by", "days_unverified", "verdicts", "judged_by"),
        *("judged_at", "reason", "signed_by", "assignee", "due", "days_late", "stale", "uid"),
    )
    made: Made
    totals: Totals
    editors: tuple[EditorWork, ...]
    waits: tuple[Wait, ...]
    median: float | None
    claims: Iterable[WorkedClaim]
    left_out: int = 0

    @property
    def total(self) -> str:
        """How many claims and editors it tells of."""
        return f"{counted(self.totals.claims, 'claim')} and {counted(len(self.editors), 'editor')}"

    def page(self) -> Page:
        """Lay it out for a reader."""
        return page_of(self)

    def rows(self) -> Iterator[Row]:
        """Tell it, a row a claim."""
        for one in self.claims:
            first = one.verdicts[0] if one.verdicts else None
            yield {
                **claim_row(one.claim),
                "first_verdict": first.status.value if first else "",
                "first_verdict_at": iso(first.at) or "" if first else "",
                "first_verdict_by": first.by if first else "",
                "days_unverified": str(one.unverified),
                "verdicts": str(len(one.verdicts)),
                "assignee": one.assignee,
                "due": iso(one.due) or "",
                "days_late": str(one.late) if one.late else "",
            }

    def tree(self) -> Tree:
        """Tell it as one document."""
        return {
            **self.made.tree(self.kind),
            "editors": [asdict(editor) for editor in self.editors],
            "median_days_unverified": self.median,
            "waits": [asdict(wait) for wait in self.waits],
            "claims": map(_claim_tree, self.claims),
        }


def worked(dossier: Dossier, verdicts: tuple[Verdict, ...], at: datetime) -> WorkedClaim:
    """Tell of the work on a claim, as it stands at a moment."""
    claim = dossier.claim
    open_still = claim.stage not in SETTLED and claim.due is not None
    return WorkedClaim(
        claim=reported(dossier, at),
        verdicts=verdicts,
        unverified=days_unverified(
            claim.status, claim.created_at, verdicts[0].at if verdicts else claim.judged_at, at
        ),
        assignee=claim.assignee or "",
        due=claim.due,
        late=days_late(claim.due, at) if open_still else 0,
    )


def days_unverified(
    status: Status, created_at: datetime | None, judged_at: datetime | None, at: datetime
) -> int:
    """How many days a claim was without a verdict, or is so far."""
    if status is Status.UNVERIFIED:
        return days_between(created_at, at)
    return days_between(created_at, judged_at or at)


def days_late(due: datetime | None, at: datetime) -> int:
    """How many days a deadline is past, the first day counting as one; 0 if it is not past."""
    return 1 + days_between(due, at) if due is not None and due < at else 0


def waits_of(days: Mapping[tuple[int, bool], int]) -> tuple[Wait, ...]:
    """Count how long claims waited, given how many did so many days with a verdict or without."""
    names = [*(name for _, name in BUCKETS), LONGER]
    counts = {name: [0, 0] for name in names}
    for (number, decided), claims in days.items():
        counts[bucket_of(number)][0 if decided else 1] += claims
    return tuple(Wait(name, *counts[name]) for name in names)


def median_of(days: Mapping[tuple[int, bool], int]) -> float | None:
    """Find how long a claim waited for its verdict in the middle of all; None if none has one."""
    decided = Counter({number: claims for (number, has), claims in days.items() if has})
    return float(median(decided.elements())) if decided else None


def _claim_tree(one: WorkedClaim) -> dict[str, Any]:
    return {
        "days_unverified": one.unverified,
        "assignee": one.assignee or None,
        "due": iso(one.due),
        "days_late": one.late,
        "verdicts": [
            {"at": iso(each.at), "by": each.by, "status": each.status.value, "reason": each.reason}
            for each in one.verdicts
        ],
        **claim_tree(one.claim),
    }
