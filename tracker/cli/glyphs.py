"""Statuses as an editor reads them: always a glyph and a word, with colour on top."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.cli.styles import Style, Styled
from tracker.domain.status import STATUS_GLYPHS, Status

STATUS_STYLES = {
    Status.UNVERIFIED: Style.YELLOW,
    Status.CORROBORATED: Style.CYAN,
    Status.CONFIRMED: Style.GREEN,
    Status.DISPUTED: Style.MAGENTA,
    Status.MISLEADING: Style.RED,
    Status.REFUTED: Style.RED,
    Status.UNVERIFIABLE: Style.QUIET,
}


def status_piece(status: Status) -> str:
    """A status as glyph and word."""
    return Styled(f"{STATUS_GLYPHS[status]} {status}", STATUS_STYLES[status])


def counts_piece(statuses: Mapping[Status, int]) -> str:
    """How many claims there are of each status: "12 unverified, 1 refuted"."""
    return ", ".join(f"{statuses[one]} {one}" for one in Status if statuses.get(one))
