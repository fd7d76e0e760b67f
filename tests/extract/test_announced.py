"""A headline with a colon has its speaker before it or at its end, and a topic is none."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("headline", "who", "what"),
    [
        (
            "Ostrel: toll from ferry fire rises to 31, hospital says",
            "hospital",
            "toll from ferry fire rises to 31",
        ),
        (
            "Selm floods: damage worse than feared, warns mayor",
            "mayor",
            "“damage worse than feared”",
        ),
        (
            "Ostrel: nine miners killed in blast - doctors",
            "doctors",
            "“nine miners killed in blast”",
        ),
        ("Minister: we will not pay", "minister", "we will not pay"),
        ("Varden: mill was safe", "Varden", "mill was safe"),
    ],
)
def test_a_topic_says_nothing_and_a_role_or_whoever_speaks_below_does(headline, who, what):
    below = "The hospital, the mayor and doctors met. Varden said on Monday that it was sorry."
    assert told(f"{headline}\n\n{below}")[0] == (who, what)


def test_a_place_before_a_colon_says_nothing_where_nobody_is_named():
    text = "Ostrel: nine miners killed in blast\n\nNine miners were killed in Ostrel, police said."
    assert {who for who, _ in told(text)} == {"police"}
