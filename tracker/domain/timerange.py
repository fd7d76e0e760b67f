"""Times as people give them: the words kept, and the range they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a time is known."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class TimeRange:
    """A time in an article's own words and, where known, as a range.

    ``start`` and ``end`` are aware datetimes in UTC, the end exclusive; both are None when the
    words could not be resolved.
    """

    words: str
    start: datetime | None = None
    end: datetime | None = None
    precision: Precision = Precision.UNKNOWN


def is_before(one: TimeRange | None, other: TimeRange | None) -> bool:
    """Whether a time is surely over when another begins; where either is unknown, it is not."""
    if one is None or other is None or one.end is None or other.start is None:
        return False
    return one.end <= other.start
