"""What both of two say, each of them says; and neither is taken for the two of them."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Both Norland and Tavria denied shelling the plant.",
            [
                ("Norland", "they did not shell the plant"),
                ("Tavria", "they did not shell the plant"),
            ],
        ),
        (
            "Both the guild and the rebels said they wanted peace. The guild said it had no guns.",
            [
                ("guild", "they wanted peace"),
                ("rebels", "they wanted peace"),
                ("guild", "it had no guns"),
            ],
        ),
        (
            "The guild and the rebels said they wanted peace. The guild said it had no guns.",
            [("guild and the rebels", "they wanted peace"), ("guild", "it had no guns")],
        ),
    ],
)
def test_each_of_both_speaks(text: str, claims: list[tuple[str, str]]) -> None:
    assert told(text) == claims
