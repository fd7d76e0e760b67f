"""How many claims there are of each status, and which of them are shown, in one line."""

from __future__ import annotations

from textual.content import Content

from tracker.domain.listing import Filter, Order, Tally
from tracker.domain.status import STATUS_GLYPHS, Status
from tracker.tui.theme import status_style, status_words
from tracker.tui.words.page import words


def shown_words(shown: int, where: Filter, order: Order, *, more: bool) -> str:
    """Which claims are shown; nothing where all are.

    ``more`` says that the search finds more claims than the newest that were looked at.
    """
    if not where.words:
        return ""
    count = f"{shown:,} shown"
    if more:
        newest = where.at_a_glance().newest
        count = (
            f"the newest {count}" if shown == newest else f"{count} of the newest {newest:,} found"
        )
    elif order is Order.NEWEST:
        count += ", newest first"
    return f"{count}: {where.words}"


def tally_lines(tally: Tally, shown: str, selected: int) -> tuple[Content, Content]:
    """The line in full, and for narrow terminals: what is shown first, glyphs for statuses."""
    first = Content.assemble(("Desk  ", "bold"))
    if selected:
        first += Content.styled(f"{selected:,} selected  ", "bold $accent")
    if shown:
        first += words(f"{shown}  ", "$accent")
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
