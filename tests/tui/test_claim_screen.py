from __future__ import annotations

from tracker.domain.reference import Kind, Ref
from tracker.domain.status import Stage, Status


async def test_a_claim_is_shown_with_its_passage_in_context(sit_down, ferry):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("enter")
        assert "The Dockers’ League accused a harbour guard" in seat.seen
        assert "on Tuesday, killing at least two" in seat.seen


async def test_of_a_claim_that_nobody_could_read_the_beginning_is_shown(sit_down, ferry, open_desk):
    words = ["the bridge was closed " * 9_000]
    open_desk(ferry).editing.edit(Ref(Kind.CLAIM, 1), "statement", words, by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("enter")
        leaf = seat.app.screen.query_one("#claim-leaf")
        assert "… (197,999 characters)" in " ".join(leaf.render().plain.split())
        assert leaf.virtual_size.height < 200


async def test_a_wide_claim_screen_has_two_pages_side_by_side(sit_down, ferry):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("enter")
        line = next(line for line in seat.seen.split("\n") if "Against it" in line)
        assert line.index("Against it") > 50


async def test_the_history_says_who_did_what_when(sit_down, ferry):
    async with sit_down(ferry, size=(120, 40)) as seat:
        await seat.press("i", "enter")
        assert "2031-04-30 09:0" in seat.seen
        assert "Ada  assign  assignee – → Ada" in seat.seen


async def test_keys_act_on_the_open_claim_and_stay_there(sit_down, judged):
    async with sit_down(judged) as seat:
        await seat.press("j", "enter", "w")
        assert seat.claim(2).judged_by == "Ada"
        assert "C2  ○ unverified · in progress" in seat.seen


async def test_an_open_claim_goes_through_its_stages(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("enter", "s", "s", "s", "o")
        await seat.write("a new witness")
        await seat.press("enter")
        claim = seat.claim(1)
        assert (claim.stage, claim.former_status) == (Stage.IN_PROGRESS, Status.UNVERIFIED)


async def test_u_on_an_open_claim_shows_it_as_it_was(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("enter", "i")
        assert "· Ada" in seat.seen
        await seat.press("u")
        assert "· Ada" not in seat.seen


async def test_the_queue_shows_what_was_done_on_the_claims_screen(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("enter", "i", "escape")
        assert "C1  ○ unverified · open · Ada" in seat.seen


async def test_a_long_claim_is_read_to_its_end(sit_down, sample):
    async with sit_down(sample) as seat:
        await seat.press("enter")
        leaf = seat.app.screen.query_one("#claim-leaf")
        await seat.press("j", "space")
        assert leaf.scroll_offset.y > 1
        await seat.press("G")
        assert "History" in seat.seen
        await seat.press("g")
        assert leaf.scroll_offset.y == 0
