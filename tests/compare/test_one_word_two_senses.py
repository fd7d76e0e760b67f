"""What looks alike by a word, and is of another thing: no contradiction."""

from __future__ import annotations

import pytest
from proposed import against, ties


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("guards had fired live rounds at the marchers", "one man had died"),
        ("the Ostrian army had attacked the mill", "inflation had struck households hard"),
        ("nobody was killed in the fire", "the fire had injured three people"),
        ("his men lost two soldiers", "only three of its fighters had been killed"),
        ("at least 22 people died", "the raiders had killed 18 hostages"),
        ("112 people had been arrested", "at least 140 had been detained, including 14 minors"),
        ("she had 54 percent of the vote", "sheets from 80 percent of polling stations were in"),
    ],
)
def test_what_is_of_another_thing_is_not_set_against_it(one: str, other: str) -> None:
    text = (
        f"[1 The Ombudsman] {{1 said}} <1 {one}>. [2 The Front], however, {{2 said}} <2 {other}>."
    )
    wrong = ("14", "18", "≠ 80", "live", "inflation", "three", "ended")
    found = [one for one in ties(text) if one.kind == "contradicts"]
    assert not [one for one in found if any(word in one.reason for word in wrong)]


def test_that_nobody_was_hurt_still_stands_against_the_injured() -> None:
    text = (
        "[1 The owner] {1 said} <1 nobody was hurt in the fire>. "
        "[2 The nurse], however, {2 said} <2 the fire had injured three people>."
    )
    assert against(text) == {frozenset((1, 2))}


def test_what_its_speaker_has_since_put_higher_is_not_set_against_others() -> None:
    text = (
        "[1 The warden] {1 said} <1 31 miners were dead>. "
        "On Thursday [2 he] had {2 spoken} <2 of 17 dead>. "
        "[3 The company] {3 put} <3 the death toll at 26> on Friday."
    )
    assert against(text) == {frozenset((1, 3))}


def test_one_side_does_not_update_its_own_dead_by_those_of_the_other() -> None:
    text = (
        "[1 The Front] {1 said} <1 only three of its fighters had been killed>. "
        "[2 It] {2 said} <2 11 soldiers had been killed>."
    )
    assert not [one for one in ties(text) if one.kind == "updates"]


def test_a_toll_that_names_nobody_may_be_of_the_same_fighters() -> None:
    text = (
        "[1 The army] {1 said} <1 eleven militants were killed>. "
        "[2 The Front], however, {2 put} <2 the toll at fourteen>."
    )
    assert against(text) == {frozenset((1, 2))}
