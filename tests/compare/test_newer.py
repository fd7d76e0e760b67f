"""Which claim of one speaker is the newer, and whether it takes over or only says more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from marked import drafted
from proposed import ties

from tracker.compare.account import Account
from tracker.compare.agreeing import same_speaker
from tracker.compare.party import Party
from tracker.compare.proposing import compared
from tracker.domain.figure_grammar import figures_in
from tracker.domain.timerange import Precision, TimeRange


def tied(text: str) -> list[tuple[int, str, int, str]]:
    return [(one.a, one.kind, one.b, one.reason) for one in ties(text)]


def test_what_had_been_said_is_the_earlier():
    text = (
        "On Tuesday [1 the yard] {1 said} <1 231 welders were ill>; "
        "on Monday [2 it] had {2 said} <2 198 welders were ill>."
    )
    assert tied(text) == [(1, "updates", 2, "198 → 231")]


@pytest.mark.parametrize("when", ["Earlier", "The day before", "Initially"])
def test_what_an_article_says_came_first_is_the_earlier(when: str):
    text = (
        "[1 The yard] {1 said} <1 231 welders were ill>. "
        f"{when} [2 it] {{2 said}} <2 198 welders were ill>."
    )
    assert tied(text) == [(1, "updates", 2, "198 → 231")]


def test_what_had_been_said_is_the_earlier_where_its_words_come_first():
    text = (
        "<1 231 welders were ill>, [1 the yard] {1 said}. "
        "<2 198 welders were ill>, [2 it] had {2 said}."
    )
    assert tied(text) == [(1, "updates", 2, "198 → 231")]


def test_the_later_day_is_the_newer_wherever_it_stands():
    text = (
        "[1 The yard] {1 said} on Tuesday <1 231 welders were ill>. "
        "On Monday [2 the yard] {2 said} <2 198 welders were ill>."
    )
    reading = compared(drafted(text, published=datetime(2031, 5, 7, tzinfo=UTC)).reading)
    ((newer, older),) = [(one.a, one.b) for one in reading.relations]
    words = {one.key: one.statement for one in reading.claims}
    assert ("231" in words[newer], "198" in words[older]) == (True, True)


@pytest.mark.parametrize("more", ["the toll has risen to 19", "the toll rose to 19"])
def test_a_toll_that_rose_takes_over_from_the_least_that_it_was(more: str):
    text = (
        f"[1 The mayor] {{1 said}} <1 at least 12 people had died>. [2 He] {{2 said}} <2 {more}>."
    )
    assert tied(text) == [(2, "updates", 1, "at least 12 → 19")]


@pytest.mark.parametrize(
    "more",
    [
        "the number of people killed when the roof fell in has climbed to 19",
        "the toll, from a fire in two mills, now stands at 19",
        "the number of dead was revised down to nine",
    ],
)
def test_a_toll_is_the_newer_figure_however_far_from_its_number_it_is_named(more: str):
    text = (
        "[1 The mayor] {1 said} <1 at least 12 people had died>. "
        f"[2 He] {{2 said}} on Friday <2 {more}>."
    )
    assert [(a, kind, b) for a, kind, b, _ in tied(text)] == [(2, "updates", 1)]


def test_a_toll_that_has_risen_is_the_newer_though_it_stands_first():
    text = (
        "[1 The mayor] {1 said} <1 the number of people killed has risen to 19>. "
        "[2 He] {2 said} <2 at least 12 people had died>."
    )
    assert tied(text) == [(1, "updates", 2, "at least 12 → 19")]


def test_a_number_that_only_says_more_is_narrower():
    text = (
        "[1 The mayor] {1 said} <1 at least 12 people had died>. "
        "[2 He] {2 said} <2 15 people had died>."
    )
    assert tied(text) == [(2, "refines", 1, "15 ⊂ at least 12")]


def test_a_claim_that_takes_over_from_another_is_not_narrower_besides():
    def account(number: int, words: str) -> Account:
        figures = tuple(one.figure for one in figures_in(words))
        return Account(number, words, Party(1, "S1"), at=number, figures=figures)

    old = account(1, "at least 12 people were killed and 30 ferries were lost")
    new = account(2, "15 people were killed and 40 ferries were lost")
    assert {one.kind for one in same_speaker(old, new)} == {"updates"}


def test_a_number_of_a_later_day_takes_over():
    def account(number: int, words: str, day: int) -> Account:
        said = TimeRange(
            "",
            datetime(2031, 5, day, tzinfo=UTC),
            datetime(2031, 5, day + 1, tzinfo=UTC),
            Precision.DAY,
        )
        figures = tuple(one.figure for one in figures_in(words))
        return Account(number, words, Party(1, "S1"), at=number, figures=figures, said_at=said)

    new, old = account(1, "15 people were killed", 4), account(2, "at least 12 people died", 3)
    ((a, kind, b),) = [(one.a, one.kind, one.b) for one in same_speaker(new, old)]
    assert (a, kind, b) == (1, "updates", 2)


def test_a_toll_that_had_been_raised_by_evening_is_the_later():
    text = (
        "[1 The board] {1 said} on Monday <1 floods killed 31 people>. By Tuesday evening "
        "[2 the board] had {2 raised} <2 the toll to 47>."
    )
    assert tied(text) == [(2, "updates", 1, "31 → 47")]


def test_another_count_of_the_same_people_takes_over_nothing():
    text = (
        "[1 The warden] {1 said} <1 38 pupils had been taken>. [2 He] {2 said} "
        "<2 no ransom had been paid for eleven pupils who came home>."
    )
    assert tied(text) == []
