"""A scroll view that draws its own lines."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from tracker.tui.widgets.bar import Bar


class Filters(LineFilter):
    """Several filters as one, so that a line is looked through, and kept, once."""

    def __init__(self, filters: tuple[LineFilter, ...]) -> None:
        super().__init__()
        self.all = filters

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Put a line's segments through all of them."""
        for one in self.all:
            segments = one.apply(segments, background)
        return segments


class Scrolled(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws whole lines, padding included; a line that shows the same again is the same strip.

    So what Textual keeps of a strip – filtered, divided, as bytes – is used again, and no border,
    tint or opacity is laid over it, which would take longer than all else that a key changes.
    Whatever was scrolled to before there was a bar, the bar tells it.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Scrolled {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

    _filters = Filters(())

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = Bar(
                name="vertical", thickness=self.scrollbar_size_vertical
            )
            bar.display = False
            self.app._start_widget(self, bar)  # noqa: SLF001 - as Textual starts its own
        return self._vertical_scrollbar

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines as they are, through the filters that all that is drawn goes through."""
        top = self.gutter.top
        lines = self.draw_lines(range(crop.y - top, crop.bottom - top))
        filters = tuple(self.get_line_filters())
        if filters != self._filters.all:
            self._filters = Filters(filters)
        _, background = self.background_colors
        left, right = crop.column_span
        return [line.apply_filter(self._filters, background).crop(left, right) for line in lines]

    def draw_lines(self, lines: range) -> list[Strip]:
        """Draw some lines of the view; what is the same for all of them is asked once."""
        return [self.render_line(y) for y in lines]

    @property
    def seen_width(self) -> int:
        """Cells of a line that no scroll bar covers."""
        bar = self.scrollbar_size_vertical if self.show_vertical_scrollbar else 0
        return self.outer_size.width - bar

    def hold(self, lines: int) -> None:
        """Have so many lines to scroll over.

        Set as an attribute, the size would lay out the whole screen, in which nothing moves.
        """
        size = Size(0, lines)
        if size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Set the bar that has come to where the view is."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y
