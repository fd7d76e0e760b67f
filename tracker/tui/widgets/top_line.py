"""The line on top of a screen: where one is, and on the right who is at the desk."""

from __future__ import annotations

from textual.content import Content

from tracker.domain.visible import visible
from tracker.tui.widgets.one_line import OneLine

_BETWEEN = 2
"""Cells between where one is and who one is."""
_MOST_WHO = 0.4
"""The share of the line that a long name may take."""


class TopLine(OneLine):
    """Says as much as there is room for: the longest of several wordings that fits.

    One widget that draws both ends: two would lay out the screen with each word that changes.
    """

    DEFAULT_CSS = """
    TopLine {
        background: $panel;
    }
    """

    def __init__(self, first: str = "") -> None:
        super().__init__()
        self._wordings: tuple[Content, ...] = (Content(first),)
        self._who = Content("")

    def show(self, *wordings: Content) -> None:
        """Say where one is, in the first of these wordings that fits; the last may be cut."""
        self._wordings = wordings
        self.refresh()

    def sign(self, editor: str, *, read_only: bool) -> None:
        """Say who is at the desk, and if nothing can be written."""
        warning = (" read-only ", "bold reverse $text-warning") if read_only else ""
        self._who = Content.assemble(warning, (f" {visible(editor)}", "$text-muted"))
        self.refresh()

    def render(self) -> Content:
        """Both ends of the line."""
        width = self.content_size.width
        who = self._who.truncate(int(width * _MOST_WHO), ellipsis=True)
        room = max(0, width - who.cell_length - (_BETWEEN if who else 0))
        fitting = (one for one in self._wordings if one.cell_length <= room)
        here = next(fitting, self._wordings[-1]).truncate(room, ellipsis=True)
        return Content("").join([here.pad_right(width - here.cell_length - who.cell_length), who])
