"""A page of text for the screen: headed parts, labels in a margin, everything made harmless."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from tracker.domain.visible import visible

LABEL = 11
"""Cells of the margin in which labels stand."""

MUTED = "$text-muted"


def words(text: str, style: str = "", *, lines: bool = False) -> Content:
    """Text from the ledger, visible and never markup."""
    return Content.styled(visible(text, lines=lines), style) if text else Content("")


class Page:
    """Collects lines that are already as wide as the page, so that nothing wraps twice."""

    def __init__(self, width: int) -> None:
        self.width = max(20, width)
        self._lines: list[Content] = []

    def say(self, *pieces: Content | str, indent: int = 0) -> None:
        """Add a paragraph, wrapped, its every line indented."""
        whole = Content("").join(
            [piece if isinstance(piece, Content) else Content(piece) for piece in pieces]
        )
        for line in whole.wrap(self.width - indent):
            self._lines.append(line.rstrip().pad_left(indent))

    def row(self, label: str, *pieces: Content | str) -> None:
        """Add a paragraph with a label in the margin; the text hangs beside it."""
        whole = Content("").join(
            [piece if isinstance(piece, Content) else Content(piece) for piece in pieces]
        )
        margin = Content.styled(label.ljust(LABEL), MUTED)
        for line in whole.wrap(max(12, self.width - LABEL)):
            self._lines.append(Content.assemble(margin, line.rstrip()))
            margin = Content(" " * LABEL)

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
