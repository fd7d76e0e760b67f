"""Which accounts bear on nothing of each other: of one side, or each of its own things."""

from __future__ import annotations

from dataclasses import replace

import pytest
from marked import drafted
from proposed import ties

from tracker.compare.account import Account
from tracker.compare.accounts import accounts_of
from tracker.compare.across import opposable_across
from tracker.compare.answering import is_no_ground, is_of_other_things
from tracker.compare.clash import Clash
from tracker.compare.pairing import two_speakers
from tracker.compare.party import Party
from tracker.domain.facet import Facet

WHO = [Clash(Facet.ACTOR, 0.4, "guards ≠ they")]


def two(one: str, other: str) -> tuple[Account, Account]:
    text = f"[1 The prefect] {{1 said}} <1 {one}>. [2 The raiders] {{2 said}} <2 {other}>."
    first, second = accounts_of(drafted(text).reading)
    return first, second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("his men had killed six raiders", "they had shot dead 11 soldiers"),
        ("prices had struck farmers hard", "nobody had struck the mill"),
    ],
)
def test_each_tells_of_its_own_things(one: str, other: str) -> None:
    pair = two(one, other)
    assert is_of_other_things(*pair)
    assert is_of_other_things(*reversed(pair))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("his men had killed six raiders", "farmers had killed six raiders"),
        ("marchers had broken windows", "no marcher had broken windows"),
        ("the army had fired on the mill", "the army had not fired"),
        ("guards had shot the boy", "they had shot him"),
        ("poachers had fired on the boat", "wardens had fired on a skiff"),
    ],
)
def test_both_tell_of_one_thing(one: str, other: str) -> None:
    assert not is_of_other_things(*two(one, other))


def test_what_nobody_broke_is_not_what_was_broken_already() -> None:
    text = (
        "[1 A driver] {1 said} <1 he had been stopped for a broken lamp>. "
        "[2 The priest] {2 denied} that <2 any of the marchers had broken windows>."
    )
    assert is_of_other_things(*accounts_of(drafted(text).reading))


def test_who_did_not_die_is_not_another_who_did() -> None:
    for told, other in (("one man had died", True), ("the baker Orlan had died", False)):
        text = (
            f"[1 The prefect] {{1 said}} <1 {told}>. "
            "[2 The hospital] {2 denied} <2 Orlan had died there>."
        )
        assert is_of_other_things(*accounts_of(drafted(text).reading)) is other


def test_who_had_no_part_denies_nothing_that_is_laid_to_nobody() -> None:
    denial = "Ostria had nothing to do with the strike"
    for told, denied in (("the strike was an outrage", False), ("rebels made the strike", True)):
        (pair,) = opposable_across([two(told, denial)])
        assert bool(pair.denied) is denied


def test_what_each_says_of_himself_is_of_two_deeds_in_two_articles() -> None:
    first, second = two("he had met the banker at an inn", "I have never met the man")
    assert two_speakers(first, second)
    assert not two_speakers(first, replace(second, article=2))
    third, fourth = two("he had met the raiders", "we have never met the man")
    assert two_speakers(third, replace(fourth, article=2))


def test_who_killed_others_is_at_odds_with_nobody() -> None:
    text = (
        "[1 The prefect] {1 said} <1 his men had killed six raiders>. "
        "[2 The raiders] {2 said} <2 they had shot dead 11 soldiers>."
    )
    assert ties(text) == []


def test_of_one_side_nothing_is_supposed() -> None:
    ours, theirs = Party(1, "o", line=frozenset({1})), Party(2, "o", line=frozenset({1, 2}))
    first, second = (
        Account(number, words, party)
        for number, words, party in (
            (1, "guards had fired into the crowd", ours),
            (2, "they shot at people in the crowd", theirs),
        )
    )
    assert is_no_ground(first, second, WHO)


def test_claims_of_two_articles_without_a_common_word_are_not_supposed_to_be_at_odds() -> None:
    first = Account(1, "masked men had driven clerks from the hall", Party(1, "o1"), article=1)
    second = Account(2, "the marchers had been unarmed", Party(2, "o2"), article=2)
    third = Account(3, "the masked men had been unarmed", Party(2, "o2"), article=2)
    assert is_no_ground(first, second, [])
    assert not is_no_ground(first, third, [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the guards had fired no flares on Tuesday", "the guards had fired flares in September"),
        ("marsh guards had fired flares at the boat", "guards fired flares at a boat"),
        ("he had never rowed the banker over", "they had given the banker's son a purse"),
    ],
)
def test_what_two_articles_tell_of_other_days_or_alike_or_of_their_own_is_no_ground(
    one: str, other: str
) -> None:
    first, second = two(one, other)
    assert is_no_ground(first, replace(second, article=2), [])


def test_prices_that_struck_are_no_strike_that_somebody_denies() -> None:
    denial = "Ostria had nothing to do with the strike"
    for told, denied in (
        ("prices had struck farmers hard", False),
        ("Ostria made the strike", True),
    ):
        (pair,) = opposable_across([two(told, denial)])
        assert bool(pair.denied) is denied
