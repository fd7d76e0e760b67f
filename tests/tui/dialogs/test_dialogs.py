from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.app import App
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, TextArea

from tracker.domain.errors import RefusedError
from tracker.tui.dialogs import dialog as dialog_module
from tracker.tui.dialogs.ask_text import AskText
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.dialogs.dialog import Dialog
from tracker.tui.dialogs.pick import Pick
from tracker.tui.theme import DARK

NASTY = "[/foo] [b] \x1b]0;x\x07"
SHOWN = "[/foo] [b] ␛]0;x␇"
UNANSWERED = object()


class Asking(App[None]):
    """An app that asks one thing and keeps the answer."""

    CSS_PATH = Path(dialog_module.__file__).parent.with_name("styles") / "base.tcss"

    def __init__(self, dialog: Dialog[Any]) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.dialog = dialog
        self.answer: object = UNANSWERED

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.keep)

    def keep(self, answer: object) -> None:
        self.answer = answer

    def seen(self) -> str:
        return "\n".join(strip.text for strip in self.screen._compositor.render_strips())


def not_blank(text: str) -> None:
    if not text.strip():
        raise RefusedError("Refuting needs a reason. [/foo]")


async def typed(pilot: Pilot[None], text: str) -> None:
    await pilot.press(*("space" if letter == " " else letter for letter in text))


def dismissal() -> Choose[str]:
    return Choose(
        "Dismiss C12",
        "Why?",
        [Choice("opinion", "An opinion", "o"), Choice("twice", "Twice"), Choice("x", "Else")],
    )


async def test_enter_gives_a_line():
    app = Asking(AskText("Why?"))
    async with app.run_test() as pilot:
        await typed(pilot, "two saw it")
        await pilot.press("enter")
    assert app.answer == "two saw it"


async def test_ctrl_s_gives_many_lines():
    app = Asking(AskText("Why?", many_lines=True))
    async with app.run_test() as pilot:
        await pilot.press("a", "enter", "b", "ctrl+s")
    assert app.answer == "a\nb"


@pytest.mark.parametrize("many_lines", [False, True])
async def test_what_is_there_already_can_be_added_to(many_lines: bool):
    app = Asking(AskText("Why?", text="at least", many_lines=many_lines))
    async with app.run_test() as pilot:
        await typed(pilot, " two")
        await pilot.press("ctrl+s")
    assert app.answer == "at least two"


@pytest.mark.parametrize("many_lines", [False, True])
async def test_a_text_left_as_it_was_comes_back_letter_for_letter(many_lines: bool):
    app = Asking(AskText("Why?", text=NASTY, many_lines=many_lines))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+s")
    assert app.answer == NASTY


async def test_a_refusal_is_said_and_what_was_written_stays():
    app = Asking(AskText("Why?", check=not_blank))
    async with app.run_test() as pilot:
        await pilot.press("space", "enter")
        await pilot.pause()
        assert "Refuting needs a reason. [/foo]" in app.seen()
        assert app.dialog.query_one(Input).value == " "
        await pilot.press("a")
        await pilot.pause()
        assert "Refuting" not in app.seen()
        await pilot.press("enter")
    assert app.answer == " a"


async def test_esc_leaves_an_untouched_text():
    app = Asking(AskText("Why?", text="as it was"))
    async with app.run_test() as pilot:
        await pilot.press("escape")
    assert app.answer is None


@pytest.mark.parametrize("many_lines", [False, True])
async def test_esc_does_not_drop_what_was_written_at_once(many_lines: bool):
    app = Asking(AskText("Why?", many_lines=many_lines))
    async with app.run_test() as pilot:
        await pilot.press("a", "escape")
        await pilot.pause()
        assert app.answer is UNANSWERED
        assert "Press esc again" in app.seen()
        await pilot.press("escape")
    assert app.answer is None


async def test_writing_on_after_esc_takes_the_warning_back():
    app = Asking(AskText("Why?", many_lines=True))
    async with app.run_test() as pilot:
        await pilot.press("a", "escape", "b")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert app.answer is UNANSWERED
        assert app.dialog.query_one(TextArea).text == "ab"


async def test_a_choice_is_picked_by_its_key():
    app = Asking(dismissal())
    async with app.run_test() as pilot:
        await pilot.press("o")
    assert app.answer == "opinion"


async def test_a_choice_without_a_key_is_picked_by_its_number():
    app = Asking(dismissal())
    async with app.run_test() as pilot:
        await pilot.press("3")
    assert app.answer == "x"


@pytest.mark.parametrize("keys", [("down", "enter"), ("j", "enter"), ("j", "j", "k", "ctrl+s")])
async def test_a_choice_is_picked_with_the_arrows(keys: tuple[str, ...]):
    app = Asking(dismissal())
    async with app.run_test() as pilot:
        await pilot.press(*keys)
    assert app.answer == "twice"


