"""The formats of a report, and which one a file's name asks for."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from tracker.domain.errors import BadInputError
from tracker.report.to_csv import to_csv
from tracker.report.to_json import to_json
from tracker.report.to_markdown import to_markdown
from tracker.report.unverified import UnverifiedReport
from tracker.report.unverified_page import page_of


class Format(StrEnum):
    """How a report can be written."""

    MARKDOWN = "md"
    HTML = "html"
    CSV = "csv"
    JSON = "json"


_ALSO = {"htm": Format.HTML, "markdown": Format.MARKDOWN}


def format_named(name: str) -> Format:
    """Find a format by its name: "md", "html", "csv", "json".

    Raises:
        BadInputError: there is no such format.
    """
    wanted = name.casefold()
    if wanted in _ALSO:
        return _ALSO[wanted]
    if wanted not in list(Format):
        known = ", ".join(Format)
        raise BadInputError(f"“{name}” is no format of a report; choose one of {known}.")
    return Format(wanted)


def format_of(target: Path) -> Format:
    """Find the format that a file's suffix asks for.

    Raises:
        BadInputError: the suffix is none that a report can have.
    """
    suffix = target.suffix.removeprefix(".").casefold()
    if suffix in _ALSO or suffix in list(Format):
        return format_named(suffix)
    endings = ", ".join(f".{ending}" for ending in (*Format, "htm"))
    raise BadInputError(f"{target.name} does not say which format; end its name in {endings}.")


def rendered(report: UnverifiedReport, form: Format) -> str:
    """Write the report in a format."""
    match form:
        case Format.MARKDOWN:
            return to_markdown(page_of(report))
        case Format.HTML:
            from tracker.report.to_html import to_html  # noqa: PLC0415 - a template engine

            return to_html(page_of(report))
        case Format.CSV:
            return to_csv(report)
        case Format.JSON:
            return to_json(report)
