"""A claim as a line of the queue."""

from __future__ import annotations

from tracker.domain.listing import ClaimLine
from tracker.domain.status import SETTLED, Stage
from tracker.tui.theme import CONTRADICTION, MUTED, status_style, status_words
from tracker.tui.widgets.columns import Column
from tracker.tui.widgets.pieces import Piece


def _signs(line: ClaimLine) -> list[Piece]:
    proposed = line.proposed is not None or line.stage is Stage.SUGGESTED
    return [
        Piece("≠" if line.contested else " ", CONTRADICTION),
        Piece("?" if proposed else "!" if line.stale else " ", "$text-warning"),
    ]


def _statement(line: ClaimLine) -> Piece:
    settled = line.stage in SETTLED
    return Piece(line.statement, MUTED if settled else "")


def queue_detail(line: ClaimLine) -> list[Piece]:
    """The second line: how it stands, who said it, about what, and where the work is."""
    stage = "" if line.stage is Stage.OPEN else line.stage.words
    parts = [line.source or "the article", stage, line.assignee or ""]
    if line.due:
        parts.append(f"due {line.due.astimezone():%d %b %H:%M}")
    parts.append(line.event or "")
    return [
        Piece(status_words(line.status), status_style(line.status)),
        Piece(f"  {line.ref}  ", MUTED),
        Piece(" · ".join(part for part in parts if part), MUTED),
    ]


QUEUE_COLUMNS = (
    Column[ClaimLine]("", _signs, width=2),
    Column[ClaimLine]("What is claimed, and by whom", _statement),
)
