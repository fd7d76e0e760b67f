"""Where the desk stands with a claim, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tracker.tui.theme import status_style, status_words
from tracker.tui.words.page import MUTED, words
from tracker.tui.words.times import local_time

if TYPE_CHECKING:
    from tracker.domain.claim import Claim


def standing_line(claim: Claim) -> Content:
    """Status, stage, who has it, until when, and what else is to be known at a glance."""
    signs = [
        Content.styled(f"{claim.ref}  ", MUTED),
        Content.styled(status_words(claim.status), f"bold {status_style(claim.status)}"),
        Content.styled(f" · {claim.stage.words}", MUTED),
    ]
    if claim.stale:
        signs.append(Content.styled(" · stale", "$text-warning"))
    if claim.due:
        signs.append(Content.styled(f" · due {local_time(claim.due)}", "$text-warning"))
    if claim.assignee:
        signs.append(words(f" · {claim.assignee}", MUTED))
    if not claim.checkable:
        signs.append(Content.styled(" · not checkable", MUTED))
    return Content("").join(signs)
