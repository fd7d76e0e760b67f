from __future__ import annotations

import pytest
from textual.widgets import Input, OptionList

from tracker.desk.reviewing import Backing
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.facet import Facet
from tracker.domain.listing import Filter
from tracker.domain.relation import RelationKind, RelationState
from tracker.domain.status import Stage, Status


def last_did(seat) -> list[str]:
    """The actions of Ada's, newest first, each once."""
    entries = seat.desk.browsing.history(limit=100)
    return list(dict.fromkeys(f"{one.did} {one.action}" for one in entries if one.by == "Ada"))


async def test_w_takes_a_verdict_back_and_goes_on(sit_down, judged):
    async with sit_down(judged) as seat:
        await seat.press("w")
        assert seat.claim(1).judged_by == "Ada"
        assert seat.cursor == "C2"
        assert seat.told == "C1 marked unverified."


async def test_c_asks_for_supporting_evidence_and_a_reason(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("c")
        assert "Mark C1 ● confirmed" in seat.seen
        assert "evidence that supports it and a reason" in seat.seen
        await seat.write("https://harbour.example/log")
        await seat.press("enter")
        await seat.write("the log says so")
        await seat.press("enter")
        claim = seat.claim(1)
        assert (claim.status, claim.reason) == (Status.CONFIRMED, "the log says so")
        evidence = seat.desk.browsing.dossier(1).evidence[0]
        assert (evidence.stance, evidence.url) == (Stance.SUPPORTS, "https://harbour.example/log")
        assert seat.cursor == "C2"


async def test_marking_with_evidence_is_one_action(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("c")
        await seat.write("log.pdf")
        await seat.press("enter")
        await seat.write("seen")
        await seat.press("enter", "u")
        assert seat.claim(1).status is Status.UNVERIFIED
        assert seat.desk.browsing.dossier(1).evidence == ()


async def test_c_asks_for_the_reason_alone_where_evidence_is_there(sit_down, ferry, open_desk):
    open_desk(ferry).gathering.add_evidence(
        [1], EvidenceDraft("log.pdf", Stance.SUPPORTS), by="Bea"
    )
    async with sit_down(ferry) as seat:
        await seat.press("c")
        assert "it needs a reason" in seat.seen
        assert "Address" not in seat.seen


async def test_r_asks_for_undermining_evidence(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("r")
        await seat.write("chart.pdf")
        await seat.press("enter")
        await seat.write("wrong place")
        await seat.press("enter")
        assert seat.claim(1).status is Status.REFUTED
        assert seat.desk.browsing.dossier(1).evidence[0].stance is Stance.UNDERMINES


async def test_m_asks_how_its_evidence_bears_on_the_claim(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("m")
        await seat.write("chart.pdf")
        await seat.press("down", "down", "down", "i", "enter")
        await seat.write("half the story")
        await seat.press("enter")
        assert seat.claim(1).status is Status.MISLEADING
        assert seat.desk.browsing.dossier(1).evidence[0].stance is Stance.INCONCLUSIVE


async def test_v_asks_what_was_tried(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("v")
        await seat.write("asked the guard")
        await seat.press("down")
        await seat.write("no answer")
        await seat.press("enter")
        await seat.write("nobody else saw it")
        await seat.press("enter")
        assert seat.claim(1).status is Status.UNVERIFIABLE
        attempt = seat.desk.browsing.dossier(1).attempts[0]
        assert (attempt.what, attempt.result) == ("asked the guard", "no answer")


async def test_d_and_enter_confirm_the_suggested_counter_claim_and_mark(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("d")
        assert "C1 contradicts C2 on actor" in seat.seen
        await seat.press("enter")
        assert seat.claim(1).status is Status.DISPUTED
        assert seat.desk.browsing.relations(RelationState.CONFIRMED)[0].facet is Facet.ACTOR


async def test_d_relates_the_claim_to_another_where_nothing_is_suggested(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("j", "j")
        here = seat.app.screen.table.row.id
        await seat.press("d")
        assert f"Which claim stands against C{here}?" in seat.seen
        assert "Disputed needs one that cannot be true beside it." in seat.seen
        await seat.press("enter", "1", "8")
        assert seat.claim(here).status is Status.DISPUTED
        relation = seat.desk.browsing.relations(RelationState.CONFIRMED)[0]
        assert (relation.kind, relation.facet) == (RelationKind.CONTRADICTS, Facet.MEANS)


async def test_a_claim_to_relate_to_is_found_by_searching(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("l")
        await seat.write("pier closed")
        await seat.press("enter", "6", "9")
        relation = seat.desk.browsing.relations(RelationState.CONFIRMED)[0]
        assert (relation.kind, relation.facet) == (RelationKind.REFINES, Facet.CAUSE)
        assert {relation.a, relation.b} == {1, 5}


async def test_b_and_enter_confirm_the_suggested_corroboration(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("b", "enter")
        assert seat.claim(1).status is Status.CORROBORATED


async def test_b_on_a_contested_claim_leads_to_the_two_side_by_side(sit_down, ferry, open_desk):
    open_desk(ferry).relating.confirm([1], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("b")
        assert "A confirmed counter-claim stands against it." in seat.seen
        await seat.press("enter")
        assert "Contradictions  1 of 1" in seat.seen
        assert seat.claim(1).status is Status.UNVERIFIED


async def test_leaving_a_guards_dialog_changes_nothing(sit_down, ferry):
    async with sit_down(ferry) as seat:
        for key in "cdb":
            await seat.press(key, "escape")
        assert last_did(seat) == []
        assert seat.cursor == "C1"


async def test_what_was_typed_is_not_dropped_by_one_esc(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("c")
        await seat.write("log")
        await seat.press("escape")
        assert "Press esc again" in seat.seen
        await seat.press("escape")
        assert seat.app.screen is seat.app.screen_stack[0]


async def test_a_refused_form_comes_back_as_it_was_with_the_reason(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("c", "up")  # the last blank: the reason
        await seat.write("I saw it")
        await seat.press("enter")
        assert "Evidence needs an address or a title." in seat.seen
        assert seat.app.screen.query_one("#blank-reason", Input).value == "I saw it"
        await seat.write("log.pdf")
        await seat.press("ctrl+s")
        assert seat.claim(1).status is Status.CONFIRMED


async def test_a_signed_off_claim_is_not_marked(sit_down, ferry, open_desk):
    reviewing = open_desk(ferry).reviewing
    for method in (reviewing.start, reviewing.ready, reviewing.sign_off):
        method([1], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("G")
        assert seat.cursor == "C1"
        await seat.press("w")
        assert seat.told == "C1 is signed off; reopen it first."


async def test_the_page_says_what_the_claim_could_be_marked(sit_down, ferry, open_desk):
    desk = open_desk(ferry)
    desk.relating.confirm([1], by="Bea")
    desk.gathering.log_attempt([1], AttemptDraft("asked", "nothing"), by="Bea")
    async with sit_down(ferry, size=(120, 36)) as seat:
        assert "could be marked disputed (d) or unverifiable (v)" in seat.seen


async def test_several_claims_are_marked_in_one_action(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("space", "space", "space")
        assert "3 selected" in seat.seen
        await seat.press("v")
        await seat.write("asked both")
        await seat.press("enter")
        await seat.write("no answer")
        await seat.press("enter")
        marked = [n for n in range(1, 7) if seat.claim(n).status is Status.UNVERIFIABLE]
        assert len(marked) == 3
        assert seat.told == "3 claims marked unverifiable; u takes all of it back."
        assert len(last_did(seat)) == 1
        await seat.press("u")
        assert all(seat.claim(n).status is Status.UNVERIFIED for n in range(1, 7))
        assert "selected" not in seat.seen


@pytest.mark.parametrize("key", ["d", "b"])
async def test_a_bulk_mark_that_the_guard_refuses_changes_nothing(sit_down, ferry, key):
    async with sit_down(ferry) as seat:
        await seat.press("space", "space", "space", key, "enter")
        assert "cannot be marked" in seat.told
        assert "tracker" not in seat.told
        where = Filter(stage=Stage.IN_PROGRESS)
        assert seat.desk.browsing.count(where) == 0


async def test_b_asks_for_what_could_corroborate_and_offers_no_counter_claim(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("G")
        while seat.cursor != "C1":
            await seat.press("k")
        seat.desk.relating.reject([2], by="Bea")
        await seat.press("b")
        assert "Which claim corroborates C1?" in seat.seen
        assert "one from another origin that says the same." in seat.seen
        offered = seat.app.screen.query_one(OptionList)
        lines = [str(offered.get_option_at_index(n).prompt) for n in range(offered.option_count)]
        assert lines
        assert not any(line.startswith("C2 ") for line in lines)


async def test_a_verdict_that_cannot_be_right_beside_another_is_asked_about(sit_down, ferry):
    async with sit_down(ferry) as seat:
        seat.desk.relating.confirm([1], by="Bea")
        log = EvidenceDraft("log.pdf", Stance.SUPPORTS)
        seat.desk.reviewing.mark(
            [2], Status.CONFIRMED, by="Bea", backing=Backing("it says so", log)
        )
        seat.app.screen.news()
        await seat.settled()
        await seat.press("c")
        assert "C1 cannot be true beside C2" in seat.seen
        assert "C2 (Ilse Marrow) was marked confirmed by Bea." in seat.seen
        await seat.press("enter")
        assert "Mark C1 ● confirmed" in seat.seen
        await seat.write("chart.pdf")
        await seat.press("enter")
        await seat.write("it shows it")
        await seat.press("enter")
        assert (seat.claim(1).status, seat.claim(2).stale) == (Status.CONFIRMED, True)


async def test_enter_in_an_empty_form_says_what_is_still_needed(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("c", "enter")
        assert "“Reason” is still needed." in seat.seen


async def test_b_on_the_articles_own_claim_offers_none_of_its_own(sit_down, sample):
    async with sit_down(sample) as seat:
        await seat.press("G")
        assert seat.app.screen.table.row.source is None
        await seat.press("b")
        offered = seat.app.screen.query_one(OptionList)
        lines = [str(offered.get_option_at_index(n).prompt) for n in range(offered.option_count)]
        assert not any("the article" in line for line in lines)
