"""Two causes of one thing stand against each other as causes, however they are told."""

from __future__ import annotations

import pytest
from proposed import ties

from tracker.domain.facet import Facet


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            "the walkout was caused by the mill's refusal to pay for nights",
            "the walkout was caused by agitators from the city",
            "mill's refusal ≠ agitators from the city",
        ),
        (
            "record rainfall caused the failure of the weir",
            "poor maintenance caused it",
            "record rainfall ≠ poor maintenance",
        ),
        (
            "the outage stemmed from a new program",
            "the outage resulted from a stolen key",
            "new program ≠ stolen key",
        ),
        (
            "the deaths were due to old age",
            "lead was responsible for the deaths",
            "old age ≠ lead",
        ),
        (
            "the lad was killed by a rubber bullet",
            "he died of a heart attack",
            "rubber bullet ≠ heart attack",
        ),
    ],
)
def test_two_causes_are_set_against_each_other(one: str, other: str, reason: str) -> None:
    text = f"[1 The guild] {{1 said}} <1 {one}>. [2 The owner] {{2 said}} <2 {other}>."
    (tie,) = ties(text)
    assert (tie.facet, tie.reason) == (Facet.CAUSE, reason)


def test_what_happened_is_no_rival_of_who_did_it() -> None:
    text = (
        "[1 The guild] {1 said} <1 two blasts hit the market>. "
        "[2 The owner] {2 said} <2 raiders had hit the market>."
    )
    assert not [tie for tie in ties(text) if tie.facet is Facet.ACTOR]


def test_who_only_says_whom_he_blames_is_not_set_against_a_count() -> None:
    text = (
        "[1 The guild] {1 said} <1 three people were killed>. "
        "[1 The guild] {3 blamed} <3 raiders>. "
        "[2 The owner] {2 said} <2 at least two people died>."
    )
    assert not [tie for tie in ties(text) if tie.facet is Facet.OCCURRENCE]


def test_what_was_caused_is_no_rival_of_its_cause() -> None:
    text = (
        "[1 The guild] {1 said} <1 the floods killed 31 people>. "
        "[2 The farmers] {2 said} <2 the floods were caused by the opening of the gates>."
    )
    assert not [tie for tie in ties(text) if tie.facet is Facet.CAUSE]


def test_the_fire_of_a_side_is_that_sides() -> None:
    text = (
        "[1 The rebels] {1 said} <1 a government plane bombed the school>. "
        "[2 The government] {2 said} <2 the school was hit by rebel mortar fire>."
    )
    assert [(tie.kind, tie.facet) for tie in ties(text)] == [("contradicts", Facet.ACTOR)]


def test_what_is_blamed_for_something_is_not_taken_for_what_it_is_blamed_for() -> None:
    text = (
        "[1 The mayor] {1 blamed} <1 blocked drains for the flood>. "
        "[2 The board] {2 said} <2 the flood happened because of the storm>."
    )
    (tie,) = ties(text)
    assert (tie.facet, tie.reason) == (Facet.CAUSE, "blocked drains ≠ storm")


def test_who_is_charged_with_what_another_tells_of_stands_against_nothing() -> None:
    text = (
        "[1 The medics] {1 said} <1 shells struck a market>. "
        "[2 The army] {2 accused} <2 raiders of firing the rounds from across the river>."
    )
    assert ties(text) == []
