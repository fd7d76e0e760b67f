"""Which words of a claim say how a thing stands, and what was done to what."""

from __future__ import annotations

import pytest
from marked import drafted, said

from tracker.domain.facet import Facet


def stands(words: str) -> tuple[list[str], list[str]]:
    """What a speaker says was done, and how things stand."""
    (claim,) = said(drafted(f"[1 The mayor] {{1 said}} <1 {words}>."))
    facets = Facet.OCCURRENCE, Facet.OUTCOME
    done, how = ([one.words for one in claim.facets if one.facet is facet] for facet in facets)
    return done, how


@pytest.mark.parametrize(
    "words",
    [
        "over 200 people marched",
        "drones flew over the weir",
        "talks over pay went on",
        "the mill was taken over by a rival",
        "guards were sent in order to keep the weir open",
        "guards were sent in order that nobody drowned",
    ],
)
def test_what_only_leads_on_says_nothing_of_how_a_thing_stands(words: str) -> None:
    assert not {"over", "in order"} & set(stands(words)[1])


def test_what_is_over_and_what_is_in_order_stand_so() -> None:
    assert stands("the papers were in order") == ([], ["in order"])
    assert stands("the drought is now over") == ([], ["over"])


def test_to_be_of_an_age_is_no_deed() -> None:
    assert stands("a man aged 34 drowned")[0] == ["drowned"]


def test_nothing_is_done_to_a_day() -> None:
    (claim,) = said(drafted("[1 They] {1 said} <1 two boats collided in Selm on Sunday night>."))
    assert [one.words for one in claim.facets if one.facet is Facet.TARGET] == []
