"""Whoever says two things by two verbs says both, and none of those spoken of says the second."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            (
                "The coalition confirmed that its aircraft had struck the pier but said it had "
                "been used as a store and that only porters were inside."
            ),
            [
                "its aircraft had struck the pier",
                "it had been used as a store",
                "only porters were inside",
            ],
        ),
        (
            "The board acknowledged that the dam had leaked but insisted nobody had been hurt.",
            ["the dam had leaked", "nobody had been hurt"],
        ),
        (
            "Wardens confirmed that a man had been shot but said he had been armed.",
            ["a man had been shot", "he had been armed"],
        ),
        (
            "The reeve said the road had been closed and added that the bridge was unsafe.",
            ["the road had been closed", "the bridge was unsafe"],
        ),
        (
            "The mill says the depot burned but insists that nobody was inside.",
            ["the depot burned", "nobody was inside"],
        ),
        (
            "The guild said its members had been beaten but did not say who had done it.",
            ["its members had been beaten"],
        ),
    ],
)
def test_a_second_verb_of_speech_is_the_same_speakers(text: str, claims: list[str]) -> None:
    assert [statement for _, statement in told(text)] == claims


def test_what_one_spoken_of_admits_stays_with_what_is_told_of_him() -> None:
    text = "The board said a man had been arrested and admitted that he had set the fire."
    assert [statement for _, statement in told(text)] == [
        "a man had been arrested and admitted that he had set the fire"
    ]
