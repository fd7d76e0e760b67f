"""Reporting: what leaves the desk, as it stands or as it once stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.desk.acting import Subject
from tracker.desk.composing import Composing
from tracker.desk.putting import put_whole
from tracker.domain.veil import veiled
from tracker.report.formats import Format, format_named, format_of, rendered, written
from tracker.report.page import Page
from tracker.report.report import Made, Report, held
from tracker.report.wanted import Wanted
from tracker.store.shelves import Shelves


@dataclass(frozen=True)
class Preview:
    """The beginning of a report: as a page, or as the text that a program would read.

    ``more`` claims come after it.
    """

    page: Page | None
    text: str
    more: int


class Reporting(Subject):
    """Composes reports, lays them out, and writes them whole."""

    @contextmanager
    def opened(self, wanted: Wanted) -> Iterator[Report]:
        """Compose a report whose long parts are read as it is gone through, within the block.

        Raises:
            RefusedError: the filter asks for what the report does not hold, or the moment is one
                that the history does not lead back to.
        """
        with self._standing(wanted) as shelves:
            yield Composing(shelves, wanted.where, self._made(shelves, wanted), wanted.most).report(
                wanted.kind
            )

    def check(self, wanted: Wanted) -> None:
        """Refuse a report before anybody names a file for it.

        Raises:
            RefusedError: the filter asks for what the report does not hold.
        """
        with self.opened(wanted):
            pass

    def report(self, wanted: Wanted) -> Report:
        """Compose a report and hold it whole."""
        with self.opened(wanted) as report:
            return held(report)

    def page(self, wanted: Wanted) -> Page:
        """Lay a report out and hold the page whole."""
        with self.opened(wanted) as report:
            return held(report.page())

    def preview(self, wanted: Wanted, form: str) -> Preview:
        """Show how a report begins, with the claims that ``wanted.most`` allows.

        Raises:
            BadInputError: there is no such format.
        """
        how = format_named(form)
        with self.opened(wanted) as report:
            more = report.left_out
            if how in (Format.CSV, Format.JSON):
                return Preview(None, rendered(report, how).decode(), more)
            # What is left out of the preview is not left out of the report.
            return Preview(held(report.unlimited().page()), "", more)

    def pieces(self, wanted: Wanted, form: str, templates: Path | None = None) -> Iterator[bytes]:
        """Write a report in a format ("md", "html", "csv", "json", "docx"), piece by piece.

        Raises:
            BadInputError: there is no such format.
        """
        return _pieces(self, wanted, format_named(form), templates)

    def format_of(self, target: Path) -> Format:
        """Find the format that a file's suffix asks for.

        Raises:
            BadInputError: the suffix is none that a report can have.
        """
        return format_of(target)

    def write(
        self,
        wanted: Wanted,
        target: Path,
        *,
        form: str = "",
        templates: Path | None = None,
        force: bool = False,
    ) -> None:
        """Write a report into a file, in a format or in that of the file's suffix.

        The file is written whole or not at all; only with ``force`` is an older one replaced.

        Raises:
            BadInputError: the suffix is none that a report can have.
            RefusedError: something that is not to be replaced is there already.
            TrackerError: the file cannot be written; nothing is left behind.
        """
        self.put(self.pieces(wanted, form or format_of(target), templates), target, force=force)

    def put(self, pieces: Iterable[bytes], target: Path, *, force: bool = False) -> None:
        """Put the pieces of a report into a file; see ``write``."""
        put_whole(pieces, target, force=force)

    @contextmanager
    def _standing(self, wanted: Wanted) -> Iterator[Shelves]:
        searched = bool(wanted.where.search.strip())
        with (
            self._database.reading()
            if wanted.as_of is None
            else self._database.as_of(wanted.as_of, searched=searched)
        ) as shelves:
            yield shelves

    def _made(self, shelves: Shelves, wanted: Wanted) -> Made:
        latest = shelves.history.latest(1)
        made = Made(
            at=self._database.now(),
            by=wanted.by,
            ledger=self._database.title,
            filter=wanted.where.words,
            entries=latest[0].seq if latest else 0,
            head=latest[0].hash if latest else "",
            as_of=wanted.as_of,
        )
        # What is read is veiled; the filter's words may still name a protected source.
        return veiled(made, shelves.sources.stand_ins())


def _pieces(
    reporting: Reporting, wanted: Wanted, form: Format, templates: Path | None
) -> Iterator[bytes]:
    limited = wanted if form.most is None else replace(wanted, most=form.most)
    with reporting.opened(limited) as report:
        yield from written(report, form, templates)
