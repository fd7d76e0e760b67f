"""How many claims there are of each status, and which of them are shown, in one line."""

from __future__ import annotations

from textual.content import Content

from tracker.domain.listing import Filter, Tally
from tracker.domain.status import STATUS_GLYPHS, Status
from tracker.tui.theme import status_style, status_words
from tracker.tui.words.page import words


def tally_lines(
    tally: Tally, where: Filter, *, shown: int, selected: int, newest: bool = False
) -> tuple[Content, Content]:
    """The line in full, and for narrow terminals: what is shown first, glyphs for statuses."""
    first = Content.assemble(("Desk  ", "bold"))
    if selected:
        first += Content.styled(f"{selected:,} selected  ", "bold $accent")
    if where.words:
        first += words(
            f"{shown:,} shown{', newest first' if newest else ''}: {where.words}  ", "$accent"
        )
    counts = dict.fromkeys(Status, 0)
    for kin, claims in tally.items():
        counts[kin.status] += claims
    there = {status: n for status, n in counts.items() if n}
    full = [
        Content.styled(f"{status_words(status)} {n:,}  ", status_style(status))
        for status, n in there.items()
    ]
    short = [
        Content.styled(f"{STATUS_GLYPHS[status]} {n:,}  ", status_style(status))
        for status, n in there.items()
    ]
    return Content("").join([first, *full]), Content("").join([first, *short])
