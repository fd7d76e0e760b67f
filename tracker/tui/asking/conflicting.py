"""Two editors changed the same words: both versions, and which of them stands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import Enum

from tracker.domain.abridged import abridged
from tracker.domain.dossier import Dossier
from tracker.domain.errors import ChangedMeanwhileError
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.screens.base import TrackerScreen, ask


class Stands(Enum):
    """What becomes of two versions."""

    MINE = "mine"
    THEIRS = "theirs"
    NEITHER = "neither"


def one_that_stands(
    screen: TrackerScreen,
    dossier: Dossier,
    told: Callable[[Dossier], str],
    save: Callable[[str], Awaitable[object]],
) -> Callable[[str], Awaitable[None]]:
    """Save another version of what is ``told`` of a claim, asking where somebody changed the same.

    Raises:
        TrackerError: it cannot be saved, or neither version shall stand yet.
    """
    now = told(dossier)

    async def deed(text: str) -> None:
        nonlocal now
        while text != now:
            try:
                await save(text)
            except ChangedMeanwhileError as error:
                theirs = told(await ask(screen.desk.browsing.dossier, dossier.claim.id))
                if theirs == text:
                    return
                if theirs == now:  # what they changed is something else
                    raise
                match await _which_stands(screen, error, text, theirs):
                    case Stands.NEITHER:
                        raise
                    case Stands.THEIRS:
                        return
                now = theirs
            else:
                return

    return deed


async def _which_stands(
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
