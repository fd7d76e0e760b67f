"""What a sentence only leads up to with a colon is said by whoever it tells of."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The mayor was blunter: the dam had rotted.", ("mayor", "the dam had rotted")),
        ("The guild was more specific: nine crates had gone.", ("guild", "nine crates had gone")),
        ("The union was clear: nobody had been told.", ("union", "nobody had been told")),
        ("The mayor went further: the dam had rotted.", ("mayor", "the dam had rotted")),
        (
            "The nurse remembered the night otherwise: no doctor had come.",
            ("nurse", "no doctor had come"),
        ),
        (
            "The guild’s own review arrived at the opposite conclusion: the bolts were sound.",
            ("guild’s own review", "the bolts were sound"),
        ),
        (
            "The engineer came to another conclusion: two bolts had rusted through.",
            ("engineer", "two bolts had rusted through"),
        ),
        (
            "The ministry sent a short denial: no ship had been turned away.",
            ("ministry", "no ship had been turned away"),
        ),
        (
            "From the harbour master, Tora Lund, came a one-line message: the pier was safe.",
            ("Tora Lund", "the pier was safe"),
        ),
    ],
)
def test_it_is_said_by_whom_the_sentence_tells_of(text, claim):
    assert claim in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The law is clear: nobody may fish there.",
        "The picture was clear: two trains had met.",
        "It was clear: the game was lost.",
        "The mayor was clear of the crowd: it had gone home.",
        "The mayor was not clear: the dam had rotted.",
        "The mayor was never blunt: he flattered everybody.",
        "The police came to no conclusion: the bolts had rusted through.",
        "The ministry issued no denial: the ship had been turned away.",
        "Nobody from the union went further: the ship had been turned away.",
        "The mayor had word: the ship was lost.",
        "The mayor was blunt. The cost for the town: nine million was lost.",
        "The mayor was blunt :[1]",
    ],
)
def test_a_colon_gives_nothing_to_whom_the_sentence_does_not_let_speak(text):
    assert not [who for who, _ in told(text) if who]


def test_a_sign_right_behind_a_colon_is_no_fault():
    assert told("The union gave another explanation :[1]") is not None
