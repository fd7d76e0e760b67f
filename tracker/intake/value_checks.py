"""Checks on single values: intervals, times, scores, and words that must stand in a text.

Each names its faults; a fault is a place ("claims[3].quote[0]") and what is wrong there, without a
full stop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from tracker.domain.article import Span
from tracker.domain.figure import Number
from tracker.domain.timerange import TimeRange

Fault = tuple[str, str]

_LONGEST = 80
"""Code points of a file's own words that a message repeats."""


@dataclass(frozen=True)
class Text:
    """An article's text and what a message calls it ("brief.txt")."""

    name: str
    words: str


def quoted(words: str) -> str:
    """Put words in quotation marks, cut to what fits a message."""
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[:_LONGEST]}…”"


def interval_faults(
    place: str, low: Number | None, high: Number | None, *, open_end: bool = False
) -> Iterator[Fault]:
    """Refuse an interval that no number lies in."""
    if low is None or high is None:
        return
    if low > high:
        yield place, f"low {low} is above high {high}"
    elif low == high and open_end:
        yield place, f"no number lies between {low} and {high} with an open end"


def time_faults(place: str, time: TimeRange | None) -> Iterator[Fault]:
    """Refuse a range that is half given, not in UTC or empty; no range at all is fine."""
    if time is None or (time.start is None and time.end is None):
        return
    if time.start is None or time.end is None:
        yield place, "start and end go together"
    elif not (in_utc(time.start) and in_utc(time.end)):
        yield place, "start and end must be in UTC (…Z)"
    elif time.start >= time.end:
        yield place, "start is not before end"


def in_utc(moment: datetime) -> bool:
    """Whether a datetime is aware and in UTC."""
    return moment.utcoffset() == timedelta(0)


def score_faults(place: str, score: float | None) -> Iterator[Fault]:
    """Refuse a score outside 0–1."""
    if score is not None and not 0 <= score <= 1:
        yield f"{place}.score", f"{score} is not between 0 and 1"


def words_faults(place: str, words: str, text: Text, *, optional: bool = False) -> Iterator[Fault]:
    """Refuse words that are not in the text; ``optional`` words may be empty."""
    if not words and optional:
        return
    if not words.strip():
        yield place, "is empty"
    elif words not in text.words:
        yield place, f"{quoted(words)} is not in {text.name}"


def quote_faults(place: str, pieces: tuple[str, ...], text: Text) -> Iterator[Fault]:
    """Refuse pieces that do not each stand once in the text, one after another."""
    spans: list[Span] = []
    for number, piece in enumerate(pieces):
        here = f"{place}[{number}]"
        absent = list(words_faults(here, piece, text))
        if absent:
            yield from absent
            continue
        start = text.words.index(piece)
        spans.append(Span(start, start + len(piece)))
        if text.words.find(piece, start + 1) >= 0:
            yield here, f"{quoted(piece)} stands twice in {text.name}"
    yield from _order_faults(place, spans)


def spans_faults(place: str, spans: Iterable[Span], text: Text) -> Iterator[Fault]:
    """Refuse spans that are empty, outside the text, or not one after another."""
    spans = list(spans)
    for number, span in enumerate(spans):
        if not 0 <= span.start < span.end <= len(text.words):
            yield f"{place}[{number}]", f"{span.start}–{span.end} is empty or outside {text.name}"
    yield from _order_faults(place, spans)


def _order_faults(place: str, spans: list[Span]) -> Iterator[Fault]:
    if any(later.start < earlier.end for earlier, later in pairwise(spans)):
        yield place, "the pieces overlap or do not follow the text"
