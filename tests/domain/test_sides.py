"""Which two phrases may mean one doer."""

from __future__ import annotations

import pytest

from tracker.domain.sides import one_side


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Norlish infantry", "Sudish infantry"),
        ("the infantry of Norland", "Sudish infantry near Norland"),
        ("rebel gunners", "army gunners"),
        ("the union's guards", "the company's guards"),
        ("Ada Holm", "Bram Holm, 61"),
    ],
)
def test_one_noun_of_two_sides_is_two_doers(ours: str, theirs: str) -> None:
    assert not one_side(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("infantry", "Norlish infantry"),
        ("Norland's infantry", "Norlish light infantry"),
        ("Norlish infantry", "NLA infantry"),
        ("government troops", "army troops"),
        ("rebels", "Rebels of the Selm Front"),
        ("Mrs Holm", "the trader Ada Holm"),
        ("Ada Holm", "Mayor Ada Holm"),
    ],
)
def test_one_noun_may_be_one_doer_unless_both_say_whose_it_is(ours: str, theirs: str) -> None:
    assert one_side(ours, theirs)
