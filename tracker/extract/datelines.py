"""Datelines: "SELM, 4 May (NPA) –" says where an article was written, and is no part of a claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.domain.article import Span

_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w’'.-]+)(?:[ ,/]+[^\W\d_][\w’'.-]+){0,5}"  # its first word in capitals
    r"(?:[ ,]+[A-Z][a-z]{2,8}\.? \d{1,2}|[ ,]+\d{1,2} [A-Z][a-z]{2,8}\.?)?(?:,? \d{4})?"
    r"(?:,? \([^()\n]{2,40}\))?\s{0,3}[–—-]{1,2}\s{1,3}"
)


def without_dateline(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Begin a passage behind the dateline where its paragraph opens with one."""
    first = spans[0]
    begins = text.rfind("\n", 0, first.start) + 1
    line = _DATELINE.match(text, begins)
    if (
        line is None
        or not line["place"].isupper()
        or not begins <= first.start < line.end() < first.end
    ):
        return tuple(spans)
    return Span(line.end(), first.end), *spans[1:]
