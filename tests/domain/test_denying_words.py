"""What a denial turns round: the deed that is denied, and not when it was."""

from __future__ import annotations

import pytest

from tracker.domain.denying_words import polar
from tracker.domain.facet import Facet, FacetValue

SAID = "guards had fired at the crowd during Thursday's march"


@pytest.mark.parametrize(("deed", "sense"), [("fired", "not attack"), ("march", "gather")])
def test_a_denied_deed_is_turned_round_and_not_when_it_was(deed: str, sense: str) -> None:
    plain = sense.removeprefix("not ")
    value = FacetValue(Facet.OCCURRENCE, deed, sense=plain)
    assert polar(value, "denied", SAID).sense == sense


def test_what_was_not_done_is_done_where_that_is_denied() -> None:
    value = FacetValue(Facet.OCCURRENCE, "fired", sense="not attack")
    assert polar(value, "denied", "nobody had fired").sense == "attack"
