"""Neither a number, nor a day, nor a toll does anything or suffers it."""

from __future__ import annotations

import pytest
from reading_aloud import parser

from tracker.domain.draft import ArticleDraft
from tracker.domain.facet import Facet
from tracker.extract.model import load_models
from tracker.extract.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "Police said the toll rose to six.",
        "The ministry said six were hurt.",
        "The mayor said the wreck lay 68 kilometres off the coast.",
    ],
)
def test_a_measure_is_no_actor_and_no_target(text):
    (claim,) = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading.claims
    who = [one.words for one in claim.facets if one.facet in (Facet.ACTOR, Facet.TARGET)]
    assert who in ([], ["wreck"])
