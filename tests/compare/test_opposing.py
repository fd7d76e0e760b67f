"""Which deeds and things leave each other no room."""

from __future__ import annotations

import pytest
from marked import drafted
from proposed import against, ties

from tracker.compare.account import Account
from tracker.compare.accounts import accounts_of
from tracker.compare.alike import other_times
from tracker.compare.doers import doer_clashes
from tracker.compare.opposing import deed_clashes, none_at_all


def two(one: str, other: str) -> tuple[Account, Account]:
    text = f"[1 The owner] {{1 said}} <1 {one}>. [2 Police] {{2 accused}} <2 {other}>."
    first, second = accounts_of(drafted(text).reading)
    return first, second


OWNER = "[1 The owner] {1 said} <1 there were no lights on the boat>. "


def clashing(words: str) -> bool:
    first, second = accounts_of(drafted(OWNER + f"[2 A deckhand] {{2 said}} <2 {words}>.").reading)
    return bool(list(none_at_all(first, second, 0.5)))


@pytest.mark.parametrize("state", ["dazzled him", "been switched on by the mate"])
def test_what_was_there_contradicts_that_there_was_none(state: str) -> None:
    assert clashing(f"the lights of the boat had {state}")


@pytest.mark.parametrize("state", ["switched off to save fuel", "broken", "stolen in May"])
def test_what_did_no_good_is_as_good_as_none(state: str) -> None:
    assert not clashing(f"the lights of the boat had been {state}")


def test_who_did_nothing_with_a_thing_does_not_tell_of_one() -> None:
    text = (
        "[1 The bureau] {1 said} <1 no gun had been found in the boat>. "
        "[2 The harbour police] {2 said} <2 the skipper had not pointed a gun at the diver>."
    )
    first, second = accounts_of(drafted(text).reading)
    assert not list(none_at_all(first, second, 0.5))


@pytest.mark.parametrize(("who", "clash"), [("some", False), ("raiders", True)])
def test_some_are_no_doer_that_is_set_against_another(who: str, clash: bool) -> None:
    pair = two(f"{who} had fired shots at the boat", "divers of attacking the boat")
    assert bool(list(doer_clashes(*pair, 0.5))) is clash


@pytest.mark.parametrize(("told", "clash"), [("been ordered to shoot", False), ("shot", True)])
def test_what_was_only_ordered_was_not_done_yet(told: str, clash: bool) -> None:
    text = (
        f"[1 The widow] {{1 said}} <1 the guards had {told}>. "
        "[2 The warden] {2 said} <2 the guards had not shot at anyone>."
    )
    first, second = accounts_of(drafted(text).reading)
    assert bool(list(deed_clashes(first, second, 0.5))) is clash


def test_what_is_in_sight_is_yet_to_come() -> None:
    assert other_times(*two("the talks had failed", "the union of striking with no talks in sight"))


def test_one_deed_laid_to_two_doers_is_proposed_however_far_apart():
    filler = "Rain fell on the valley.\n\n" * 6
    text = (
        "[1 The reeve] {1 said} <1 rebels had shelled the ferry stage with rockets>.\n\n"
        f"{filler}[2 The clinic] {{2 said}} <2 it had admitted nobody>.\n\n{filler}"
        "[3 The front] {3 said} <3 government troops had shelled the ferry stage>."
    )
    assert frozenset((1, 3)) in against(text)


@pytest.mark.parametrize(("who", "clash"), [("artillery fire", False), ("gunners", True)])
def test_gunfire_is_no_doer(who: str, clash: bool) -> None:
    pair = two(f"{who} had hit the boat", "divers of hitting the boat")
    assert bool(list(doer_clashes(*pair, 0.5))) is clash


def test_only_one_of_two_holds_a_town():
    text = (
        "[1 The army] {1 said} <1 it controls the town of Orlin>. "
        "[2 The rovers] {2 said} <2 they control the town of Orlin>."
    )
    assert [(one.kind, one.facet) for one in ties(text)] == [("contradicts", "outcome")]