async def test_a_choice_is_picked_with_the_mouse():
    app = Asking(dismissal())
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.click(OptionList, offset=(5, 1))
    assert app.answer == "twice"


async def test_choosing_can_begin_elsewhere():
    app = Asking(Choose("Which?", "", [Choice(1, "one"), Choice(2, "two")], first=1))
    async with app.run_test() as pilot:
        await pilot.press("enter")
    assert app.answer == 2


@pytest.mark.parametrize("key", ["enter", "y", "ctrl+s"])
async def test_yes_goes_ahead(key: str):
    app = Asking(Confirm("Undo the import?"))
    async with app.run_test() as pilot:
        await pilot.press(key)
    assert app.answer is True


@pytest.mark.parametrize("key", ["escape", "n"])
async def test_no_leaves_it(key: str):
    app = Asking(Confirm("Undo the import?"))
    async with app.run_test() as pilot:
        await pilot.press(key)
    assert app.answer is None


@pytest.mark.parametrize(("hint", "answer"), [("Undo it", True), ("Cancel", None)])
async def test_a_hint_can_be_clicked(hint: str, answer: bool | None):
    app = Asking(Confirm("Undo the import?", accept="Undo it"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = app.seen().split("\n")
        y = next(y for y, line in enumerate(lines) if hint in line)
        await pilot.click(offset=(lines[y].index(hint), y))
    assert app.answer is answer


def every_dialog() -> list[Dialog[Any]]:
    return [
        AskText(NASTY, NASTY, NASTY),
        AskText(NASTY, NASTY, NASTY, many_lines=True),
        Choose(NASTY, NASTY, [Choice(1, NASTY, remark=NASTY), Choice(2, "two")]),
        Confirm(NASTY, NASTY, accept=NASTY),
    ]


@pytest.mark.parametrize("which", range(4))
async def test_hostile_text_is_literal(which: int):
    dialog = every_dialog()[which]
    app = Asking(dialog)
    async with app.run_test() as pilot:
        await pilot.pause()
        dialog.say(NASTY)
        await pilot.pause()
        seen = app.seen()
    assert seen.count(SHOWN) >= 3
    assert "\x1b" not in seen
    assert "\x07" not in seen


@pytest.mark.parametrize("which", range(4))
@pytest.mark.parametrize("size", [(1, 1), (5, 3), (40, 10), (80, 24), (200, 60)])
async def test_a_dialog_opens_on_any_terminal(which: int, size: tuple[int, int]):
    app = Asking(every_dialog()[which])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert len(app.seen().split("\n")) == size[1]


@pytest.mark.parametrize("which", range(4))
async def test_a_small_terminal_shows_title_question_and_both_ways_out(which: int):
    app = Asking(every_dialog()[which])
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        seen = app.seen()
    assert seen.count(SHOWN) >= 2
    assert "esc Cancel" in seen


@pytest.mark.parametrize("dialog", [AskText, Choose, Confirm])
def test_every_key_of_a_dialog_has_an_id_a_label_and_a_tooltip(dialog: type[Dialog[Any]]):
    bindings = [binding for _, binding in dialog._merge_bindings()]
    assert all(
        binding.id and binding.description and binding.tooltip
        for binding in bindings
        if binding.key in {"ctrl+s", "enter", "escape", "j", "k", "y", "n"}
    )


@pytest.mark.parametrize(
    ("keys", "last"),
    [(("E",), "d  due"), (("l",), "esc Cancel"), (("f",), "esc Cancel"), (("X",), "esc Cancel")],
    ids=str,
)
async def test_a_dialog_with_a_list_is_seen_whole_on_a_small_terminal(sit_down, ferry, keys, last):
    async with sit_down(ferry) as seat:
        await seat.press(*keys)
        assert last in seat.seen
        assert "esc Cancel" in seat.seen
        assert seat.app.screen.query_one(".dialog--box").max_scroll_y == 0


async def test_what_stands_beside_short_choices_stands_in_a_column(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("E")
        lines = seat.seen.split("\n")
        places = {
            next(line for line in lines if f" {name} " in line).index(beside)
            for name, beside in (("voice", "indirect"), ("checkable", "yes"), ("event", "E1"))
        }
        assert len(places) == 1


@pytest.mark.parametrize(("keys", "number"), [((), 1), (("b",), 2)])
async def test_who_accepts_before_a_thing_is_found_gets_what_was_asked_for(keys, number):
    found = Event()

    def find(words):
        assert found.wait(20)
        return [(2, Content("a barge"))] if words else [(1, Content("a ferry"))]

    app = Asking(Pick("Which?", "", find))
    async with app.run_test() as pilot:
        if keys:
            found.set()
            await app.workers.wait_for_complete()
            found.clear()
        await pilot.press(*keys, "enter")
        assert app.answer is UNANSWERED
        found.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.answer == number
