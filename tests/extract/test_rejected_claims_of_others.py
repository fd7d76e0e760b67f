"""A claim that somebody rejects is also whoever's it is said to be."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "The foundry rejected the guild's claim that nine kilns were unsafe.",
            "guild",
            "nine kilns were unsafe",
        ),
        (
            "The foundry denied claims by the guild that nine kilns were unsafe.",
            "guild",
            "nine kilns were unsafe",
        ),
        (
            "The foundry disputed Olaf Brandt's account that nine kilns were unsafe.",
            "Olaf Brandt",
            "nine kilns were unsafe",
        ),
    ],
)
def test_what_is_rejected_is_claimed_by_whose_claim_it_is(text: str, who: str, what: str) -> None:
    assert set(told(text)) == {(who, what), ("foundry", f"it is not true that {what}")}


def test_rejected_claims_of_nobody_in_particular_are_nobodys() -> None:
    assert told("The foundry denied claims that nine kilns were unsafe.") == [
        ("foundry", "it is not true that nine kilns were unsafe")
    ]


def test_what_a_claim_is_dismissed_as_follows_the_claim_alone() -> None:
    text = "The guild's claim that a second mill was hit was dismissed by the board as baseless."
    assert told(text) == [
        ("board", "the guild's claim that a second mill was hit was baseless"),
        ("guild", "a second mill was hit"),
    ]
