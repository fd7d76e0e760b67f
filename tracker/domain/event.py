"""Events: the occurrences that claims are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tracker.domain.reference import Kind, Thing
from tracker.domain.timerange import TimeRange


@dataclass(frozen=True)
class Event(Thing):
    """An occurrence; its title takes no side. ``place`` is verbatim, ``place_name`` normalised."""

    of_kind: ClassVar[Kind] = Kind.EVENT

    title: str
    place: str = ""
    place_name: str = ""
    time: TimeRange | None = None
    merged_into: int | None = None
