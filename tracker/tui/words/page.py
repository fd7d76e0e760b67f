"""A page of text for the screen: headed parts, labels in a margin, everything made harmless."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest

from textual.content import Content

from tracker.domain.abridged import abridged
from tracker.domain.visible import visible

LABEL = 11
"""Cells of the margin in which labels stand."""

BETWEEN = 5
"""Cells between two pages side by side."""

MUTED = "$text-muted"


_UNSTEADY = re.compile("\ufe0f|[\U0001f3fb-\U0001f3ff]|\u200d(?!\\w)")
"""What makes an emoji wider on one terminal than on the next, and so breaks a line."""


def words(text: str, style: str = "", *, lines: bool = False) -> Content:
    """Text from the ledger, visible and never markup; what nobody could read to its end is cut."""
    shown = visible(abridged(text), lines=lines)
    return Content.styled(shown if shown.isascii() else _UNSTEADY.sub("", shown), style)


class Page:
    """Collects lines that are already as wide as the page, so that nothing wraps twice."""

    def __init__(self, width: int) -> None:
        self.width = max(20, width)
        self._lines: list[Content] = []

    def say(self, *pieces: Content, indent: int = 0) -> None:
        """Add a paragraph, wrapped, its every line indented."""
        for line in Content("").join(pieces).wrap(self.width - indent):
            self._lines.append(line.rstrip().pad_left(indent))

    def hang(self, margin: Content, *pieces: Content) -> None:
        """Add a paragraph that hangs beside what stands in its margin."""
        beside = margin.cell_length
        for line in Content("").join(pieces).wrap(max(12, self.width - beside)):
            self._lines.append(Content("").join([margin, line.rstrip()]))
            margin = Content(" " * beside)

    def row(self, label: str, *pieces: Content) -> None:
        """Add a paragraph with a label in the margin."""
        self.hang(Content.styled(label.ljust(LABEL), MUTED), *pieces)

    def rows(self, label: str, items: Iterable[Content]) -> None:
        """Add several paragraphs under one label."""
        for item in items:
            self.row(label, item)
            label = ""

    def head(self, title: str, note: str = "") -> None:
        """Begin a part."""
        self.gap()
        pieces: list[Content | tuple[str, str]] = [(title, "bold $accent")]
        if note:
            pieces.append((f"  {note}", MUTED))
        self._lines.append(Content.assemble(*pieces))

    def gap(self) -> None:
        """Leave a line free, but never two."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(Content(""))

    @property
    def content(self) -> Content:
        """The page as one text."""
        return Content("\n").join(self._lines)

    def beside(self, other: Page) -> Content:
        """The page and another to the right of it, as one text."""
        lines = zip_longest(self._lines, other._lines, fillvalue=Content(""))
        return Content("\n").join(
            [
                Content("").join([filled(left, self.width + BETWEEN), right.rstrip()])
                for left, right in lines
            ]
        )


def filled(line: Content, width: int) -> Content:
    """Fill a line with blanks to a width in cells."""
    text = line.rstrip()
    return text.pad_right(max(0, width - text.cell_length))
