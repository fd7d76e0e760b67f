"""Datelines: "SELM, 4 May (NPA) –" says where an article was written, and is no part of a claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.domain.article import Span

_DATELINE = re.compile(
    r"(?:(?:By|From) [^.\n]{3,40}\. )?"
    r"(?P<place>[^\W\d_][\w’'.-]+)(?:[ ,/]+[^\W\d_][\w’'.-]+){0,5}"  # its first word in capitals
    r"(?P<day>[ ,]+[A-Z][a-z]{2,8}\.? \d{1,2}|[ ,]+\d{1,2} [A-Z][a-z]{2,8}\.?)?(?:,? \d{4})?"
    r"(?:,? \([^()\n]{2,40}\))?\s{0,3}[–—-]{1,2}\s{1,3}"
)


def without_dateline(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Begin a passage behind the dateline where its paragraph opens with one."""
    first = spans[0]
    begins, ends = _dateline(text, first.start)
    if not begins <= first.start < ends < first.end:
        return tuple(spans)
    return Span(ends, first.end), *spans[1:]


def in_dateline(text: str, span: Span) -> bool:
    """Whether words stand in the dateline of their paragraph."""
    return span.end <= _dateline(text, span.start)[1]


def behind_dateline(paragraph: str) -> int:
    """Where a paragraph begins behind its dateline; 0 without one."""
    return _dateline(paragraph, 0)[1]


def written_in(text: str) -> str:
    """The place that the dateline of a text names: "SELM, 4 May (NPA) –"; empty without one."""
    return re.split(r"[,(\d]|\s[–—-]", text[: behind_dateline(text)], maxsplit=1)[0].strip()


def _dateline(text: str, at: int) -> tuple[int, int]:
    """Where the dateline of a place's paragraph begins and ends; both the same without one."""
    begins = text.rfind("\n", 0, at) + 1
    line = _DATELINE.match(text, begins)
    found = line is not None and (line["place"].isupper() or (line["day"] and _is_placed(line)))
    return begins, line.end() if line is not None and found else begins


def _is_placed(line: re.Match[str]) -> bool:
    """Whether a place in small letters stands before a comma: "Selm, 4 May –", not "On 4 May –"."""
    return line["place"][:1].isupper() and line.string[line.end("place")] == ","
