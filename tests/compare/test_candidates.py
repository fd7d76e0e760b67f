"""A short article is compared whole; in a long one, what is near and what speaks of one thing."""

from __future__ import annotations

from itertools import combinations

from tracker.compare.account import Account
from tracker.compare.candidates import MOST, NEAR, candidates


def accounts(*words: str) -> list[Account]:
    return [Account(number, text, at=number) for number, text in enumerate(words)]


def pairs(told: list[Account]) -> list[tuple[int, int]]:
    return [(one.id, other.id) for one, other in candidates(told)]


def test_every_two_accounts_of_a_short_article_are_compared() -> None:
    told = accounts(*(f"boat {number}" for number in range(NEAR + 1)))
    assert sorted(pairs(told)) == sorted(combinations(range(NEAR + 1), 2))


def test_far_ones_are_compared_where_they_speak_of_one_thing() -> None:
    between = [f"goats wander {number}" for number in range(2 * NEAR)]
    told = accounts("the dam burst at Selm", *between, "no dam ever burst at Selm")
    found = pairs(told)
    assert (0, len(told) - 1) in found
    assert (1, len(told) - 2) not in found


def test_no_account_is_compared_with_more_than_a_bounded_number() -> None:
    told = accounts(*["the dam burst at Selm"] * (4 * NEAR))
    assert len(pairs(told)) <= len(told) * (NEAR + MOST)


def test_no_two_are_compared_twice() -> None:
    found = pairs(accounts(*["the dam burst at Selm"] * (3 * NEAR)))
    assert len(found) == len(set(found))
