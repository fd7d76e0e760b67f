"""How two claims stand to each other, as an editor reads it."""

from __future__ import annotations

from tracker.cli.styles import Style, Styled
from tracker.domain.side_by_side import FacetRow, Stand


def row_piece(row: FacetRow) -> str:
    """How two claims stand on a facet, as glyph and word: of the relation that says so, if any."""
    word = row.relation.kind if row.relation else row.stand
    return Styled(f"{row.glyph} {word}", stand_style(row.stand))


def stand_style(stand: Stand) -> Style:
    """The look of what stands so: only a contradiction stands out."""
    return Style.MAGENTA if stand is Stand.CONTRADICT else Style.QUIET
