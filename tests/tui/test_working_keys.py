from __future__ import annotations

import pytest

from tracker.domain.evidence import EvidenceDraft, EvidenceKind, Stance
from tracker.domain.status import AttributionCheck, Dismissal, Stage, Status


@pytest.fixture
def suggested(desk, ledger, two_sides):
    """A ledger whose claims are still the machine's suggestions."""
    desk.importing.take_in(two_sides, by="Bea")
    return ledger


async def test_a_accepts_a_suggested_claim_and_goes_on(sit_down, suggested):
    async with sit_down(suggested) as seat:
        assert "this claim" in seat.seen
        await seat.press("a")
        assert seat.claim(1).stage is Stage.OPEN
        assert (seat.told, seat.cursor) == ("C1 accepted.", "C2")


async def test_x_dismisses_a_suggested_claim_as_not_a_claim(sit_down, suggested):
    async with sit_down(suggested) as seat:
        await seat.press("x")
        assert seat.claim(1).dismissal is Dismissal.NOT_A_CLAIM
        assert seat.told == "C1 dismissed: not a claim."


async def test_shift_x_asks_for_the_reason_of_a_dismissal(sit_down, suggested):
    async with sit_down(suggested) as seat:
        await seat.press("X", "o")
        assert seat.claim(1).dismissal is Dismissal.OUT_OF_SCOPE


