"""A contest: party by party and facet by facet, around the two that are compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.contest import LEFT, RIGHT, Contest, contest_of
from tracker.domain.crowd import Crowd
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure
from tracker.domain.grid import Grid
from tracker.domain.relation import Relation, RelationKind, RelationOrigin, RelationState
from tracker.domain.side_by_side import Stand
from tracker.domain.source import Source, SourceKind
from tracker.domain.status import Dismissal, Stage
from tracker.domain.timerange import TimeRange

NOW = datetime(2031, 5, 1, tzinfo=UTC)
SOURCES = {
    1: Source("City", SourceKind.STATE, id=1),
    2: Source("Police", SourceKind.GOVERNMENT_BODY, affiliation_id=1, id=2),
    3: Source("Union", SourceKind.ORGANISATION, id=3),
    4: Source("Hospital", SourceKind.ORGANISATION, id=4),
}


def claim(number: int, speaker: int | None, hour: int = 9, hurt: int | None = None, **facets: str):
    figures = () if hurt is None else (Figure(f"{hurt}", hurt, hurt, counts="hurt"),)
    return Claim(
        "it happened", Voice.INDIRECT, id=number, figures=figures, stage=Stage.OPEN,
        chain=() if speaker is None else (Hop(speaker, HopRole.SPEAKER),),
        facets=tuple(FacetValue(Facet(facet), words) for facet, words in facets.items()),
        said_at=TimeRange(f"at {hour}", datetime(2031, 5, 1, hour, tzinfo=UTC)),
    )  # fmt: skip


def tied(number: int, a: Claim, kind: str, b: Claim, facet: str, state: str = "confirmed"):
    relation = Relation(
        a.id, b.id, RelationKind(kind), Facet(facet), RelationState(state), RelationOrigin.PERSON,
        "Ada", NOW, id=number,
    )  # fmt: skip
    return (relation, a, b)


def contest(*claims: Claim, ties: tuple[tuple[Relation, Claim, Claim], ...] = ()) -> Contest:
    def dossier(one: Claim) -> Dossier:
        mine = [
            Tie(relation, b if a.id == one.id else a, f"S{(b if a is one else a).speaker_id}", "")
            for relation, a, b in ties
            if one.id in (a.id, b.id)
        ]
        return Dossier(one, sources=SOURCES, ties=tuple(mine))

    left, right, *others = map(dossier, claims)
    return contest_of(left, right, others, 0)


POLICE, UNION, HOSPITAL = claim(1, 2, 9, 3), claim(2, 3, 10, 9), claim(3, 4, 11, 9)
LATER = claim(4, 2, 15, 6)


def names(told: Contest) -> list[str]:
    return [one.name for one in told.parties]


def test_a_party_is_a_speaker_with_all_its_claims():
    assert [len(one.claims) for one in contest(POLICE, UNION, HOSPITAL, LATER).parties] == [2, 1, 1]


def test_parties_stand_in_neutral_order_whichever_is_looked_at():
    assert names(contest(HOSPITAL, POLICE, UNION)) == ["Police", "Union", "Hospital"]


def test_the_claim_that_is_looked_at_stands_in_front_of_its_party():
    assert contest(LATER, UNION, POLICE).party(LEFT).front.claim.id == 4


def test_two_claims_of_one_speaker_that_are_compared_stand_apart():
    told = contest(POLICE, LATER, UNION)
    assert names(told) == ["Police", "Union", "Police"]
    assert [told.party(side).front.claim.id for side in (LEFT, RIGHT)] == [1, 4]


def test_dismissed_claims_are_not_told():
    gone = replace(HOSPITAL, stage=Stage.DISMISSED, dismissal=Dismissal.NOT_A_CLAIM)
    assert names(contest(POLICE, UNION, gone)) == ["Police", "Union"]


def test_a_side_counts_its_own_origin_and_those_confirmed_to_say_the_same():
    ties = (tied(1, UNION, "corroborates", HOSPITAL, "casualties"),)
    told = contest(POLICE, UNION, HOSPITAL, ties=ties)
    assert [len(one.origins) for one in told.parties] == [1, 2, 2]


def test_an_opponent_who_agrees_on_something_else_is_not_on_that_side():
    ties = (
        tied(1, POLICE, "contradicts", UNION, "actor"),
        tied(2, POLICE, "corroborates", UNION, "casualties"),
    )
    assert [len(one.origins) for one in contest(POLICE, UNION, ties=ties).parties] == [1, 1]


def test_a_suggested_agreement_is_no_second_origin():
    ties = (tied(1, UNION, "corroborates", HOSPITAL, "casualties", "suggested"),)
    assert len(contest(POLICE, UNION, HOSPITAL, ties=ties).party(RIGHT).origins) == 1


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ((POLICE, UNION), "two independent origins"),
        ((POLICE, LATER), "one origin"),
        ((POLICE, UNION, HOSPITAL), "3 speakers, 3 independent origins"),
        ((claim(8, 1), POLICE, UNION), "3 speakers, 2 independent origins"),
        ((POLICE, LATER, UNION), "two independent origins"),
    ],
)
def test_it_is_told_how_many_origins_there_are(claims, told):
    assert contest(*claims).origins_told == told


def test_of_an_event_of_which_few_claims_are_shown_all_that_speak_are_told():
    few = replace(contest(POLICE, UNION), crowd=Crowd(12, 7))
    assert few.origins_told == "12 speakers, 7 independent origins"


def test_a_suggested_agreement_is_told_as_one():
    ties = (tied(1, UNION, "corroborates", HOSPITAL, "casualties", "suggested"),)
    sides = contest(POLICE, UNION, HOSPITAL, ties=ties).parties
    assert [len(one.origins_suggested) for one in sides] == [0, 1, 1]


def test_a_newer_figure_takes_the_place_of_the_one_before_it():
    ties = (tied(1, LATER, "updates", POLICE, "casualties"),)
    police = contest(UNION, LATER, POLICE, ties=ties).party(RIGHT)
    assert [(one.text, one.former) for one in police.words_on(Facet.CASUALTIES)] == [
        ("6 hurt", False),
        ("3 hurt", True),
    ]


def test_what_was_said_formerly_contradicts_nobody_any_more():
    newer = claim(4, 2, 15, 9)
    ties = (
        tied(1, newer, "updates", POLICE, "casualties"),
        tied(2, POLICE, "contradicts", UNION, "casualties"),
    )
    told = contest(UNION, newer, POLICE, ties=ties)
    (row,) = told.rows(told.party(LEFT), told.party(RIGHT))
    assert row.stand is Stand.AGREE


def test_one_contradiction_outweighs_all_agreement_on_a_facet():
    ties = (
        tied(1, POLICE, "contradicts", HOSPITAL, "casualties", "suggested"),
        tied(2, UNION, "corroborates", HOSPITAL, "casualties"),
    )
    told = contest(POLICE, UNION, HOSPITAL, ties=ties)
    assert Grid(told, told.parties).stand(Facet.CASUALTIES) is Stand.CONTRADICT


def test_a_facet_of_anybody_has_a_row():
    told = contest(POLICE, UNION, claim(7, 4, place="the gate"))
    assert Grid(told, told.parties).facets == (Facet.CASUALTIES, Facet.PLACE)


def test_the_others_are_measured_by_whoever_speaks_first():
    told = contest(POLICE, UNION, claim(7, 4, 11, place="the gate"))
    grid = Grid(told, told.parties)
    assert grid.measure(Facet.CASUALTIES, (1, 0)) == 1
    assert grid.measure(Facet.PLACE, (1, 0)) == 2
    assert grid.measure(Facet.CAUSE, (1, 0)) == 1


def test_two_of_a_grid_stand_to_each_other_whichever_is_named_first():
    told = contest(POLICE, UNION, HOSPITAL)
    grid = Grid(told, told.parties)
    assert grid.row(Facet.CASUALTIES, 2, 1) == grid.row(Facet.CASUALTIES, 1, 2)
    assert grid.row(Facet.CASUALTIES, 1, 1) is None


def test_another_claim_is_put_opposite_and_all_are_still_there():
    told = contest(POLICE, UNION, HOSPITAL).turned(RIGHT, 3)
    assert (told.left.claim.id, told.right.claim.id) == (1, 3)
    assert names(told) == ["Police", "Union", "Hospital"]


def test_the_further_claims_come_round_and_round_past_the_other_side():
    told = contest(POLICE, UNION, HOSPITAL, LATER)
    seen = []
    for _ in range(4):
        told = told.following(RIGHT, 1)
        seen.append(told.right.claim.id)
    assert seen == [3, 4, 2, 3]
    assert told.following(RIGHT, -1).right.claim.id == 2


def test_the_left_side_can_be_turned_too():
    assert contest(POLICE, UNION, HOSPITAL).following(LEFT, 1).left.claim.id == 3


def test_an_article_in_its_own_voice_is_a_party():
    assert names(contest(POLICE, claim(9, None, 8))) == ["the article", "Police"]
