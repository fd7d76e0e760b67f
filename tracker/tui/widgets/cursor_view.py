"""A scrolling view of numbered rows of equal height, with a cursor that stays in sight."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Region
from textual.reactive import reactive

from tracker.tui.widgets.scrolled import Scrolled
from tracker.tui.widgets.table_keys import TABLE_KEYS

_TOO_LOW = 2
"""A view of so few lines is for rows alone, without headings."""


class CursorView(Scrolled, can_focus=True, inherit_bindings=False):
    """Where the rows are on the screen, and which of them keys act on; not what is in them."""

    BINDINGS: ClassVar[list[BindingType]] = [*TABLE_KEYS]

    cursor: reactive[int] = reactive(0, repaint=False)
    """The position of the row that keys act on."""
    row_height: reactive[int] = reactive(1)
    """Lines to a row."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def headings(self) -> int:
        """Lines above the rows that do not scroll."""
        return 1 if self.size.height > _TOO_LOW else 0

    @property
    def body(self) -> int:
        """Lines that there are for rows."""
        return max(1, self.size.height - self.headings)

    def in_view(self) -> range:
        """The positions of the rows that are seen, if only in part."""
        here = self.scroll_offset.y
        end = (here + self.body + self.row_height - 1) // self.row_height
        return range(here // self.row_height, min(end, self.count))

    def row_at(self, y: int) -> tuple[int, int]:
        """The position of the row on a line of the view, and which of the row's lines it is."""
        return divmod(y - self.headings + self.scroll_offset.y, self.row_height)

    def measure(self) -> None:
        """Fit the scroll bar to the rows, and bring the cursor into sight."""
        lines = self.count * self.row_height
        spare = self.body - self._whole if lines > self.body else 0
        self.hold(self.headings + lines + spare)
        self._follow_cursor()

    def repaint(self, start: int, end: int) -> None:
        """Repaint rows (end exclusive) as far as they are in view, and nothing else."""
        here = self.scroll_offset.y
        top = max(0, start * self.row_height - here)
        bottom = min(self.body, end * self.row_height - here)
        if top < bottom:
            self.refresh(Region(0, self.headings + top, self.size.width, bottom - top))

    def action_next(self) -> None:
        """Go to the next row."""
        self.cursor += 1

    def action_previous(self) -> None:
        """Go to the row above."""
        self.cursor -= 1

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = self.count - 1

    def action_leaf(self, pages: int) -> None:
        """Go so many screenfuls on, or back."""
        self.cursor += pages * max(1, self.body // self.row_height - 1)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the two rows that look different, no more."""
        self.repaint(before, before + 1)
        self.repaint(now, now + 1)
        self._follow_cursor()

    def watch_row_height(self) -> None:
        """Keep the cursor in sight when rows grow or shrink."""
        self.measure()

    def on_resize(self) -> None:
        """Keep the cursor in sight when the terminal changes."""
        self.measure()

    @property
    def _whole(self) -> int:
        """Lines of the body that whole rows fill; scrolled by them, no row is cut at the top."""
        return max(self.row_height, self.body - self.body % self.row_height)

    def _follow_cursor(self) -> None:
        most = self.cursor * self.row_height
        least = most + self.row_height - self._whole
        here = self.scroll_offset.y
        there = max(least, min(here, most))
        if there != here:
            self.scroll_to(y=there, animate=False, force=True)
