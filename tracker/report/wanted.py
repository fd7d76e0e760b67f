"""Which report is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from tracker.domain.listing import Filter
from tracker.report.report import ReportKind


@dataclass(frozen=True)
class Wanted:
    """A kind of report, by whom, of which claims, and as of when.

    ``as_of`` (UTC) None asks for the ledger as it stands; ``most`` claims are told at most.
    """

    kind: ReportKind
    by: str
    where: Filter = field(default_factory=Filter)
    as_of: datetime | None = None
    most: int | None = None
