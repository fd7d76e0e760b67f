"""Events that several parties tell otherwise: the grid, and settling from it by key."""

from __future__ import annotations

from dataclasses import replace

from contests import election, reactor, strike, trial
from seat import line

from tracker.domain.evidence import Stance
from tracker.domain.facet import Facet
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import RelationKind, RelationState
from tracker.domain.status import Stage, Status
from tracker.tui.words.party import passage_of


def column(seen: str, name: str) -> int:
    return line(seen, name).index(name)


async def test_five_parties_are_five_columns_where_there_is_room(sit_down, of):
    async with sit_down(of(strike), size=(200, 60)) as seat:
        await seat.press("3")
        names = line(seat.seen, "Orla police")
        assert [
            names.index(one) for one in ("Orla police", "Tram", "Hanna", "Orla Trams", "St. Brede")
        ] == sorted(
            names.index(one) for one in ("Orla police", "Tram", "Hanna", "Orla Trams", "St. Brede")
        )
        assert "5 speakers, 4 independent origins" in seat.seen


async def test_the_grid_marks_each_party_against_the_chosen_one(sit_down, of):
    async with sit_down(of(strike), size=(200, 60)) as seat:
        await seat.press("3", "g", "left")
        assert "≠ casualties" in seat.seen
        row = line(seat.seen, "≠ casualties")
        assert "≠? eleven people were hurt" in row
        assert "silent" in row


async def test_on_a_low_terminal_there_are_the_two_that_are_compared(sit_down, of):
    async with sit_down(of(strike)) as seat:
        await seat.press("3", "g")
        assert "Orla police" in seat.seen
        assert "Drivers’ Union" in seat.seen
        assert "St. Brede" not in line(seat.seen, "Orla police")
        assert "tab 4 further accounts" in seat.seen


async def test_tab_puts_the_next_account_opposite_and_shift_tab_the_one_before(sit_down, of):
    async with sit_down(of(strike)) as seat:
        await seat.press("3", "g", "left")
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await seat.press(key)
            seen.append(next(n for n in (3, 4, 5, 6) if f"C{n} ○" in seat.seen))
        assert seen == [3, 4, 5, 4]
        assert "C1 ○" in seat.seen


async def test_an_account_that_is_tied_to_none_is_shown_all_the_same(sit_down, of):
    async with sit_down(of(strike)) as seat:
        await seat.press("3", "g", "left", "tab")
        assert "Contradictions  C1 beside C3" in seat.seen
        await seat.press("a")
        assert seat.told == "Nothing is proposed for C1."


async def test_tab_to_a_pair_that_waits_lets_it_be_decided(sit_down, of):
    async with sit_down(of(strike)) as seat:
        await seat.press("3", "g", "left", "tab", "tab", "tab")
        assert "R2 contradicts on casualties" in seat.seen
        await seat.press("a")
        assert seat.told == "R2 confirmed: contradicts."


async def test_tab_with_nobody_else_says_so(sit_down, sample):
    async with sit_down(sample) as seat:
        await seat.press("3", "tab")
        assert seat.told == "Nobody else tells of this event."


async def test_the_arrows_walk_the_columns_of_the_grid(sit_down, of):
    async with sit_down(of(strike), size=(200, 60)) as seat:
        await seat.press("3", "g", "left", "left", "right", "right", "i")
        assert seat.told == "C3 given to Ada."
        await seat.press("right", "right", "right", "i")
        assert seat.told == "C5 given to Ada."


async def test_a_facet_on_which_the_chosen_one_is_silent_is_marked_all_the_same(sit_down, of):
    async with sit_down(of(reactor), size=(200, 60)) as seat:
        await seat.press("3")
        while "R3" not in seat.seen:
            await seat.press("j")
        assert "≠ iodine leaked" in seat.seen


async def test_who_denies_is_told_apart_from_who_contradicts(sit_down, of):
    async with sit_down(of(reactor), size=(120, 36)) as seat:
        await seat.press("3")
        while "R3" not in seat.seen:
            await seat.press("j")
        assert "¬ none of its" in seat.seen
        assert "R3 ¬ denies, confirmed: Nordmark denies what interior ministry says" in seat.seen


async def test_an_admission_is_told_and_marked(sit_down, of, open_desk):
    path = of(trial)
    async with sit_down(path, size=(200, 60)) as seat:
        await seat.press("3")
        while "R1 " not in seat.seen:
            await seat.press("j")
        assert "≡ he" in seat.seen
        assert "against own interest" in seat.seen
        assert "blames the other side" in seat.seen


async def test_a_newer_figure_is_told_with_the_former_one(sit_down, of):
    async with sit_down(of(strike), size=(200, 60)) as seat:
        await seat.press("3", "g")
        assert "six people were hurt; formerly" in seat.seen


async def test_a_newer_figure_beside_the_former_is_an_update(sit_down, of):
    async with sit_down(of(strike)) as seat:
        await seat.press("3", "g", "left", *["tab"] * 4)
        assert "↻ casualties" in seat.seen
        assert "R5 ↻ updates, confirmed: Orla police says so by now" in seat.seen


