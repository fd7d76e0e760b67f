"""A figure that somebody else puts behind what was said is theirs, not the first speaker's."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Twelve goats drowned, according to shepherds, but the ministry put the toll at four.",
            [("shepherds", "twelve goats drowned"), ("ministry", "the toll was four")],
        ),
        (
            "Twelve miners died, doctors said, but the company put the toll at four.",
            [("doctors", "twelve miners died"), ("company", "the toll was four")],
        ),
        (
            "Some 900 people marched, organisers said, and police put the number at 300.",
            [("organisers", "some 900 people marched"), ("police", "the number was 300")],
        ),
        (
            "Turnout was 40 percent, observers said, but the commission put it at 60 percent.",
            [("observers", "turnout was 40 percent"), ("commission", "it was 60 percent")],
        ),
    ],
)
def test_a_figure_set_against_what_was_said_is_another_speakers(
    text: str, claims: list[tuple[str, str]]
) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The warden said that 900 people marched and that the police put the number at 300.",
            [
                ("warden", "900 people marched"),
                ("warden", "the police put the number at 300"),
            ],
        ),
        (
            "Nine boats sank, the owner said, but he put the loss at a million crowns.",
            [("owner", "nine boats sank"), ("owner", "he put the loss at a million crowns")],
        ),
    ],
)
def test_whoever_tells_of_anothers_figure_goes_on_speaking(
    text: str, claims: list[tuple[str, str]]
) -> None:
    assert told(text) == claims
