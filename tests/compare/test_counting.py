"""Which figures of two claims count one thing."""

from __future__ import annotations

from tracker.compare.account import Account
from tracker.compare.counting import counted
from tracker.domain.figure_grammar import figures_in


def account(number, words):
    figures = tuple(one.figure for one in figures_in(words))
    return Account(number, words, at=number, figures=figures)


def meant(one, other):
    found = counted(account(1, one), account(2, other), near=True)
    return {(each.ours.text, each.theirs.text) for each in found if each.far}


def test_a_count_that_names_a_part_of_it_is_still_whole():
    other = "at least 11 people, among them two cooks, had died"
    assert meant("seven patients were killed", other) == {("seven", "at least 11")}


def test_a_count_of_a_part_stands_against_no_whole():
    assert meant("seven patients were killed", "two of them were killed later") == set()


def test_the_number_takes_up_what_was_counted():
    assert meant("4,000 dead fish", "the number at fewer than 500") == {("4,000", "fewer than 500")}


def test_a_number_of_something_else_takes_nothing_up():
    assert meant("4,000 dead fish", "the number of boats at 500") == set()


def test_an_age_stands_against_another_age_of_the_same_thing_alone():
    old, younger = "the bones are 86,000 years old", "the bones are 900 years old"
    assert meant(old, younger) == {("86,000 years old", "900 years old")}
    assert meant(old, "the tomb in which the bones lay is 900 years old") == set()
    assert meant(old, "it found 12 bones") == set()
