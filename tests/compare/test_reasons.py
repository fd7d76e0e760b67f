"""A reason sets like against like in the claims' own words, or quotes both claims shortly."""

from __future__ import annotations

import pytest
from proposed import ties

from tracker.compare.account import Account
from tracker.compare.reasons import of_none


def reasons(first: str, second: str) -> set[str]:
    """Why what two sides say stands against each other."""
    text = f"[1 Cora Vale] {{1 said}} <1 {first}>. But [2 the guild] {{2 said}} <2 {second}>."
    return {one.reason for one in ties(text) if one.kind == "contradicts"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the guards had fired at the crowd", "the guards had not fired at the crowd"),
        ("the skipper stole the lamps", "nobody stole the lamps"),
        ("the pilots had warned the crew", "no warning had been given to the crew"),
        ("the gate was locked", "the gate was not locked"),
    ],
)
def test_what_is_denied_is_quoted_beside_its_denial(first, second):
    assert reasons(first, second) == {f"“{first}” against “{second}”"}


def test_a_name_that_is_cleared_is_not_set_against_its_excuse():
    text = (
        "[1 The prosecutor] {1 accused} <1 Kol of stealing the lamps>. "
        "But [2 Kol] {2 said} <2 he was not guilty>."
    )
    told = [one.reason for one in ties(text) if one.kind == "contradicts"]
    assert told == ["“Kol of stealing the lamps” against “he was not guilty”"]


def test_a_doer_stands_against_a_doer():
    assert reasons("rebels shelled the mill", "army gunners shelled the mill") == {
        "rebels ≠ army gunners"
    }


def test_a_doer_that_is_only_pointed_at_is_no_name():
    (reason,) = reasons("the guards shelled the mill", "they, the rebels, shelled the mill")
    assert "they ≠" not in reason
    assert "≠ they" not in reason


def test_a_number_stands_against_a_number():
    assert reasons("30,000 people marched", "8,000 people marched") == {"30,000 ≠ 8,000"}


def test_a_thing_stands_against_none_only_where_the_other_says_none():
    told, denied = Account(1, "cracks had opened"), Account(2, "there were no cracks")
    assert of_none(told, denied, "cracks", "cracks") == "cracks ≠ no cracks"
    denied = Account(2, "nobody had seen cracks")
    assert of_none(told, denied, "cracks", "cracks") == (
        "“cracks had opened” against “nobody had seen cracks”"
    )


def test_a_denial_that_is_all_of_what_is_said_is_quoted_once() -> None:
    text = "[1 The guild] {1 said} <1 nine barges had sunk>, which [2 the mill] {2 <2 denied>}."
    (tie,) = ties(text)
    assert tie.reason.startswith("“denied” against")