async def test_what_is_still_needed_is_said_on_top(sit_down, of):
    async with sit_down(of(election), size=(120, 36)) as seat:
        await seat.press("3")
        assert "what came of it – no evidence on either side, nothing tried" in seat.seen


async def test_evidence_for_one_side_undermines_the_other_in_one_step(sit_down, of):
    async with sit_down(of(election)) as seat:
        await seat.press("3", "e")
        await seat.write("protocol.pdf")
        await seat.press("down", "down", "down", "s", "down", "u", "enter")
        assert seat.told == "Evidence added to C1 and C2."
        for number, stance in ((1, Stance.SUPPORTS), (2, Stance.UNDERMINES)):
            (piece,) = seat.desk.browsing.dossier(number).evidence
            assert (piece.stance, piece.title) == (stance, "protocol.pdf")
        await seat.press("u")
        assert not seat.desk.browsing.dossier(2).evidence


async def test_evidence_that_says_nothing_of_the_other_side_is_added_to_one(sit_down, of):
    async with sit_down(of(election)) as seat:
        await seat.press("3", "e")
        await seat.write("protocol.pdf")
        await seat.press("down", "down", "down", "c", "down", "n", "enter")
        assert seat.told == "Evidence added to C1."
        assert not seat.desk.browsing.dossier(2).evidence


async def test_what_the_evidence_says_of_the_other_side_must_be_said(sit_down, of):
    async with sit_down(of(election)) as seat:
        await seat.press("3", "e")
        await seat.write("protocol.pdf")
        await seat.press("down", "down", "down", "s", "enter")
        assert "Say how it bears on C2: nothing, supports" in seat.seen


async def test_shift_a_accepts_disputed_for_both_in_one_action(sit_down, of):
    async with sit_down(of(election)) as seat:
        await seat.press("3", "a")
        assert "A accept both" in seat.seen
        await seat.press("A")
        assert [seat.claim(number).status for number in (1, 2)] == [Status.DISPUTED] * 2
        await seat.press("u")
        assert [seat.claim(number).status for number in (1, 2)] == [Status.UNVERIFIED] * 2


async def test_disputed_is_accepted_also_for_claims_that_are_only_suggested(sit_down, desk, ledger):
    desk.importing.take_in(election(), by="Bea")
    async with sit_down(ledger) as seat:
        await seat.press("3", "a", "A")
        assert [seat.claim(number).status for number in (1, 2)] == [Status.DISPUTED] * 2


async def test_dismissing_disputed_leaves_a_claim_that_is_only_suggested(sit_down, desk, ledger):
    desk.importing.take_in(election(), by="Bea")
    async with sit_down(ledger) as seat:
        await seat.press("3", "a", "x")
        first, second = (seat.claim(number) for number in (1, 2))
        assert [first.stage, second.stage] == [Stage.SUGGESTED] * 2
        assert [bool(first.proposed), bool(second.proposed)].count(True) == 1


async def test_shift_a_says_when_nothing_is_proposed(sit_down, of):
    async with sit_down(of(election)) as seat:
        await seat.press("3", "A")
        assert seat.told == "Nothing is proposed for these two."


async def test_shift_a_marks_the_side_that_can_be_checked_and_says_why_not_the_other(
    sit_down, of, desk
):
    ledger = of(election)
    desk.editing.edit(Ref(Kind.CLAIM, 2), "checkable", ["no"], by="Bea")
    async with sit_down(ledger) as seat:
        await seat.press("3", "a", "A")
        assert [seat.claim(number).status for number in (1, 2)] == [
            *(Status.DISPUTED, Status.UNVERIFIED)
        ]
        assert seat.told == (
            "Accepted for C1; C2 cannot be checked (opinion, prediction or promise)."
        )


async def test_p_writes_the_report_of_the_event_that_is_looked_at(sit_down, of):
    async with sit_down(of(election)) as seat:
        await seat.press("3", "p")
        assert "ontradictions" in seat.seen
        assert ".md" in seat.seen


async def test_what_is_split_off_needs_a_title_of_its_own(sit_down, of):
    async with sit_down(of(strike)) as seat:
        await seat.press("3", "g", "S", "enter")
        assert len(seat.desk.browsing.events()) == 1
        shown = " ".join(seat.seen.replace("│", " ").split())
        assert "E1 keeps its title: Clash on the picket line" in shown
        await seat.write("A new title")
        await seat.press("enter")
        assert "A new title" in [one.title for one in seat.desk.browsing.events()]


async def test_l_offers_the_claim_opposite_first(sit_down, of):
    async with sit_down(of(strike)) as seat:
        await seat.press("3", "g", "left", "tab", "l", "enter")
        assert "C1 … C3" in seat.seen


async def test_y_copies_a_sentence_of_all_accounts(sit_down, of):
    async with sit_down(of(reactor)) as seat:
        await seat.press("3", "y")
        assert seat.app.clipboard.count(" said that ") == 5
        assert seat.app.clipboard.endswith("have not been independently verified.")
        assert seat.told.startswith("Copied for E1: ")


