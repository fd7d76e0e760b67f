"""Which accounts of an article are weighed: of two speakers, one of which can be checked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tracker.compare.account import Account
from tracker.compare.across import opposable_across
from tracker.compare.pairing import opposable
from tracker.compare.party import Party

SELLER = Party(1, "seller", frozenset({"seller"}), line=frozenset({1}), called=frozenset({"Pell"}))
SISTER = Party(2, "seller", frozenset({"sister"}), line=frozenset({2, 1}))
BOUGHT = Account(1, "the picture was bought at a market", SELLER, "said", at=0, block=0)
KEPT = Account(2, "the picture had always hung in the house", SISTER, "said", at=1, block=1)


def weighed(one: Account, other: Account) -> list[int]:
    return [len(opposable([one, other])), len(opposable_across([(one, other)]))]


@pytest.mark.parametrize(
    "other",
    [KEPT, replace(KEPT, cue="admitted"), replace(KEPT, checkable=False)],
    ids=["of the same side", "conceded", "not to be checked"],
)
def test_what_speaks_against_it_is_weighed_and_does_not_decide(other):
    assert weighed(BOUGHT, other) == [1, 1]


@pytest.mark.parametrize(
    "other",
    [
        replace(KEPT, party=SELLER),
        replace(KEPT, words="any comment on the picture", cue="declined to make"),
        replace(KEPT, party=replace(SISTER, words=frozenset({"both"}))),
    ],
    ids=["one speaker", "silence", "all sides at once"],
)
def test_who_says_nothing_against_another_is_left_out(other):
    assert weighed(BOUGHT, other) == [0, 0]


def test_of_two_accounts_one_can_be_checked():
    neither = [replace(one, checkable=False) for one in (BOUGHT, KEPT)]
    assert weighed(*neither) == [0, 0]
