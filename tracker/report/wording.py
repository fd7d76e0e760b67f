"""Counts, days and figures in words, the same in every report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from tracker.domain.figure import Figure
from tracker.domain.numerals.measures import names_unit
from tracker.domain.phrasing import capital

# Not strftime's: a report says the same in every locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def counted(number: int, thing: str, things: str = "") -> str:
    """Count things: "1 claim", "no claims", "1,200 claims"."""
    if number == 1:
        return f"1 {thing}"
    return f"{number:,} {things or f'{thing}s'}" if number else f"no {things or f'{thing}s'}"


def counted_in(claims: str, where: str, number: int, thing: str) -> str:
    """Count claims and what they are in, about or by; the latter only where there is any."""
    return f"{claims} {where} {counted(number, thing)}" if number else claims


def sentence(clause: str) -> str:
    """Make a sentence of a clause: "a nurse said that …" begins large and ends in a stop."""
    return capital(f"{clause}.")


def day(at: datetime) -> str:
    """Write a day in UTC: "2 June 2023"."""
    there = at.astimezone(UTC)
    return f"{there.day} {MONTHS[there.month - 1]} {there.year}"


def moment(at: datetime) -> str:
    """Write a time in UTC to the second: "2 June 2023, 14:02:05 UTC"."""
    return f"{day(at)}, {at.astimezone(UTC):%H:%M:%S} UTC"


def iso(at: datetime | None) -> str | None:
    """Write a time for machines: ISO 8601 in UTC."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else None


def age_words(days: int) -> str:
    """Say how long something has been there: "since today", "for 3 days"."""
    return f"for {counted(days, 'day')}" if days > 0 else "since today"


def figure_words(figure: Figure) -> str:
    """Say a figure in its own words and as an interval: "at least two people killed [2, ∞)"."""
    counts = "" if figure.counts in figure.text else f" {figure.counts}"
    unit = figure.unit
    unit = f" {unit}" if unit and not names_unit(figure.text, unit) else ""
    return f"{figure.text}{unit}{counts} {figure.interval}"


def raised(numbers: Iterable[int]) -> str:
    """Write numbers as a raised mark behind words: "⁽¹²⁾"."""
    return "".join(f"⁽{str(number).translate(_RAISED)}⁾" for number in numbers)
