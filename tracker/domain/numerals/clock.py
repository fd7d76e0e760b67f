"""Times of day in words: "shortly before two in the morning", "23:40", "half past midnight"."""

from __future__ import annotations

import re

_HOURS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),  # noqa: SIM905
        1,
    )
} | {"noon": 12, "midday": 12, "midnight": 0}
_HOUR = rf"(?:{'|'.join(_HOURS)}|\d{{1,2}})"
_TIME = re.compile(
    rf"(?P<lead>(?:shortly |just |well |soon |not |no |cannot have \w+ .{{0,40}})?"
    rf"(?:before|after|by|around|about|until|later than|earlier than|at)\s+)?"
    rf"(?:(?P<past>half|quarter|a quarter|twenty|ten|five|\d{{1,2}})"
    rf"(?: minutes)?\s+(?P<way>past|to|after|before)\s+)?"
    rf"(?:(?P<clock>\d{{1,2}}[:.]\d{{2}})|(?P<hour>{_HOUR}))"
    rf"(?P<half>\s*(?:a\.?m\.?|p\.?m\.?)|\s+o['’]clock)?"
    rf"(?:\s+(?:in the|at)\s+(?P<part>morning|afternoon|evening|night))?"
    rf"(?!\s*(?:percent|%|\w{{0,9}}illion))\b",
    re.IGNORECASE,
)
_DAY = 24 * 60
_NOON = 12
_MINUTES = {"half": 30, "quarter": 15, "a quarter": 15, "twenty": 20, "ten": 10, "five": 5}
_SOFT = 15
"""Minutes that "about" may mean."""

Window = tuple[float, float]


def clock_in(words: str) -> Window | None:
    """The first time of day in some words, as a window in minutes from midnight, else None.

    An open side is infinite; a time of the late evening is negative, so that a night is in order.
    """
    for found in _TIME.finditer(words):
        marked = found["clock"] or found["half"] or found["part"] or found["past"]
        named = (found["hour"] or "").lower() in ("noon", "midday", "midnight")
        if marked or named:
            return _window(found, words)
    return None


def _window(found: re.Match[str], words: str) -> Window:
    at = float(_minute(found))
    lead = (found["lead"] or "").lower()
    before = words[: found.start()].lower()
    if "later than" in lead or "by" in lead.split():
        return (float("-inf"), at)
    if "earlier than" in lead:
        return (at, float("inf"))
    if "before" in lead:
        return (at - 2 * _SOFT, at) if re.search("shortly|just|soon", lead) else (float("-inf"), at)
    if "after" in lead:
        return (at, at + 2 * _SOFT) if re.search("shortly|just|soon", lead) else (at, float("inf"))
    soft = _SOFT if "about" in lead or "around" in lead or before.endswith("roughly ") else 0
    return (at - soft, at + soft)


def _minute(found: re.Match[str]) -> int:
    if found["clock"]:
        hour, minute = (int(part) for part in re.split("[:.]", found["clock"]))
    else:
        word = found["hour"].lower()
        hour, minute = _HOURS[word] if word in _HOURS else int(word), 0
    half = (found["half"] or "").lower().replace(".", "").strip()
    part = (found["part"] or "").lower()
    if (half == "pm" or part in ("afternoon", "evening", "night")) and hour < _NOON:
        hour += _NOON
    if (half == "am" or part == "morning") and hour == _NOON:
        hour = 0
    shift = found["past"]
    if shift:
        by = _MINUTES.get(shift.lower()) or (int(shift) if shift.isdigit() else 0)
        minute += by if found["way"].lower() in ("past", "after") else -by
    at = (hour * 60 + minute) % _DAY
    return at - _DAY if at >= _DAY * 3 // 4 else at
