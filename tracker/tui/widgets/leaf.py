"""A leaf: a page of text laid out for the width at hand, scrolled by its owner's keys."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

Layout = Callable[[int], Content]
"""Lays a page out for a width in cells."""


class Leaf(VerticalScroll, can_focus=False):
    """Shows what a layout makes of the width, and asks it again when the width changes."""

    DEFAULT_CSS = """
    Leaf {
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        padding: 0 1;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._layout: Layout | None = None
        self._laid_for = 0

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(Content(""), markup=False)

    def show(self, layout: Layout | None, *, keep_place: bool = False) -> None:
        """Show another page, from its top unless it is the same thing again."""
        self._layout = layout
        self._lay_out()
        if not keep_place:
            self.scroll_home(animate=False)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the page out for the new width."""
        if self.width != self._laid_for:
            self._lay_out()

    def scroll_lines(self, lines: int) -> None:
        """Scroll by lines, down or up."""
        self.scroll_relative(y=lines, animate=False)

    def scroll_leaves(self, leaves: int) -> None:
        """Scroll by screenfuls; two lines stay in sight."""
        self.scroll_lines(leaves * max(1, self.size.height - 2))

    @property
    def width(self) -> int:
        """Cells that a line of the page has."""
        return self.scrollable_content_region.width

    def _lay_out(self) -> None:
        self._laid_for = width = self.width
        laid = self._layout(width) if self._layout is not None and width > 0 else Content("")
        self.query_one(Static).update(laid)
