"""A headline announces what an article tells; it is no claim of its own where somebody says it."""

from __future__ import annotations

import pytest
from reading_aloud import parser

from tracker.domain.draft import ArticleDraft
from tracker.extract.model import load_models
from tracker.extract.reader import Reader


def own(text: str) -> list[str]:
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading
    return [one.statement for one in reading.claims if not one.chain]


@pytest.mark.parametrize(
    ("headline", "below"),
    [
        ("Mill fire deaths rise to nine; owners deny blame",
         "Nine dockers died in the mill fire, the mayor said."),
        ("Ferry strike ends after nine days.",
         "The ferry strike has ended after nine days, the union said."),
        ("Banker hid nine million in losses.",
         "The banker hid losses of nine million, the prosecutor told the court."),
        ("Rebels shelled the market at dawn.",
         "The governor said rebels had shelled the market at dawn."),
        ("Challenger wins the vote in Velm.",
         "The challenger has won the vote in Velm, the board said."),
    ],
)  # fmt: skip
def test_a_headline_that_somebody_says_below_is_no_claim_of_its_own(headline: str, below: str):
    assert own(f"{headline}\n\n{below}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the market at dawn.\n\nThe governor said nobody would be paid.",
        "Rebels shelled the market at dawn.",
        "It rained.\n\nRebels shelled the market at dawn.\n\nRebels shelled it, he said.",
    ],
)
def test_what_only_the_article_says_stays_its_own(text: str):
    assert "Rebels shelled the market at dawn" in own(text)
