"""A page with a margin and columns: what several say, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from tracker.tui.words.page import MUTED, Page, filled

MARGIN = 13
_GAP = 3
_LEAST = 28
"""Cells of a column among several: a claim, its status and its origins go in one line."""
_SPREAD = 96
"""Cells below which there is room for two columns only."""
_MOST = 190
_PAIR = 2


class ColumnsPage(Page):
    """A page that sets texts side by side, each wrapped in its column."""

    def __init__(self, width: int, columns: int) -> None:
        super().__init__(min(width, _MOST))
        self.columns = columns
        self.column = max(12, (self.width - MARGIN + _GAP) // columns - _GAP)

    def beside_each_other(self, label: Content | str, texts: Sequence[Content]) -> None:
        """Set texts side by side, a label in the margin; nothing, where none says anything."""
        if not any(text.plain for text in texts):
            return
        margin = label if isinstance(label, Content) else Content.styled(label, MUTED)
        columns = [margin.wrap(MARGIN - 1), *(text.wrap(self.column) for text in texts)]
        for row in zip_longest(*columns, fillvalue=Content("")):
            cells = [filled(row[0], MARGIN)]
            cells += [filled(cell.rstrip(), self.column + _GAP) for cell in row[1:-1]]
            self._lines.append(Content("").join([*cells, row[-1].rstrip()]))

    def cut(self, text: Content) -> Content:
        """As much of a text as goes in one line of a column."""
        return text.truncate(self.column, ellipsis=True)

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
        whole = MARGIN + self.columns * (self.column + _GAP) - _GAP
        self._lines.append(Content.styled("─" * whole, "$text-disabled"))

    def line(self, *pieces: Content) -> None:
        """Add a paragraph of one line; what does not fit is cut."""
        text = Content("").join(pieces)
        self._lines.append(text.truncate(self.width, ellipsis=True).rstrip())

    def one_line(self, label: Content, *pieces: Content) -> None:
        """Add one line across the columns, beside a label; what does not fit is cut."""
        text = Content("").join(pieces).truncate(self.room, ellipsis=True)
        self._lines.append(Content("").join([filled(label, MARGIN), text.rstrip()]))

    def tabs(self, chosen: int, opposite: int, names: Sequence[Content] = ()) -> None:
        """Draw a line over each column: heavy over the one that keys act on, light opposite.

        Names stand in the line.
        """
        lines = []
        for number in range(self.columns):
            sign = "━" if number == chosen else "─" if number == opposite else "┈"
            style = "$accent" if number == chosen else "$text-disabled"
            pieces = []
            if names:
                name = names[number].truncate(self.column - 4, ellipsis=True).rstrip()
                pieces = [Content.styled(f"{sign} ", style), name, Content(" ")]
            left = self.column - sum(piece.cell_length for piece in pieces)
            lines.append(Content("").join([*pieces, Content.styled(sign * left, style)]))
        self.beside_each_other("", lines)


def columns_for(width: int, wanted: int) -> int:
    """How many of the columns that are wanted fit a width, at least two."""
    if width < _SPREAD:
        return _PAIR
    room = (min(width, _MOST) - MARGIN + _GAP) // (_LEAST + _GAP)
    return max(_PAIR, min(wanted, room))
