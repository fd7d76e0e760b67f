"""What somebody calls a thing, answers, or is said to be right about is theirs."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "“That is a fairy tale,” was the miller's only comment.",
            [("miller", "“That is a fairy tale”")],
        ),
        (
            "“A few scratches,” was how the doctor summed it up.",
            [("doctor", "“A few scratches”")],
        ),
        (
            "The porter had locked the gate himself: thus the bailiff.",
            [("bailiff", "the porter had locked the gate himself")],
        ),
        (
            "The two sisters have made peace, if the innkeeper is to be believed.",
            [("innkeeper", "the two sisters have made peace")],
        ),
        (
            "The roof was sound, the mason said, in what he called “a clear case”.",
            [("mason", "the roof was sound “a clear case”"), ("mason", "“a clear case”")],
        ),
        (
            "The harbour board was at pains to correct what it termed an unfortunate misprint.",
            [("harbour board", "“termed an unfortunate misprint”")],
        ),
    ],
)
def test_a_verdict_is_a_claim_of_whoever_gives_it(text, claims):
    assert told(text) == claims


def test_a_charge_that_is_brushed_aside_has_two_speakers():
    text = "The guild spoke of sacks of sand, which the miller brushed aside as “tavern talk”."
    assert told(text)[-1] == ("miller", "“tavern talk”")


def test_a_quotation_that_is_no_answer_is_nobodys():
    assert told("“The Old Mill” was the miller's first boat.") == []
