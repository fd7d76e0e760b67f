"""When: words for times, found in a text and resolved against the day it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.domain.article import Span
from tracker.domain.timerange import Precision, TimeRange

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
DATES = frozenset({*_DAYS, *_MONTHS})
"""Names of days and months, lower case."""
FEASTS = frozenset(
    """advent carnival christmas diwali easter eid epiphany halloween hanukkah holi lent michaelmas
    midsummer nowruz passover pentecost purim ramadan thanksgiving whitsun yule""".split()  # noqa: SIM905
)
"""Names of feasts and seasons, lower case."""
TIMES = frozenset(
    """day days dawn evening hour hours minute minutes month months morning night noon time week
    weeks year years""".split()  # noqa: SIM905
)
"""Nouns for times, lower case."""
_DAY = rf"(?:{'|'.join(_DAYS)})"
_SHORT = r"(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\."
_MONTH = rf"(?:{'|'.join(_MONTHS)}|{_SHORT})"
_PART = r"(?:morning|afternoon|evening|night|dawn|noon|midnight)"
_WORDS = re.compile(
    rf"\b(?:"
    rf"(?:(?:early|late|before dawn|at dawn|shortly after midnight|by nightfall)\s+(?:on\s+)?)?"
    rf"(?:last\s+|this\s+|next\s+)?{_DAY}(?:\s+{_PART})?"
    rf"|(?:early|late|earlier|later)\s+(?:today|yesterday)|yesterday(?:\s+{_PART})?|today|tonight"
    rf"|last\s+night"
    rf"|this\s+(?:{_PART}|week|month|year)|(?:earlier|later)\s+(?:this|last)\s+(?:week|month|year)"
    rf"|last\s+(?:week|month|year|{_MONTH})|next\s+(?:week|month|year)"
    rf"|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|(?<![\d.,])\d{{1,3}})"
    rf"\s+(?:hours?|days?|weeks?|months?|years?)\s+ago"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s+[12]\d{{3}})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)(?:,?\s+[12]\d{{3}}\b)?"
    rf"|{_MONTH},?\s+[12]\d{{3}}|(?<=in ){_MONTH}|(?<=since ){_MONTH}|(?<=in )(?:19|20)\d{{2}}"
    rf"|[12]\d{{3}}-[01]\d-[0-3]\d"
    rf")(?![\w-])",
    re.IGNORECASE,
)
_SIGNS = ("day", "night", "this", "last", "next", "ago", *(month[:3] for month in _MONTHS))
"""An expression of time without a year has one of these in it: most sentences have none."""
_VERBS = re.compile(r"\b(?:may|march)\b")
"""Months that are verbs when they begin small."""
_HOURS = {
    "early": (0, 9), "dawn": (4, 8), "morning": (5, 12), "noon": (11, 13), "afternoon": (12, 18),
    "evening": (17, 24), "late": (18, 24), "night": (18, 30), "midnight": (22, 26),
}  # fmt: skip
_YEAR = re.compile(r"\b[12]\d{3}\b")
_EITHER = re.compile(r"\d[./]\d|\b\d\d?-\d")
"""Which of its numbers is the day and which the month is a matter of where one lives."""
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")


@lru_cache(maxsize=4)
def _date_parser(base: datetime, prefer: str) -> DateDataParser:
    """A parser of dates as they are meant on a day; to make one takes longer than to ask it."""
    from dateparser.date import DateDataParser  # noqa: PLC0415 - slow to load, seldom needed

    settings = {
        "RELATIVE_BASE": base,
        "PREFER_DATES_FROM": prefer,
        "PREFER_DAY_OF_MONTH": "first",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    return DateDataParser(languages=["en"], settings=settings)


class Calendar:
    """Resolves words for times against the time of publication, in the outlet's zone."""

    def __init__(self, published_at: datetime | None, zone: str = "") -> None:
        self._zone = _zone(zone)
        self._today = None if published_at is None else published_at.astimezone(self._zone)
        self._known: dict[str, TimeRange] = {}

    def time(self, words: str) -> TimeRange:
        """Say what an expression means; what cannot be known stays words."""
        key = " ".join(words.split())
        if key not in self._known:
            self._known[key] = self._resolved(key)
        return self._known[key]

    def _resolved(self, words: str) -> TimeRange:
        lower = words.lower()
        if _EITHER.search(words) or (self._today is None and not _YEAR.search(words)):
            return TimeRange(words)
        day = self._day(lower)
        if day is not None:
            part = next((part for part in _HOURS if part in lower), None)
            first, last = _HOURS[part] if part else (0, 24)
            return self._range(
                words,
                day + timedelta(hours=first),
                day + timedelta(hours=last),
                Precision.PART_OF_DAY if part else Precision.DAY,
            )
        return self._parsed(words)

    def _day(self, lower: str) -> datetime | None:
        """The midnight on which a day begins that is named by its relation to today."""
        if self._today is None:
            return None
        today = self._today.replace(hour=0, minute=0, second=0, microsecond=0)
        named = next((number for number, day in enumerate(_DAYS) if day in lower), None)
        if named is not None:
            back = (today.weekday() - named) % 7
            if "next " in lower:
                return today + timedelta(days=7 - back)
            return today - timedelta(days=back + 7 if "last " in lower and not back else back)
        if "yesterday" in lower or "last night" in lower:
            return today - timedelta(days=1)
        return today if re.search(rf"\btoday|tonight|this {_PART}", lower) else None

    def _parsed(self, words: str) -> TimeRange:
        base = (self._today or datetime(2000, 1, 1, tzinfo=UTC)).replace(tzinfo=None)
        prefer = "future" if "next" in words.lower() else "past"
        plain = re.sub(r"^(?:earlier|later)\s+", "", words, flags=re.IGNORECASE)
        found = _date_parser(base, prefer).get_date_data(plain)
        if found.date_obj is None:
            return TimeRange(words)
        day = found.date_obj.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=self._zone)
        if found.period == "year":
            start = day.replace(month=1, day=1)
            return self._range(words, start, start.replace(year=start.year + 1), Precision.YEAR)
        if found.period == "month" or "month" in words.lower():
            start = day.replace(day=1)
            end = (start + timedelta(days=32)).replace(day=1)
            return self._range(words, start, end, Precision.MONTH)
        if found.period == "week" or "week" in words.lower():
            start = day - timedelta(days=day.weekday())
            return self._range(words, start, start + timedelta(days=7), Precision.UNKNOWN)
        return self._range(words, day, day + timedelta(days=1), Precision.DAY)

    def _range(self, words: str, start: datetime, end: datetime, precision: Precision) -> TimeRange:
        return TimeRange(words, start.astimezone(UTC), end.astimezone(UTC), precision)


def times_in(words: str, *, start: int = 0) -> Iterator[tuple[Span, str]]:
    """Yield each expression of time in some words that begin at ``start``, and where it stands."""
    lower = words.lower()
    if not any(sign in lower for sign in _SIGNS) and not _YEAR.search(words):
        return
    for found in _WORDS.finditer(words):
        if _VERBS.search(found[0]):
            continue
        yield Span(start + found.start(), start + found.end()), found[0]


def _zone(name: str) -> tzinfo:
    if offset := _OFFSET.fullmatch(name.strip()):
        minutes = int(offset[2]) * 60 + int(offset[3])
        return timezone(timedelta(minutes=minutes if offset[1] == "+" else -minutes))
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
