"""A report as the desk previews it: the page that a reader sees, or the text for programs."""

from __future__ import annotations

from textual.content import Content

from tracker.domain.side_by_side import Stand
from tracker.domain.status import Status
from tracker.report.laid import QUIET, STRONG, Piece
from tracker.report.page import Page
from tracker.report.to_lines import to_lines
from tracker.tui.theme import AGREEMENT, CONTRADICTION, MUTED, status_style
from tracker.tui.words.page import words, wrapped

_STYLES = {
    **{status.value: status_style(status) for status in Status},
    Stand.AGREE: AGREEMENT,
    Stand.CONTRADICT: CONTRADICTION,
    STRONG: "bold",
    QUIET: MUTED,
}


def page_lines(page: Page, width: int) -> list[Content]:
    """Lay a page out."""
    return [Content("").join(map(_styled, line)).rstrip() for line in to_lines(page, width)]


def text_lines(text: str, width: int) -> list[Content]:
    """Show a text as it will stand in the file, its lines broken where the room ends."""
    return [
        part
        for line in text.replace("\r\n", "\n").split("\n")
        for part in wrapped([words(line)], max(20, width))
    ]


def _styled(piece: Piece) -> Content:
    return words(piece.text, _STYLES.get(piece.look, ""))
