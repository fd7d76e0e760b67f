"""Asking until the desk takes the answer: nothing that was typed is lost to a refusal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from tracker.domain.errors import BadInputError, TrackerError
from tracker.tui.dialogs.dialog import Dialog
from tracker.tui.screens.base import TrackerScreen, sentence_of

Answer = TypeVar("Answer")


async def insist(
    screen: TrackerScreen,
    dialog: Callable[[Answer | None], Dialog[Answer]],
    deed: Callable[[Answer], Awaitable[object]],
) -> bool:
    """Ask, and do what was asked for; say whether it was done.

    ``dialog`` makes the dialog, from the answer before if there was one: a refusal opens it again
    as it was left, with the sentence of the refusal.
    """
    answer: Answer | None = None
    problem = ""
    while True:
        given = await screen.answer_to(dialog(answer), problem)
        if given is None:
            return False
        try:
            await deed(given)
        except TrackerError as error:
            answer, problem = given, sentence_of(error)
        else:
            return True


def something(text: str) -> None:
    """Refuse a text in which nothing is said.

    Raises:
        BadInputError: there are no words in it.
    """
    if not text.strip():
        raise BadInputError("Write something, or leave with esc.")
