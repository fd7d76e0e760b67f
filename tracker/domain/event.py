"""Events: the occurrences that claims are about."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.reference import Kind, Ref
from tracker.domain.timerange import TimeRange


@dataclass(frozen=True)
class Event:
    """An occurrence; its title takes no side. ``place`` is verbatim, ``place_name`` normalised."""

    title: str
    place: str = ""
    place_name: str = ""
    time: TimeRange | None = None
    merged_into: int | None = None
    id: int = 0
    uid: str = ""
    version: int = 0

    @property
    def ref(self) -> Ref:
        """The public id."""
        return Ref(Kind.EVENT, self.id)
