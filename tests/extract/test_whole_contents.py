"""What is said is read whole: behind a dateline, before a day, across a word left out."""

from __future__ import annotations

import pytest
from reading_aloud import chained


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "OSTREL - Air defences shot down 41 of 55 drones overnight, the air force said.",
            [("air force", "air defences shot down 41 of 55 drones overnight")],
        ),
        (
            "The headmaster knew of abuse by a teacher for six years, an inquiry found on Friday.",
            [("inquiry", "the headmaster knew of abuse by a teacher for six years")],
        ),
        ("Drey denied ever meeting Lindt alone.", [("Drey", "Drey did not meet Lindt alone")]),
        (
            (
                "Amy Voss said there was no gun at the scene, citing a report by officials "
                "that has not been published."
            ),
            [("Amy Voss", "there was no gun at the scene")],
        ),
        (
            (
                "The daily Kapital reported that Varden was in talks to sell a unit, citing "
                "people close to the talks."
            ),
            [("people close to the talks < Kapital", "Varden was in talks to sell a unit")],
        ),
    ],
)
def test_a_claim_is_whole_and_told_once(text, claims):
    assert chained(text) == claims


def test_a_loss_is_compared_with_what_it_is_compared_with():
    ((_, statement),) = chained(
        "The company reported a net loss of 210 million euros for the third quarter, compared with "
        "a profit of 34 million a year earlier."
    )
    assert "compared with a profit" in statement
