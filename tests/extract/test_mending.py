"""What the parser takes amiss is mended before anything is read."""

from __future__ import annotations

import pytest
from marked import parser

from tracker.domain.draft import ArticleDraft
from tracker.domain.facet import Facet
from tracker.extract.model import load_models
from tracker.extract.reader import Reader


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The board said on Wednesday that sprinter Lena Korn had tested positive for a drug.",
            "sprinter Lena Korn had tested positive for a drug",
        ),
        (
            "The board said on Friday that runners had fallen at the gate.",
            "runners had fallen at the gate",
        ),
    ],
)
def test_a_that_before_a_name_leads_on(text: str, statement: str) -> None:
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading
    assert [one.statement for one in reading.claims if one.chain] == [statement]


def test_a_day_is_accused_of_nothing() -> None:
    text = "The guild on Thursday accused the other side of breaking a truce."
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading
    facets = [one for each in reading.claims for one in each.facets]
    assert "Thursday" not in {one.words for one in facets if one.facet is Facet.ACTOR}
