"""A report's page on the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.cli.glyphs import STATUS_STYLES
from tracker.cli.styles import Line, Style, Styled
from tracker.domain.side_by_side import Stand
from tracker.report.laid import QUIET, STRONG, Piece
from tracker.report.page import Page
from tracker.report.to_lines import to_lines

_STYLES: dict[str, Style] = {
    **{status.value: style for status, style in STATUS_STYLES.items()},
    Stand.CONTRADICT: Style.MAGENTA,
    Stand.AGREE: Style.GREEN,
    STRONG: Style.STRONG,
    QUIET: Style.QUIET,
}


def page_lines(page: Page, width: int) -> Iterator[Line]:
    """Lay a page out for a terminal of so many cells."""
    return ([_styled(piece) for piece in line] for line in to_lines(page, width))


def _styled(piece: Piece) -> str:
    style = _STYLES.get(piece.look)
    return Styled(piece.text, style) if style else piece.text
