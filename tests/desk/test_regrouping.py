"""What is proposed between claims follows an editor's word on which events are one."""

from __future__ import annotations

import pytest
from ledger_state import problems_of, state_of
from marked import drafted

from tracker.compare.proposing import compared
from tracker.domain.facet import Facet
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind, RelationState
from tracker.domain.status import Dismissal

CLINIC = "[1 The clinic in Selm] {1 said} <1 seven miners were killed in the Selm mine>."
OWNER = "[1 The mine's owner] {1 said} <1 two miners were killed in the blast>."
TWO_EVENTS = (
    "[1 The clinic in Selm] {1 said} <1 seven miners were killed in the Selm mine>. "
    "[2 The mine's owner] {2 said} <2 two miners were killed in the Selm mine>."
)


def take_in(desk, words):
    return desk.importing.take_in(compared(drafted(words).reading), by="Ada")


def merge(desk, keep, other):
    return desk.curating.merge(Ref.parse(keep), Ref.parse(other), by="Ada")


def against(desk):
    return [(one.a, one.b, str(one.facet), str(one.state)) for one in desk.browsing.relations()]


@pytest.fixture
def two_events(desk):
    for words in (CLINIC, OWNER):
        take_in(desk, words)
    assert against(desk) == []
    return desk


@pytest.fixture
def parted(desk):
    """C1 and C2 of one article, at odds, and C2 parted from their event."""
    take_in(desk, TWO_EVENTS)
    desk.curating.split(Ref.parse("E1"), name="Cave-in", claims=[2], by="Ada")
    return desk


def test_claims_of_events_that_became_one_are_held_against_each_other(two_events):
    assert merge(two_events, "E1", "E2") == 1
    assert against(two_events) == [(1, 2, "casualties", "suggested")]


def test_a_dismissed_claim_is_held_against_nothing_when_events_become_one(two_events):
    two_events.reviewing.dismiss([2], why=Dismissal.NOT_A_CLAIM, by="Ada")
    assert merge(two_events, "E1", "E2") == 0


def test_undoing_a_merger_of_events_takes_back_what_it_proposed(two_events):
    before = state_of(two_events)
    merge(two_events, "E2", "E1")
    two_events.auditing.undo(by="Ada")
    assert state_of(two_events) == before
    assert problems_of(two_events) == []


def test_what_is_only_suggested_between_parted_events_is_taken_back(parted):
    (relation,) = parted.browsing.relations()
    assert relation.state is RelationState.REJECTED
    assert relation.reason == "an editor parted their events; before: seven ≠ two"
    assert not parted.browsing.dossier(1).claim.contested


def test_what_an_editor_confirmed_between_parted_events_stands(desk):
    take_in(desk, TWO_EVENTS)
    desk.relating.confirm([1], by="Ada")
    desk.curating.split(Ref.parse("E1"), name="Cave-in", claims=[2], by="Ada")
    assert [state for *_, state in against(desk)] == ["confirmed"]


def test_what_is_suggested_within_an_event_stands_when_others_part_from_it(desk):
    take_in(desk, TWO_EVENTS + " [3 The mayor] {3 said} <3 it rained>.")
    desk.curating.split(Ref.parse("E1"), name="Rain", claims=[3], by="Ada")
    assert against(desk)[0][3] == "suggested"


def test_undoing_a_split_proposes_again_what_it_took_back(parted):
    parted.auditing.undo(by="Ada")
    (relation,) = parted.browsing.relations()
    assert (relation.state, relation.reason) == (RelationState.SUGGESTED, "seven ≠ two")


def test_events_that_are_put_together_again_have_their_proposals_again(parted):
    assert merge(parted, "E1", "E2") == 1
    (relation,) = parted.browsing.relations()
    assert (relation.state, relation.reason) == (RelationState.SUGGESTED, "seven ≠ two")


def test_a_pair_that_an_editor_rejected_is_not_proposed_by_a_merger(two_events):
    merge(two_events, "E1", "E2")
    two_events.relating.reject([1], by="Ada")
    two_events.curating.split(Ref.parse("E1"), name="Cave-in", claims=[2], by="Ada")
    assert merge(two_events, "E1", "E3") == 0
    assert [state for *_, state in against(two_events)] == ["rejected"]


def test_a_pair_that_an_editor_put_stands_when_events_part(desk):
    for words in (CLINIC, OWNER):
        take_in(desk, words)
    merge(desk, "E1", "E2")
    desk.relating.reject([1], by="Ada")
    desk.relating.relate(1, 2, RelationKind.DENIES, Facet.MEANS, by="Ada")
    desk.curating.split(Ref.parse("E1"), name="Cave-in", claims=[2], by="Ada")
    assert sorted(state for *_, state in against(desk)) == ["confirmed", "rejected"]


def test_what_is_proposed_of_a_claim_follows_it_to_another_event(two_events):
    two_events.editing.edit(Ref.parse("C2"), "event", ["E1"], by="Ada")
    assert [state for *_, state in against(two_events)] == ["suggested"]
    two_events.editing.edit(Ref.parse("C2"), "event", ["E2"], by="Ada")
    assert [state for *_, state in against(two_events)] == ["rejected"]
