"""A denial that only points is worded by what it denies; its passage stays as it is."""

from __future__ import annotations

import pytest
from marked import drafted

from tracker.compare.proposing import compared


def worded(text: str) -> list[str]:
    return [one.statement for one in compared(drafted(text).reading).claims if one.chain]


@pytest.mark.parametrize(
    ("said", "denial"),
    [
        ("rebels had shelled the mill", "it is not true that rebels had shelled the mill"),
        ("nine dockers were ill", "it is not true that nine dockers were ill"),
        ("the banker had signed the deeds", "it is not true that the banker had signed the deeds"),
        ("she had seen the vote rigged", "it is not true that Ada Kol had seen the vote rigged"),
    ],
)
@pytest.mark.parametrize("this", ["this", "it", "that"])
def test_what_is_denied_is_said_in_place_of_the_word_that_points_at_it(said, denial, this):
    text = f"[1 Ada Kol] {{1 said}} <1 {said}>. [2 The board] {{2 denied}} <2 {this}>."
    assert worded(text) == [said, denial]


def test_the_passage_of_a_denial_stays_where_it_points():
    text = "[1 Ada Kol] {1 said} <1 rebels had shelled the mill>. [2 They] {2 denied} <2 this>."
    reading = compared(drafted(text).reading)
    (span,) = reading.claims[-1].spans
    assert reading.text[span.start : span.end] == "this"


def test_a_denial_of_a_denial_is_no_clause_of_two():
    text = (
        "[1 Ada Kol] {1 said} <1 the pits were dry>. [2 The board] {2 denied} <2 this>. "
        "[3 The guild] {3 denied} <3 that>."
    )
    assert worded(text)[-1] == "that is not true"


def test_what_is_not_known_to_be_denied_stays_unsaid():
    assert worded("[1 The board] {1 denied} <1 this>.") == ["this is not true"]


def test_of_what_was_just_said_that_is_denied_which_the_denier_goes_on_to_speak_of():
    text = (
        "[1 The union] {1 said} <1 not one bus had left the north depot>. "
        "[2 It] {2 said} <2 its members were on the street>. [3 The firm] {3 denied} <3 that>. "
        "[4 It] {4 said} <4 nine buses had left the north depot>."
    )
    assert worded(text)[2] == "it is not true that not one bus had left the north depot"


def test_a_regret_is_nothing_that_anybody_denies():
    text = (
        '[1 The rebels] {1 said} <1 they had aimed at a barracks>. <2 "We regret the deaths,"> '
        "[2 they] {2 said}. [3 The army] {3 denied} <3 this>."
    )
    assert worded(text)[2] == "it is not true that they had aimed at a barracks"
