"""The formats of a report, and which one a file's name asks for."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from tracker.domain.errors import BadInputError
from tracker.report.report import Report
from tracker.report.to_csv import to_csv
from tracker.report.to_json import to_json
from tracker.report.to_markdown import to_markdown


class Format(StrEnum):
    """How a report can be written."""

    MARKDOWN = "md"
    HTML = "html"
    CSV = "csv"
    JSON = "json"
    DOCX = "docx"

    @property
    def most(self) -> int | None:
        """How many claims it can hold; None for any number, as those that are streamed."""
        return MOST_LAID_OUT if self in (Format.HTML, Format.DOCX) else None


MOST_LAID_OUT = 5_000
"""A page that is laid out as a whole holds this many claims; a browser shows more only slowly."""

_ALSO = {"htm": Format.HTML, "markdown": Format.MARKDOWN}


def format_named(name: str) -> Format:
    """Find a format by its name: "md", "html", "csv", "json", "docx".

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


def written(report: Report, form: Format, templates: Path | None = None) -> Iterator[bytes]:
    """Write a report in a format, a piece at a time where it can be streamed.

    ``templates`` is a desk's own folder of templates, if it has one.
    """
    match form:
        case Format.MARKDOWN:
            yield from map(_encoded, to_markdown(report.page()))
        case Format.HTML:
            from tracker.report.to_html import to_html  # noqa: PLC0415 - a template engine

            yield _encoded(to_html(report.page(), report.kind, templates))
        case Format.CSV:
            yield from map(_encoded, to_csv(report))
        case Format.JSON:
            yield from map(_encoded, to_json(report))
        case Format.DOCX:
            from tracker.report.to_docx import to_docx  # noqa: PLC0415 - a word processor's library

            yield to_docx(report.page(), templates)


def rendered(report: Report, form: Format, templates: Path | None = None) -> bytes:
    """Write a report in a format, whole."""
    return b"".join(written(report, form, templates))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
