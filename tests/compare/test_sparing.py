"""That nobody was harmed in one happening, and those that were in another."""

from __future__ import annotations

import pytest

from tracker.compare.account import Account
from tracker.compare.across import opposed
from tracker.compare.party import Party
from tracker.compare.sparing import of_another_happening
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure


def account(number: int, words: str, dead: int, article: int, doer: str = "") -> Account:
    values = (FacetValue(Facet.OCCURRENCE, "killed", "hurt"),)
    if doer:
        values += (FacetValue(Facet.ACTOR, doer, "hurt"),)
    figure = Figure(str(dead) if dead else "nobody", dead, dead, counts="people killed")
    return Account(
        number,
        words,
        Party(number, f"o{number}"),
        values=values,
        figures=(figure,),
        article=article,
    )


IN_A_FIRE = "two men were held over a fire at a mill in which nobody was killed"
ON_THE_DAY = "no one had been killed on market day"
SLIDE = "a landslide on the pass killed five drivers"


@pytest.mark.parametrize(
    ("none", "some", "doer"),
    [
        (IN_A_FIRE, "14 people had been killed", ""),
        (IN_A_FIRE, "rockets hit a mill, killing nine people", "rockets"),
        (ON_THE_DAY, SLIDE, "landslide on the pass"),
    ],
)
def test_who_was_killed_otherwise_is_of_another_happening(none: str, some: str, doer: str) -> None:
    pair = account(1, none, 0, 1), account(2, some, 5, 2, doer)
    assert of_another_happening(*pair)
    assert of_another_happening(*reversed(pair))


@pytest.mark.parametrize(
    ("none", "some", "doer"),
    [
        (IN_A_FIRE, "the fire at the mill killed nine people", "fire"),
        ("no one had been killed in the landslide", SLIDE, "landslide on the pass"),
        (ON_THE_DAY, "guards shot dead six people in the square", "guards"),
        ("nobody was killed in the raid", "soldiers killed six people", "soldiers"),
    ],
)
def test_who_was_killed_in_it_after_all_is_of_the_same(none: str, some: str, doer: str) -> None:
    assert not of_another_happening(account(1, none, 0, 1), account(2, some, 5, 2, doer))


def test_one_article_sets_its_own_accounts_against_each_other() -> None:
    pair = account(1, IN_A_FIRE, 0, 1), account(2, "14 people had been killed", 14, 1)
    assert not of_another_happening(*pair)


@pytest.mark.parametrize(
    ("none", "some", "facets"),
    [
        (ON_THE_DAY, SLIDE, []),
        ("no one had been killed in the landslide on the pass", SLIDE, [Facet.CASUALTIES]),
    ],
)
def test_claims_of_two_articles_are_set_at_odds_only_over_one_happening(
    none: str, some: str, facets: list[Facet]
) -> None:
    ends = account(1, none, 0, 1), account(2, some, 9, 2, "landslide on the pass")
    assert [one.facet for one in opposed([ends])[0]] == facets
