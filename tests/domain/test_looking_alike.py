"""Likeness: two texts are one where their words run alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tracker.domain.likeness import LOOKS_THE_SAME, likeness

TEXT = "The league’s “launch” struck the ferry off Selm, and killed two.\n\nThe pier stayed shut."


@pytest.mark.parametrize(
    "other",
    [
        TEXT,
        TEXT.replace("“", '"').replace("”", '"').replace("’", "'"),
        TEXT.replace(" ", "\u00a0").replace("\n\n", "  \n"),
        TEXT.upper(),
    ],
)
def test_signs_spaces_and_capitals_make_no_other_text(other):
    assert likeness(TEXT, other) == 1


def test_a_line_on_top_leaves_a_long_text_nearly_what_it_was():
    long = " ".join(f"word{number}" for number in range(200))
    assert LOOKS_THE_SAME < likeness(long, f"A title of five words\n\n{long}") < 1


def test_the_same_words_in_another_order_are_another_text():
    assert likeness(TEXT, " ".join(reversed(TEXT.split()))) == 0


@pytest.mark.parametrize("other", ["", "It rained."])
def test_what_is_short_is_like_nothing(other):
    assert likeness(TEXT, other) == likeness(other, other) == 0


@given(some.text(), some.text())
def test_likeness_is_the_same_both_ways(one, other):
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1
