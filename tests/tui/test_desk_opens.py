from __future__ import annotations

import threading

import pytest
from seat import Seat
from textual.color import Color
from textual.css.stylesheet import Stylesheet

from tracker.config import Settings
from tracker.tui.app import TrackerApp
from tracker.tui.screens import catalogue
from tracker.tui.screens.desk import DeskScreen
from tracker.tui.screens.reports import ReportsScreen
from tracker.tui.theme import LIGHT
from tracker.tui.widgets.table_messages import Opened
from tracker.tui.widgets.windowed import WindowedTable


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36), (200, 60)])
async def test_the_desk_opens_on_an_empty_ledger(sit_down, ledger, size):
    async with sit_down(ledger, size=size) as seat:
        assert "No claims yet." in seat.seen
        assert seat.cursor == ""


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36), (200, 60)])
async def test_the_desk_opens_on_the_sample(sit_down, sample, size):
    async with sit_down(sample, size=size) as seat:
        assert seat.cursor == "C20"
        assert "Russian artillery hit a civil" in seat.seen


async def test_opening_screens_reads_no_style_sheet_anew(sit_down, ferry, monkeypatch):
    read = []
    monkeypatch.setattr(Stylesheet, "reparse", read.append)
    async with sit_down(ferry) as seat:
        await seat.press("3", "4", "1")
    assert not read


@pytest.mark.parametrize("screen", ["1", "3", "4"])  # one known before, two new ones
async def test_every_screen_wears_the_theme_that_is_chosen(sit_down, ferry, screen):
    async with sit_down(ferry) as seat:
        await seat.press("4")
        seat.app.action_change_tone()
        await seat.press(screen)
        assert seat.app.screen.styles.background == Color.parse(str(LIGHT.background))


async def test_every_key_says_no_on_an_empty_ledger(sit_down, ledger):
    async with sit_down(ledger) as seat:
        for key in "cbdmrvwaxXsoiWetnTlEyu":
            await seat.press(key)
            assert seat.told.endswith("."), key
            assert seat.app.screen is seat.app.screen_stack[0], key


@pytest.mark.sqlite
async def test_the_first_rows_are_seen_while_the_ledger_is_being_opened(open_desk, sample):
    opening = threading.Event()

    def slowly():
        assert opening.wait(20)
        return open_desk(sample)

    app = TrackerApp(Settings(str(sample), "Ada"))
    app._open_desk = slowly
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        while not any(table.row for table in app.screen.query(WindowedTable)):
            await pilot.pause()
        await pilot.press("j", "i")
        assert app.desk is None
        assert str(app.screen.query_one(WindowedTable).row.ref) == "C21"
        opening.set()
        seat = Seat(app, pilot)
        await seat.settled()
        assert seat.cursor == "C21"
        assert "C21  ○ unverified" in seat.seen
        assert seat.claim(21).assignee == "Ada"


@pytest.mark.parametrize("screen", ["desk", "articles", "contradictions", "sources", "reports"])
async def test_news_of_a_screen_that_is_not_built_yet_wait_for_it(sit_down, ferry, screen):
    async with sit_down(ferry) as seat:
        new = getattr(catalogue, screen)()
        mounting = seat.app.push_screen(new)
        new.news()
        await mounting
        await seat.settled()
        assert seat.app.screen is new
        assert seat.seen.strip()


async def test_a_key_struck_while_a_screen_is_being_built_goes_the_long_way(sit_down, ferry):
    async with sit_down(ferry) as seat:
        mounting = seat.app.push_screen(ReportsScreen())
        assert not await seat.app._done_at_once("right")
        await mounting
        assert await seat.app._done_at_once("right")
        await seat.settled()


async def test_a_key_struck_with_the_one_that_shows_a_screen_acts_on_what_it_shows(sit_down, ferry):
    async with sit_down(ferry) as seat:
        for key in ("4", "m"):
            seat.strike(key)
        await seat.settled()
        assert "Which source is" in seat.seen


async def test_a_key_struck_on_a_screen_that_is_left_before_it_shows_anything_does_nothing(
    sit_down, ferry, monkeypatch
):
    async with sit_down(ferry) as seat:
        left, read = threading.Event(), seat.desk.browsing.sources
        monkeypatch.setattr(
            seat.desk.browsing, "sources", lambda *of, **how: left.wait(20) and read(*of, **how)
        )
        for key, mode in (("4", "sources"), ("m", "sources"), ("1", "desk")):
            seat.strike(key)
            while seat.app.current_mode != mode:
                await seat.pilot.pause()
        left.set()
        await seat.settled()
        await seat.press("4")
        assert "Which source" not in seat.seen


@pytest.mark.parametrize("first", ["1", "22"])
async def test_what_is_opened_from_a_screen_that_was_left_does_not_come(sit_down, ferry, first):
    async with sit_down(ferry) as seat:
        await seat.press(*first)
        here = seat.app.screen
        seat.strike("5")
        while seat.app.current_mode != "reports":
            await seat.pilot.pause()
        table = here.query_one(WindowedTable)
        here.post_message(Opened(table, table.row))
        await seat.settled()
        assert isinstance(seat.app.screen, ReportsScreen)
        assert len(seat.app.screen_stack) == 1


async def test_a_question_of_a_screen_that_was_left_is_not_asked(sit_down, ferry, monkeypatch):
    async with sit_down(ferry) as seat:
        await seat.press("4")
        left, read = threading.Event(), seat.desk.browsing.source
        monkeypatch.setattr(
            seat.desk.browsing, "source", lambda number: left.wait(20) and read(number)
        )
        for key, mode in (("m", "sources"), ("1", "desk")):
            seat.strike(key)
            while seat.app.current_mode != mode:
                await seat.pilot.pause()
        left.set()
        await seat.settled()
        assert isinstance(seat.app.screen, DeskScreen)
        await seat.press("4", "m")
        assert "Which source is" in seat.seen


@pytest.mark.parametrize("key", ["2", "3", "4", "5", "?", "ctrl+p", "f", "/"])
@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_every_screen_opens_on_an_empty_ledger(sit_down, ledger, key, size):
    async with sit_down(ledger, size=size) as seat:
        await seat.press(key)
        assert seat.seen.strip()
        await seat.press("escape", "1")
        assert "No claims yet." in seat.seen
