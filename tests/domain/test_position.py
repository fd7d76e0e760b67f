"""Positions: what a party says on a facet, in one claim's words, and how that stands to others."""

from __future__ import annotations

from dataclasses import replace

from test_contest import HOSPITAL, LATER, POLICE, UNION, claim, contest, tied

from tracker.domain.facet import Facet, FacetValue
from tracker.domain.facet_words import in_short, told_on
from tracker.domain.figure import Figure
from tracker.domain.grid import Grid
from tracker.domain.position import Position
from tracker.domain.side_by_side import Stand

HURT = Facet.CASUALTIES


def positions(*claims, ties=(), facet=HURT, pinned=False) -> dict[str, Position]:
    """Each party's position by its name, measured by the party of the second claim."""
    told = contest(*claims, ties=ties)
    grid = Grid(told, told.parties, pinned=pinned)
    names = [party.name for party in grid.parties]
    measure = grid.measure(facet, [names.index(told.party(1).name)])
    return {name: grid.position(facet, place, measure) for place, name in enumerate(names)}


def test_a_party_speaks_by_its_newest_claim_and_its_others_are_counted():
    police = positions(POLICE, UNION, LATER)["Police"]
    assert (police.words, police.claim, police.further) == ("6 hurt", LATER.id, (POLICE.id,))


def test_one_that_stands_against_somebodys_comes_before_a_newer_one():
    ties = (tied(1, POLICE, "contradicts", UNION, "casualties", "suggested"),)
    police = positions(POLICE, UNION, LATER, ties=ties)["Police"]
    assert (police.words, police.at_odds, police.further) == ("3 hurt", True, (LATER.id,))


def test_the_claim_that_is_looked_at_speaks_where_the_two_are_pinned():
    assert positions(POLICE, UNION, LATER, pinned=True)["Police"].words == "3 hurt"


def test_what_a_party_said_before_is_told_beside_what_it_says_now():
    ties = (
        tied(1, LATER, "updates", POLICE, "casualties"),
        tied(2, POLICE, "contradicts", UNION, "casualties"),
    )
    police = positions(POLICE, UNION, LATER, ties=ties, pinned=True)["Police"]
    assert (police.words, police.former, police.further) == ("6 hurt", "3 hurt", ())
    assert police.against == (POLICE.id,)


def test_the_same_words_in_another_claim_are_not_counted():
    assert positions(POLICE, UNION, replace(POLICE, id=8))["Police"].further == ()


def test_a_position_stands_to_the_measured_one_as_a_relation_says():
    ties = (tied(1, HOSPITAL, "contradicts", UNION, "casualties", "suggested"),)
    told = positions(POLICE, UNION, HOSPITAL, ties=ties)
    assert told["Hospital"].stand is Stand.CONTRADICT
    assert told["Police"].relation is None


def test_it_stands_to_any_claim_of_the_measured_party_that_a_relation_ties_it_to():
    ties = (
        tied(1, LATER, "updates", POLICE, "casualties"),
        tied(2, UNION, "contradicts", POLICE, "casualties"),
    )
    assert positions(UNION, LATER, POLICE, ties=ties)["Union"].stand is Stand.CONTRADICT


def test_a_rejected_relation_puts_nobody_at_odds():
    ties = (tied(1, POLICE, "contradicts", UNION, "casualties", "rejected"),)
    assert not positions(POLICE, UNION, ties=ties)["Police"].at_odds


def test_who_denies_without_words_on_it_denies_it():
    denial = claim(9, 3)
    ties = (tied(1, denial, "denies", POLICE, "occurrence"),)
    told = positions(denial, POLICE, ties=ties, facet=Facet.OCCURRENCE)
    assert (told["Union"].words, told["Police"].words) == ("denies it", "says so")
    assert told["Union"].borrowed


def test_who_contradicts_without_words_on_it_is_quoted():
    other = claim(9, 3)
    ties = (tied(1, other, "contradicts", POLICE, "cause"),)
    assert positions(other, POLICE, ties=ties, facet=Facet.CAUSE)["Union"].words == "“it happened”"


def test_who_says_nothing_on_a_facet_has_no_position_there():
    assert positions(POLICE, UNION, claim(7, 4, 11))["Hospital"] == Position()


def test_a_quotation_in_short_has_eight_words():
    assert in_short("“one two three four five six seven eight nine”") == (
        "“one two three four five six seven eight…”"
    )
    assert in_short("it is so") == "“it is so”"


def with_deeds(number: int, **deeds: str):
    values = (FacetValue(Facet.OCCURRENCE, words, sense=sense) for words, sense in deeds.items())
    return replace(claim(number, 2), facets=tuple(values))


def test_a_deed_that_was_not_done_is_shown_as_not_done():
    assert told_on(with_deeds(1, fired="not attack"), Facet.OCCURRENCE) == "not fired"
    assert told_on(with_deeds(1, unheard="hear"), Facet.OCCURRENCE) == "unheard"
    denied = replace(with_deeds(1, fired="attack"), cue="denied")
    assert told_on(denied, Facet.OCCURRENCE) == "not fired"


def test_of_several_deeds_those_are_shown_that_the_others_speak_of():
    ours = with_deeds(1, held="hold", fired="attack")
    assert told_on(ours, Facet.OCCURRENCE, [with_deeds(2, shot="not attack")]) == "fired"
    assert told_on(ours, Facet.OCCURRENCE, [with_deeds(2, left="leave")]) == "held; fired"


def test_a_figure_is_shown_with_what_it_counts():
    counted = replace(
        claim(1, 2, quantity="20"), figures=(Figure("20", 20, 20, counts="stalls destroyed"),)
    )
    assert told_on(counted, Facet.QUANTITY) == "20 stalls destroyed"


def test_what_is_contested_on_one_facet_is_not_at_odds_on_another():
    ties = (tied(1, POLICE, "contradicts", UNION, "cause"),)
    assert not positions(POLICE, UNION, ties=ties)["Police"].at_odds
