"""The columns of a table, and how wide each is drawn on the terminal at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tracker.tui.widgets.pieces import Cell

Row = TypeVar("Row")

GAP = 2
"""Blank cells between two columns."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A heading, and how a row is drawn under it.

    ``width`` is in terminal cells; a column without one shares what is left, and wants at least
    ``least``. Where the terminal is too narrow, columns of the highest ``rank`` leave first; the
    first flexible column never does.
    """

    title: str
    draw: Callable[[Row], Cell]
    width: int | None = None
    least: int = 16
    rank: int = 0
    right: bool = False


@dataclass(frozen=True)
class Placed(Generic[Row]):
    """A column with the place it got: first cell and width."""

    column: Column[Row]
    x: int
    width: int


def place(columns: Sequence[Column[Row]], room: int) -> tuple[Placed[Row], ...]:
    """Share a line of so many cells between the columns."""
    kept = _kept(columns, room)
    flexible = [column for column in kept if column.width is None]
    spare = room - GAP * (len(kept) - 1) - sum(column.width or 0 for column in kept)
    placed: list[Placed[Row]] = []
    x = 0
    for column in kept:
        width = column.width
        if width is None:
            width = spare // len(flexible)
            if column is flexible[-1]:
                width = spare - width * (len(flexible) - 1)
        width = max(0, min(width, room - x))
        placed.append(Placed(column, x, width))
        x += width + GAP
    return tuple(placed)


def _kept(columns: Sequence[Column[Row]], room: int) -> list[Column[Row]]:
    kept = list(columns)
    stays = next((column for column in kept if column.width is None), kept[0] if kept else None)
    while len(kept) > 1 and _wanted(kept) > room:
        leaving = [column for column in kept if column is not stays]
        kept.remove(max(reversed(leaving), key=lambda column: column.rank))
    return kept


def _wanted(columns: Sequence[Column[Row]]) -> int:
    wishes = (column.least if column.width is None else column.width for column in columns)
    return sum(wishes) + GAP * (len(columns) - 1)
