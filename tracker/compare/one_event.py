"""Whether what two accounts tell of can be one event, by where and when it was."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Protocol

from tracker.domain.timerange import TimeRange

_NAME = re.compile(r"\b[^\W\d_a-z]\w+")
"""A word of a place that is a name: the one in "near the Selm mine"."""
_NEAR = timedelta(days=2)
"""How far the times that people give for one event may lie apart."""


class Occurrence(Protocol):
    """An event, as far as where and when it was."""

    @property
    def place(self) -> str:
        """The place, in an article's own words."""

    @property
    def time(self) -> TimeRange | None:
        """The time, where it is known."""


def elsewhere(one: Occurrence, other: Occurrence) -> bool:
    """Whether both have places with names, and no name in common."""
    names, others = _names(one), _names(other)
    return bool(names and others and not names & others)


def same_place(one: Occurrence, other: Occurrence) -> bool:
    """Whether the names of their places have one in common."""
    return bool(_names(one) & _names(other))


def at_another_time(one: Occurrence, other: Occurrence) -> bool:
    """Whether their times are both known, and too far apart for one event."""
    first, second = one.time, other.time
    if first is None or second is None:
        return False
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return False
    return max(first.start - second.end, second.start - first.end) > _NEAR


def _names(event: Occurrence) -> set[str]:
    return {name.casefold() for name in _NAME.findall(event.place)}
