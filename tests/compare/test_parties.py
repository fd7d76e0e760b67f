"""Which parties are one side."""

from __future__ import annotations

import pytest

from tracker.compare.party import party_of
from tracker.domain.source import Source, SourceKind


@pytest.mark.parametrize(
    ("one", "other", "allied"),
    [
        ("Norlish army", "Sudish army", False),
        ("Welders' union", "Miners' union", False),
        ("Norlish army", "Norlish ministry", True),
        ("Norlish army", "army", True),
    ],
)
def test_what_two_parties_both_are_makes_them_no_side(one: str, other: str, allied: bool) -> None:
    first, second = (
        party_of(Source(name, SourceKind.ORGANISATION, id=at), {})
        for at, name in enumerate((one, other), 1)
    )
    assert first.allied(second) is allied


def test_whose_brother_somebody_is_does_not_say_what_he_is_called() -> None:
    person = Source("Osk Varo", SourceKind.PERSON, role="the mayor's brother", id=1)
    assert party_of(person, {}).words == {"osk", "varo", "brother"}
