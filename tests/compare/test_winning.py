"""One vote is won by one."""

from __future__ import annotations

import pytest
from marked import drafted

from tracker.compare.accounts import accounts_of
from tracker.compare.winning import winner_clashes

BOARD = "[1 The board] {1 said} <1 Osk Varo was elected with 52.8 percent>. "


@pytest.mark.parametrize(
    "other",
    [
        "[2 The guild] {2 said} <2 its candidate, Ada Lorn, had won with about 56 percent>.",
        "[2 Ada Lorn] {2 said} <2 the people had elected me>.",
    ],
)
def test_two_who_won_one_vote_are_set_against_each_other(other: str) -> None:
    assert two_won(BOARD + other)


@pytest.mark.parametrize(
    "other",
    [
        "[2 The guild] {2 said} <2 its candidate, Ada Lorn, had won 41 percent>.",
        "[2 The guild] {2 said} <2 Ada Lorn had won three districts>.",
        "[2 The guild] {2 said} <2 Osk Varo had won the election>.",
    ],
)
def test_shares_of_one_whole_parts_and_the_same_winner_are_not(other: str) -> None:
    assert not two_won(BOARD + other)


def two_won(text: str) -> bool:
    ours, theirs = accounts_of(drafted(text).reading)
    return any(winner_clashes(ours, theirs, 0.5))
