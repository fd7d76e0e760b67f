"""A leaf: a page of text laid out for the width at hand, scrolled by its owner's keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style as Ink
from textual import events
from textual.content import Content
from textual.geometry import Spacing
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from tracker.tui.widgets.scrolled import Scrolled

Layout = Callable[[int], Sequence[Content]]
"""Lays a page out, line by line, for a width in cells."""


class Leaf(Scrolled, can_focus=False):
    """Shows what a layout makes of the width, and asks it again when the width changes.

    It draws its own lines, those that are seen: a text in a container would lay out the whole
    screen with each page, and be wrapped twice.
    """

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    Leaf { padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._layout: Layout | None = None
        self._page: Sequence[Content] = ()
        self._laid_for = 0
        self._drawn: dict[int, Strip] = {}
        self._inks: dict[tuple[str | Style, ...], Ink] = {}
        self.auto_links = False  # a page holds none, and each line would be looked through

    def show(self, layout: Layout | None, *, keep_place: bool = False) -> None:
        """Show another page, from its top unless it is the same thing again."""
        self._layout = layout
        self._lay_out()
        if not keep_place:
            self.scroll_home(animate=False)

    def render(self) -> Content:
        """The whole page: what can be selected."""
        return Content("\n").join(self._page)

    def render_line(self, y: int) -> Strip:
        """Draw one line, without its margins and with the places in it that can be selected."""
        line, left = self.draw_lines(range(y, y + 1))[0], self.gutter.left
        return line.crop(left, left + self._laid_for).apply_offsets(0, self.scroll_offset.y + y)

    def draw_lines(self, lines: range) -> list[Strip]:
        """Draw some lines of the page, and of what is free above and below it."""
        drawn, top = self._drawn, self.scroll_offset.y
        blank = Strip.blank(self.outer_size.width, self.visual_style.rich_style)
        numbers = [top + y if y >= 0 else -1 for y in lines]
        new = [y for y in numbers if 0 <= y < len(self._page) and y not in drawn]
        if new:
            drawn.update(zip(new, self._draw_anew(new), strict=True))
        return [drawn.get(y, blank) for y in numbers]

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected."""
        self._draw()

    def notify_style_update(self) -> None:
        """Draw in other colours."""
        super().notify_style_update()
        self._inks.clear()
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
        self._page = self._layout(width) if self._layout and width > 0 else ()
        self._draw()

    def _draw(self) -> None:
        self._drawn.clear()
        self.hold(len(self._page))
        self.refresh()

    def _draw_anew(self, numbers: Iterable[int]) -> Iterator[Strip]:
        """Draw lines of the page; what is the same for all of them is asked once."""
        selection, gutter = self.text_selection, self.gutter
        for y in numbers:
            line = self._page[y]
            if selection is not None and (chosen := selection.get_span(y)) is not None:
                style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
                start, end = chosen
                line = line.stylize(style, start, None if end < 0 else end)
            yield self._inked(line.truncate(self._laid_for, ellipsis=True), gutter)

    def _inked(self, line: Content, gutter: Spacing) -> Strip:
        """A line between its margins, each run of letters in the styles that lie over it."""
        text, spans = line.plain, line.spans
        cuts = {0, len(text)}.union(*((start, end) for start, end, _ in spans))
        ends = sorted(cuts)
        runs = [
            Segment(text[start:end], self._ink([s for a, b, s in spans if a <= start and end <= b]))
            for start, end in pairwise(ends)
        ]
        bare, cells = self._ink(()), line.cell_length
        after = self._laid_for - cells + gutter.right
        runs = [Segment(" " * gutter.left, bare), *runs, Segment(" " * after, bare)]
        return Strip(runs, cells + gutter.left + after)

    def _ink(self, styles: Sequence[str | Style]) -> Ink:
        key = tuple(styles)
        ink = self._inks.get(key)
        if ink is None:
            mixed = sum(map(self._get_style, key), self.visual_style)
            self._inks[key] = ink = mixed.rich_style
        return ink
