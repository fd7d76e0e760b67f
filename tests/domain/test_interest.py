"""Interest: for whom somebody speaks, and whom the claim burdens."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure
from tracker.domain.interest import Interest, interest_of
from tracker.domain.relation import Relation, RelationKind, RelationOrigin, RelationState
from tracker.domain.source import Source, SourceKind

NOW = datetime(2031, 5, 1, tzinfo=UTC)
SOURCES = {
    1: Source("Varland", SourceKind.STATE, id=1),
    2: Source("guard", SourceKind.GOVERNMENT_BODY, affiliation_id=1, id=2),
    3: Source("League", SourceKind.ORGANISATION, id=3),
    4: Source("hospital staff", SourceKind.UNNAMED, id=4),
    5: Source("Pell", SourceKind.PERSON, affiliation_id=3, id=5),
    6: Source("left", SourceKind.PERSON, affiliation_id=7, id=6),
    7: Source("right", SourceKind.PERSON, affiliation_id=6, id=7),
}
KILLED = Figure("two", 2, 2, counts="killed")


def said(speaker: int | None, actor: int | None, cue: str = "said", *figures: Figure) -> Claim:
    facets = () if actor is None else (FacetValue(Facet.ACTOR, "they", source_id=actor),)
    chain = () if speaker is None else (Hop(speaker, HopRole.SPEAKER),)
    return Claim("x", Voice.INDIRECT, chain=chain, cue=cue, facets=facets, figures=figures, id=1)


def interest(claim: Claim, *ties: Tie) -> Interest:
    return interest_of(Dossier(claim, sources=SOURCES, ties=ties))


def tie(kind: str, other: int, a: int = 1, b: int = 2) -> Tie:
    state, origin = RelationState.CONFIRMED, RelationOrigin.PERSON
    relation = Relation(a, b, RelationKind(kind), Facet.ACTOR, state, origin, "Ada", NOW)
    theirs = Claim("y", Voice.INDIRECT, chain=(Hop(other, HopRole.SPEAKER),), id=2)
    return Tie(relation, theirs, "", "")


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        (1, "for itself"),
        (2, "for Varland"),
        (5, "for League"),
        (4, "side not known"),
        (None, "side not known"),
    ],
)
def test_the_side_is_the_top_of_the_affiliations(speaker, words):
    assert interest(said(speaker, None)).side_words == words


def test_two_who_are_affiliated_to_each_other_have_a_side_all_the_same():
    assert interest(said(6, None)).side_words == "for right"


def test_an_accusation_goes_against_the_side_of_whom_it_names():
    assert interest(said(3, 2, "accused")).against_words == "against the interest of Varland"


def test_so_does_a_claim_that_tells_of_harm():
    assert interest(said(3, 2, "said", KILLED)).against_words == "against the interest of Varland"


def test_so_does_a_claim_that_their_side_contests():
    assert interest(said(3, 2), tie("denies", 1)).against == (SOURCES[1],)
    assert interest(said(3, 2), tie("denies", 4)).against == ()


def test_to_name_an_actor_burdens_nobody_by_itself():
    assert interest(said(3, 2)).against_words == ""


def test_ones_own_deed_is_no_admission_even_where_it_harmed():
    assert not interest(said(2, 2, "said", KILLED)).own


@pytest.mark.parametrize("cue", ["admitted", "conceded", "Acknowledged"])
def test_an_admission_goes_against_ones_own_interest(cue):
    assert interest(said(2, 2, cue)).against_words == "against its own interest"


def test_a_concession_goes_against_ones_own_interest_whatever_its_cue():
    assert interest(said(2, None), tie("concedes", 3)).own


def test_what_another_concedes_is_not_ones_own_admission():
    assert not interest(said(2, None), tie("concedes", 3, a=2, b=1)).own


def test_whoever_accuses_somebody_of_their_own_side_speaks_against_it():
    assert interest(said(5, 3, "accused")).own
