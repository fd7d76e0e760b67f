"""Which figures are not set against each other, for they are of different things."""

from __future__ import annotations

import pytest
from proposed import ties

from tracker.compare.account import Account
from tracker.compare.stakes import one_stake
from tracker.domain.figure_grammar import figures_in


def reasons(text: str) -> list[str]:
    return [one.reason for one in ties(text)]


LED = "[2 The challenger] {2 said} <2 she had 52 percent of the vote>."


def test_a_share_of_the_votes_counted_is_no_share_of_the_votes():
    text = "[1 The board] {1 said} <1 94 percent of the votes had been counted>. " + LED
    assert reasons(text) == []


def test_turnout_is_no_share_of_the_votes():
    text = "[1 The board] {1 said} <1 turnout was 61 percent>. " + LED
    assert reasons(text) == []


@pytest.mark.parametrize(
    "told",
    [
        "with 94 percent of ballots counted, the mayor had 57 percent of the vote",
        "the mayor had 57 percent of the vote with 94 percent of ballots counted",
    ],
)
def test_the_share_at_stake_is_given_wherever_that_of_the_votes_counted_stands(told: str):
    assert reasons(f"[1 The board] {{1 said}} <1 {told}>. {LED}") == ["57 percent ≠ 52 percent"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("94 percent of the votes had been counted", "71 percent of the votes had been counted"),
        ("turnout was 61 percent", "turnout was 48 percent"),
    ],
)
def test_two_shares_of_one_kind_stand_against_each_other(one: str, other: str):
    (reason,) = reasons(
        f"[1 The board] {{1 said}} <1 {one}>. [2 Observers] {{2 said}} <2 {other}>."
    )
    assert reason.count("percent ≠") == 1


def test_a_share_that_leaves_open_what_it_is_of_may_be_of_the_turnout():
    text = (
        "[1 The board] {1 said} <1 64 percent, after the last of the islands was heard>. "
        "[2 Observers], however, {2 insisted} <2 turnout was 48 percent>."
    )
    assert reasons(text) == ["64 percent ≠ 48 percent"]


WHOLE = [
    "more than 2,300 of the plant's 2,500 welders had walked out",
    "of 2,500 welders more than 2,300 had walked out",
]


@pytest.mark.parametrize("told", WHOLE)
def test_a_new_count_does_not_update_the_whole_of_which_the_old_one_was(told: str):
    text = (
        f"[1 The union] {{1 said}} <1 {told}>. [2 It] {{2 said}} <2 2,400 welders had walked out>."
    )
    assert not [one for one in reasons(text) if "2,500 →" in one]


@pytest.mark.parametrize("told", WHOLE)
def test_another_count_stands_against_the_part_and_not_the_whole(told: str):
    text = (
        f"[1 The union] {{1 said}} <1 {told}>. "
        "[2 The company] {2 said} <2 900 welders had walked out>."
    )
    assert all("2,500" not in one for one in reasons(text))


def test_figures_of_different_nouns_are_not_put_side_by_side():
    text = (
        "[1 The union] {1 said} <1 the yard had hidden two reports>. "
        "[2 The yard], however, {2 insisted} <2 it had given the union four ships>."
    )
    assert all("two ≠ four" not in one for one in reasons(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a bus carrying 64 people overturned", "41 people were rescued"),
        ("monitors were kept out of 130 wards", "the crowd was at 2,500"),
        ("90 people died in the flood", "the guards fired on looters, killing three"),
    ],
)
def test_figures_of_what_has_nothing_in_common_are_not_set_against_each_other(one: str, other: str):
    text = f"[1 The prefect] {{1 said}} <1 {one}>. [2 Observers] {{2 said}} <2 {other}>."
    assert "≠" not in "".join(reasons(text))


def test_what_two_speakers_lost_of_their_own_is_two_counts():
    text = (
        "[1 Marshal Varo] {1 put} <1 his losses at 900 dead>. "
        "[2 General Osk] {2 put} <2 his losses at 1,400 dead>."
    )
    assert reasons(text) == []


def test_what_one_says_of_the_others_losses_is_one_count():
    text = (
        "[1 Marshal Varo] {1 put} <1 his losses at 900 dead>. "
        "[2 General Osk] {2 put} <2 the marshal's losses at 1,400 dead>."
    )
    assert "900 ≠ 1,400" in reasons(text)


def test_what_was_found_on_top_is_not_the_whole():
    text = (
        "[1 The warden] {1 said} <1 17 bodies had been brought ashore>. "
        "[2 Divers] {2 said} <2 they had brought ashore 14 more bodies>."
    )
    assert "≠" not in "".join(reasons(text))


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("the blast happened at a depth of 600 metres", "the blast threw carts 50 metres", False),
        ("the blast left a crater 9 metres wide", "the crater was 4 metres wide", True),
    ],
)
def test_two_articles_measure_one_thing_only_if_they_name_it(one: str, other: str, may_be: bool):
    ours, theirs = (
        Account(at, words, figures=tuple(each.figure for each in figures_in(words)), article=at)
        for at, words in enumerate((one, other), 1)
    )
    assert one_stake(ours, ours.figures[0].text, theirs, theirs.figures[0].text) is may_be
