"""Pictures of the screens and dialogs at rest; look at ``snapshot_report.html`` when one differs.

They are made with one version of Python, so that a picture changes only when the desk does:
``pytest tests/tui/test_snapshots.py --snapshot-update``.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import pytest
from contests import strike
from seat import Seat
from textual.widgets import Input

from tracker.config import Settings
from tracker.domain.status import Stage
from tracker.tui.app import TrackerApp
from tracker.tui.asking import reporting

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] != (3, 11), reason="the pictures are made with Python 3.11"
)

LOW, WIDE, HUGE = (80, 24), (120, 36), (200, 60)
SCREENS = {
    "desk": "",
    "desk-selected": "f t space",
    "claim": "enter",
    "article": "2",
    "article-uncovered": "2 tab",
    "article-words-selected": "2 j j shift+down",
    "articles": "2 2",
    "contradictions": "3",
    "contradictions-to-decide": "j j 3 right",
    "reports": "5",
    "reports-contradictions": "5 j pagedown",
    "sources": "4 j",
    "keys": "?",
    "palette": "ctrl+p",
    "filter": "f t f",
    "mark-confirmed": "c",
    "confirm-what-is-suggested": "j j d",
    "cannot-be-corroborated": "b",
    "relate-to": "l",
    "note": "n",
}
DIALOGS = {
    "mark-misleading": "m",
    "mark-unverifiable": "v",
    "mark-refused": "c up x enter",
    "evidence": "e",
    "dismissal": "X",
    "wait": "W",
    "relation": "l enter",
    "facet": "l enter 1",
    "claim-of-words": "2 tab shift+down a",
    "passage": "2 shift+right E",
    "edit": "E",
    "edit-chain": "E n",
    "edit-facet": "E a enter",
    "search-finds-nothing": "/ z z enter",
    "report": "p",
    "report-as-of": "5 d",
    "split-a-source": "4 s",
}


@pytest.fixture
def picture(snap_compare, open_desk, monkeypatch):
    """Compare the desk on a ledger, after some keys, with the picture that was taken of it."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2031, 5, 1, 9, tzinfo=UTC)

    monkeypatch.setattr(reporting, "datetime", Clock)
    # The palette's cursor blinks, and a slow machine would take it away.
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _field: None)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def compare(path, keys, size, *, light=False, read_only=False):
        def opened():
            desk = open_desk(path)
            desk._database.read_only = read_only
            desk._database._clock = Clock.now
            return desk

        async def work(pilot):
            seat = Seat(pilot.app, pilot)
            await seat.settled()
            if light:
                pilot.app.action_change_tone()
            await seat.press(*keys.split())

        app = TrackerApp(Settings(str(path), "Ada"))
        app._open_desk = opened
        return snap_compare(app, terminal_size=size, run_before=work)

    return compare


@pytest.mark.parametrize("size", [LOW, WIDE], ids=["low", "wide"])
@pytest.mark.parametrize("name", [one for one in SCREENS if one != "reports"])
def test_a_screen_looks_as_it_did(picture, sample, name, size):
    assert picture(sample, SCREENS[name], size)


@pytest.mark.sqlite  # the page names the ledger's file
@pytest.mark.parametrize("size", [LOW, WIDE], ids=["low", "wide"])
def test_the_reports_look_as_they_did(picture, sample, size):
    assert picture(sample, SCREENS["reports"], size)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_looks_as_it_did(picture, sample, name):
    assert picture(sample, DIALOGS[name], LOW)


@pytest.mark.parametrize("size", [LOW, WIDE], ids=["low", "wide"])
def test_sources_that_may_be_one_look_as_they_did(picture, twins, size):
    assert picture(twins, "4 j j", size)


@pytest.mark.parametrize("keys", ["", "2", "3"], ids=["desk", "article", "contradictions"])
def test_the_light_theme_looks_as_it_did(picture, sample, keys):
    assert picture(sample, keys, WIDE, light=True)


@pytest.mark.parametrize("keys", ["", "2"], ids=["desk", "article"])
def test_a_huge_terminal_looks_as_it_did(picture, sample, keys):
    assert picture(sample, keys, HUGE)


def test_the_desk_on_a_tiny_terminal_looks_as_it_did(picture, sample):
    assert picture(sample, "", (40, 10))


def test_an_empty_ledger_looks_as_it_did(picture, ledger):
    assert picture(ledger, "", LOW)


def test_a_read_only_ledger_looks_as_it_did(picture, sample):
    assert picture(sample, "", LOW, read_only=True)


@pytest.mark.parametrize("size", [LOW, WIDE, HUGE], ids=["low", "wide", "huge"])
def test_an_event_of_five_parties_looks_as_it_did(picture, desk, ledger, size):
    desk.importing.take_in(strike(), by="Bea", stage=Stage.OPEN)
    assert picture(ledger, "3 g left", size)
