"""A party that says some of its own did it admits it, and contradicts nobody."""

from __future__ import annotations

import pytest
from proposed import ties


def kinds(text: str) -> list[tuple[int, str, int]]:
    return [(one.a, one.kind, one.b) for one in ties(text)]


@pytest.mark.parametrize(
    ("charge", "who", "cue", "own"),
    [
        ("the army shelled the mill", "army", "admitted",
         "one of its batteries had shelled the mill"),
        ("the police had beaten the marcher", "police chief", "acknowledged",
         "some of his officers had beaten the marcher"),
        ("a firm driver had rammed the pickets", "firm", "conceded",
         "one of its drivers had rammed the pickets"),
        ("the bank had forged the deeds", "bank", "admitted",
         "a former clerk of the bank had forged the deeds"),
        ("the party stuffed ballot boxes", "party", "confessed",
         "two of its members had stuffed ballot boxes"),
        ("the mine had poisoned the river", "company", "admitted",
         "a contractor of the company had poisoned the river"),
        ("the army shelled the mill", "army", "said",
         "one of its batteries had shelled the mill"),
    ],
)  # fmt: skip
def test_a_party_admits_what_some_of_its_own_did(charge: str, who: str, cue: str, own: str):
    text = f"[1 The mayor] {{1 said}} <1 {charge}>. [2 The {who}] {{2 {cue}}} that <2 {own}>."
    assert kinds(text) == [(2, "concedes", 1)]


def test_what_some_of_another_party_did_is_admitted_by_nobody():
    text = (
        "[1 The rebels] {1 said} <1 the army had shelled the mill>. "
        "[2 The army] {2 said} <2 one of the rebels' own batteries had shelled the mill>."
    )
    assert kinds(text) == [(1, "contradicts", 2)]


def test_who_admits_the_deed_may_still_stand_against_its_target():
    text = (
        "[1 The mayor] {1 said} <1 the army shelled a market and hit civilians>, but "
        "[2 the army] {2 admitted} <2 its guns had shelled a barracks and hit soldiers>."
    )
    assert {kind for _, kind, _ in kinds(text)} == {"concedes", "contradicts"}


def test_who_says_that_own_people_did_something_harmless_admits_nothing():
    text = (
        "[1 The mayor] {1 said} <1 the party had gathered in the hall>. "
        "[2 The party] {2 said} <2 some of its members had gathered in the hall>."
    )
    assert "concedes" not in {kind for _, kind, _ in kinds(text)}


@pytest.mark.parametrize(
    ("who", "own", "other", "charge"),
    [
        # Nobody grants a thing to its own side.
        ("Nordmill", "a crack in a boiler had been reported to it in June", "Nordmill's director",
         '"We received one report"'),
        # A crowd is spoken of, and no deed.
        ("prefect", "guards had opened fire on a crowd", "priest", "the crowd had been unarmed"),
    ],
)  # fmt: skip
def test_nothing_is_admitted_that_another_side_has_not_charged(
    who: str, own: str, other: str, charge: str
):
    text = f"[1 {who}] {{1 admitted}} <1 {own}>. [2 {other}] {{2 said}} <2 {charge}>."
    assert "concedes" not in {kind for _, kind, _ in kinds(text)}


@pytest.mark.parametrize(
    ("charge", "own"),
    [
        ("government troops had raided the hospital", "its soldiers had entered the hospital"),
        ("soldiers shot the boy", "its troops had fired"),
    ],
)
def test_an_army_that_owns_up_for_its_soldiers_stands_against_nobody(charge: str, own: str):
    text = f"[1 The mayor] {{1 said}} <1 {charge}>. [2 The army] {{2 acknowledged}} <2 {own}>."
    assert kinds(text) == [(2, "concedes", 1)]


def test_it_was_not_his_men_is_no_admission():
    text = (
        "[1 The government] {1 said} <1 rebels attacked the town>. [2 Rebel leader Omar Azim] "
        "{2 said} <2 it was not his men but bandits who attacked the town>."
    )
    assert kinds(text) == [(1, "contradicts", 2)]


def test_who_admits_what_another_says_is_not_said_to_bear_it_out_as_well():
    text = (
        "[1 The miners] {1 said} <1 the mine had no permit>. "
        "[2 The operator] {2 conceded} <2 the mine had no permit>."
    )
    assert kinds(text) == [(2, "concedes", 1)]
