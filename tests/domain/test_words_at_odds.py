"""What a reason sets against each other, claim by claim, and what a position shows of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_contest import claim, contest, tied

from tracker.domain.contest import LEFT, RIGHT
from tracker.domain.facet import Facet
from tracker.domain.grid import Grid
from tracker.domain.words_at_odds import words_at_odds

STORMED = replace(
    claim(1, 2, occurrence="stormed"), statement="guards stormed the mill, the foreman was killed"
)
ASSAULT = replace(
    claim(2, 3, occurrence="assault"), statement="after the assault the foreman is alive"
)


def against(reason: str, kind: str = "contradicts"):
    relation, *ends = tied(1, STORMED, kind, ASSAULT, "occurrence", "suggested")
    return (replace(relation, reason=reason), *ends)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("killed ≠ alive", ("killed", "alive")),
        ("alive ≠ killed", ("killed", "alive")),
        ("at the mill; what of him: killed ≠ alive: both say", ("killed", "alive")),
        ("foreman ≠ no foreman", ("foreman", "no foreman")),
        (
            "“guards stormed the mill, the foreman was…” against “after the assault”",
            ("“guards stormed the mill, the foreman was…”", "“after the assault”"),
        ),
        ("rejected that “guards”", ("", "")),
        ("the desk knows ≠ better", ("", "")),
        ("", ("", "")),
    ],
)
def test_each_claim_gets_its_words_of_a_reason(reason, words):
    relation, one, other = against(reason)
    told = (words_at_odds(relation, one, other), words_at_odds(relation, other, one))
    assert told == words


def shown(told, facet=Facet.OCCURRENCE) -> list[str]:
    grid = Grid(told, (told.party(LEFT), told.party(RIGHT)), pinned=True)
    return [grid.position(facet, place, 0).words for place in range(2)]


def test_a_position_shows_the_words_at_odds_and_not_those_that_agree():
    assert shown(contest(STORMED, ASSAULT, ties=(against("killed ≠ alive"),))) == [
        *("killed", "alive")
    ]


def test_words_on_the_facet_that_hold_those_at_odds_are_shown_whole():
    one = replace(claim(1, 2, hurt=3), statement="3 hurt")
    other = replace(claim(2, 3, hurt=9), statement="9 hurt")
    relation, *_ = tied(1, one, "contradicts", other, "casualties", "suggested")
    told = contest(one, other, ties=((replace(relation, reason="3 ≠ 9"), one, other),))
    assert shown(told, Facet.CASUALTIES) == ["3 hurt", "9 hurt"]


def test_without_such_a_reason_the_words_on_the_facet_stand():
    assert shown(contest(STORMED, ASSAULT, ties=(against("by ear"),))) == ["stormed", "assault"]
