"""A figure is said with its unit, once."""

from __future__ import annotations

import pytest

from tracker.domain.figure import Figure
from tracker.report.wording import figure_words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("68 kilometres", 68, 68, unit="km"), "68 kilometres [68, 68]"),
        (Figure("$5", 5, 5, unit="USD"), "$5 [5, 5]"),
        (Figure("12-year-old", 12, 12, unit="years old"), "12-year-old [12, 12]"),
        (Figure("five", 5, 5, unit="km"), "five km [5, 5]"),
    ],
)
def test_a_unit_that_the_words_name_is_not_said_again(figure, words):
    assert figure_words(figure).replace("  ", " ") == words
