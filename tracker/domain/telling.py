"""Telling: which claims a report is about, in what order, and how many there are of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.status import Stage, Status

NOT_VERIFIED = (Status.UNVERIFIED, Status.DISPUTED, Status.UNVERIFIABLE)
"""The statuses of a claim that is not verified, one way or the other."""
UNTOLD = (Stage.SUGGESTED, Stage.DISMISSED)
"""The stages of claims that are nobody's to report: not yet accepted, or put aside."""


class Grouping(StrEnum):
    """By what a report gathers claims. Groups and claims come in neutral order: time, then name."""

    EVENT = "event"
    SOURCE = "source"
    ARTICLE = "article"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Told:
    """What a kind of report tells of the claims that pass a filter.

    ``checkable`` None tells opinions too; ``contested`` only what a counter-claim stands against.
    ``ranked`` puts the claims of a group in the order of ``statuses`` first.
    """

    by: Grouping
    statuses: tuple[Status, ...] = tuple(Status)
    checkable: bool | None = None
    contested: bool = False
    ranked: bool = False


@dataclass(frozen=True)
class Voice:
    """Who speaks: a source; or, where an article speaks for itself, its outlet, if one is known."""

    source_id: int | None
    outlet_id: int | None


@dataclass(frozen=True)
class Totals:
    """How many claims a report tells, and what it leaves out.

    ``voices`` counts them by who speaks and by status; ``opinions`` cannot be checked, and
    ``suggested`` claims nobody has accepted yet.
    """

    voices: Mapping[Voice, Mapping[Status, int]]
    groups: int = 0
    opinions: int = 0
    suggested: int = 0

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(sum(counts.values()) for counts in self.voices.values())

    @property
    def statuses(self) -> dict[Status, int]:
        """How many claims there are of each status."""
        return {
            status: sum(counts.get(status, 0) for counts in self.voices.values())
            for status in Status
        }
