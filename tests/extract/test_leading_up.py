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
        "The river reached its highest mark: nine metres were measured at noon.",
        "The mayor was clear of the crowd: it had gone home.",
        "The firm sent three crates: one was empty.",
    ],
)
def test_what_shows_a_thing_says_nothing(text):
    assert not [who for who, _ in told(text) if who]
