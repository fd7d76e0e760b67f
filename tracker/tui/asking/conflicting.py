"""Two editors changed the same words: both versions, and which of them stands."""

from __future__ import annotations

from enum import Enum

from tracker.domain.abridged import abridged
from tracker.domain.errors import ChangedMeanwhileError
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.screens.base import TrackerScreen


class Stands(Enum):
    """What becomes of two versions."""

    MINE = "mine"
    THEIRS = "theirs"
    NEITHER = "neither"


async def which_stands(
    screen: TrackerScreen, error: ChangedMeanwhileError, mine: str, theirs: str
) -> Stands:
    """Show both versions and ask; an editor who leaves goes back to what was typed."""
    choices = [
        Choice(Stands.MINE, "Save mine over it", "m"),
        Choice(Stands.THEIRS, "Keep theirs, drop mine", "t"),
        Choice(Stands.NEITHER, "Go on writing", "w"),
    ]
    title = error.happened.partition(" (")[0]
    body = (
        f"Theirs, saved:\n{abridged(theirs) or '–'}\n\nYours, not saved:\n{abridged(mine) or '–'}"
    )
    answer = await screen.answer_to(Choose(title, body, choices, first=2))
    return answer or Stands.NEITHER
