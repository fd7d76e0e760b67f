"""How a table's lines look: headings, the first and the second line of a row, an empty table."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tracker.tui.widgets.columns import GAP, Column, Placed, Row, place
from tracker.tui.widgets.pieces import Cell, Piece, fit

GUTTER = 3
"""Cells before the first column: the cursor's bar, the mark of a selected row, a blank."""
BAR, MARK, ABSENT = "▌", "■", "·"


@dataclass
class Sheet(Generic[Row]):
    """The ruled paper under the rows: columns placed on a line of some width.

    Styles that begin with a dot name a component class of the table's.
    """

    columns: Sequence[Column[Row]]
    detail: Callable[[Row], Cell] | None = None
    width: int = 0
    placed: tuple[Placed[Row], ...] = field(default=(), init=False)

    def rule(self, width: int) -> None:
        """Share a width in cells, the gutter included, between the columns."""
        self.width = width
        self.placed = place(self.columns, width - GUTTER)

    def headings(self) -> list[Piece]:
        """Draw the titles of the columns."""
        return [Piece(" " * GUTTER), *self._line([at.column.title for at in self.placed])]

    def line(self, row: Row | None, part: int, *, here: bool, selected: bool) -> list[Piece]:
        """Draw a line of a row; the cursor and the selection show as signs, not by colour alone."""
        mark = MARK if selected and part == 0 else " "
        gutter = Piece(f"{BAR if here else ' '}{mark} ", ".windowed--bar")
        return [gutter, *(self._first(row) if part == 0 else self._second(row))]

    def notice(self, text: str, line: int, height: int) -> list[Piece]:
        """Draw one line of a short text that stands in the middle of an empty table."""
        lines = [
            wrapped
            for paragraph in text.split("\n")
            for wrapped in textwrap.wrap(paragraph, max(1, self.width - 4)) or [""]
        ]
        index = line - max(0, (height - len(lines)) // 3)
        if not 0 <= index < len(lines):
            return []
        indent = " " * max(0, (self.width - len(lines[index])) // 2)
        return fit(Piece(indent + lines[index], ".windowed--detail"), self.width)

    def _first(self, row: Row | None) -> list[Piece]:
        if row is None:
            return self._line([Piece(ABSENT, ".windowed--absent") for _ in self.placed])
        return self._line([at.column.draw(row) for at in self.placed])

    def _second(self, row: Row | None) -> list[Piece]:
        if row is None or self.detail is None:
            return []
        x = next((at.x for at in self.placed if at.column.width is None), 0)
        quiet = [
            Piece(text, style or ".windowed--detail")
            for text, style in fit(self.detail(row), self.width - GUTTER - x)
        ]
        return [Piece(" " * x), *quiet]

    def _line(self, drawn: Sequence[Cell]) -> list[Piece]:
        pieces: list[Piece] = []
        for at, cell in zip(self.placed, drawn, strict=True):
            if at.x:
                pieces.append(Piece(" " * GAP))
            pieces += fit(cell, at.width, right=at.column.right)
        return pieces


def strip(pieces: Iterable[Piece], width: int, ink: Callable[[str], Style]) -> Strip:
    """Draw pieces in their ink, cut or filled to the width of the line."""
    segments = [Segment(text, ink(style)) for text, style in pieces if text]
    filled = sum(cell_len(text) for text, _, _ in segments)
    if filled < width:
        segments.append(Segment(" " * (width - filled), ink("")))
    line = Strip(Segment.simplify(segments), max(filled, width))
    return line if filled <= width else line.crop(0, width)
