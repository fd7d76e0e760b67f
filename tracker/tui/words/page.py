"""A page of text for the screen: headed parts, labels in a margin, everything made harmless."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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


def wrapped(pieces: Sequence[Content], width: int) -> list[Content]:
    """Pieces as one text, in lines of so many cells at most, without blanks at their ends."""
    text = pieces[0] if len(pieces) == 1 else Content("").join(pieces)
    if "\n" in text.plain or text.cell_length > width:
        return [line.rstrip() for line in text.wrap(width)]
    return [text.rstrip() if text.plain.endswith(" ") else text]


class Page:
    """Collects lines that are already as wide as the page, so that nothing wraps twice."""

    def __init__(self, width: int) -> None:
        self.width = max(20, width)
        self._lines: list[Content] = []

    def say(self, *pieces: Content, indent: int = 0) -> None:
        """Add a paragraph, wrapped, its every line indented."""
        for line in wrapped(pieces, self.width - indent):
            self._lines.append(line.pad_left(indent))

    def hang(self, margin: Content, *pieces: Content) -> None:
        """Add a paragraph that hangs beside what stands in its margin."""
        beside = margin.cell_length
        first, *more = wrapped(pieces, max(12, self.width - beside))
        self._lines.append(Content("").join([margin, first]))
        self._lines += [line.pad_left(beside) for line in more]

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
    def lines(self) -> Sequence[Content]:
        """The page, line by line."""
        return self._lines

    def beside(self, other: Page) -> Sequence[Content]:
        """The page and another to the right of it, line by line."""
        return [
            Content("").join([filled(left, self.width + BETWEEN), right.rstrip()])
            for left, right in zip_longest(self._lines, other._lines, fillvalue=Content(""))
        ]


def filled(line: Content, width: int) -> Content:
    """Fill a line with blanks to a width in cells."""
    text = line.rstrip()
    return text.pad_right(max(0, width - text.cell_length))
