"""Whoever admits one thing and denies another does both, and none of those spoken of does."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The army acknowledged that soldiers had left the camp but denied taking anyone away.",
            [
                ("army", "soldiers had left the camp"),
                ("army", "it did not take anyone away"),
            ],
        ),
        (
            "The guild confirmed that its men had come but rejected claims that they stole flour.",
            [
                ("guild", "its men had come"),
                ("guild", "it is not true that they stole flour"),
            ],
        ),
        (
            "A rebel spokesman denied it, saying the shells had come from an army base.",
            [
                ("rebel spokesman", "it is not true"),
                ("rebel spokesman", "the shells had come from an army base"),
            ],
        ),
    ],
)
def test_a_denial_behind_what_is_admitted(text: str, claims: list[tuple[str, str]]) -> None:
    assert told(text) == claims
