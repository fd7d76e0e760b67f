"""A page with a margin and columns: what several say, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from tracker.tui.words.page import MUTED, Page, filled

MARGIN = 13
_GAP = 3
_LEAST = 18
_SPREAD = 96
"""Cells below which there is room for two columns only."""
_MOST = 190
_PAIR = 2


class ColumnsPage(Page):
    """A page that sets texts side by side, each wrapped in its column."""

    def __init__(self, width: int, columns: int) -> None:
        super().__init__(min(width, _MOST))
        self.columns = columns
        self._column = max(12, (self.width - MARGIN + _GAP) // columns - _GAP)

    def beside_each_other(self, label: Content | str, texts: Sequence[Content]) -> None:
        """Set texts side by side, a label in the margin; nothing, where none says anything."""
        if not any(text.plain for text in texts):
            return
        margin = label if isinstance(label, Content) else Content.styled(label, MUTED)
        columns = [margin.wrap(MARGIN - 1), *(text.wrap(self._column) for text in texts)]
        for row in zip_longest(*columns, fillvalue=Content("")):
            cells = [filled(row[0], MARGIN)]
            cells += [filled(cell.rstrip(), self._column + _GAP) for cell in row[1:-1]]
            self._lines.append(Content("").join([*cells, row[-1].rstrip()]))

    @property
    def room(self) -> int:
        """Cells beside the margin."""
        return max(12, self.width - MARGIN)

    def aside(self, label: Content, *pieces: Content, keys: str = "") -> None:
        """Add a paragraph across the columns, beside a label; keys are not broken over lines."""
        room = self.room
        lines = Content("").join(pieces).wrap(room)
        hint = Content.styled(keys, "$accent")
        if keys and lines and lines[-1].rstrip().cell_length + hint.cell_length + 2 <= room:
            lines = [*lines[:-1], Content("  ").join([lines[-1].rstrip(), hint])]
        elif keys:
            lines = [*lines, hint]
        margin = filled(label, MARGIN)
        for line in lines:
            self._lines.append(Content("").join([margin, line.rstrip()]))
            margin = Content(" " * MARGIN)

    def rule(self) -> None:
        """Draw a line across."""
        whole = MARGIN + self.columns * (self._column + _GAP) - _GAP
        self._lines.append(Content.styled("─" * whole, "$text-disabled"))

    def tabs(self, chosen: int, opposite: int) -> None:
        """Draw a line over each column: heavy over the one that keys act on, light opposite."""
        lines = []
        for number in range(self.columns):
            sign = "━" if number == chosen else "─" if number == opposite else "┈"
            style = "$accent" if number == chosen else "$text-disabled"
            lines.append(Content.styled(sign * self._column, style))
        self.beside_each_other("", lines)


def columns_for(width: int, wanted: int) -> int:
    """How many of the columns that are wanted fit a width, at least two."""
    if width < _SPREAD:
        return _PAIR
    room = (min(width, _MOST) - MARGIN + _GAP) // (_LEAST + _GAP)
    return max(_PAIR, min(wanted, room))
