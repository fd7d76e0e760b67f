"""What a machine proposes anew: an editor's decisions stand, and nothing is asked twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from contests import strike

from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.facet import Facet
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation, RelationKind, RelationOrigin, RelationState
from tracker.domain.status import Stage, Status

NOW = datetime(2031, 5, 1, tzinfo=UTC)
CONTRADICTS = Relation(
    1, 2, RelationKind.CONTRADICTS, Facet.ACTOR, RelationState.SUGGESTED,
    RelationOrigin.MACHINE, "Ada", NOW, "launch ≠ boat", 0.9,
)  # fmt: skip


def propose(desk, *relations: Relation) -> tuple[Relation, ...]:
    return desk.relating.propose(relations, by="Ada")


def states(desk) -> list[str]:
    return [f"{one.ref} {one.kind} {one.state}" for one in desk.browsing.relations()]


@pytest.fixture
def on_strike(desk):
    desk.importing.take_in(strike(), by="Ada", stage=Stage.OPEN)
    return desk


def test_a_rejected_pair_is_not_proposed_again(full_desk):
    full_desk.relating.reject([1], by="Bea")
    assert propose(full_desk, CONTRADICTS) == ()
    assert states(full_desk)[0] == "R1 contradicts rejected"


@pytest.mark.parametrize("facet", [Facet.TARGET, None])
@pytest.mark.parametrize("kind", [RelationKind.CONTRADICTS, RelationKind.DENIES])
def test_a_rejected_pair_is_not_proposed_on_another_facet_either(full_desk, facet, kind):
    full_desk.relating.reject([1], by="Bea")
    assert propose(full_desk, replace(CONTRADICTS, facet=facet, kind=kind)) == ()


def test_a_rejected_contradiction_is_not_proposed_the_other_way_round(full_desk):
    full_desk.relating.reject([1], by="Bea")
    assert propose(full_desk, replace(CONTRADICTS, a=2, b=1, kind=RelationKind.DENIES)) == ()


def test_a_rejected_contradiction_says_nothing_of_agreement(full_desk):
    full_desk.relating.reject([1], by="Bea")
    agree = replace(CONTRADICTS, kind=RelationKind.CORROBORATES, facet=Facet.PLACE)
    assert len(propose(full_desk, agree)) == 1


def test_a_rejection_that_was_undone_lets_the_pair_be_proposed(full_desk):
    full_desk.relating.reject([1], by="Bea")
    full_desk.auditing.undo(by="Bea")
    assert states(full_desk)[0] == "R1 contradicts suggested"


def test_a_confirmed_relation_survives_being_proposed_again(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    assert propose(full_desk, CONTRADICTS) == ()
    assert states(full_desk) == ["R1 contradicts confirmed", "R2 corroborates suggested"]


def test_a_confirmed_relation_with_another_facet_survives_as_it_was_set(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    full_desk.relating.set_facet(1, Facet.CAUSE, by="Bea")
    propose(full_desk, CONTRADICTS)
    kept = full_desk.browsing.relations()[0]
    assert (kept.facet, kept.state, kept.by) == (Facet.CAUSE, RelationState.CONFIRMED, "Bea")


def test_what_is_suggested_already_is_not_suggested_twice(full_desk):
    assert propose(full_desk, CONTRADICTS, CONTRADICTS) == ()
    assert len(full_desk.browsing.relations()) == 2


def test_a_proposal_is_suggested_whatever_it_calls_itself(full_desk):
    bold = replace(CONTRADICTS, facet=Facet.TARGET, state=RelationState.CONFIRMED)
    (put,) = propose(full_desk, bold)
    assert put.state is RelationState.SUGGESTED


def test_proposals_are_one_action_and_one_undo(full_desk):
    propose(full_desk, *(replace(CONTRADICTS, facet=one) for one in (Facet.TARGET, Facet.PLACE)))
    full_desk.auditing.undo(by="Ada")
    assert len(full_desk.browsing.relations()) == 2


def sign_off(desk, number: int) -> None:
    log = EvidenceDraft("https://log.example", Stance.UNDERMINES)
    desk.gathering.add_evidence([number], log, by="Ada")
    desk.reviewing.start([number], by="Ada")
    desk.reviewing.ready([number], by="Ada")
    desk.reviewing.sign_off([number], by="Bea")


def stale(desk, number: int) -> bool:
    return desk.browsing.dossier(number).claim.stale


def test_a_counter_claim_shakes_what_was_signed_off_on_that_facet_of_the_event(on_strike):
    sign_off(on_strike, 5)  # the hospital's figure
    on_strike.relating.relate(2, 6, RelationKind.CONTRADICTS, Facet.CASUALTIES, by="Cem")
    assert stale(on_strike, 5)


def test_a_counter_claim_on_another_facet_leaves_it_be(on_strike):
    sign_off(on_strike, 5)
    on_strike.relating.relate(1, 4, RelationKind.CONTRADICTS, Facet.PLACE, by="Cem")
    assert not stale(on_strike, 5)


def test_a_denial_that_it_happened_shakes_all_that_was_signed_off_about_it(on_strike):
    sign_off(on_strike, 3)
    on_strike.relating.relate(4, 1, RelationKind.DENIES, Facet.OCCURRENCE, by="Cem")
    assert stale(on_strike, 3)


def test_what_is_not_signed_off_is_shaken_only_as_an_end(on_strike):
    on_strike.relating.relate(2, 6, RelationKind.CONTRADICTS, Facet.CASUALTIES, by="Cem")
    assert not stale(on_strike, 5)


def test_an_event_shaken_is_calm_again_when_that_is_undone(on_strike):
    sign_off(on_strike, 5)
    on_strike.relating.relate(2, 6, RelationKind.CONTRADICTS, Facet.CASUALTIES, by="Cem")
    on_strike.auditing.undo(by="Cem")
    assert not stale(on_strike, 5)


def test_a_verdict_stands_though_it_is_shaken(on_strike):
    sign_off(on_strike, 5)
    on_strike.relating.relate(2, 6, RelationKind.CONTRADICTS, Facet.CASUALTIES, by="Cem")
    shaken = on_strike.browsing.dossier(5).claim
    assert (shaken.stage, shaken.status) == (Stage.SIGNED_OFF, Status.UNVERIFIED)
    assert on_strike.browsing.history(Ref(Kind.CLAIM, 5))[-1].changes["stale"] == (False, True)
