"""Stages: every move that the trade knows, and every one that it does not."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product

import pytest

from tracker.domain.attribution import Voice
from tracker.domain.claim import Claim
from tracker.domain.errors import RefusedError
from tracker.domain.status import Dismissal, Stage, Status, check_move, moves_from

MOVES = {
    "suggested": {"open", "dismissed"},
    "open": {"in_progress", "dismissed"},
    "in_progress": {"waiting", "ready", "open", "dismissed"},
    "waiting": {"in_progress", "ready", "dismissed"},
    "ready": {"signed_off", "in_progress"},
    "signed_off": {"in_progress"},
    "dismissed": {"open"},
}
ALLOWED = [(here, there) for here, ways in MOVES.items() for there in sorted(ways)]
REFUSED = [pair for pair in product(MOVES, MOVES) if pair[1] not in MOVES[pair[0]]]

ACTS = {
    "accepted": (lambda claim: claim.accepted(), {"suggested", "in_progress", "dismissed"}),
    "dismissed": (
        lambda claim: claim.dismissed(Dismissal.DUPLICATE),
        {"suggested", "open", "in_progress", "waiting"},
    ),
    "started": (lambda claim: claim.started("Ada"), {"open", "waiting"}),
    "awaiting": (lambda claim: claim.awaiting("the coroner", None), {"in_progress"}),
    "readied": (lambda claim: claim.readied("Ada"), {"in_progress", "waiting"}),
    "signed_off": (lambda claim: claim.signed_off("Bea"), {"ready"}),
    "sent_back": (lambda claim: claim.sent_back("too thin"), {"ready", "signed_off", "dismissed"}),
    "assigned": (
        lambda claim: claim.assigned("Bea"),
        {"suggested", "open", "in_progress", "waiting", "ready"},
    ),
    "advanced": (
        lambda claim: claim.advanced("Ada"),
        {"suggested", "open", "in_progress", "waiting", "ready"},
    ),
}
TRIED = [(act, stage.value) for act in ACTS for stage in Stage]
DUE = datetime(2031, 5, 2, tzinfo=UTC)


def claim_at(stage: str, **more: object) -> Claim:
    return Claim("the pier is closed", Voice.INDIRECT, id=7, stage=Stage(stage), **more)


@pytest.mark.parametrize(("here", "there"), ALLOWED)
def test_the_trade_allows_the_move(here, there):
    check_move("C7", Stage(here), Stage(there))


@pytest.mark.parametrize(("here", "there"), REFUSED)
def test_the_trade_refuses_the_move(here, there):
    with pytest.raises(RefusedError):
        check_move("C7", Stage(here), Stage(there))


def test_a_refused_move_says_where_it_could_go():
    with pytest.raises(RefusedError) as refusal:
        check_move("C7", Stage.OPEN, Stage.SIGNED_OFF)
    assert str(refusal.value) == (
        "C7 is open; it cannot become signed off. From here: in progress or dismissed."
    )


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_leads_somewhere(stage):
    assert {there.value for there in moves_from(stage)} == MOVES[stage.value]


@pytest.mark.parametrize(("act", "stage"), [one for one in TRIED if one[1] in ACTS[one[0]][1]])
def test_the_act_is_allowed_from_the_stage(act, stage):
    assert ACTS[act][0](claim_at(stage)).id == 7


@pytest.mark.parametrize(("act", "stage"), [one for one in TRIED if one[1] not in ACTS[one[0]][1]])
def test_the_act_is_refused_from_the_stage(act, stage):
    with pytest.raises(RefusedError, match=rf"^C7 is {Stage(stage).words}; "):
        ACTS[act][0](claim_at(stage))


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("suggested", "open"),
        ("open", "in_progress"),
        ("waiting", "in_progress"),
        ("in_progress", "ready"),
        ("ready", "signed_off"),
    ],
)
def test_advancing_takes_a_claim_one_stage_on(here, there):
    assert claim_at(here).advanced("Ada").stage == there


@pytest.mark.parametrize("stage", ["ready", "signed_off"])
def test_starting_does_not_slip_past_the_reason_that_returning_needs(stage):
    with pytest.raises(RefusedError, match="say why"):
        claim_at(stage).started("Ada")


@pytest.mark.parametrize("stage", ["ready", "signed_off"])
def test_sending_back_needs_a_reason(stage):
    with pytest.raises(RefusedError, match=r"^C7: say why it goes back"):
        claim_at(stage).sent_back(" \t")


def test_a_dismissed_claim_reopens_without_a_reason():
    reopened = claim_at("dismissed", dismissal=Dismissal.DUPLICATE, merged_into=3).sent_back("")
    assert (reopened.stage, reopened.dismissal, reopened.merged_into) == ("open", None, None)


def test_a_reopened_claim_keeps_its_former_verdict_in_sight():
    signed = claim_at("signed_off", status=Status.REFUTED, signed_by="Bea", self_signed=True)
    reopened = signed.sent_back("new footage")
    assert (reopened.former_status, reopened.signed_by, reopened.self_signed) == (
        Status.REFUTED,
        None,
        False,
    )


def test_a_returned_claim_has_no_former_verdict():
    assert claim_at("ready", status=Status.REFUTED).sent_back("thin").former_status is None


def test_a_returned_claim_is_no_longer_readied_by_anybody():
    assert claim_at("ready", readied_by="Ada").sent_back("thin").readied_by is None


@pytest.mark.parametrize(
    ("judge", "readier", "signer", "own"),
    [
        ("Ada", "Ada", "Bea", False),
        ("Ada", "Bea", "Cem", False),
        ("Ada", "Bea", "Ada", True),
        ("Ada", "Bea", "Bea", True),
        (None, None, "Ada", False),
    ],
)
def test_signing_ones_own_work_is_recorded(judge, readier, signer, own):
    ready = claim_at("ready", judged_by=judge, readied_by=readier)
    assert ready.signed_off(signer).self_signed is own


def test_whoever_starts_a_claim_has_it():
    assert claim_at("open").started("Ada").assignee == "Ada"


def test_starting_does_not_take_a_claim_away_from_somebody():
    assert claim_at("open", assignee="Bea").started("Ada").assignee == "Bea"


def test_a_claim_waits_for_something_that_is_named():
    with pytest.raises(RefusedError, match=r"^C7: say what it waits for"):
        claim_at("in_progress").awaiting("  ", DUE)


@pytest.mark.parametrize(
    "go_on",
    [
        lambda claim: claim.started("Ada"),
        lambda claim: claim.readied("Ada"),
        lambda claim: claim.dismissed(Dismissal.OUT_OF_SCOPE),
    ],
    ids=["started", "readied", "dismissed"],
)
def test_a_claim_that_goes_on_waits_for_nothing(go_on):
    waiting = claim_at("in_progress").awaiting("the coroner", DUE)
    gone_on = go_on(waiting)
    assert (gone_on.waiting_for, gone_on.waiting_until) == ("", None)


def test_a_claim_can_be_given_to_nobody():
    assert claim_at("open", assignee="Ada").assigned(None).assignee is None
