"""Counts over time: periods as long as suit the stretch that they cover."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from tracker.report.page import Line, Period, Timeline
from tracker.report.wording import MONTHS

MOST_PERIODS = 36


def timeline(
    title: str, tones: Sequence[Line], dated: Iterable[tuple[datetime, str]]
) -> Timeline | None:
    """Count what is dated by day, month or year (UTC), and by tone; None where nothing is."""
    known = [(at.astimezone(UTC).date(), tone) for at, tone in dated]
    if not known:
        return None
    first, last = min(known)[0], max(known)[0]
    name = next(
        (
            one
            for one, days in ((_day, 1), (_month, 28))
            if (last - first).days < MOST_PERIODS * days
        ),
        _year,
    )
    counts = {label: [0] * len(tones) for label in _names(first, last, name)}
    place = {line.tone: at for at, line in enumerate(tones)}
    for day, tone in known:
        counts[name(day)][place[tone]] += 1
    periods = tuple(Period(label, tuple(numbers)) for label, numbers in counts.items())
    return Timeline(title, tuple(tones), periods)


def _names(first: date, last: date, name: Callable[[date], str]) -> Iterator[str]:
    """The names of the periods from one day to another; no period is shorter than its step."""
    step = timedelta(days=1 if name is _day else 28 if name is _month else 365)
    at = first
    while last - at > step:
        yield name(at)
        at += step
    yield name(at)
    yield name(last)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _year(day: date) -> str:
    return str(day.year)
