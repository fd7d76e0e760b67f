"""A bare list of a ledger's claims, to time keys beside: what Textual and SQLite alone ask for.

`python tests/benchmarks/bare_list.py LEDGER`: a scroll view by Textual's Line API, whose rows are read
by their key, 256 at a time. It shows three columns and nothing beside them; it has no filter, no
marks and no second editor, and reads where it draws.
"""

from __future__ import annotations

import sqlite3
import sys
from functools import lru_cache
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

PAGE = 256


class Rows(ScrollView, can_focus=True):
    """The claims in the order of their numbers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "move(1)"), ("pagedown", "page"), ("G", "move(1000000000)"), ("g", "move(-1000000000)"),
    ]  # fmt: skip

    def __init__(self, path: str) -> None:
        super().__init__()
        self._file = sqlite3.connect(path)
        (self._count,) = self._file.execute("SELECT max(id) FROM claim").fetchone()
        self._page = lru_cache(64)(self._read)
        self._cursor = 0

    def on_mount(self) -> None:
        """Have so many lines to scroll over."""
        self.virtual_size = Size(0, self._count)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        place = y + self.scroll_offset.y
        number, status, statement = self._page(place // PAGE)[place % PAGE]
        style = self.rich_style + Style(reverse=place == self._cursor)
        row = [Segment(f"  C{number:<9}{status:14}", style), Segment(statement, style)]
        return Strip(row).crop_extend(0, self.size.width, style)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        before, self._cursor = self._cursor, min(max(0, self._cursor + rows), self._count - 1)
        top, height = self.scroll_offset.y, self.size.height
        if top <= self._cursor < top + height:
            self.refresh(*(Region(0, y - top, self.size.width, 1) for y in (before, self._cursor)))
        else:
            self.scroll_to(y=self._cursor // height * height, animate=False, immediate=True)
            self.refresh()

    def action_page(self) -> None:
        """Move the cursor by a screenful."""
        self.action_move(self.size.height)

    def _read(self, page: int) -> list[tuple[int, str, str]]:
        found = self._file.execute(
            "SELECT id, status, statement FROM claim WHERE id > ? ORDER BY id LIMIT ?",
            (page * PAGE, PAGE),
        ).fetchall()
        return found + [(0, "", "")] * (PAGE - len(found))


class BareList(App[None]):
    """The list, and nothing else."""

    def compose(self) -> ComposeResult:
        """Only the list."""
        yield Rows(sys.argv[1])


if __name__ == "__main__":
    BareList().run()
