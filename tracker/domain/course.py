"""The course of an event's account: who said what when, and how the figures moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil, floor

from tracker.domain.account import account_of
from tracker.domain.dossier import Dossier
from tracker.domain.figure import Figure

_LAST = datetime.max.replace(tzinfo=UTC)
_FEW = 2


@dataclass(frozen=True)
class Moment:
    """A claim at the time when it was said, or by which it was published; None if unknown.

    ``said`` tells that the time is that of saying it.
    """

    dossier: Dossier
    at: datetime | None
    said: bool


@dataclass(frozen=True)
class Step:
    """A figure that somebody gave at some time."""

    moment: Moment
    figure: Figure


@dataclass(frozen=True)
class Course:
    """The figures that count one thing, in the order in which they were given.

    ``low`` and ``high`` are the ends of all that is bounded.
    """

    counts: str
    steps: tuple[Step, ...]

    @property
    def ends(self) -> tuple[int, int]:
        """The whole numbers between which all bounds lie."""
        bounds = [
            bound
            for step in self.steps
            for bound in (step.figure.low, step.figure.high)
            if bound is not None
        ]
        return (floor(min(bounds)), ceil(max(bounds))) if bounds else (0, 0)


def moment_of(dossier: Dossier) -> Moment:
    """Put a claim at the time when it was said, or else by which it was published."""
    said = dossier.claim.said_at.start if dossier.claim.said_at else None
    if said is not None:
        return Moment(dossier, said, said=True)
    return Moment(dossier, dossier.appeared, said=False)


def moments_of(dossiers: Iterable[Dossier]) -> tuple[Moment, ...]:
    """Put claims in the order in which they were made known: time, then name."""
    return tuple(sorted(map(moment_of, dossiers), key=_place))


def courses_of(moments: Iterable[Moment]) -> tuple[Course, ...]:
    """Follow the figures that count the same, where there are several."""
    found: dict[tuple[str, str], list[Step]] = {}
    for moment in moments:
        for figure in moment.dossier.claim.figures:
            key = (figure.harm or figure.counts.casefold(), figure.unit or "")
            if key[0]:
                found.setdefault(key, []).append(Step(moment, figure))
    return tuple(
        Course(" ".join(filter(None, key)), tuple(steps))
        for key, steps in found.items()
        if len(steps) >= _FEW
    )


def bar(figure: Figure, ends: tuple[int, int], cells: int) -> str:
    """Draw a figure as an interval on a scale between two ends, so many cells long.

    ``■`` is one number, ``├──┤`` from one to another, ``├─▶`` and ``◀─┤`` what has no other end;
    ``≈`` stands for bounds that are soft. A figure without numbers draws nothing.
    """
    if figure.low is None and figure.high is None:
        return ""
    low = 0 if figure.low is None else _cell(figure.low, ends, cells)
    high = cells - 1 if figure.high is None else _cell(figure.high, ends, cells)
    if low == high:
        return " " * low + ("≈" if figure.approximate else "■")
    line = "≈" if figure.approximate else "─"
    left = "◀" if figure.low is None else "├"
    right = "▶" if figure.high is None else "┤"
    return " " * low + left + line * (high - low - 1) + right


def _cell(bound: float, ends: tuple[int, int], cells: int) -> int:
    low, high = ends
    return 0 if high == low else round((bound - low) / (high - low) * (cells - _ROOM))


_ROOM = 3
"""Cells at the end of a scale, so that what has no upper end goes beyond what has one."""


def _place(moment: Moment) -> tuple[datetime, str, int]:
    account = account_of(moment.dossier)
    return (moment.at or _LAST, account.name.casefold(), moment.dossier.claim.id)
