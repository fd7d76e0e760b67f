"""Intervals: which figures can be true of the same count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.figure import Figure, Harm

TWO = Figure("two", 2, 2)
AT_LEAST_TWO = Figure("at least two", 2)
MORE_THAN_TWO = Figure("more than two", 2, low_open=True)
FEWER_THAN_TWO = Figure("fewer than two", None, 2, high_open=True)
UP_TO_FIVE = Figure("up to five", 0, 5)
ABOUT_TWENTY = Figure("about 20", 20, 20, approximate=True)
DOZENS = Figure("dozens")
NONE = Figure("none", 0, 0)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (AT_LEAST_TWO, TWO, True),
        (AT_LEAST_TWO, Figure("nine", 9, 9), True),
        (AT_LEAST_TWO, Figure("one", 1, 1), False),
        (MORE_THAN_TWO, TWO, False),
        (MORE_THAN_TWO, AT_LEAST_TWO, True),
        (MORE_THAN_TWO, FEWER_THAN_TWO, False),
        (FEWER_THAN_TWO, TWO, False),
        (FEWER_THAN_TWO, AT_LEAST_TWO, False),
        (UP_TO_FIVE, TWO, True),
        (UP_TO_FIVE, Figure("six", 6, 6), False),
        (UP_TO_FIVE, NONE, True),
        (NONE, AT_LEAST_TWO, False),
        (Figure("all 15", 15, 15, of=15), Figure("14 of 15", 14, 14, of=15), False),
        (ABOUT_TWENTY, Figure("three", 3, 3), True),
        (DOZENS, NONE, True),
        (TWO, TWO, True),
        (Figure("2.5", 2.5, 2.5), TWO, False),
    ],
)
def test_figures_meet_when_both_can_be_true(one, other, meet):
    assert one.meets(other) is meet


NUMBER = st.none() | st.integers(-5, 5)


@st.composite
def figures(draw):
    low, high = draw(NUMBER), draw(NUMBER)
    if low is not None and high is not None and low > high:
        low, high = high, low
    single = low == high
    return Figure(
        "n", low, high,
        low_open=draw(st.booleans()) and not single,
        high_open=draw(st.booleans()) and not single,
    )  # fmt: skip


def holds(figure: Figure, number: float) -> bool:
    bottom = figure.low is None or number > figure.low - (0 if figure.low_open else 0.25)
    top = figure.high is None or number < figure.high + (0 if figure.high_open else 0.25)
    return bottom and top


@given(figures(), figures())
def test_figures_meet_exactly_when_some_number_lies_in_both(one, other):
    grid = [half / 2 for half in range(-14, 15)]
    assert one.meets(other) is any(holds(one, n) and holds(other, n) for n in grid)


@given(figures(), figures())
def test_meeting_is_mutual(one, other):
    assert one.meets(other) is other.meets(one)


@pytest.mark.parametrize(
    ("figure", "interval"),
    [
        (TWO, "[2, 2]"),
        (AT_LEAST_TWO, "[2, ∞)"),
        (MORE_THAN_TWO, "(2, ∞)"),
        (FEWER_THAN_TWO, "(-∞, 2)"),
        (UP_TO_FIVE, "[0, 5]"),
        (ABOUT_TWENTY, "≈20"),
        (DOZENS, "vague"),
    ],
)
def test_an_interval_is_written_as_mathematicians_do(figure, interval):
    assert figure.interval == interval


@pytest.mark.parametrize(
    ("counts", "harm"),
    [
        ("passengers killed", Harm.KILLED),
        ("dead", Harm.KILLED),
        ("people were hurt", Harm.INJURED),
        ("wounded sailors", Harm.INJURED),
        ("crew missing", Harm.MISSING),
        ("deckhands captured", Harm.CAPTURED),
        ("casualties", Harm.CASUALTIES),
        ("skilled dockers", None),
        ("lifeboats", None),
        ("", None),
    ],
)
def test_what_a_figure_counts_names_the_harm(counts, harm):
    assert Figure("two", 2, 2, counts=counts).harm is harm
