"""A chain goes through an outlet to whom or what it cites, however the sentence says so."""

from __future__ import annotations

import pytest
from reading_aloud import chained


@pytest.mark.parametrize(
    ("words", "chain"),
    [
        (
            "Six barges sank, according to Marshwire, which quoted the river authority.",
            "river authority < Marshwire",
        ),
        (
            (
                "Six barges sank when the lock burst, Marshwire reported on Monday, citing the "
                "head of the river authority, Ada Krol."
            ),
            "Ada Krol < Marshwire",
        ),
        (
            "State radio, quoting the Transport Ministry, said the lock had reopened.",
            "Transport Ministry < state radio",
        ),
        (
            "Upland Agency reported, citing an internal memo, that the owner knew of the crack.",
            "internal memo < Upland Agency",
        ),
    ],
)
def test_whom_an_outlet_cites_is_the_root_of_what_it_reports(words: str, chain: str) -> None:
    told = chained(words)
    assert [who for who, _ in told] == [chain]
    assert not told[0][1].startswith("citing")


def test_whom_an_outlet_cites_before_that_is_no_part_of_what_is_said_once() -> None:
    assert chained("Gull Radio reported, citing Ada Krol, that the dam had burst.") == [
        ("Ada Krol < Gull Radio", "the dam had burst")
    ]
    assert chained("The agency reported, citing the mayor's office, that the dam had burst.") == [
        ("mayor's office < agency", "the dam had burst")
    ]
