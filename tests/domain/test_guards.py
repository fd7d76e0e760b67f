"""Guards: what each status stands on, and what is said when it is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tracker.domain.errors import GuardError
from tracker.domain.status import (
    STAGE_MEANINGS,
    STATUS_GLYPHS,
    STATUS_MEANINGS,
    Grounds,
    Missing,
    Stage,
    Status,
    missing_for,
)

ENOUGH = {
    Status.UNVERIFIED: Grounds(),
    Status.CORROBORATED: Grounds(corroborated=True),
    Status.CONFIRMED: Grounds(reason="seen", evidence=1, supporting=1),
    Status.DISPUTED: Grounds(contested=True),
    Status.MISLEADING: Grounds(reason="cut short", evidence=1),
    Status.REFUTED: Grounds(reason="the log says so", evidence=1, undermining=1),
    Status.UNVERIFIABLE: Grounds(reason="no answer", attempts=1),
}
LACKING = [
    (Status.CORROBORATED, {"corroborated": False}, Missing.CORROBORATION),
    (Status.CORROBORATED, {"contested": True}, Missing.UNCONTESTED),
    (Status.CONFIRMED, {"supporting": 0}, Missing.SUPPORTING),
    (Status.CONFIRMED, {"supporting": 0, "undermining": 1}, Missing.SUPPORTING),
    (Status.CONFIRMED, {"reason": " \n"}, Missing.REASON),
    (Status.DISPUTED, {"contested": False}, Missing.COUNTER_CLAIM),
    (Status.MISLEADING, {"evidence": 0}, Missing.EVIDENCE),
    (Status.MISLEADING, {"reason": ""}, Missing.REASON),
    (Status.REFUTED, {"undermining": 0}, Missing.UNDERMINING),
    (Status.REFUTED, {"undermining": 0, "supporting": 1}, Missing.UNDERMINING),
    (Status.REFUTED, {"reason": ""}, Missing.REASON),
    (Status.UNVERIFIABLE, {"attempts": 0}, Missing.ATTEMPT),
    (Status.UNVERIFIABLE, {"reason": ""}, Missing.REASON),
]


@pytest.mark.parametrize("status", list(Status))
def test_enough_grounds_let_a_status_pass(status):
    assert missing_for(status, ENOUGH[status]) == ()


@pytest.mark.parametrize(("status", "without", "missing"), LACKING)
def test_a_status_names_the_one_thing_it_lacks(status, without, missing):
    assert missing_for(status, replace(ENOUGH[status], **without)) == (missing,)


def test_a_concession_confirms_without_evidence():
    assert missing_for(Status.CONFIRMED, Grounds(reason="admitted", conceded=True)) == ()


@pytest.mark.parametrize("status", [Status.DISPUTED, Status.CORROBORATED])
def test_a_status_that_stands_on_relations_needs_no_reason(status):
    assert missing_for(status, replace(ENOUGH[status], reason="")) == ()


@pytest.mark.parametrize(
    ("status", "missing"),
    [
        (Status.CORROBORATED, (Missing.CORROBORATION,)),
        (Status.CONFIRMED, (Missing.SUPPORTING, Missing.REASON)),
        (Status.DISPUTED, (Missing.COUNTER_CLAIM,)),
        (Status.MISLEADING, (Missing.EVIDENCE, Missing.REASON)),
        (Status.REFUTED, (Missing.UNDERMINING, Missing.REASON)),
        (Status.UNVERIFIABLE, (Missing.ATTEMPT, Missing.REASON)),
    ],
)
def test_bare_grounds_lack_things_in_the_order_an_editor_adds_them(status, missing):
    assert missing_for(status, Grounds()) == missing


def test_a_guards_refusal_names_all_that_is_missing():
    refusal = GuardError("C7", Status.REFUTED, missing_for(Status.REFUTED, Grounds()))
    assert str(refusal) == (
        "C7 cannot be marked refuted: it needs undermining evidence "
        "(--evidence URL --stance undermines); it needs a reason (--reason)."
    )


def test_a_guards_refusal_can_be_offered_to_be_mended():
    assert GuardError("C7", Status.MISLEADING, (Missing.EVIDENCE,)).missing == (Missing.EVIDENCE,)


@pytest.mark.parametrize("piece", list(Missing))
def test_everything_that_can_be_missing_says_how_to_add_it(piece):
    assert piece.sentence
    assert not piece.sentence.endswith(".")


def test_every_status_has_a_glyph_of_its_own_and_a_meaning():
    assert len({STATUS_GLYPHS[status] for status in Status}) == len(Status)
    assert all(STATUS_MEANINGS[status] for status in Status)


def test_every_stage_has_a_meaning():
    assert all(STAGE_MEANINGS[stage] for stage in Stage)
