"""A widget of one line, which draws it itself."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


class OneLine(Widget):
    """Draws its content cut to the width, with a blank at either end.

    To have Textual wrap, align and pad a line takes as long as to draw a dozen.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    OneLine {
        height: 1;
        padding: 0 1;
    }
    """

    _drawn: tuple[Content, Style, Strip] | None = None

    def render(self) -> Content:
        """What stands on the line."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        """Draw in other colours."""
        super().notify_style_update()
        self._drawn = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the line, through the filters that all that is drawn goes through."""
        line = self._line(self.render(), self.visual_style, self.outer_size.width)
        _, background = self.background_colors
        for filter_ in self.get_line_filters():
            line = line.apply_filter(filter_, background)
        left, right = crop.column_span
        return [line.crop(left, right)] * crop.height

    def _line(self, content: Content, base: Style, width: int) -> Strip:
        """The line: the same strip for as long as it says the same."""
        if self._drawn is not None:
            before, style, line = self._drawn
            if before.is_same(content) and style == base and line.cell_length == width:
                return line
        gutter = self.gutter
        shown = content.truncate(max(0, width - gutter.width), ellipsis=True)
        words = shown.render(base, end="", parse_style=self._get_style)
        line = Strip(
            [
                Segment(" " * gutter.left, base.rich_style),
                *(Segment(text, (base + style).rich_style) for text, style in words),
            ],
            gutter.left + shown.cell_length,
        ).adjust_cell_length(width, base.rich_style)
        self._drawn = content, base, line
        return line
