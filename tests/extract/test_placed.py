"""What one part of a sentence says of where holds for its other parts; whose spokeswoman one is."""

from __future__ import annotations

from marked import drafted

from tracker.domain.facet import Facet


def test_the_second_claim_of_a_sentence_stands_where_the_first_does() -> None:
    claims = drafted(
        "[1 The governor] {1 said} <1 shells had hit the market in Selm, killing at least 12>."
    ).reading.claims
    told = [[one.words for one in each.facets if one.facet is Facet.PLACE] for each in claims]
    assert len(claims) == 2
    assert told[0] == told[1] != []


def test_a_spokeswoman_with_a_name_belongs_to_whoever_has_her() -> None:
    sources = drafted(
        "[1 The Northern Front] {1 said} <1 nine people were killed>. "
        "[2 Its spokeswoman, Ana Krull,] {2 said} <2 army guns had fired>."
    ).reading.sources
    by_name = {one.name: one for one in sources}
    assert by_name["Ana Krull"].affiliation == by_name["Northern Front"].key


def test_who_is_blamed_is_said_to_be_responsible_however_the_verb_is_read() -> None:
    (claim,) = drafted(
        "[1 Drozd] {1 blamed} <1 rebels of the Northern Front for the shelling>."
    ).reading.claims
    assert claim.statement == "rebels of the Northern Front were responsible for the shelling"
