"""On what two accounts are guessed to differ, where no rule tells."""

from __future__ import annotations

from marked import drafted

from tracker.compare.accounts import accounts_of
from tracker.compare.guessing import guessed
from tracker.compare.pair import Pair
from tracker.compare.pairing import against
from tracker.domain.facet import Facet


def differ(text: str) -> Facet | None:
    ours, theirs = accounts_of(drafted(text).reading)
    return guessed(ours, theirs).facet


def test_doers_called_by_one_noun_are_not_set_against_each_other():
    text = (
        "[1 The mayor] {1 said} <1 rebels shelled the mill>. "
        "[2 The ministry] {2 said} <2 Rebels of the Selm Front shelled the mill>."
    )
    assert differ(text) is not Facet.ACTOR


def test_doers_called_otherwise_are():
    text = (
        "[1 The mayor] {1 said} <1 rebels shelled the mill>. "
        "[2 The ministry] {2 said} <2 soldiers shelled the mill>."
    )
    assert differ(text) is Facet.ACTOR


def test_a_deed_that_one_says_was_not_done_is_what_they_differ_on():
    text = (
        "[1 The mayor] {1 said} <1 Osk Varo had pointed a knife at "
        "Sergeant Ada Lorn before Lorn fired>. "
        "[2 The ministry] {2 said} <2 he had not pointed a blade at the guard who killed him>."
    )
    assert differ(text) is Facet.OCCURRENCE


def test_two_places_by_name_are_set_against_each_other_as_places():
    text = (
        "[1 The mayor] {1 said} <1 the rally was held in Linden>. "
        "[2 The guild] {2 said} <2 the rally was held in Ostrel>."
    )
    clash = guessed(*accounts_of(drafted(text).reading))
    assert (clash.facet, clash.reason) == (Facet.PLACE, "Linden ≠ Ostrel")


def test_counts_of_two_kinds_of_people_may_both_be_right_however_likely():
    text = (
        "[1 The guards] {1 said} <1 14 officers were injured>. "
        "[2 The marchers] {2 said} <2 60 singers were injured>."
    )
    assert list(against(Pair(*accounts_of(drafted(text).reading)), 0.6)) == []
