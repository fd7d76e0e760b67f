"""What punctuation plainly gives to somebody is a claim, whatever the judges make of it."""

from __future__ import annotations

import pytest
from marked import parser

from tracker.domain.draft import ArticleDraft
from tracker.extract.model import load_models
from tracker.extract.reader import Reader


def told(text: str) -> list[str]:
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading
    return [one.statement for one in reading.claims if one.chain]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Not one cent had gone to thieves, he assured lenders; the vault was never opened.",
            ["not one cent had gone to thieves", "the vault was never opened"],
        ),
        (
            "The porter was adamant that there had been no ladder in the yard.",
            ["there had been no ladder in the yard"],
        ),
        (
            "Snow broke the roof, the builder's office said; gutters had been blocked by leaves.",
            ["Snow broke the roof", "gutters had been blocked by leaves"],
        ),
        (
            "The ferry ran ten times, its master said, “which is more than the plan promised”.",
            [
                "the ferry ran ten times",
                "the ferry ran ten times “which is more than the plan promised”",
            ],
        ),
    ],
)
def test_what_is_said_is_a_claim(text, claims):
    assert told(text) == claims


def test_what_a_subordinate_clause_tells_is_not_taken_for_said():
    assert told("When the roof fell, the mayor sighed.") == []
