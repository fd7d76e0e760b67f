"""A widget of one line, which draws it itself."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
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

    def render(self) -> Content:
        """What stands on the line."""
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the line, through the filters that all that is drawn goes through."""
        base, gutter, width = self.visual_style, self.gutter, self.outer_size.width
        content = self.render().truncate(max(0, width - gutter.width), ellipsis=True)
        words = content.render(base, end="", parse_style=self._get_style)
        line = Strip(
            [
                Segment(" " * gutter.left, base.rich_style),
                *(Segment(text, (base + style).rich_style) for text, style in words),
            ],
            gutter.left + content.cell_length,
        ).adjust_cell_length(width, base.rich_style)
        _, background = self.background_colors
        for filter_ in self.get_line_filters():
            line = line.apply_filter(filter_, background)
        left, right = crop.column_span
        return [line.crop(left, right)] * crop.height
