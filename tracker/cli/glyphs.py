"""Statuses and stands as an editor reads them: always a glyph and a word, with colour on top."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.cli.styles import Style, Styled
from tracker.domain.side_by_side import FacetRow, Stand
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


def row_piece(row: FacetRow) -> str:
    """How two claims stand on a facet, as glyph and word: of the relation that says so, if any."""
    word = row.relation.kind if row.relation else row.stand
    return Styled(f"{row.glyph} {word}", stand_style(row.stand))


def stand_style(stand: Stand) -> Style:
    """The look of what stands so: only a contradiction stands out."""
    return Style.MAGENTA if stand is Stand.CONTRADICT else Style.QUIET


def counts_piece(statuses: Mapping[Status, int]) -> str:
    """How many claims there are of each status: "12 unverified, 1 refuted"."""
    return ", ".join(f"{statuses[one]} {one}" for one in Status if statuses.get(one))
