"""Two that accuse, or blame, each other say two things, each of the other."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The guild and the rebels accused each other of shelling the market.",
            {
                ("guild", "the rebels shelled the market"),
                ("rebels", "the guild shelled the market"),
            },
        ),
        (
            "The army and the rebels on Thursday blamed each other for the fire at the mill.",
            {
                ("army", "the rebels were responsible for the fire at the mill"),
                ("rebels", "the army was responsible for the fire at the mill"),
            },
        ),
        (
            "Norland and Tavria accused each other on Friday of breaking the truce.",
            {("Norland", "Tavria broke the truce"), ("Tavria", "Norland broke the truce")},
        ),
        (
            "Both the guild and the rebels on Thursday accused the other of breaking the truce.",
            {("guild", "the rebels broke the truce"), ("rebels", "the guild broke the truce")},
        ),
        (
            "The police and the demonstrators have accused one another of violence.",
            {
                ("police", "the demonstrators were guilty of violence"),
                ("demonstrators", "the police were guilty of violence"),
            },
        ),
    ],
)
def test_each_of_two_accuses_the_other(text: str, claims: set[tuple[str, str]]) -> None:
    assert set(told(text)) == claims


def test_whoever_is_accused_and_answers_is_a_speaker() -> None:
    text = "Norland accused Tavria of shelling the plant and Tavria said Norland had shelled it."
    assert told(text) == [
        ("Norland", "Tavria shelled the plant"),
        ("Tavria", "Norland had shelled it"),
    ]
