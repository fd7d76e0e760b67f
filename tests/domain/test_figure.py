"""Figures: what they may hold, what they are compared on, and how soft bounds are written."""

from __future__ import annotations

import pytest

from tracker.domain.figure import Figure, Harm


def test_figures_in_different_units_never_contradict():
    assert Figure("5%", 5, 5, unit="%").meets(Figure("nine", 9, 9))


def test_figures_in_the_same_unit_can_contradict():
    assert not Figure("5%", 5, 5, unit="%").meets(Figure("9%", 9, 9, unit="%"))


def test_an_open_bound_excludes_its_own_number_from_either_side():
    more, exactly = Figure("more than 5%", 5, None, low_open=True), Figure("5%", 5, 5)
    assert (more.meets(exactly), exactly.meets(more)) == (False, False)


def test_numbers_beyond_a_float_are_compared_exactly():
    assert not Figure("a", 10**400, 10**400).meets(Figure("b", 10**400 + 1, 10**400 + 1))


def test_an_approximate_range_shows_both_ends():
    assert Figure("about 10 to 15", 10, 15, approximate=True).interval == "≈[10, 15]"


def test_an_approximate_bound_stays_a_bound():
    assert Figure("at least about 20", 20, approximate=True).interval == "≈[20, ∞)"


def test_an_approximate_upper_bound_stays_one():
    figure = Figure("under about 20°C", None, 20, high_open=True, approximate=True)
    assert figure.interval == "≈(-∞, 20)"


def test_an_amount_of_money_harms_nobody():
    assert Figure("$3m", 3_000_000, 3_000_000, unit="USD", counts="losses").harm is None


@pytest.mark.parametrize(
    ("counts", "harm"),
    [
        ("job losses", None),
        ("losses", Harm.CASUALTIES),
        ("lives lost", Harm.KILLED),
        ("hostages killed", Harm.KILLED),
        ("prisoners executed", Harm.KILLED),
        ("sailors taken prisoner", Harm.CAPTURED),
        ("sailors kidnapped", Harm.CAPTURED),
        ("people UNACCOUNTED for", Harm.MISSING),
        ("diehards", None),
    ],
)
def test_a_harm_is_named_by_whole_words(counts, harm):
    assert Figure("two", 2, 2, counts=counts).harm is harm
