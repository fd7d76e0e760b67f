from __future__ import annotations

import re
import threading

import pytest
from textual.app import App

from tracker.desk.listing import Listing
from tracker.domain.attribution import Voice
from tracker.domain.draft import ArticleDraft, ClaimDraft, Reading
from tracker.domain.listing import Filter
from tracker.domain.status import Stage, Status


async def test_j_and_k_go_down_and_up(sit_down, ferry):
    async with sit_down(ferry) as seat:
        first = seat.cursor
        await seat.press("j")
        second = seat.cursor
        await seat.press("k")
        assert (seat.cursor, second != first) == (first, True)


async def test_the_claim_beside_the_queue_follows_the_cursor(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("G")
        last = seat.app.screen.table.row
        assert seat.app.screen.dossier().claim.id == last.id
        assert seat.seen.count(last.statement[:20]) == 2


async def test_g_and_shift_g_go_to_the_ends(sit_down, sample):
    async with sit_down(sample, size=(80, 24)) as seat:
        first = seat.cursor
        await seat.press("G")
        last = seat.desk.browsing.ids(Filter())[-1]
        assert seat.cursor == f"C{last}"
        await seat.press("g")
        assert seat.cursor == first


async def test_page_down_and_up_go_by_screenfuls(sit_down, sample):
    async with sit_down(sample, size=(80, 24)) as seat:
        ids = seat.desk.browsing.ids(Filter())
        await seat.press("pagedown")
        assert seat.cursor == f"C{ids[4]}"
        await seat.press("pageup")
        assert seat.cursor == f"C{ids[0]}"


async def test_shift_j_scrolls_the_claim_and_shift_k_back(sit_down, sample):
    async with sit_down(sample, size=(80, 24)) as seat:
        leaf = seat.app.screen.query_one("#desk-leaf")
        await seat.press("J", "J")
        assert leaf.scroll_offset.y == 6
        await seat.press("K")
        assert leaf.scroll_offset.y == 3


async def test_enter_opens_a_claim_and_esc_goes_back(sit_down, sample):
    async with sit_down(sample, size=(120, 36)) as seat:
        await seat.press("j")
        here = seat.cursor
        await seat.press("enter")
        assert "History" in seat.seen
        assert here in seat.seen
        await seat.press("escape")
        assert seat.cursor == here


async def test_1_closes_an_open_claim(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("enter", "1")
        assert seat.app.screen is seat.app.screen_stack[0]


async def test_3_shows_the_pair_of_the_claim_in_hand(sit_down, sample):
    async with sit_down(sample) as seat:
        await seat.press("3")
        assert "Freedom of Russia Legion" in seat.seen
        await seat.press("1", "j", "j", "3")
        assert "Antony Blinken" in seat.seen


async def test_3_keeps_its_pair_when_the_claim_in_hand_has_none(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("G", "3")
        assert "Dockers’ League" in seat.seen


async def test_the_footer_offers_the_other_screens_only(sit_down, ferry):
    async with sit_down(ferry, size=(160, 24)) as seat:
        assert "2 Article  3 Contradictions" in seat.seen
        assert "1 Desk" not in seat.seen
        await seat.press("3")
        assert "1 Desk  2 Article" in seat.seen
        assert "3 Contradictions" not in seat.seen


async def test_a_narrow_footer_keeps_the_keys_of_the_other_screens_together(sit_down, ferry):
    async with sit_down(ferry) as seat:
        assert re.search(r" 23\d* Screens", seat.seen)
        await seat.press("3")
        assert re.search(r" 12\d* Screens", seat.seen)


async def test_keys_typed_ahead_act_on_the_claims_that_follow(sit_down, judged):
    async with sit_down(judged) as seat:
        ids = seat.desk.browsing.ids(Filter())
        for key in "www":  # faster than the desk can answer
            seat.strike(key)
        await seat.settled()
        back = [number for number in ids if seat.claim(number).judged_by == "Ada"]
        assert back == list(ids[:3])


async def test_a_key_typed_before_a_dialog_opens_does_nothing(sit_down, ferry):
    async with sit_down(ferry) as seat:
        for key in ("c", "w", "r"):
            seat.strike(key)
        await seat.settled()
        await seat.press("escape")
        statuses = {seat.claim(number).status for number in seat.desk.browsing.ids(Filter())}
        assert statuses == {Status.UNVERIFIED}
        assert not any(seat.claim(n).judged_by for n in seat.desk.browsing.ids(Filter()))


@pytest.fixture
def long_list(full_desk, ledger):
    """A ledger whose queue is longer than the pages that are read at once."""
    words = [f"the pier was closed for {number} days" for number in range(1100)]
    claims = tuple(
        ClaimDraft(f"c{n}", one, Voice.ARTICLE, quote=(one,)) for n, one in enumerate(words)
    )
    reading = Reading(ArticleDraft("Closures"), "\n".join(words), claims=claims)
    full_desk.importing.take_in(reading, by="Bea", stage=Stage.OPEN)
    return ledger


async def test_a_long_list_is_walked_from_end_to_end(sit_down, long_list):
    async with sit_down(long_list, size=(80, 24)) as seat:
        ids = seat.desk.browsing.ids(Filter())
        await seat.press("G")
        assert seat.cursor == f"C{ids[-1]}"
        assert seat.app.screen.dossier().claim.id == ids[-1]
        await seat.press("pageup", "i")
        assert seat.claim(ids[-5]).assignee == "Ada"
        await seat.press("g")
        assert seat.cursor == f"C{ids[0]}"


async def test_a_key_that_turns_the_page_asks_the_ledger_once(sit_down, long_list, monkeypatch):
    asked, near = [], Listing.near

    def counted(desk, where, order, number, **lines):
        asked.append((number, lines["limit"]))
        return near(desk, where, order, number, **lines)

    monkeypatch.setattr(Listing, "near", counted)
    async with sit_down(long_list, size=(80, 24)) as seat:
        for _ in range(8):
            asked.clear()
            await seat.press("pagedown")
            assert [number for number, _ in asked] == [seat.app.screen.table.row.id]
        await seat.press("G", "g")
        assert any(limit for _, limit in asked)


async def test_a_key_is_not_handed_through_all_that_the_list_stands_in(
    sit_down, ferry, monkeypatch
):
    async with sit_down(ferry) as seat:
        handed, check = [], App._check_bindings

        async def checked(app, key, *given, **more):
            handed.append(key)
            return await check(app, key, *given, **more)

        monkeypatch.setattr(App, "_check_bindings", checked)
        await seat.press("j", "k", "3", "j", "1")
        assert handed == []


async def test_words_beside_the_list_are_selected_by_mouse(sit_down, ferry):
    async with sit_down(ferry, size=(120, 36)) as seat:
        leaf = seat.app.screen.leaf
        top, left, line = leaf.gutter.top, leaf.gutter.left, leaf.render_line(0).text
        await seat.pilot.mouse_down(leaf, offset=(left, top))
        await seat.pilot.hover(leaf, offset=(left + 6, top))
        await seat.pilot.mouse_up(leaf, offset=(left + 6, top))
        await seat.settled()
        assert seat.app.screen.get_selected_text() == line[:7]
        chosen = {one.text: one.style.bgcolor for one in leaf.draw_lines(range(1))[0] if one.style}
        assert len(set(chosen.values())) == 2


async def test_a_claim_that_comes_late_is_not_shown_beside_another(sit_down, ferry, monkeypatch):
    first, go, near = threading.Event(), threading.Event(), Listing.near

    def late(desk, where, order, number, **lines):
        if not first.is_set():
            first.set()
            go.wait(30)
        return near(desk, where, order, number, **lines)

    async with sit_down(ferry) as seat:
        monkeypatch.setattr(Listing, "near", late)
        seat.strike("j")
        while not first.is_set():
            await seat.pilot.pause()
        seat.strike("j")
        while seat.app.screen.dossier().claim.id != seat.app.screen.table.row.id:
            await seat.pilot.pause()
        go.set()
        await seat.settled()
        assert seat.app.screen.dossier().claim.id == seat.app.screen.table.row.id
