"""Marking a claim: from every stage, with what follows for its other fields."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.errors import GuardError, NothingProposedError, RefusedError
from tracker.domain.standing import Proposal
from tracker.domain.status import AttributionCheck, Dismissal, Grounds, Stage, Status

NOW = datetime(2031, 5, 1, 9, tzinfo=UTC)
REFUTED = Grounds(reason="the log says so", evidence=1, undermining=1)
LIVE = [Stage.SUGGESTED, Stage.OPEN, Stage.IN_PROGRESS, Stage.WAITING, Stage.READY]


def claim_at(stage: Stage = Stage.OPEN, **more: object) -> Claim:
    return Claim("the pier is closed", Voice.INDIRECT, id=7, stage=stage, **more)


def refuted(claim: Claim, by: str = "Ada") -> Claim:
    return claim.marked(Status.REFUTED, REFUTED, by=by, at=NOW)


@pytest.mark.parametrize("stage", LIVE)
def test_marking_takes_a_claim_in_progress_whatever_its_stage(stage):
    marked = refuted(claim_at(stage))
    assert (marked.status, marked.stage) == (Status.REFUTED, Stage.IN_PROGRESS)


@pytest.mark.parametrize("stage", [Stage.SIGNED_OFF, Stage.DISMISSED])
def test_a_settled_claim_must_be_reopened_before_it_is_marked(stage):
    with pytest.raises(RefusedError, match=rf"^C7 is {stage.words}; reopen it first\.$"):
        refuted(claim_at(stage))


def test_marking_says_who_when_and_why():
    marked = refuted(claim_at())
    assert (marked.judged_by, marked.judged_at, marked.reason) == ("Ada", NOW, "the log says so")


def test_marking_without_grounds_names_the_claim():
    with pytest.raises(GuardError) as refusal:
        claim_at().marked(Status.REFUTED, Grounds(), by="Ada", at=NOW)
    assert refusal.value.ref == "C7"


def test_marking_clears_what_the_verdict_has_overtaken():
    before = claim_at(
        Stage.WAITING,
        stale=True,
        proposed=Proposal(Status.DISPUTED, "C9 contradicts it"),
        readied_by="Bea",
        waiting_for="the coroner",
        waiting_until=NOW,
    )
    after = refuted(before)
    assert not after.stale
    assert (after.proposed, after.readied_by) == (None, None)
    assert (after.waiting_for, after.waiting_until) == ("", None)


def test_marking_the_same_for_the_same_reason_is_refused():
    with pytest.raises(RefusedError, match=r"^C7 is already refuted\.$"):
        refuted(refuted(claim_at()), by="Bea")


def test_marking_the_same_for_another_reason_is_a_new_verdict():
    again = refuted(claim_at()).marked(
        Status.REFUTED,
        Grounds(reason="the pilot too", evidence=2, undermining=2),
        by="Bea",
        at=NOW + timedelta(hours=1),
    )
    assert (again.reason, again.judged_by) == ("the pilot too", "Bea")


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.UNVERIFIED])
def test_an_opinion_is_never_given_a_verdict(status):
    enough = Grounds("why", 1, 1, 1, 1, conceded=True, corroborated=True, contested=True)
    with pytest.raises(RefusedError, match="C7 is kept as opinion, prediction or promise"):
        claim_at(checkable=False).marked(status, enough, by="Ada", at=NOW)


def test_an_opinion_can_be_put_back_to_unverified():
    opinion = claim_at(checkable=False, status=Status.REFUTED)
    back = opinion.marked(Status.UNVERIFIED, Grounds(), by="Ada", at=NOW)
    assert back.status is Status.UNVERIFIED


def test_a_stale_verdict_can_be_upheld_with_the_same_words():
    upheld = refuted(refuted(claim_at()).unsettled_by_news(), by="Bea")
    assert (upheld.stale, upheld.judged_by) == (False, "Bea")


def test_taking_a_verdict_back_needs_nothing():
    back = refuted(claim_at()).marked(Status.UNVERIFIED, Grounds(), by="Ada", at=NOW)
    assert (back.status, back.reason) == (Status.UNVERIFIED, "")


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.UNVERIFIED])
def test_news_make_a_verdict_stale(status):
    assert claim_at(status=status).unsettled_by_news().stale


def test_news_make_an_unverified_claim_stale_once_it_is_signed_off():
    assert claim_at(Stage.SIGNED_OFF).unsettled_by_news().stale


@pytest.mark.parametrize("stage", [*LIVE, Stage.DISMISSED])
def test_news_do_not_unsettle_a_claim_without_a_verdict(stage):
    assert not claim_at(stage).unsettled_by_news().stale


def test_news_never_change_the_verdict():
    assert claim_at(status=Status.REFUTED).unsettled_by_news().status is Status.REFUTED


def test_a_proposal_leaves_the_status_alone():
    proposed = claim_at().proposing(Status.DISPUTED, "C9 contradicts it")
    assert (proposed.status, proposed.proposed) == (
        Status.UNVERIFIED,
        Proposal(Status.DISPUTED, "C9 contradicts it"),
    )


def test_what_a_claim_is_already_is_not_proposed():
    assert claim_at(status=Status.DISPUTED).proposing(Status.DISPUTED, "C9").proposed is None


@pytest.mark.parametrize("stage", [Stage.SIGNED_OFF, Stage.DISMISSED])
def test_nothing_is_proposed_for_a_settled_claim(stage):
    assert claim_at(stage).proposing(Status.DISPUTED, "C9").proposed is None


def test_a_proposed_status_is_turned_down_and_the_claim_stays():
    kept = claim_at().proposing(Status.DISPUTED, "C9").turned_down()
    assert (kept.proposed, kept.stage) == (None, Stage.OPEN)


def test_a_proposed_claim_is_turned_down_as_no_claim():
    gone = claim_at(Stage.SUGGESTED).turned_down()
    assert (gone.stage, gone.dismissal) == (Stage.DISMISSED, Dismissal.NOT_A_CLAIM)


@pytest.mark.parametrize("stage", [Stage.OPEN, Stage.IN_PROGRESS, Stage.SIGNED_OFF])
def test_there_must_be_a_proposal_to_turn_down(stage):
    with pytest.raises(NothingProposedError, match=r"^nothing is proposed for C7\.$"):
        claim_at(stage).turned_down()


def test_what_is_unverified_is_not_marked_so_again():
    with pytest.raises(RefusedError, match=r"^C7 is already unverified\.$"):
        claim_at().marked(Status.UNVERIFIED, Grounds(), by="Ada", at=NOW)


def test_the_same_status_again_takes_no_reason_away():
    with pytest.raises(RefusedError, match="already refuted"):
        refuted(claim_at()).marked(
            Status.REFUTED, Grounds(evidence=1, undermining=1), by="Bea", at=NOW
        )


def test_that_a_claim_stays_unverified_can_be_said_with_a_reason():
    said = Grounds(reason="only the League says so")
    marked = claim_at().marked(Status.UNVERIFIED, said, by="Ada", at=NOW)
    assert (marked.reason, marked.judged_by) == ("only the League says so", "Ada")


@pytest.mark.parametrize("check", list(AttributionCheck))
def test_whether_the_speaker_said_it_is_apart_from_whether_it_is_true(check):
    checked = refuted(claim_at()).with_attribution(check)
    assert (checked.attribution_check, checked.status) == (check, Status.REFUTED)


def test_tags_are_lower_case_trimmed_and_kept_once():
    assert claim_at().tagged(" Harbour", "harbour", "", "Pier").tags == ("harbour", "pier")


def test_tags_are_taken_away_in_any_case():
    assert claim_at(tags=("harbour", "pier")).untagged(" HARBOUR ").tags == ("pier",)


def test_another_speaker_leaves_the_relays_in_place():
    chain = (Hop(1, HopRole.SPEAKER, "radio", "told"), Hop(2, HopRole.RELAY))
    moved = claim_at(chain=chain).said_by(9)
    assert moved.chain == (Hop(9, HopRole.SPEAKER, "radio", "told"), Hop(2, HopRole.RELAY))


def test_a_speaker_ends_the_articles_own_voice():
    own = Claim("the pier is closed", Voice.ARTICLE)
    assert (own.said_by(9).voice, own.said_by(9).speaker_id) == (Voice.INDIRECT, 9)
