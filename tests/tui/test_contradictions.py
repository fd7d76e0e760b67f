from __future__ import annotations

from tracker.domain.facet import Facet
from tracker.domain.relation import RelationKind, RelationState
from tracker.domain.status import Status


async def test_the_pair_shows_agreement_beside_contradiction(sit_down, sample):
    async with sit_down(sample, size=(120, 36)) as seat:
        await seat.press("3")
        for line in (
            "Shelling near a village south of Belgorod",
            "two independent origins",
            "≠ actor",
            "~ target",
            "= casualties",
            "R1 ≠ contradicts, confirmed: cannot both be true",
            "R2 = corroborates, confirmed: both say so, independently",
        ):
            assert line in seat.seen


async def test_a_pair_of_one_origin_is_said_to_be_one(sit_down, ferry, open_desk):
    desk = open_desk(ferry)
    desk.relating.relate(1, 6, RelationKind.DENIES, Facet.INTENT, by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("3", "j")
        assert "these two are one origin" in seat.seen


async def test_a_side_that_says_nothing_is_said_to(sit_down, ferry, open_desk):
    open_desk(ferry).relating.relate(4, 5, RelationKind.CONTRADICTS, Facet.TIME, by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("3", "j")
        assert "says nothing" in seat.seen


async def test_an_empty_ledger_says_how_a_contradiction_comes_about(sit_down, ledger):
    async with sit_down(ledger) as seat:
        await seat.press("3")
        assert "No claim stands against another yet." in seat.seen
        for key in ("j", "k", "left", "enter", "a", "x", "F", "w"):
            await seat.press(key)
        assert seat.told == "No claim is selected."


async def test_j_and_k_walk_the_pairs(sit_down, sample):
    async with sit_down(sample) as seat:
        await seat.press("3", "g")
        assert "1 of 2  1 to decide" in seat.seen
        await seat.press("j")
        assert "2 of 2" in seat.seen
        await seat.press("j", "k")
        assert "1 of 2" in seat.seen


async def test_a_confirms_the_relation_then_accepts_for_each_side(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("3", "a")
        assert seat.told == "R1 confirmed: contradicts."
        await seat.press("a")  # R2, which agrees
        await seat.press("a", "a")
        assert [seat.claim(n).status for n in (1, 2)] == [Status.DISPUTED, Status.DISPUTED]


async def test_a_goes_on_to_the_next_pair_when_one_is_settled(sit_down, ferry, open_desk):
    desk = open_desk(ferry)
    desk.relating.relate(4, 5, RelationKind.CONTRADICTS, Facet.TIME, by="Bea")
    desk.relating.reject([2], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("3", "a", "a", "a")
        assert "about 20 people were hurt" in seat.seen


async def test_x_rejects_the_relation(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("3", "x")
        assert seat.told == "R1 rejected; it will not be suggested again."
        assert seat.desk.browsing.relations(RelationState.REJECTED)[0].id == 1


async def test_u_brings_a_rejected_pair_back(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("3", "x", "u")
        assert "1 of 1  1 to decide" in seat.seen


async def test_keys_act_on_the_chosen_side(sit_down, judged):
    async with sit_down(judged) as seat:
        await seat.press("3", "right", "w")
        assert seat.told == "C2 marked unverified."
        assert seat.claim(1).judged_by == "Bea"


async def test_the_chosen_side_is_marked_without_colour(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("3")
        left = next(line for line in seat.seen.split("\n") if "━" in line)
        await seat.press("right")
        right = next(line for line in seat.seen.split("\n") if "━" in line)
        assert left.index("━") < left.index("─")
        assert right.index("─") < right.index("━")


async def test_a_side_is_refuted_with_evidence(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("3", "right", "r")
        await seat.write("radar.png")
        await seat.press("enter")
        await seat.write("no boat there")
        await seat.press("enter")
        assert seat.claim(2).status is Status.REFUTED


async def test_the_proposal_of_a_side_is_turned_down(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("3", "a", "x", "x")
        assert seat.claim(1).proposed is None
        assert seat.told == "C1 kept unverified."


async def test_shift_f_sets_the_facet_of_the_relation(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("3", "F", "3")
        assert seat.desk.browsing.relations()[0].facet is Facet.TARGET


async def test_enter_opens_the_claim_of_the_side_and_esc_returns(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("3", "right", "enter")
        assert "C2  ○ unverified" in seat.seen
        await seat.press("escape")
        assert "Contradictions  1 of 1" in seat.seen


async def test_y_copies_the_sentence_with_both_sides(sit_down, ferry, open_desk):
    open_desk(ferry).relating.confirm([1], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("3", "y")
        assert "Ilse Marrow said that" in seat.app.clipboard
        assert "who was responsible has not been independently verified" in seat.app.clipboard


async def test_a_pair_scrolls_by_lines_and_screenfuls(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("3", "J")
        leaf = seat.app.screen.query_one("#pair-leaf")
        assert leaf.scroll_offset.y == 3
        await seat.press("pagedown")
        assert leaf.scroll_offset.y > 3
        await seat.press("pageup", "pageup")
        assert leaf.scroll_offset.y == 0
