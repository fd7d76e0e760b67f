"""Every action has a key, a name and a line of help, and can be done by its name."""

from __future__ import annotations

import pytest
from textual.binding import Binding
from textual.command import CommandPalette

from tracker.tui.app import TrackerApp
from tracker.tui.dialogs.form import Form, Picker
from tracker.tui.screens.article import ArticleScreen
from tracker.tui.screens.articles import ArticlesScreen
from tracker.tui.screens.claim import ClaimScreen
from tracker.tui.screens.contradictions import ContradictionsScreen
from tracker.tui.screens.desk import DeskScreen
from tracker.tui.screens.keys import KeysScreen
from tracker.tui.screens.sources import SourcesScreen
from tracker.tui.widgets.galley import Galley
from tracker.tui.widgets.windowed import WindowedTable

BOUND = [
    TrackerApp, DeskScreen, ArticleScreen, ArticlesScreen, ClaimScreen, ContradictionsScreen,
    SourcesScreen, KeysScreen, WindowedTable, Galley, Form, Picker,
]  # fmt: skip
TABLE = (
    "j", "k", "g", "G", "enter", "escape", "space", "a", "x", "c", "b", "d", "m", "r", "v", "w",
    "u", "E", "/", "f", "?", "q", "e", "t", "n", "l", "s", "o", "y", "p", "i", "ctrl+p",
)  # fmt: skip
"""The keys that interface.md promises on the desk."""


@pytest.mark.parametrize("owner", BOUND, ids=lambda owner: owner.__name__)
def test_every_binding_has_an_id_a_label_and_a_tooltip(owner):
    for binding in owner.BINDINGS:
        assert isinstance(binding, Binding)
        assert binding.id, binding.key
        assert binding.description, binding.key
        assert binding.tooltip, binding.key


def test_no_two_bindings_have_one_id():
    seen = {}
    for owner in BOUND:
        for binding in owner.BINDINGS:
            assert seen.setdefault(binding.id, binding) == binding


async def test_the_desk_binds_every_key_that_is_promised(sit_down, ferry):
    names = {"/": "slash", "?": "question_mark"}
    async with sit_down(ferry) as seat:
        bound = seat.app.screen.active_bindings
        missing = [key for key in TABLE if names.get(key, key) not in bound]
        assert missing == []


async def test_the_question_mark_shows_the_keys_and_closes_them(sit_down, ferry):
    async with sit_down(ferry, size=(120, 40)) as seat:
        await seat.press("?")
        for line in ("c          Mark confirmed", "J shift+↓  Scroll the claim down"):
            assert line in seat.seen
        await seat.press("?")
        assert seat.app.screen is seat.app.screen_stack[0]


async def test_the_keys_of_a_small_terminal_are_read_by_scrolling(sit_down, ferry):
    async with sit_down(ferry, size=(40, 10)) as seat:
        await seat.press("?", "pagedown", "j")
        assert "Go to the next row" not in seat.seen
        await seat.press("pageup", "pageup")
        assert "Go to the next row" in seat.seen


@pytest.mark.parametrize("there", ["", "2", "2 2", "3", "enter"])
async def test_the_palette_offers_every_action_once(sit_down, ferry, there):
    async with sit_down(ferry) as seat:
        await seat.press(*there.split())
        screen = seat.app.screen
        names = [one.title for one in seat.app.get_system_commands(screen)]
        assert len(set(names)) == len(names)
        said = {one.help for one in seat.app.get_system_commands(screen)}
        tips = {tip for _, binding, _, tip in screen.active_bindings.values() if binding.tooltip}
        assert tips <= said


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Last", lambda seat: seat.cursor == "C6"),  # an action of the table
        ("Take", lambda seat: seat.claim(1).assignee == "Ada"),  # of the screen
        ("Contradictions", lambda seat: "1 of 1" in seat.seen),  # of the app
        ("Next stage", lambda seat: seat.claim(1).assignee == "Ada"),
    ],
)
async def test_the_palette_does_an_action_by_its_name(sit_down, ferry, name, what):
    async with sit_down(ferry) as seat:
        await seat.press("ctrl+p")
        assert isinstance(seat.app.screen, CommandPalette)
        await seat.write(name)
        await seat.press("enter")
        assert what(seat), seat.seen


async def test_a_key_in_the_line_of_keys_can_be_clicked(sit_down, ferry):
    async with sit_down(ferry) as seat:
        line = seat.seen.split("\n")[-1]
        await seat.pilot.click("KeyLine", offset=(line.index("/ Search"), 0))
        await seat.settled()
        assert "Words in statement" in seat.seen


async def test_a_group_in_the_line_of_keys_has_a_place_for_each_key(sit_down, judged):
    async with sit_down(judged) as seat:
        line = seat.seen.split("\n")[-1]
        await seat.pilot.click("KeyLine", offset=(line.index("cbdmrvw") + 6, 0))
        await seat.settled()
        assert seat.claim(1).judged_by == "Ada"


async def test_the_line_of_keys_keeps_help_and_the_way_out_on_any_width(sit_down, ferry):
    for width in (40, 80, 120):
        async with sit_down(ferry, size=(width, 24)) as seat:
            line = seat.seen.split("\n")[-1]
            assert "? Keys" in line
            assert "q Quit" in line
