"""A scroll view that draws its own lines."""

from __future__ import annotations

from textual.scroll_view import ScrollView


class Scrolled(ScrollView, can_focus=True, inherit_bindings=False):
    """Whatever was scrolled to before there was a bar, the bar tells it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Scrolled {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Set the bar that has come to where the view is."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y
