"""Two claims side by side: agreement and contradiction at once, row by row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tracker.domain.attribution import Voice
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.facet_words import words_on
from tracker.domain.figure import Figure
from tracker.domain.relation import Relation, RelationKind, RelationOrigin, RelationState
from tracker.domain.side_by_side import FacetRow, Pair, Stand, facet_at_odds

NOW = datetime(2031, 5, 1, tzinfo=UTC)
KILLED_TWO = Figure("two", 2, 2, counts="killed")
KILLED_SOME = Figure("at least two", 2, counts="killed")
KILLED_NINE = Figure("nine", 9, 9, counts="killed")
HURT_NINE = Figure("nine", 9, 9, counts="injured")


def claim(number: int, figures: tuple[Figure, ...] = (), **facets: str) -> Claim:
    values = tuple(FacetValue(Facet(facet), words) for facet, words in facets.items())
    return Claim("it happened", Voice.INDIRECT, id=number, facets=values, figures=figures)


def tie(kind: str, facet: str | None = None, state: str = "confirmed") -> Relation:
    where = Facet(facet) if facet else None
    origin = RelationOrigin.PERSON
    return Relation(1, 2, RelationKind(kind), where, RelationState(state), origin, "Ada", NOW)


def pair(left: Claim, right: Claim, *relations: Relation) -> Pair:
    return Pair(Dossier(left), Dossier(right), relations)


def row(facet: str, *of: object) -> FacetRow:
    return next(one for one in pair(*of).rows if one.facet == facet)


@pytest.mark.parametrize(("cue", "stand"), [("denied", Stand.DIFFER), ("said", Stand.AGREE)])
def test_whoever_denies_it_does_not_agree_on_who_did_it(cue, stand):
    charge = claim(1, actor="the welders", cause="the welders", target="the silo")
    denial = replace(claim(2, actor="the welders", cause="the welders", target="the silo"), cue=cue)
    stands = {one.facet: one.stand for one in pair(charge, denial).rows}
    assert stands == {
        Facet.ACTOR: stand, Facet.CAUSE: stand, Facet.TARGET: Stand.AGREE
    }  # fmt: skip


def test_agreement_and_contradiction_stand_at_once():
    ours = claim(1, (KILLED_SOME,), actor="a launch")
    theirs = claim(2, (KILLED_TWO,), actor="a picket boat")
    stands = {one.facet: one.stand for one in pair(ours, theirs, tie("contradicts", "actor")).rows}
    assert stands == {Facet.ACTOR: Stand.CONTRADICT, Facet.CASUALTIES: Stand.AGREE}


def test_a_facet_on_which_nobody_speaks_has_no_row():
    assert pair(claim(1), claim(2)).rows == ()


def test_rows_come_in_the_order_of_the_facets():
    ours = claim(1, outcome="sunk", actor="a launch", place="Selm", time="Tuesday")
    facets = [one.facet for one in pair(ours, claim(2)).rows]
    assert facets == [Facet.ACTOR, Facet.PLACE, Facet.TIME, Facet.OUTCOME]


def test_one_side_that_is_silent_makes_no_contradiction():
    silent = row("actor", claim(1, actor="a launch"), claim(2))
    assert (silent.left, silent.right, silent.stand) == ("a launch", None, Stand.SILENT)


@pytest.mark.parametrize(
    ("theirs", "stand"), [("A LAUNCH", Stand.AGREE), ("a picket boat", Stand.DIFFER)]
)
def test_words_alone_agree_or_differ(theirs, stand):
    assert row("actor", claim(1, actor="a launch"), claim(2, actor=theirs)).stand is stand


@pytest.mark.parametrize(
    ("ours", "theirs", "stand"),
    [
        ((KILLED_SOME,), (KILLED_TWO,), Stand.AGREE),
        ((KILLED_SOME,), (KILLED_NINE,), Stand.AGREE),
        ((KILLED_TWO,), (KILLED_NINE,), Stand.DIFFER),
        ((KILLED_TWO, HURT_NINE), (KILLED_SOME,), Stand.AGREE),
        ((KILLED_TWO, HURT_NINE), (KILLED_SOME, HURT_NINE), Stand.AGREE),
        ((KILLED_NINE, HURT_NINE), (KILLED_TWO, HURT_NINE), Stand.DIFFER),
    ],
)
def test_casualties_are_compared_as_intervals_of_one_harm(ours, theirs, stand):
    assert row("casualties", claim(1, ours), claim(2, theirs)).stand is stand


@pytest.mark.parametrize("kind", ["contradicts", "denies"])
@pytest.mark.parametrize("state", ["suggested", "confirmed"])
def test_a_relation_against_makes_a_contradiction(kind, state):
    both = (claim(1, actor="a launch"), claim(2, actor="a picket boat"))
    assert row("actor", *both, tie(kind, "actor", state)).stand is Stand.CONTRADICT


def test_a_rejected_contradiction_leaves_the_words_to_speak():
    both = (claim(1, actor="a launch"), claim(2, actor="a picket boat"))
    assert row("actor", *both, tie("contradicts", "actor", "rejected")).stand is Stand.DIFFER


@pytest.mark.parametrize("kind", ["corroborates", "concedes", "relays", "refines"])
def test_a_relation_of_agreement_agrees_whatever_the_words(kind):
    both = (claim(1, actor="a launch"), claim(2, actor="the launch"))
    assert row("actor", *both, tie(kind, "actor")).stand is Stand.AGREE


@pytest.mark.parametrize("kind", ["updates", "retracts"])
def test_a_speaker_who_says_otherwise_by_now_does_not_agree(kind):
    both = (claim(1, (KILLED_TWO,)), claim(2, (KILLED_NINE,)))
    assert row("casualties", *both, tie(kind, "casualties")).stand is Stand.DIFFER


def test_a_contradiction_outweighs_an_agreement_on_the_same_facet():
    both = (claim(1, actor="a launch"), claim(2, actor="a boat"))
    relations = (tie("corroborates", "actor"), tie("contradicts", "actor", "suggested"))
    assert row("actor", *both, *relations).stand is Stand.CONTRADICT


def test_a_relation_without_a_facet_is_about_the_occurrence():
    found = row("occurrence", claim(1), claim(2), tie("denies"))
    assert (found.left, found.right, found.stand) == (None, None, Stand.CONTRADICT)


def test_open_facets_are_those_that_contradict():
    ours, theirs = claim(1, actor="a launch", place="Selm"), claim(2, actor="a boat", place="Selm")
    assert pair(ours, theirs, tie("contradicts", "actor")).open_facets == (Facet.ACTOR,)


@pytest.mark.parametrize(
    ("states", "state"),
    [
        (["suggested", "confirmed"], "suggested"),
        (["rejected", "confirmed"], "confirmed"),
        (["rejected"], "rejected"),
        ([], "rejected"),
    ],
)
def test_a_pair_waits_while_any_of_its_contradictions_does(states, state):
    relations = [tie("contradicts", facet, one) for facet, one in zip(Facet, states, strict=False)]
    assert pair(claim(1), claim(2), *relations).state == state


def test_agreements_do_not_make_a_pair_wait():
    relations = [tie("contradicts", "actor"), tie("corroborates", "casualties", "suggested")]
    assert pair(claim(1), claim(2), *relations).state is RelationState.CONFIRMED


def test_a_facets_words_stand_before_the_figures():
    spoken = claim(1, (KILLED_TWO,), casualties="a handful of dead")
    assert words_on(spoken, Facet.CASUALTIES) == "a handful of dead"


def test_figures_without_harm_are_no_casualties():
    assert words_on(claim(1, (Figure("two", 2, 2, counts="ferries"),)), Facet.CASUALTIES) is None


def test_figures_are_said_with_what_they_count_once():
    figures = (KILLED_TWO, Figure("three killed", 3, 3, counts="killed"))
    assert words_on(claim(1, figures), Facet.CASUALTIES) == "two killed; three killed"


def test_two_words_for_one_deed_agree():
    ours, theirs = (
        Claim(
            "it", Voice.INDIRECT, id=n, facets=(FacetValue(Facet.OCCURRENCE, word, sense="attack"),)
        )
        for n, word in enumerate(("shelled", "fired on"), 1)
    )
    assert row("occurrence", ours, theirs).stand is Stand.AGREE


def test_two_words_for_one_side_agree():
    both = (claim(1, actor="army gunners"), claim(2, actor="the army"))
    assert row("actor", *both).stand is Stand.AGREE


def test_figures_that_do_not_meet_are_what_two_claims_are_at_odds_on():
    ours = claim(1, (KILLED_NINE,), actor="a launch")
    theirs = claim(2, (KILLED_TWO,), actor="a picket boat")
    assert facet_at_odds(ours, theirs) is Facet.CASUALTIES


def test_where_the_figures_meet_the_first_facet_that_differs_is():
    ours = claim(1, (KILLED_SOME,), actor="a launch", target="a ferry")
    theirs = claim(2, (KILLED_TWO,), actor="a picket boat", target="a barge")
    assert facet_at_odds(ours, theirs) is Facet.ACTOR


def test_figures_of_different_harm_are_at_odds_only_where_nothing_else_is():
    ours, theirs = claim(1, (KILLED_TWO,), time="Monday"), claim(2, (HURT_NINE,), time="Friday")
    assert facet_at_odds(ours, theirs) is Facet.TIME


def test_claims_that_agree_are_at_odds_on_nothing():
    assert facet_at_odds(claim(1, place="Selm"), claim(2, place="selm")) is None
