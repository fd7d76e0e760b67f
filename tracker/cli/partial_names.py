"""What an editor is told of words just written that name a protected source in part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.told_in_part import told_in_part

if TYPE_CHECKING:
    from tracker.desk.desk import Desk


def partial_names(desk: Desk, what: str, *words: str) -> list[str]:
    """Say that what was written ("the note") holds a part of a protected name, if it does."""
    text = "\n".join(filter(None, words))
    return [*told_in_part(what, desk.browsing.named_in_part(text))] if text else []
