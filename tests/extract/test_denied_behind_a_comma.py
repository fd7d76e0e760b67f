"""What somebody denies behind a comma is no part of what was said, and is a denial of its own."""

from __future__ import annotations

import pytest
from reading_aloud import told

_SAID = "The guild said nine kilns were unsafe"
_CLAIM = ("guild", "nine kilns were unsafe")


@pytest.mark.parametrize(
    "tail",
    [
        "which the foundry denied",
        "which was denied by the foundry",
        "something the foundry denied",
        "an allegation that the foundry denied",
        "an allegation the foundry denies",
        "a claim disputed by the foundry",
    ],
)
def test_a_denial_behind_what_is_said_is_whoever_denies_its(tail: str) -> None:
    assert told(f"{_SAID}, {tail}.") == [_CLAIM, ("foundry", "that is not true")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The guild accused the foundry of hiding nine cracks, a charge it rejected.",
            [("guild", "the foundry hid nine cracks"), ("foundry", "that is not true")],
        ),
        (
            "The guild said the foundry had hidden nine cracks, which it denies.",
            [("guild", "the foundry had hidden nine cracks"), ("foundry", "that is not true")],
        ),
        (
            "Nine kilns were unsafe, the guild said, which the foundry denied.",
            [_CLAIM, ("foundry", "that is not true")],
        ),
    ],
)
def test_nobody_denies_his_own_word(text: str, claims: list[tuple[str, str]]) -> None:
    assert told(text) == claims


def test_what_somebody_does_not_deny_is_no_denial() -> None:
    claims = told("The guild said kilns were shut down, which the foundry did not deny.")
    assert [who for who, _ in claims] == ["guild"]


def test_what_whoever_denies_it_goes_on_to_say_is_his() -> None:
    text = (
        "The guild accused the mill of flooding the port, which the mill denied, "
        "saying the water had come from the sea."
    )
    assert told(text) == [
        ("guild", "the mill flooded the port"),
        ("mill", "that is not true"),
        ("mill", "the water had come from the sea"),
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            (
                "A Selm official said on Monday that the wounded had been held back by wardens for "
                "three days, an allegation which the wardens denied."
            ),
            [
                ("Selm official", "the wounded had been held back by wardens for three days"),
                ("wardens", "that is not true"),
            ],
        ),
        (
            "The board said the barge had been sunk by a mine, a claim the guild disputes.",
            [("board", "the barge had been sunk by a mine"), ("guild", "that is not true")],
        ),
        (
            "The board said the blast was an accident, a version of events disputed by the guild.",
            [("board", "the blast was an accident"), ("guild", "that is not true")],
        ),
    ],
)
def test_a_charge_is_denied_however_it_is_parsed(text: str, claims: list[tuple[str, str]]) -> None:
    assert told(text) == claims
