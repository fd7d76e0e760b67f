"""A firm is one source by its full name, by its short one, and by a headline's word for it."""

from __future__ import annotations

import pytest
from reading_aloud import kinds, told

from tracker.domain.source import SourceKind


def speakers(text):
    return {who for who, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Varden AG said the mill was sound. Varden denied that there had been a leak.",
        "Varden said the mill was sound. Varden AG denied that there had been a leak.",
        "Carmaker Varden Motors said the mill was sound. Varden denied making a promise.",
    ],
)
def test_a_firm_is_one_with_and_without_what_it_is_in_law(text):
    assert len(speakers(text)) == 1


def test_the_firm_of_a_headline_is_the_one_that_is_named_below():
    text = (
        "Company blames welder for blast\n\nVarden AG, which owns the mill, said a welder had "
        "ignored the rules. The company said it would pay.\n\nThe welder said it was a lie."
    )
    assert speakers(text) == {"Varden AG", "welder"}


def test_the_bank_of_a_headline_is_the_bank_that_is_named_below():
    text = (
        "Bank says no records stolen\n\nOstrel Savings Bank said on Monday that no records had "
        "been stolen. The bank said it had met all deadlines."
    )
    assert speakers(text) == {"Ostrel Savings Bank"}


def test_an_owner_with_a_firms_name_is_no_person():
    text = "The owner, Corlo Shipping, said two sailors were hurt."
    assert kinds(text) == {"Corlo Shipping": SourceKind.COMPANY}


def test_a_country_is_not_short_for_its_strait():
    text = (
        "A tanker was hit in the Strait of Madra, its owner said. Madra insists that the tanker "
        "was in its waters."
    )
    assert "Madra" in speakers(text)