async def test_a_accepts_the_status_that_is_proposed(sit_down, ferry, open_desk):
    open_desk(ferry).relating.confirm([1], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("a")
        assert seat.claim(1).status is Status.DISPUTED
        assert seat.told == "C1 marked disputed."


async def test_x_turns_down_the_status_that_is_proposed(sit_down, ferry, open_desk):
    open_desk(ferry).relating.confirm([1], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("x")
        claim = seat.claim(1)
        assert (claim.stage, claim.proposed) == (Stage.OPEN, None)
        assert seat.told == "C1 kept unverified."


async def test_a_where_nothing_is_proposed_says_so(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("a")
        assert seat.told == "Nothing is proposed for C1."


async def test_s_goes_through_all_stages(sit_down, suggested):
    async with sit_down(suggested) as seat:
        stages = []
        for _ in range(4):
            await seat.press("s")
            stages.append(seat.claim(1).stage)
        assert stages == [Stage.OPEN, Stage.IN_PROGRESS, Stage.READY, Stage.SIGNED_OFF]
        assert seat.told == "C1 now signed off by the editor who judged it."


async def test_s_stays_on_the_claim(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("s", "s")
        assert (seat.cursor, seat.claim(1).stage) == ("C1", Stage.READY)


async def test_o_returns_a_ready_claim_with_a_reason(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("s", "s", "o")
        assert "Why does C1 go back?" in seat.seen
        await seat.press("enter")
        assert "Write something" in seat.seen
        await seat.write("the date is wrong")
        await seat.press("enter")
        assert seat.claim(1).stage is Stage.IN_PROGRESS


async def test_o_reopens_a_dismissed_claim_without_asking(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("X", "n", "G")
        assert seat.cursor == "C1"
        await seat.press("o")
        assert seat.claim(1).stage is Stage.OPEN


async def test_o_on_an_open_claim_says_what_can_go_back(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("o")
        assert seat.told.startswith("C1 is open; only a ready claim can be returned")


async def test_i_takes_a_claim_and_then_gives_it_away(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("i")
        assert seat.claim(1).assignee == "Ada"
        await seat.press("i")
        await seat.write("Cem")
        await seat.press("enter")
        assert seat.claim(1).assignee == "Cem"


async def test_a_claim_is_given_to_nobody(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("i", "i", "enter")
        assert seat.claim(1).assignee is None
        assert seat.told == "C1 given to nobody."


async def test_shift_w_lets_a_claim_wait(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("s", "W")
        await seat.write("the coroner")
        await seat.press("down")
        await seat.write("tomorrow")
        await seat.press("enter")
        assert "“tomorrow” is no date" in seat.seen
        await seat.press("down", "ctrl+u")
        await seat.write("2031-06-01")
        await seat.press("enter")
        claim = seat.claim(1)
        assert (claim.stage, claim.waiting_for) == (Stage.WAITING, "the coroner")


async def test_e_adds_evidence_that_undermines(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("e")
        await seat.write("https://harbour.example/radar")
        await seat.press("enter")
        await seat.press("u", "enter")  # on a blank that is still needed
        evidence = seat.desk.browsing.dossier(1).evidence[0]
        assert evidence.stance is Stance.UNDERMINES
        assert evidence.kind is EvidenceKind.DOCUMENT
        assert seat.told == "Evidence added to C1."


async def test_evidence_has_no_stance_until_one_is_chosen(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("e")
        await seat.write("radar")
        await seat.press("ctrl+s")
        said = " ".join(seat.seen.split())
        assert "Say how the evidence bears on the claim: supports, undermines" in said
        assert "“It …”" not in said


async def test_evidence_stays_with_the_claim_that_e_was_pressed_on(sit_down, ferry, open_desk):
    other = open_desk(ferry)
    async with sit_down(ferry) as seat:
        await seat.press("e")
        other.reviewing.dismiss([1], by="Bea")  # the list is another now
        await seat.write("radar")
        await seat.press("enter", "s", "enter")
        assert len(seat.desk.browsing.dossier(1).evidence) == 1


async def test_t_logs_an_attempt(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("t")
        await seat.write("rang the pier")
        await seat.press("enter")
        attempt = seat.desk.browsing.dossier(1).attempts[0]
        assert (attempt.what, attempt.result) == ("rang the pier", "no result")


async def test_n_leaves_a_note(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("n")
        await seat.write("ask the pilot\nand his mate")
        await seat.press("ctrl+s")
        assert seat.desk.browsing.dossier(1).notes[0].text == "ask the pilot\nand his mate"


async def test_shift_t_tags_and_untags(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("T")
        await seat.write("harbour Selm")
        await seat.press("enter")
        assert seat.claim(1).tags == ("harbour", "selm")
        await seat.press("T")
        await seat.write("-harbour")
        await seat.press("enter")
        assert seat.claim(1).tags == ("selm",)


async def test_l_relates_a_claim_to_another(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("l", "enter", "2", "2")
        assert seat.told == "C1 denies C2."


async def test_a_relation_of_one_origin_is_refused_with_its_reason(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("l")
        await seat.write("no lights")
        await seat.press("enter", "3", "8")
        assert "go back to one origin" in seat.told
        assert "tracker edit" not in seat.told


async def test_y_copies_the_safe_sentence(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("y")
        assert seat.app.clipboard.startswith("Dockers’ League said that a harbour guard launch")
        assert seat.told == f"Copied for C1: {seat.app.clipboard}"


async def test_y_copies_the_claim_under_the_cursor_however_fast_one_moves(sit_down, ferry):
    async with sit_down(ferry) as seat:
        for key in ("G", "y"):
            seat.strike(key)
        await seat.settled()
        statement = seat.app.screen.table.row.statement
        assert statement in seat.app.clipboard


async def test_u_takes_back_and_stands_on_what_was_undone(sit_down, judged):
    async with sit_down(judged) as seat:
        await seat.press("w", "G", "u")
        assert (seat.cursor, seat.claim(1).judged_by) == ("C1", "Bea")
        assert seat.told == "Undone: mark (C1)."


async def test_u_stands_on_the_claim_whose_evidence_was_undone(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("j", "e")
        await seat.write("radar")
        await seat.press("enter", "s", "enter", "G", "u")
        assert (seat.cursor, seat.desk.browsing.dossier(2).evidence) == ("C2", ())


async def test_u_takes_back_what_an_earlier_run_did(sit_down, ferry, open_desk):
    open_desk(ferry).gathering.tag([3], ["lights"], by="Ada")
    async with sit_down(ferry) as seat:
        await seat.press("u")
        assert (seat.cursor, seat.claim(3).tags) == ("C3", ())


async def test_u_leaves_alone_what_others_did(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("u")
        assert seat.told == "There is nothing of Ada's to undo."


async def test_u_is_refused_where_somebody_has_built_on_it(sit_down, ferry, open_desk):
    other = open_desk(ferry)
    async with sit_down(ferry) as seat:
        await seat.press("i")
        other.reviewing.assign([1], "Cem", by="Bea")
        await seat.press("u")
        assert seat.told.startswith("“assign” cannot be undone: C1 was changed by Bea")


async def test_u_asks_before_it_takes_claims_away(sit_down, desk, ledger, two_sides):
    desk.importing.take_in(two_sides, by="Ada")
    async with sit_down(ledger) as seat:
        await seat.press("u")
        assert "Undo “take in”?" in seat.seen
        await seat.press("escape")
        assert seat.cursor == "C1"
        await seat.press("u", "enter")
        assert "No claims yet." in seat.seen


EDITS = [
    ("s", "a launch rammed it", "statement", "a launch rammed it"),
    ("c", "alleged", "cue", "alleged"),
    ("h", "likely", "hedge", "likely"),
]


@pytest.mark.parametrize(("key", "text", "field", "value"), EDITS, ids=[one[2] for one in EDITS])
async def test_shift_e_corrects_a_text(sit_down, ferry, key, text, field, value):
    async with sit_down(ferry) as seat:
        await seat.press("E", key, "home", "shift+end", "delete")
        await seat.write(text)
        await seat.press("enter")
        assert getattr(seat.claim(1), field) == value


async def test_shift_e_corrects_the_quote_piece_by_piece(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("E", "q")
        assert "killing at least two passengers" in seat.seen
        await seat.press("backspace", "ctrl+s")
        assert seat.claim(1).quote.endswith("killing at least two passenger")


async def test_shift_e_corrects_the_chain(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("E", "n")
        await seat.write("\nRadio Estuary | relay | radio")
        await seat.press("ctrl+s")
        assert [hop.role for hop in seat.claim(1).chain] == ["speaker", "relay"]


async def test_shift_e_corrects_figures(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("E", "f", "home", "ctrl+k")
        await seat.write("up to five passengers killed")
        await seat.press("ctrl+s")
        assert seat.claim(1).figures[0].high == 5


async def test_shift_e_chooses_the_attribution_check(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("E", "r", "3")
        assert seat.claim(1).attribution_check is AttributionCheck.PRIMARY_SEEN


async def test_shift_e_says_that_a_claim_cannot_be_checked(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("E", "o", "2")
        assert not seat.claim(1).checkable


async def test_shift_e_chooses_the_event(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("E", "e")
        assert "Closure of the pier" in seat.seen
        await seat.press("3")
        assert seat.claim(1).event_id is None


async def test_shift_e_corrects_a_facet_and_whom_it_means(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("E", "a", "enter", "down", "ctrl+u")
        await seat.write("Varland")
        await seat.press("enter")
        value = seat.claim(1).facets[0]
        assert (value.words, value.source_id) == ("a harbour guard launch", 3)


async def test_a_value_that_is_none_comes_back_to_be_mended(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("E", "d")
        await seat.write("tomorrow")
        await seat.press("enter")
        assert "“tomorrow” is no date" in seat.seen
        await seat.press("ctrl+u")
        await seat.write("2031-06-01T12:00+00:00")
        await seat.press("enter")
        assert seat.claim(1).due.hour == 12


async def test_an_edit_that_changes_nothing_is_no_action(sit_down, ferry):
    async with sit_down(ferry) as seat:
        before = seat.desk.auditing.head()
        await seat.press("E", "s", "enter")
        assert seat.desk.auditing.head() == before


async def test_evidence_is_added_to_all_that_are_selected(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("space", "space", "e")
        assert "Evidence on 2 claims" in seat.seen
        await seat.write("radar")
        await seat.press("enter", "c", "enter")
        assert [len(seat.desk.browsing.dossier(n).evidence) for n in (1, 2)] == [1, 1]


async def test_stale_is_said_on_the_page(sit_down, ferry, open_desk):
    desk = open_desk(ferry)
    desk.relating.confirm([1], by="Bea")
    desk.reviewing.accept([1], by="Bea")
    desk.gathering.add_evidence([1], EvidenceDraft("radar", Stance.SUPPORTS), by="Bea")
    async with sit_down(ferry, size=(120, 36)) as seat:
        assert "· stale" in seat.seen
        assert "something new has come since" in seat.seen


@pytest.mark.parametrize("there", ["", "enter", "2"])
async def test_x_dismisses_nothing_that_is_not_proposed(sit_down, ferry, there):
    async with sit_down(ferry) as seat:
        await seat.press(*there.split())
        claim = seat.app.screen.in_hand
        await seat.press("x", "x")
        assert seat.claim(claim).stage is Stage.OPEN


async def test_x_on_a_claim_in_progress_speaks_in_keys_not_in_options(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("s", "x")
        assert seat.told == "Nothing is proposed for C1; X dismisses the claim itself."


async def test_w_on_what_is_unverified_leaves_no_trace(sit_down, ferry):
    async with sit_down(ferry) as seat:
        entries = len(seat.desk.browsing.history(limit=100))
        await seat.press("w")
        assert seat.told == "C1 is already unverified."
        assert len(seat.desk.browsing.history(limit=100)) == entries


async def test_one_message_takes_the_place_of_the_one_before(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("i", "y", "w")
        assert "already unverified" in seat.seen
        assert "given to Ada" not in seat.seen