async def test_an_event_is_merged_with_another_and_parted_again(sit_down, of, desk):
    desk.importing.take_in(reactor(), by="Bea", stage=Stage.OPEN)
    async with sit_down(of(election)) as seat:
        await seat.press("3", "g")
        mine = seat.claim(6).event_id
        await seat.press("M", "enter")
        assert "None is chosen yet: ↓ goes to the first, or type to search." in seat.seen
        assert len({seat.claim(number).event_id for number in (1, 6)}) == 2
        await seat.press("down", "enter")
        assert seat.told.endswith("; u parts them again.")
        assert len({seat.claim(number).event_id for number in (1, 6)}) == 1
        await seat.press("u")
        assert {seat.claim(1).event_id, seat.claim(6).event_id} == {1, mine}


async def test_a_ledger_of_one_event_has_none_to_merge_it_with(sit_down, of):
    async with sit_down(of(election)) as seat:
        await seat.press("3", "M", "enter")
        assert "No other event is found" in seat.seen


async def test_the_claim_of_a_side_is_split_off_and_joined_again(sit_down, of):
    async with sit_down(of(strike)) as seat:
        await seat.press("3", "g", "left", "S")
        await seat.write("The stones")
        await seat.press("enter")
        said = "E2 split from E1, 2 suggested pairs between them rejected; u joins them again."
        assert seat.told == said
        assert seat.claim(1).event_id == 2
        assert seat.desk.browsing.event(2).title == "The stones"
        await seat.press("u")
        assert seat.claim(1).event_id == 1


async def test_several_claims_are_split_off_from_the_queue(sit_down, of):
    async with sit_down(of(strike), size=(120, 36)) as seat:
        await seat.press("g", "space", "j", "space", "S")
        await seat.write("Another day")
        await seat.press("enter")
        assert len(seat.desk.browsing.ids(seat.app.screen.where)) == 6
        assert sum(seat.claim(number).event_id == 2 for number in range(1, 7)) == 2


async def test_a_claim_without_an_event_cannot_be_split_off(sit_down, ferry, open_desk):
    open_desk(ferry).editing.edit(Ref.parse("C1"), "event", ["none"], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("g", "S")
        assert seat.told == "C1 is about no event yet; E sets its event."


async def test_a_suggested_agreement_is_decided_here_too(sit_down, ferry, open_desk):
    desk = open_desk(ferry)
    desk.relating.reject([1], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("3")
        assert "R2 corroborates on casualties" in seat.seen
        await seat.press("x")
        assert seat.desk.browsing.relations(RelationState.REJECTED)[1].id == 2


async def test_a_side_that_was_retracted_is_told_formerly(sit_down, of, open_desk):
    path = of(strike)
    desk = open_desk(path)
    desk.relating.relate(6, 1, RelationKind.RETRACTS, Facet.ACTOR, by="Bea")
    async with sit_down(path, size=(200, 60)) as seat:
        await seat.press("3", "g")
        assert "formerly pickets" in seat.seen


async def test_what_a_claim_does_to_another_is_told_by_glyph_and_word(sit_down, of):
    async with sit_down(of(strike)) as seat:
        await seat.press("3", "g", "left", *["tab"] * 4)
        assert "↻ updates C1" in seat.seen
    async with sit_down(of(strike), size=(200, 60)) as seat:
        await seat.press("3", "g")
        assert "¬? denies C2" in seat.seen


async def test_five_parties_are_readable_on_a_low_terminal(sit_down, of):
    async with sit_down(of(strike)) as seat:
        await seat.press("3", "g")
        assert "Orla Trams: its guards" in seat.seen
        assert "St. Brede hospital: eleven people were hurt" in seat.seen


async def test_the_facet_at_issue_comes_first(sit_down, of):
    async with sit_down(of(strike)) as seat:
        await seat.press("3", "g")
        assert seat.seen.index("≠ actor") < seat.seen.index("casualties")
        assert seat.seen.index("casualties") < seat.seen.index("· means")


def test_the_words_of_a_denial_are_not_shown_without_its_no(full_desk):
    dossier = full_desk.browsing.dossier(1)
    quote = dossier.claim.quote
    denied = replace(dossier, claim=replace(dossier.claim, cue="denied"))
    assert passage_of(denied).plain.startswith(f"denied “{quote}”")
    assert passage_of(dossier).plain.startswith(f"“{quote}”")


def columns(seen: str) -> str:
    """The signs over the columns: ━ acted on, ─ opposite, ┈ others."""
    (line,) = (line for line in seen.split("\n") if "━━" in line)
    return "".join(part[0] for part in line.split())


async def test_the_two_that_are_compared_stand_beside_each_other(sit_down, of):
    async with sit_down(of(strike), size=(200, 60)) as seat:
        await seat.press("3", "g", "left")
        seen = [columns(seat.seen)]
        for _ in range(4):
            await seat.press("right")
            seen.append(columns(seat.seen))
        assert seen == ["━─┈┈┈", "─━┈┈┈", "─┈━┈┈", "─┈┈━┈", "─┈┈┈━"]
        await seat.press("tab")
        assert set(columns(seat.seen)[:2]) == {"━", "─"}
