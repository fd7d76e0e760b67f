"""Reviewing: one claim or many, whole or not at all, against what others do meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from ledger_state import state_of

from tracker.desk.reviewing import Backing
from tracker.domain.errors import (
    ChangedMeanwhileError,
    GuardError,
    NothingProposedError,
    RefusedError,
    UnknownRefError,
)
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, NoCapture, Stance
from tracker.domain.listing import Filter, Order
from tracker.domain.reference import Ref
from tracker.domain.status import AttributionCheck, Dismissal, Missing, Stage, Status

AGAINST = EvidenceDraft("https://harbour.example/log", Stance.UNDERMINES)
FOR = EvidenceDraft("https://harbour.example/chart", Stance.SUPPORTS, content=b"chart")
ASKED = AttemptDraft("asked the harbour master", "")
REFUTED = Backing("the log says so", AGAINST)


def claim(desk, number: int):
    return desk.browsing.dossier(number).claim


def refute(desk, *numbers: int, by: str = "Ada", **more: object):
    return desk.reviewing.mark(list(numbers), Status.REFUTED, by=by, backing=REFUTED, **more)


@pytest.mark.parametrize(
    ("status", "missing"),
    [
        (Status.UNVERIFIED, ()),
        (Status.CORROBORATED, (Missing.CORROBORATION,)),
        (Status.CONFIRMED, (Missing.SUPPORTING, Missing.REASON)),
        (Status.DISPUTED, (Missing.COUNTER_CLAIM,)),
        (Status.MISLEADING, (Missing.EVIDENCE, Missing.REASON)),
        (Status.REFUTED, (Missing.UNDERMINING, Missing.REASON)),
        (Status.UNVERIFIABLE, (Missing.ATTEMPT, Missing.REASON)),
    ],
)
def test_what_is_missing_can_be_asked_before_marking(full_desk, status, missing):
    assert full_desk.reviewing.missing([1, 2], status) == missing


def test_what_several_claims_lack_is_said_once(full_desk):
    full_desk.gathering.add_evidence([1], AGAINST, by="Bea")
    lacking = full_desk.reviewing.missing([1, 2, 3], Status.REFUTED)
    assert set(lacking) == {Missing.UNDERMINING, Missing.REASON}


@pytest.mark.parametrize(
    ("status", "backing"),
    [
        (Status.CONFIRMED, Backing("seen on the chart", FOR)),
        (Status.MISLEADING, Backing("cut short", AGAINST)),
        (Status.REFUTED, REFUTED),
        (Status.UNVERIFIABLE, Backing("nobody answers", attempt=ASKED)),
        (Status.UNVERIFIED, Backing("only they say so")),
    ],
)
def test_a_status_can_be_set_with_its_backing_in_one_step(full_desk, status, backing):
    (marked,) = full_desk.reviewing.mark([4], status, by="Ada", backing=backing)
    assert (marked.status, marked.stage, marked.judged_by) == (status, Stage.IN_PROGRESS, "Ada")


def test_backing_that_does_not_suffice_is_not_kept_either(full_desk):
    before = state_of(full_desk)
    with pytest.raises(GuardError, match="C4 cannot be marked confirmed: it needs supporting"):
        full_desk.reviewing.mark([4], Status.CONFIRMED, by="Ada", backing=REFUTED)
    assert state_of(full_desk) == before


def test_marking_many_is_all_or_nothing(full_desk):
    full_desk.reviewing.dismiss([3], by="Bea", why=Dismissal.DUPLICATE)
    before = state_of(full_desk), full_desk.auditing.head()
    with pytest.raises(RefusedError, match="C3 is dismissed; reopen it first"):
        refute(full_desk, 1, 2, 3)
    assert (state_of(full_desk), full_desk.auditing.head()) == before


def test_a_claim_named_twice_is_marked_once(full_desk):
    assert len(refute(full_desk, 1, 1, 1)) == 1
    assert len(full_desk.browsing.dossier(1).evidence) == 1


ON_MANY = {
    "mark": lambda desk, which: desk.reviewing.mark(which, Status.UNVERIFIED, by="Ada"),
    "accept": lambda desk, which: desk.reviewing.accept(which, by="Ada"),
    "dismiss": lambda desk, which: desk.reviewing.dismiss(which, by="Ada"),
    "start": lambda desk, which: desk.reviewing.start(which, by="Ada"),
    "ready": lambda desk, which: desk.reviewing.ready(which, by="Ada"),
    "sign off": lambda desk, which: desk.reviewing.sign_off(which, by="Ada"),
    "advance": lambda desk, which: desk.reviewing.advance(which, by="Ada"),
    "send back": lambda desk, which: desk.reviewing.send_back(which, by="Ada", reason="thin"),
    "wait": lambda desk, which: desk.reviewing.wait(which, "the coroner", None, by="Ada"),
    "assign": lambda desk, which: desk.reviewing.assign(which, "Bea", by="Ada"),
    "check": lambda desk, which: desk.reviewing.check_attribution(
        which, AttributionCheck.ALTERED, by="Ada"
    ),
    "tag": lambda desk, which: desk.gathering.tag(which, ["pier"], by="Ada"),
    "untag": lambda desk, which: desk.gathering.untag(which, ["pier"], by="Ada"),
    "note": lambda desk, which: desk.gathering.add_note(which, "thin", by="Ada"),
    "attempt": lambda desk, which: desk.gathering.log_attempt(which, ASKED, by="Ada"),
    "evidence": lambda desk, which: desk.gathering.add_evidence(which, FOR, by="Ada"),
}


@pytest.mark.parametrize("act", ON_MANY)
def test_there_must_be_a_claim_to_act_on(full_desk, act):
    with pytest.raises(RefusedError, match="no claim is selected"):
        ON_MANY[act](full_desk, [])


@pytest.mark.parametrize("act", ON_MANY)
def test_a_claim_that_is_not_there_stops_the_whole_act(full_desk, act):
    full_desk.reviewing.start([1], by="Bea")
    before = state_of(full_desk)
    with pytest.raises((UnknownRefError, RefusedError)):
        ON_MANY[act](full_desk, [1, 99])
    assert state_of(full_desk) == before


SEEN = {
    "mark": lambda desk, seen: refute(desk, 1, by="Bea", seen=seen),
    "start": lambda desk, seen: desk.reviewing.start([1], by="Bea", seen=seen),
    "dismiss": lambda desk, seen: desk.reviewing.dismiss([1], by="Bea", seen=seen),
    "advance": lambda desk, seen: desk.reviewing.advance([1], by="Bea", seen=seen),
    "assign": lambda desk, seen: desk.reviewing.assign([1], "Bea", by="Bea", seen=seen),
    "edit": lambda desk, seen: desk.editing.edit(
        Ref.parse("C1"), "cue", ["said"], by="Bea", seen=seen
    ),
}


@pytest.mark.parametrize("act", SEEN)
def test_an_editor_is_told_when_somebody_was_faster(full_desk, act):
    seen = {1: claim(full_desk, 1).version}
    full_desk.gathering.tag([1], ["pier"], by="Ada")
    with pytest.raises(ChangedMeanwhileError, match=r"^C1 was changed by Ada at \d\d:\d\d \(tags"):
        SEEN[act](full_desk, seen)
    assert claim(full_desk, 1).status is Status.UNVERIFIED


@pytest.mark.parametrize("act", SEEN)
def test_an_editor_who_has_seen_the_newest_goes_on(full_desk, act):
    full_desk.gathering.tag([1], ["pier"], by="Ada")
    before = claim(full_desk, 1).version
    SEEN[act](full_desk, {1: before})
    assert claim(full_desk, 1).version > before


def test_one_stale_look_among_many_stops_them_all(full_desk):
    seen = {number: claim(full_desk, number).version for number in (1, 2, 3)}
    full_desk.gathering.tag([2], ["pier"], by="Ada")
    with pytest.raises(ChangedMeanwhileError, match="C2 was changed by Ada"):
        refute(full_desk, 1, 2, 3, by="Bea", seen=seen)
    assert claim(full_desk, 1).status is Status.UNVERIFIED


@pytest.mark.parametrize("act", SEEN)
def test_looking_goes_stale_by_what_is_done_to_many_too(full_desk, act):
    seen = {number: claim(full_desk, number).version for number in (1, 2, 3)}
    full_desk.reviewing.assign([1, 2, 3], "Cem", by="Cem")
    with pytest.raises(ChangedMeanwhileError, match="C1 was changed by Cem"):
        SEEN[act](full_desk, seen)
    assert {claim(full_desk, number).assignee for number in (1, 2, 3)} == {"Cem"}


def test_looking_goes_stale_by_undoing_too(full_desk):
    full_desk.gathering.tag([1], ["pier"], by="Ada")
    seen = {1: claim(full_desk, 1).version}
    full_desk.auditing.undo(by="Ada")
    with pytest.raises(ChangedMeanwhileError):
        refute(full_desk, 1, by="Bea", seen=seen)


def test_a_claim_goes_its_whole_way(full_desk):
    refute(full_desk, 1)
    full_desk.reviewing.wait([1], "the coroner", datetime(2031, 5, 9, tzinfo=UTC), by="Ada")
    full_desk.reviewing.ready([1], by="Ada")
    (signed,) = full_desk.reviewing.sign_off([1], by="Bea")
    assert (signed.stage, signed.signed_by, signed.self_signed) == (Stage.SIGNED_OFF, "Bea", False)
    (reopened,) = full_desk.reviewing.send_back([1], by="Cem", reason="new film")
    assert (reopened.stage, reopened.former_status) == (Stage.IN_PROGRESS, Status.REFUTED)


def test_accepting_opens_what_the_machine_suggested(desk, two_sides):
    desk.importing.take_in(two_sides, by="Ada")
    desk.reviewing.accept([1, 2], by="Bea")
    assert [claim(desk, number).stage for number in (1, 2, 3)] == ["open", "open", "suggested"]


def test_accepting_comes_before_accepting_a_status(desk, two_sides):
    desk.importing.take_in(two_sides, by="Ada")
    desk.relating.confirm([1], by="Bea")
    (opened,) = desk.reviewing.accept([1], by="Bea")
    assert (opened.stage, opened.status) == (Stage.OPEN, Status.UNVERIFIED)
    (marked,) = desk.reviewing.accept([1], by="Bea")
    assert marked.status is Status.DISPUTED


def test_there_must_be_something_proposed_to_accept(full_desk):
    with pytest.raises(RefusedError, match="nothing is proposed for C4"):
        full_desk.reviewing.accept([4], by="Ada")


def test_a_proposal_whose_ground_is_gone_is_not_accepted(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    full_desk.relating.reject([1], by="Bea")
    with pytest.raises(NothingProposedError):
        full_desk.reviewing.accept([1], by="Ada")


def test_dismissing_a_suggested_claim_gives_not_a_claim_as_reason(desk, two_sides):
    desk.importing.take_in(two_sides, by="Ada")
    (gone,) = desk.reviewing.dismiss([6], by="Bea")
    assert (gone.stage, gone.dismissal) == (Stage.DISMISSED, Dismissal.NOT_A_CLAIM)


@pytest.mark.parametrize("stage", ["in progress", "waiting"])
def test_a_claim_that_somebody_works_on_is_dismissed_only_for_a_reason(full_desk, stage):
    full_desk.reviewing.start([4], by="Bea")
    if stage == "waiting":
        full_desk.reviewing.wait([4], "the coroner", None, by="Bea")
    with pytest.raises(RefusedError, match=f"C4 is {stage} and nothing is proposed for it"):
        full_desk.reviewing.dismiss([4], by="Ada")
    (gone,) = full_desk.reviewing.dismiss([4], by="Ada", why=Dismissal.NOT_A_CLAIM)
    assert gone.dismissal is Dismissal.NOT_A_CLAIM


def test_an_open_claim_is_dismissed_as_no_claim(full_desk):
    (gone,) = full_desk.reviewing.dismiss([4], by="Ada")
    assert gone.dismissal is Dismissal.NOT_A_CLAIM


def test_with_a_reason_it_is_the_claim_that_is_dismissed(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    (gone,) = full_desk.reviewing.dismiss([1], by="Ada", why=Dismissal.OUT_OF_SCOPE)
    assert (gone.stage, gone.dismissal) == (Stage.DISMISSED, Dismissal.OUT_OF_SCOPE)


def test_a_deadline_and_a_contest_come_first_in_the_queue(full_desk):
    full_desk.editing.edit(Ref.parse("C5"), "due", ["2031-05-02"], by="Ada")
    full_desk.reviewing.dismiss([4], by="Ada")
    assert full_desk.browsing.ids(Filter(), Order.QUEUE) == (1, 2, 5, 3, 6, 4)


@pytest.mark.parametrize("stance", list(Stance))
def test_new_evidence_of_any_stance_makes_a_verdict_stale(full_desk, stance):
    refute(full_desk, 1)
    full_desk.gathering.add_evidence([1], EvidenceDraft("https://x.example", stance), by="Bea")
    assert claim(full_desk, 1).stale


def test_a_verdict_gives_way_to_another_with_evidence_of_its_own(full_desk):
    refute(full_desk, 1, 2)
    full_desk.reviewing.mark([1, 2], Status.CONFIRMED, by="Bea", backing=Backing("a chart", FOR))
    for number in (1, 2):
        assert (claim(full_desk, number).status, claim(full_desk, number).stale) == (
            Status.CONFIRMED,
            False,
        )


def test_marking_again_settles_a_stale_verdict(full_desk):
    refute(full_desk, 1)
    full_desk.gathering.add_evidence([1], FOR, by="Bea")
    (again,) = full_desk.reviewing.mark([1], Status.REFUTED, by="Ada", backing=Backing("still"))
    assert not again.stale


@pytest.mark.parametrize("add", ["note", "attempt"])
def test_notes_and_attempts_unsettle_nothing(full_desk, add):
    refute(full_desk, 1)
    ON_MANY[add](full_desk, [1])
    assert not claim(full_desk, 1).stale


def test_evidence_bears_the_other_way_on_the_other_side(full_desk):
    made = full_desk.gathering.add_evidence([1], FOR, by="Ada", against=[2])
    assert [(one.claim_id, one.stance) for one in made] == [
        (1, Stance.SUPPORTS),
        (2, Stance.UNDERMINES),
    ]


def test_a_captured_copy_is_kept_once_under_its_hash(full_desk):
    one, two = full_desk.gathering.add_evidence([1, 2], FOR, by="Ada")
    assert one.capture == two.capture
    assert (one.no_capture, len(one.capture)) == (None, 64)


def test_evidence_without_a_copy_says_why(full_desk):
    gone = EvidenceDraft("https://x.example", Stance.CONTEXT, no_capture=NoCapture.DEAD_LINK)
    (made,) = full_desk.gathering.add_evidence([1], gone, by="Ada")
    assert (made.capture, made.no_capture, made.title) == (
        None,
        NoCapture.DEAD_LINK,
        "https://x.example",
    )


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (
            lambda desk: desk.gathering.add_evidence(
                [1], EvidenceDraft(" ", Stance.CONTEXT), by="Ada"
            ),
            "evidence needs an address or a title",
        ),
        (
            lambda desk: desk.gathering.log_attempt([1], AttemptDraft(" ", "x"), by="Ada"),
            "say what was tried",
        ),
        (lambda desk: desk.gathering.add_note([1], "\n", by="Ada"), "the note is empty"),
        (lambda desk: desk.gathering.tag([1], [" "], by="Ada"), "no tag is given"),
    ],
    ids=["evidence", "attempt", "note", "tag"],
)
def test_what_says_nothing_is_refused(full_desk, act, said):
    with pytest.raises(RefusedError, match=said):
        act(full_desk)


def test_an_attempt_without_a_result_says_so(full_desk):
    (made,) = full_desk.gathering.log_attempt([1], ASKED, by="Ada")
    assert made.result == "no result"


def test_the_history_of_a_claim_tells_of_all_that_bears_on_it(full_desk):
    full_desk.gathering.add_note([1], "thin", by="Bea")
    full_desk.relating.confirm([1], by="Cem")
    did = {one.did for one in full_desk.browsing.history(Ref.parse("C1"))}
    assert did == {"take in", "note", "confirm"}


def test_the_history_tells_old_and_new(full_desk):
    refute(full_desk, 1)
    *_, last = full_desk.browsing.history(Ref.parse("C1"))
    assert last.changes["status"] == ("unverified", "refuted")
    assert last.changes["stage"] == ("open", "in_progress")
    assert (last.by, last.did, last.reason) == ("Ada", "mark", "the log says so")


def test_what_is_not_there_has_no_history(full_desk):
    with pytest.raises(UnknownRefError, match="there is no claim C99"):
        full_desk.browsing.history(Ref.parse("C99"))


def confirm(desk, *numbers: int, by: str):
    return desk.reviewing.mark(
        list(numbers), Status.CONFIRMED, by=by, backing=Backing("seen on the chart", FOR)
    )


def test_what_cannot_be_true_beside_a_confirmed_claim_becomes_stale(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    confirm(full_desk, 1, by="Bea")
    (shaken,) = full_desk.reviewing.shaken([2], Status.CONFIRMED)
    assert shaken.verdict == "C1 (Dockers’ League) was marked confirmed by Bea"
    confirm(full_desk, 2, by="Ada")
    assert claim(full_desk, 1).stale
    assert not claim(full_desk, 2).stale


def test_two_claims_that_cannot_both_be_true_are_not_confirmed_at_once_in_silence(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    confirm(full_desk, 1, 2, by="Ada")
    assert claim(full_desk, 1).stale


def test_a_verdict_that_shakes_another_is_undone_with_what_it_shook(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    confirm(full_desk, 1, by="Bea")
    confirm(full_desk, 2, by="Ada")
    full_desk.auditing.undo(by="Ada")
    assert not claim(full_desk, 1).stale


def test_a_contradiction_that_is_only_suggested_shakes_nothing(full_desk):
    confirm(full_desk, 1, by="Bea")
    confirm(full_desk, 2, by="Ada")
    assert not claim(full_desk, 1).stale


@pytest.mark.parametrize("status", [Status.DISPUTED, Status.UNVERIFIED])
def test_only_what_is_confirmed_shakes_what_is_confirmed(full_desk, status):
    full_desk.relating.confirm([1], by="Bea")
    confirm(full_desk, 1, by="Bea")
    assert full_desk.reviewing.shaken([2], status) == ()


def test_turning_down_needs_a_proposal_and_leaves_an_accepted_claim(full_desk):
    with pytest.raises(NothingProposedError, match="nothing is proposed for C4"):
        full_desk.reviewing.turn_down([4], by="Ada")
    assert claim(full_desk, 4).stage is Stage.OPEN
