"""What a table has drawn already: its lines, and the inks that their pieces are drawn in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rich.style import Style
from textual.strip import Strip

_KEPT = 512
"""Lines that are kept: some screenfuls."""

Place = tuple[int, int]
"""The position of a row, and which of its lines it is."""


class Drawn:
    """Keeps each line for as long as it shows the same, and each ink; there are few of those.

    Most of what a key or a scroll brings to the screen has been there before.
    """

    def __init__(self) -> None:
        self._lines: dict[Place, tuple[Any, Strip]] = {}
        self._inks: dict[tuple[str, str], Style] = {}

    def line(self, place: Place, looks: object, draw: Callable[[], Strip]) -> Strip:
        """Give the line of a place, drawn anew where it looked otherwise before."""
        kept = self._lines.get(place)
        if kept is not None and kept[0] == looks:
            return kept[1]
        if len(self._lines) >= _KEPT:
            self._lines.clear()
        drawn = draw()
        self._lines[place] = looks, drawn
        return drawn

    def ink(self, ground: str, style: str, mix: Callable[[str, str], Style]) -> Style:
        """Give the ink of a style on a ground, mixed where it has not been used before."""
        ink = self._inks.get((ground, style))
        if ink is None:
            ink = self._inks[ground, style] = mix(ground, style)
        return ink

    def forget(self) -> None:
        """Draw all anew: in other colours, or at another width."""
        self._lines.clear()
        self._inks.clear()
