"""A report as the desk previews it: the page that a reader sees, or the text for programs."""

from __future__ import annotations

from textual.content import Content

from tracker.domain.side_by_side import Stand
from tracker.domain.status import Status
from tracker.report.laid import QUIET, STRONG, Piece
from tracker.report.page import Page
from tracker.report.to_lines import to_lines
from tracker.tui.theme import AGREEMENT, CONTRADICTION, MUTED, status_style
from tracker.tui.words.page import words

_STYLES = {
    **{status.value: status_style(status) for status in Status},
    Stand.AGREE: AGREEMENT,
    Stand.CONTRADICT: CONTRADICTION,
    STRONG: "bold",
    QUIET: MUTED,
}


def page_content(page: Page, width: int) -> Content:
    """Lay a page out."""
    lines = (Content("").join(map(_styled, line)).rstrip() for line in to_lines(page, width))
    return Content("\n").join(lines)


def text_content(text: str, width: int) -> Content:
    """Show a text as it will stand in the file, its lines broken where the room ends."""
    return Content("\n").join(
        part.rstrip()
        for line in text.replace("\r\n", "\n").split("\n")
        for part in (words(line).wrap(max(20, width)) if line else [Content("")])
    )


def _styled(piece: Piece) -> Content:
    return words(piece.text, _STYLES.get(piece.look, ""))
