from __future__ import annotations

import threading

import pytest
from seat import Seat
from textual.color import Color
from textual.css.stylesheet import Stylesheet

from tracker.config import Settings
from tracker.tui.app import TrackerApp
from tracker.tui.theme import LIGHT
from tracker.tui.widgets.key_line import Said
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
        await pilot.press("j", "d")
        assert app.desk is None
        assert str(app.screen.query_one(WindowedTable).row.ref) == "C21"
        assert app.said == Said("The ledger is still being opened.", "warning")
        opening.set()
        seat = Seat(app, pilot)
        await seat.settled()
        assert seat.cursor == "C21"
        assert "C21  ○ unverified" in seat.seen


@pytest.mark.parametrize("key", ["2", "3", "4", "5", "?", "ctrl+p", "f", "/"])
@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_every_screen_opens_on_an_empty_ledger(sit_down, ledger, key, size):
    async with sit_down(ledger, size=size) as seat:
        await seat.press(key)
        assert seat.seen.strip()
        await seat.press("escape", "1")
        assert "No claims yet." in seat.seen
