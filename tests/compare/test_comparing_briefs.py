"""Which claims of an article are proposed as contradicting each other, on which facet."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposed import against, ties

LINES = (Path(__file__).parent / "pairs.txt").read_text("utf-8").splitlines()
PAIRS = [line.split(": ", 1) for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(
    ("facet", "text"), [(facet, text) for facet, text in PAIRS if facet != "nothing"]
)
def test_two_claims_that_cannot_both_be_right_contradict_each_other(facet, text):
    assert ("contradicts", facet) in {(one.kind, one.facet) for one in ties(text)}


@pytest.mark.parametrize("text", [text for facet, text in PAIRS if facet == "nothing"])
def test_claims_that_can_both_be_right_are_left_alone(text):
    assert against(text) == set()


def test_a_reason_is_made_of_the_claims_own_words():
    (text,) = (text for facet, text in PAIRS if facet == "actor" and "army gunners" in text)
    (tie,) = ties(text)
    assert tie.reason == "army gunners ≠ rebels"
