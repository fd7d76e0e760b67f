"""A leaf: a page of text laid out for the width at hand, scrolled by its owner's keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from tracker.tui.widgets.scrolled import Scrolled

Layout = Callable[[int], Content]
"""Lays a page out for a width in cells."""


class Leaf(Scrolled, can_focus=False):
    """Shows what a layout makes of the width, and asks it again when the width changes.

    It draws its own lines: a text in a container would lay out the whole screen with each page.
    """

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    Leaf {
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._layout: Layout | None = None
        self._laid = Content("")
        self._laid_for = 0
        self._lines: Sequence[Strip] = ()
        self.auto_links = False  # a page holds none, and each line would be looked through

    def show(self, layout: Layout | None, *, keep_place: bool = False) -> None:
        """Show another page, from its top unless it is the same thing again."""
        self._layout = layout
        self._lay_out()
        if not keep_place:
            self.scroll_home(animate=False)

    def render(self) -> Content:
        """The whole page: what can be selected."""
        return self._laid

    def render_line(self, y: int) -> Strip:
        """Draw one line of the page, or of what is free above and below it."""
        return self.draw_lines(range(y, y + 1))[0]

    def draw_lines(self, lines: range) -> list[Strip]:
        """Draw some lines of the page, and of what is free above and below it."""
        known, top = self._lines, self.scroll_offset.y
        blank = Strip.blank(self.outer_size.width, self.visual_style.rich_style)
        return [known[top + y] if y >= 0 and top + y < len(known) else blank for y in lines]

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected."""
        self._draw()

    def notify_style_update(self) -> None:
        """Draw in other colours."""
        super().notify_style_update()
        self._draw()

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
        self._laid = self._layout(width) if self._layout and width > 0 else Content("")
        self._draw()

    def _draw(self) -> None:
        if self._laid_for > 0:
            style, gutter = self.visual_style, self.gutter
            lines = Visual.to_strips(self, self._laid, self._laid_for, None, style)
            left = [Segment(" " * gutter.left, style.rich_style)]
            width = self._laid_for + gutter.width
            self._lines = [
                Strip([*left, *line]).adjust_cell_length(width, style.rich_style) for line in lines
            ]
        self.hold(len(self._lines))
        self.refresh()
