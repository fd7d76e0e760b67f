"""Whoever disputes "this", and says no more, denies what was just said."""

from __future__ import annotations

import pytest
from reading_aloud import told

_SAID = "The guild said nine kilns were unsafe."
_CLAIM = ("guild", "nine kilns were unsafe")


@pytest.mark.parametrize(
    ("denial", "who", "what"),
    [
        ("The foundry disputed that.", "foundry", "that is not true"),
        ("Foundry director Olaf Brandt disputed it.", "Olaf Brandt", "it is not true"),
        ("The foundry has refuted this.", "foundry", "this is not true"),
        ("That was disputed by the foundry.", "foundry", "that is not true"),
    ],
)
def test_whoever_disputes_this_denies_it(denial: str, who: str, what: str) -> None:
    assert told(f"{_SAID} {denial}") == [_CLAIM, (who, what)]


@pytest.mark.parametrize("text", ["The foundry did not dispute that.", "Nobody disputed that."])
def test_what_is_not_disputed_is_no_denial(text: str) -> None:
    assert told(f"{_SAID} {text}") == [_CLAIM]
