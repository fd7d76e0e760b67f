"""On what two accounts are guessed to differ, where no rule tells."""

from __future__ import annotations

from marked import drafted

from tracker.compare.accounts import accounts_of
from tracker.compare.guessing import guessed
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
