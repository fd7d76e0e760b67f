from __future__ import annotations

import pytest
from textual.widgets import Input, OptionList

from tracker.desk.reviewing import Backing
from tracker.domain.status import Status


async def test_a_search_shows_what_it_finds(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("/")
        await seat.write("pier")
        await seat.press("enter")
        assert seat.cursor == "C5"
        assert "1 shown: “pier”" in seat.seen


@pytest.mark.parametrize(("most", "said"), [(2, "the newest 2 shown: “the”"), (9, " shown: “the”")])
async def test_a_search_says_where_it_looks_no_further(sit_down, ferry, monkeypatch, most, said):
    monkeypatch.setattr("tracker.domain.listing.MOST_FOUND", most)
    async with sit_down(ferry) as seat:
        await seat.press("/")
        await seat.write("the")
        await seat.press("enter")
        assert said in seat.seen
        assert ("newest" in seat.seen) == (most == 2)


async def test_a_filter_over_a_search_says_of_how_many_claims_it_is(sit_down, ferry, monkeypatch):
    monkeypatch.setattr("tracker.domain.listing.MOST_FOUND", 3)
    async with sit_down(ferry) as seat:
        await seat.press("/")
        await seat.write("the")
        await seat.press("enter", "f", "t")
        assert "shown of the newest 3 found" in seat.seen


async def test_a_search_that_finds_nothing_says_how_to_go_back(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("/")
        await seat.write("zeppelin")
        await seat.press("enter")
        assert "No claims pass the filter: “zeppelin”." in seat.seen
        await seat.press("escape")
        assert seat.cursor == "C1"


async def test_the_words_of_a_search_are_there_to_be_changed(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("/")
        await seat.write("pier")
        await seat.press("enter", "/")
        assert "/ pier" in seat.seen


async def test_letters_of_a_search_are_no_keys_of_the_desk(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("/", "c", "g", "2", "escape")
        assert (seat.cursor, seat.app.current_mode, seat.told) == ("C1", "desk", "")


async def test_words_typed_ahead_of_a_search_are_its_words(sit_down, ferry):
    async with sit_down(ferry) as seat:
        for key in ("/", "p", "i", "e", "r", "enter"):
            seat.strike(key)
        await seat.settled()
        assert "1 shown: “pier”" in seat.seen


async def test_what_is_said_meanwhile_does_not_hide_what_is_typed(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("/", "p")
        seat.app.screen.say("Somebody has been here.")
        await seat.settled()
        assert "/ p" in seat.seen


async def test_the_filter_shows_what_is_on(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("f", "t", "f")
        assert "■ contested" in seat.seen
        assert "□ stale" in seat.seen
        assert "Now: contested." in seat.seen


async def test_a_filter_is_turned_off_again(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("f", "t")
        assert "2 shown: contested" in seat.seen
        await seat.press("f", "t")
        assert "shown" not in seat.seen


async def test_statuses_are_filtered_by_their_own_keys(sit_down, ferry, open_desk):
    said = Backing("only the staff say so")
    open_desk(ferry).reviewing.mark([4], Status.UNVERIFIED, by="Bea", backing=said)
    async with sit_down(ferry) as seat:
        await seat.press("f", "d")
        assert "No claims pass the filter: disputed." in seat.seen
        await seat.press("f", "w")
        assert "6 shown: unverified" in seat.seen


async def test_stages_are_filtered_by_number(sit_down, ferry, open_desk):
    open_desk(ferry).reviewing.start([4], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("f", "3")
        assert (seat.cursor, "1 shown: in progress" in seat.seen) == ("C4", True)


async def test_mine_are_the_claims_that_the_editor_has(sit_down, ferry, open_desk):
    open_desk(ferry).reviewing.assign([4], "Ada", by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("f", "i")
        assert (seat.cursor, "1 shown: for Ada" in seat.seen) == ("C4", True)


async def test_everything_leaves_the_search(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("/")
        await seat.write("ferry")
        await seat.press("enter", "f", "t", "f", "e")
        assert "shown: “ferry”" in seat.seen
        assert "contested" not in seat.seen


async def test_every_choice_of_the_filter_has_a_key_of_its_own(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("f")
        options = seat.app.screen.query_one(OptionList).options
        keys = [str(option.prompt)[0] for option in options]
        assert len(set(keys)) == len(keys) == 19


async def test_esc_clears_the_selection_first_and_then_the_filter(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("f", "t", "space", "escape")
        assert "selected" not in seat.seen
        assert "2 shown" in seat.seen
        await seat.press("escape")
        assert "shown" not in seat.seen


async def test_marking_in_a_filtered_list_goes_on_to_what_takes_its_place(
    sit_down, ferry, open_desk
):
    open_desk(ferry).relating.confirm([1], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("f", "w", "d")
        assert seat.cursor == "C2"
        assert "5 shown: unverified" in seat.seen


async def test_p_writes_a_report_of_what_is_shown(sit_down, ferry, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with sit_down(ferry) as seat:
        await seat.press("f", "t", "p")
        assert "Of contested." in seat.seen
        await seat.press("home", "shift+end", "delete")
        await seat.write("ferry.md")
        await seat.press("enter")
        assert seat.told == f"Written: {tmp_path / 'ferry.md'}"
    text = (tmp_path / "ferry.md").read_text()
    assert "League picket boat" in text
    assert "about 20 people" not in text


async def test_a_report_does_not_take_the_place_of_another_unasked(
    sit_down, ferry, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    report = tmp_path / "ferry.md"
    report.write_text("mine")
    async with sit_down(ferry) as seat:
        await seat.press("p", "home", "shift+end", "delete")
        await seat.write("ferry.md")
        await seat.press("enter", "escape")
        assert report.read_text() == "mine"
        assert "name another" in seat.seen
        assert seat.app.screen.query_one(Input).value == "ferry.md"
        await seat.press("enter", "enter")
    assert "League" in report.read_text()


async def test_a_report_that_cannot_be_written_keeps_its_name(sit_down, ferry, tmp_path):
    async with sit_down(ferry) as seat:
        await seat.press("p", "home", "shift+end", "delete")
        await seat.write(str(tmp_path / "no" / "such" / "place.md"))
        await seat.press("enter")
        assert "No such file or directory" in seat.seen
        assert seat.app.screen.query_one(Input).value.endswith("place.md")


async def test_a_report_that_holds_no_such_claims_says_so(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("f", "r", "p")
        assert seat.told.startswith("This report holds no refuted claims")


@pytest.mark.parametrize(("opens", "key"), [("f", "escape"), ("?", "escape")])
async def test_a_key_struck_twice_leaves_once(sit_down, ferry, opens, key):
    async with sit_down(ferry) as seat:
        await seat.press(opens)
        assert len(seat.app.screen_stack) == 2
        for _ in range(3):
            seat.strike(key)
        await seat.settled()
        assert len(seat.app.screen_stack) == 1
