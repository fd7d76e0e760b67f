"""A dialog that stands ready asks the next question as one that is made for it would."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from tracker.tui.dialogs import dialog as dialog_module
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.theme import DARK, LIGHT


class Asking(App[None]):
    """An app that asks whatever it is told to."""

    CSS_PATH = Path(dialog_module.__file__).parent.with_name("styles") / "base.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name
        self.answers: list[object] = []

    def ask(self, question: Choose[int]) -> Choose[int]:
        asked = question.at_hand(self)
        self.push_screen(asked, self.answers.append)
        return asked

    def seen(self) -> str:
        return "\n".join(
            f"{segment.text!r} {segment.style}"
            for strip in self.screen._compositor.render_strips()
            for segment in strip
        )


def few() -> Choose[int]:
    return Choose("Why?", "", [Choice(1, "An opinion", "o"), Choice(2, "Twice")], first=1)


def many() -> Choose[int]:
    choices = [Choice(number, f"The {number}th of many") for number in range(30)]
    body = "\n".join(f"Line {number}" for number in range(40))
    return Choose("A title that goes on and on " * 6, body, choices, first=25, accept="Dismiss")


def quiet() -> Choose[int]:
    return Choose("Show", "Now: all.", [Choice(7, "everything", "e", "bold", "as ever")])


QUESTIONS = {"few": few, "many": many, "quiet": quiet}


async def _seen_afresh(question: Choose[int], size: tuple[int, int], theme: str) -> str:
    app = Asking()
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await pilot.pause()
        app.ask(question)
        return await _still(app, pilot)


async def _still(app: Asking, pilot: Pilot[None]) -> str:
    """What is seen when it changes no more."""
    seen = ""
    while not seen or seen != app.seen():
        seen = app.seen()
        for _ in range(5):
            await pilot.pause()
    return seen


@pytest.mark.parametrize("size", [(80, 12), (120, 36)])
@pytest.mark.parametrize("then", QUESTIONS)
@pytest.mark.parametrize("first", QUESTIONS)
async def test_the_next_question_looks_as_if_it_were_the_first(first, then, size):
    app = Asking()
    async with app.run_test(size=size) as pilot:
        asked = app.ask(QUESTIONS[first]())
        await pilot.pause()
        asked.say("This will not do.")
        await pilot.press("down", "down", "escape")
        assert app.ask(QUESTIONS[then]()) is asked
        seen = await _still(app, pilot)
    assert seen == await _seen_afresh(QUESTIONS[then](), size, DARK.name)


async def test_it_is_asked_in_the_colours_and_the_size_of_now():
    app = Asking()
    async with app.run_test(size=(120, 36)) as pilot:
        app.ask(few())
        await pilot.press("escape")
        app.theme = LIGHT.name
        await pilot.resize_terminal(80, 12)
        await pilot.pause()
        app.ask(quiet())
        seen = await _still(app, pilot)
    assert seen == await _seen_afresh(quiet(), (80, 12), LIGHT.name)


async def test_the_answer_is_one_of_the_choices_of_now():
    app = Asking()
    async with app.run_test() as pilot:
        app.ask(few())
        await pilot.press("o")
        app.ask(quiet())
        await pilot.press("o", "e")
        app.ask(few())
        await pilot.press("enter")
    assert app.answers == [1, 7, 2]


async def test_a_question_on_top_of_another_leaves_it_alone():
    app = Asking()
    async with app.run_test() as pilot:
        below = app.ask(few())
        await pilot.pause()
        assert app.ask(quiet()) is not below
        await pilot.press("e", "o")
    assert app.answers == [7, 1]
