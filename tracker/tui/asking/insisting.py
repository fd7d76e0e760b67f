"""Asking until the desk takes the answer: nothing that was typed is lost to a refusal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import TypeVar

from tracker.domain.errors import BadInputError, TrackerError
from tracker.domain.told_in_part import told_in_part
from tracker.tui.dialogs.dialog import Dialog
from tracker.tui.leaving import Save
from tracker.tui.saying import sentence_of
from tracker.tui.screens.base import TrackerScreen, ask

Answer = TypeVar("Answer")


async def insist(
    screen: TrackerScreen,
    dialog: Callable[[Answer | None], Dialog[Answer]],
    deed: Callable[[Answer], Awaitable[object]],
    *,
    keep: bool = True,
) -> bool:
    """Ask, and do what was asked for; say whether it was done.

    ``dialog`` makes the dialog, from the answer before if there was one: a refusal opens it again
    as it was left, with the sentence of the refusal. What is written is kept outside the ledger
    until then, so that a crash does not lose it; without ``keep`` it is not. Of what is kept, the
    editor is told where it names a protected source in part.
    """
    answer: Answer | None = None
    problem = ""
    while True:
        asked = dialog(answer)
        asked.keeps = keep
        if keep and answer is None:
            problem = await _recalled(screen, asked)
        given = await screen.answer_to(asked, problem)
        if given is None:
            break
        screen.saving = Save(asked.about.partition("\n")[0], asked.about if keep else None)
        try:
            await deed(given)
        except TrackerError as error:
            answer, problem = given, sentence_of(error)
        else:
            break
        finally:
            screen.saving = None
    if keep:
        await screen.unsaved.forget(asked.about)
        if text := _text_of(given):
            told = await ask(screen.desk.browsing.named_in_part, text)
            warn_of_names(screen, asked.about, told)
    return given is not None


def warn_of_names(screen: TrackerScreen, about: str, stand_ins: Sequence[str]) -> None:
    """Say that what was written names protected sources in part, after all else that is said."""
    if stand_ins:
        told = " ".join(told_in_part(about.partition("\n")[0], stand_ins))
        screen.call_later(screen.say, told, severity="warning")


def _text_of(given: object) -> str:
    if isinstance(given, dict):
        return "\n".join(map(str, given.values()))
    return given if isinstance(given, str) else ""


async def _recalled(screen: TrackerScreen, asked: Dialog[Answer]) -> str:
    """Put back what was written before a crash, and say so."""
    kept = await screen.unsaved.kept(asked.about)
    now = asked.untouched()
    if kept is None or kept.words == now:
        return ""
    asked.recall(kept.words)
    today = kept.at.date() == datetime.now().astimezone().date()
    when = f"{kept.at:%H:%M}" if today else f"{kept.at:%d %B, %H:%M}"
    said = f"Written at {when} and never saved: it is back. Esc drops it."
    changed = [text for name, text in now.items() if kept.over.get(name) != text]
    return f"{said} Meanwhile it became: {' · '.join(changed)}" if any(changed) else said


def something(text: str) -> None:
    """Refuse a text in which nothing is said.

    Raises:
        BadInputError: there are no words in it.
    """
    if not text.strip():
        raise BadInputError("Write something, or leave with esc.")
