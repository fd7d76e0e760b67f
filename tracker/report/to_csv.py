"""Any report for a spreadsheet: a row at a time, and no cell that calculates."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import chain, islice

from tracker.domain.spreadsheet import inert
from tracker.report.report import Made, Report, Row
from tracker.report.wording import counted, iso

ABOUT = "statement"
"""The column in which the last row says what the report is of; every kind has it."""

_ROWS_AT_ONCE = 200


def to_csv(report: Report) -> Iterator[str]:
    """Write a report's rows, and a last one (id "report") that says what the report is of."""
    about = {"id": "report", ABOUT: _about(report.made, report.total)}
    rows = chain(report.rows(), [about])
    yield _written(report.columns, [dict(zip(report.columns, report.columns, strict=True))])
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        yield _written(report.columns, some)


def _written(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    written = StringIO()
    table = csv.DictWriter(
        written, columns, restval="", extrasaction="ignore", lineterminator="\r\n"
    )
    table.writerows({column: inert(text) for column, text in row.items()} for row in rows)
    return written.getvalue()


def _about(made: Made, total: str) -> str:
    return "; ".join(
        (
            f"Made {iso(made.at)} by {made.by} from {made.ledger}",
            *([f"as of {iso(made.as_of)}"] if made.as_of else []),
            f"filter: {made.filter or 'none'}",
            total,
            f"history: {counted(made.entries, 'entry', 'entries')}, head {made.head or 'none'}",
        )
    )
