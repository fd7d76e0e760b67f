"""Screen 5: a report is chosen, previewed and written by keys."""

from __future__ import annotations

import json

from tracker.domain.status import Dismissal
from tracker.tui.screens import reports


async def test_each_kind_of_report_is_previewed(sit_down, ferry):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("5")
        assert "Unverified claims" in seat.seen
        headings = []
        for _ in range(4):
            await seat.press("j")
            headings.append(seat.seen.splitlines()[0].split("Reports")[1].split("Ada")[0].strip())
        assert headings == [
            "Contradictions",
            "Sources and their claims",
            "Annotated article",
            "Activity at the desk",
        ]


async def test_a_format_for_programs_is_previewed_as_its_text(sit_down, ferry):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("5", "right", "right")
        assert '"report": "unverified"' in seat.seen


async def test_it_is_written_whole_in_the_chosen_format(sit_down, ferry, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with sit_down(ferry) as seat:
        await seat.press("5", "j", "right", "right", "p", "enter")
        (written,) = tmp_path.glob("contradictions-*.json")
        assert json.loads(written.read_bytes())["report"] == "contradictions"
        assert "Written: " in seat.told


async def test_an_older_file_is_replaced_only_when_asked(sit_down, ferry, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with sit_down(ferry) as seat:
        await seat.press("5", "enter", "enter")
        (written,) = tmp_path.glob("unverified-*.html")
        written.write_text("mine")
        await seat.press("p", "enter", "escape")
        assert written.read_text() == "mine"


async def test_a_filter_narrows_the_preview_and_escape_widens_it(sit_down, ferry):
    async with sit_down(ferry, size=(120, 50)) as seat:
        seat.desk.reviewing.dismiss([5], by="Ada", why=Dismissal.OUT_OF_SCOPE)
        await seat.press("5", "f", "t")
        assert "2 claims: 2 unverified." in seat.seen
        assert "of contested" in seat.seen
        await seat.press("escape")
        assert "4 claims: 4 unverified." in seat.seen


async def test_it_is_previewed_as_the_ledger_stood(sit_down, ferry):
    async with sit_down(ferry, size=(120, 50)) as seat:
        seat.desk.reviewing.dismiss([5], by="Ada", why=Dismissal.OUT_OF_SCOPE)
        await seat.press("5", "d")
        await seat.write("2031-04-30")
        await seat.press("enter")
        assert "5 claims: 5 unverified." in seat.seen
        assert "as of 2031-04-30" in seat.seen


async def test_what_is_no_moment_is_refused_and_kept(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("5", "d")
        await seat.write("last Tuesday")
        await seat.press("enter")
        assert "is no date" in seat.seen
        assert "last Tuesday" in seat.seen


async def test_more_is_read_where_the_preview_ends(sit_down, ferry, monkeypatch):
    monkeypatch.setattr(reports, "FIRST", 1)
    async with sit_down(ferry) as seat:
        await seat.press("5")
        assert "C3" not in seat.seen
        for _ in range(12):
            await seat.press("pagedown")
        assert "more claims: read on" not in seat.seen
        assert "Articles" in seat.seen


async def test_a_kind_is_chosen_by_a_click(sit_down, ferry):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("5")
        await seat.pilot.click(list(seat.app.screen.query("#report-kinds > .offer--words"))[4])
        await seat.settled()
        assert "Activity at the desk" in seat.seen


async def test_an_empty_ledger_is_reported_on_too(sit_down, ledger):
    async with sit_down(ledger) as seat:
        for _ in range(5):
            await seat.press("5", "j")
        assert "Activity at the desk" in seat.seen
        assert "No claims." in seat.seen


async def test_the_last_hash_of_the_history_stays_on_one_line(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("5")
        assert seat.desk.auditing.head()[1] in seat.seen
