"""Matches: two sources that may be one and the same, for an editor to decide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from tracker.domain.errors import RefusedError
from tracker.domain.reference import Kind, Thing
from tracker.domain.relation import RelationState
from tracker.domain.source import Source


@dataclass(frozen=True)
class Match(Thing):
    """A proposal that one source is another, which came later.

    Confirmed, the other was merged into the one; rejected, the two are not proposed again.
    ``score`` (0–1) and ``reason`` are the machine's.
    """

    of_kind: ClassVar[Kind] = Kind.MATCH

    one_id: int
    other_id: int
    score: float
    reason: str
    state: RelationState
    by: str
    at: datetime

    def decided(self, state: RelationState, *, by: str, at: datetime) -> Match:
        """An editor's decision on it.

        Raises:
            RefusedError: it is decided already.
        """
        if self.state is not RelationState.SUGGESTED:
            raise RefusedError(f"{self.ref} is {self.state} already.")
        return replace(self, state=state, by=by, at=at)

    def moved(self, gone: int, kept: int) -> Match:
        """The same proposal once one of its sources went into another."""
        one, other = (kept if end == gone else end for end in (self.one_id, self.other_id))
        return replace(self, one_id=one, other_id=other).ordered()

    @property
    def tie(self) -> tuple[int, int]:
        """What no second match has: the two sources."""
        return self.one_id, self.other_id

    def ordered(self) -> Match:
        """The form in which it is stored: the older source first."""
        one, other = sorted((self.one_id, self.other_id))
        return replace(self, one_id=one, other_id=other)


@dataclass(frozen=True)
class Likely:
    """A match with the two sources that it is about, and how many claims each has said."""

    match: Match
    one: Source
    other: Source
    claims: tuple[int, int] = (0, 0)
