"""Reporting: what leaves the desk for people to read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tracker.desk.acting import Subject
from tracker.desk.whole_file import write_whole
from tracker.domain.errors import RefusedError
from tracker.domain.listing import ClaimLine, Filter, Order
from tracker.domain.status import Stage
from tracker.domain.veil import veiled
from tracker.report.formats import Format, format_named, format_of, rendered
from tracker.report.unverified import LEFT_OUT, REPORTED, Made, UnverifiedReport, build
from tracker.store.shelves import Shelves


class Reporting(Subject):
    """Builds reports and writes them whole."""

    def unverified(self, where: Filter, *, by: str) -> UnverifiedReport:
        """Report on the unverified, disputed and unverifiable claims that pass a filter.

        Raises:
            RefusedError: the filter asks for a status that the report does not hold.
        """
        if where.status is not None and where.status not in REPORTED:
            held = ", ".join(REPORTED)
            raise RefusedError(
                f"this report holds no {where.status} claims; filter by {held}, or by no status."
            )
        with self._database.reading() as shelves:
            lines = _lines(shelves, where)
            dossiers = shelves.dossiers.of(one.id for one in lines if one.stage not in LEFT_OUT)
            latest = shelves.history.latest(1)
            made = Made(
                at=self._database.now(),
                by=by,
                ledger=self._database.title,
                filter=where.words,
                entries=latest[0].seq if latest else 0,
                head=latest[0].hash if latest else "",
            )
            suggested = sum(one.stage is Stage.SUGGESTED for one in lines)
            report = build(dossiers, made, suggested=suggested)
            # The dossiers are veiled; the filter's words may still name a protected source.
            return veiled(report, shelves.sources.stand_ins())

    def render(self, report: UnverifiedReport, form: str) -> str:
        """Write a report in a format, by its name: "md", "html", "csv", "json".

        Raises:
            BadInputError: there is no such format.
        """
        return rendered(report, format_named(form))

    def format_of(self, target: Path) -> Format:
        """Find the format that a file's suffix asks for.

        Raises:
            BadInputError: the suffix is none that a report can have.
        """
        return format_of(target)

    def write(self, report: UnverifiedReport | str, target: Path, *, force: bool = False) -> None:
        """Write a report, in the format of the file's suffix, or its text as it is.

        The file is written whole or not at all; only with ``force`` is an older one replaced.

        Raises:
            BadInputError: the suffix is none that a report can have.
            RefusedError: something that is not to be replaced is there already.
            TrackerError: the file cannot be written; nothing is left behind.
        """
        text = report if isinstance(report, str) else rendered(report, format_of(target))
        content = text.encode("utf-8", "backslashreplace")
        write_whole([content], target, force=force, now=self._database.now())


def _lines(shelves: Shelves, where: Filter) -> list[ClaimLine]:
    statuses = [where.status] if where.status else REPORTED
    return [
        line
        for status in statuses
        for line in shelves.queue.page(replace(where, status=status), Order.ID)
    ]
