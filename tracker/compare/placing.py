"""When and where: times, places and waters that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.compare.account import Account
from tracker.compare.alike import overlap
from tracker.compare.clash import Clash
from tracker.compare.once import once
from tracker.compare.reasons import of_figures, of_phrases, quoted
from tracker.domain.facet import Facet
from tracker.domain.figure import Figure
from tracker.domain.meanings import stems_in
from tracker.domain.numerals.clock import Window, clock_in

_DAYS = re.compile(r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b")
_EXCLUSIVE = (
    frozenset({"home_waters", "open_sea"}),
    frozenset({"inside", "outside"}),
    frozenset({"indoors", "outdoors"}),
)
_OFF = re.compile(
    r"\b(?:miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|yards?|feet)\b.{0,20}?\b(?:off|from|away|"
    r"inside|outside|short of|beyond|north|south|east|west)\b"
)
_LASTING = re.compile(r" (?:after|within|in|for|took|lasted|lasting|under|less than|over) ")
_MINUTES = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080}
_LEAST_APART = 0.3
_ARRIVALS = frozenset(
    {
        "arriv",
        "reach",
        "enter",
        "come",
        "start",
        "stop",
        "hit",
        "attack",
        "sound",
        "warn",
        "leave",
        "begin",
        "open",
        "close",
        "die",
        "arrest",
        "tell",
    }
)


def time_clashes(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where two accounts put one deed at times that do not meet."""
    alike = _one_deed(ours, theirs)
    if not alike:
        return
    first, second = _clock(ours), _clock(theirs)
    if first and second and apart(first, second):
        score = 0.4 + 0.2 * alike + 0.15 * contrast
        yield Clash(Facet.TIME, score, quoted(ours, theirs))
        return
    if lasted := lasted_otherwise(ours, theirs):
        yield Clash(Facet.TIME, 0.4 + 0.15 * alike + 0.15 * contrast, lasted)
        return
    if on_two_weekdays(ours, theirs):
        score = 0.35 + 0.15 * alike + 0.15 * contrast
        reason = " ≠ ".join(day.capitalize() for one in (ours, theirs) for day in _weekdays(one))
        yield Clash(Facet.TIME, score, reason)


def on_two_weekdays(ours: Account, theirs: Account) -> bool:
    """Whether each of two accounts names one day of the week, and not the same one."""
    days = _weekdays(ours), _weekdays(theirs)
    return len(days[0]) == len(days[1]) == 1 and days[0] != days[1]


def done_on_another_day(ours: Account, theirs: Account) -> bool:
    """Whether something was not done on one day, and done on another, as two accounts say."""
    return on_two_weekdays(ours, theirs) and any(
        mine.denied != other.denied and bool(mine.senses & other.senses)
        for mine in ours.deeds
        for other in theirs.deeds
    )


def place_clashes(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where two accounts put one thing in places that exclude each other."""
    kinds = ours.kinds(Facet.PLACE), theirs.kinds(Facet.PLACE)
    for pair in _EXCLUSIVE:
        one, two = kinds[0] & pair, kinds[1] & pair
        if len(one) == len(two) == 1 and one != two:
            # Waters are of one kind only; "inside" needs the same thing on both sides.
            water = pair == _EXCLUSIVE[0]
            if water or (contrast and _one_deed(ours, theirs)):
                score = 0.5 + 0.2 * water + 0.1 * contrast
                reason = of_phrases(ours, theirs, _word(ours, one), _word(theirs, two))
                yield Clash(Facet.PLACE, score, reason)
                return
    measured = [_distance(one) for one in (ours, theirs)]
    if measured[0] and measured[1]:
        far = measured[0].distance(measured[1])
        if far > _LEAST_APART and (contrast or ours.stems & theirs.stems):
            score = 0.45 + 0.1 * contrast
            yield Clash(Facet.PLACE, score, f"{measured[0].text} ≠ {measured[1].text}")


def _one_deed(ours: Account, theirs: Account) -> float:
    """How alike what is told with a time or a place is, 0–1.

    What was not done on one day may have been done on another.
    """
    best = 0.0
    for mine in ours.deeds:
        for other in theirs.deeds:
            if mine.denied != other.denied:
                continue
            same = bool(mine.senses & other.senses)
            both = bool(mine.senses & _ARRIVALS and other.senses & _ARRIVALS)
            alike = overlap(mine, other)
            if same or (both and alike):
                best = max(best, 0.4 * same + 0.6 * alike)
    return min(best, 1.0)


@once
def _clock(account: Account) -> Window | None:
    return clock_in(account.words)


def lasted_otherwise(ours: Account, theirs: Account) -> str:
    """How long something took, as two accounts have it that cannot both be right; else nothing."""
    first, second = _lasted(ours), _lasted(theirs)
    apart = first is not None and second is not None and first.distance(second)
    return of_figures(first, "≠", second) if first and second and apart else ""


@once
def _lasted(account: Account) -> Figure | None:
    """How long something took, in minutes."""
    if not account.tells(_LASTING):
        return None
    for figure in account.figures:
        times = _MINUTES.get(figure.unit or "")
        if times:
            low, high = (None if one is None else one * times for one in (figure.low, figure.high))
            return Figure(figure.text, low, high, approximate=True, unit="minutes")
    return None


@once
def _weekdays(account: Account) -> frozenset[str]:
    return frozenset(_DAYS.findall(account.plain))


def apart(first: Window, second: Window) -> bool:
    """Whether two times of day do not meet."""
    return first[1] < second[0] or second[1] < first[0]


@once
def _distance(account: Account) -> Figure | None:
    if not account.tells(_OFF):
        return None
    found = [one for one in account.figures if one.unit and re.search("mile|km|m$|feet", one.unit)]
    if not found:
        return None
    unit = "mi" if "mile" in str(found[0].unit) else found[0].unit
    one = found[0]
    return Figure(one.text, one.low, one.high, approximate=one.approximate, unit=unit)


def _word(account: Account, kind: frozenset[str]) -> str:
    for value in account.of(Facet.PLACE):
        if set(value.sense.split()) & kind:
            return value.words
    return " ".join(kind)


def places_of(account: Account) -> frozenset[str]:
    """The stems of the places that an account names."""
    words = (value.place or value.words for value in account.of(Facet.PLACE))
    return frozenset(one for word in words for one in stems_in(word))
