"""Reports as text, for reading them in tests."""

from __future__ import annotations

from tracker.report.formats import Format, rendered
from tracker.report.report import Report, ReportKind

UNVERIFIED = ReportKind.UNVERIFIED


def text_of(report: Report, form: Format) -> str:
    """A report in a format that is text."""
    return rendered(report, form).decode()
