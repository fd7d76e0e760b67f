"""What a table has drawn already: its lines, and the inks that their pieces are drawn in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic

from rich.style import Style
from textual.strip import Strip

from tracker.tui.widgets.columns import Row
from tracker.tui.widgets.drawing import Sheet, strip
from tracker.tui.widgets.pieces import Piece

_KEPT = 512
"""Lines that are kept: some screenfuls."""
_HEADINGS = (-1, 0)
"""Where the headings are kept."""

Place = tuple[int, int]
"""The position of a row, and which of its lines it is."""


class Drawn(Generic[Row]):
    """Keeps each line for as long as it shows the same, and each ink; there are few of those.

    Most of what a key or a scroll brings to the screen has been there before. ``mix`` makes the ink
    of a style on a ground.
    """

    def __init__(self, sheet: Sheet[Row], mix: Callable[[str, str], Style]) -> None:
        self._sheet = sheet
        self._mix = mix
        self._lines: dict[Place, tuple[Any, Strip]] = {}
        self._inks: dict[tuple[str, str], Style] = {}

    def headings(self, width: int) -> Strip:
        """The line of headings."""
        draw = self._sheet.headings
        return self._line(_HEADINGS, width, lambda: self.strip(draw(), width, "header"))

    def row(self, place: Place, row: Row | None, width: int, *, here: bool, chosen: bool) -> Strip:
        """A line of a row: of the cursor's, of a selected one, or of another."""

        def draw() -> Strip:
            pieces = self._sheet.line(row, place[1], here=here, selected=chosen)
            return self.strip(pieces, width, "cursor" if here else "selected" if chosen else "")

        return self._line(place, (row, here, chosen, width), draw)

    def strip(self, pieces: Iterable[Piece], width: int, ground: str = "") -> Strip:
        """Pieces on a ground, each in its ink."""
        return strip(pieces, width, lambda style: self._ink(ground, style))

    def forget(self) -> None:
        """Draw all anew: in other colours, or at another width."""
        self._lines.clear()
        self._inks.clear()

    def _line(self, place: Place, looks: object, draw: Callable[[], Strip]) -> Strip:
        kept = self._lines.get(place)
        if kept is not None and kept[0] == looks:
            return kept[1]
        if len(self._lines) >= _KEPT:
            self._lines.clear()
        drawn = draw()
        self._lines[place] = looks, drawn
        return drawn

    def _ink(self, ground: str, style: str) -> Style:
        ink = self._inks.get((ground, style))
        if ink is None:
            ink = self._inks[ground, style] = self._mix(ground, style)
        return ink
