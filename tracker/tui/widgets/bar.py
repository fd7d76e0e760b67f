"""A scroll bar that draws its few kinds of lines once."""

from __future__ import annotations

from rich.color import Color
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class Bar(ScrollBar):
    """Looks as Textual's own, which takes as long to draw as all lines of the view beside it."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the ground, the thumb and its ends; each line of a kind is the same strip."""
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        style = self.app.console.get_style(bar.style)
        drawn = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=bar.thickness,
            vertical=bar.vertical,
            back_color=style.bgcolor or Color.default(),
            bar_color=style.color or Color.default(),
        )
        kinds = {segment: Strip([segment], bar.thickness) for segment in set(drawn.segments)}
        _, background = self.background_colors
        for filter_ in self.get_line_filters():
            kinds = {of: line.apply_filter(filter_, background) for of, line in kinds.items()}
        return [kinds[segment] for segment in drawn.segments[crop.y : crop.bottom]]
