"""Claims of two articles are weighed by what was learned, but for what only a layout tells."""

from __future__ import annotations

from dataclasses import replace

from tracker.compare.account import Account
from tracker.compare.across import WEIGHTS, features_across, opposable_across, opposed
from tracker.compare.party import Party
from tracker.compare.trees import load_trees
from tracker.domain.facet import Facet
from tracker.domain.figure import Figure
from tracker.domain.relation import RelationKind


def account(number: int, words: str, cue: str = "said", speaker: int | None = -1) -> Account:
    who = number if speaker == -1 else speaker
    party = Party(who, f"origin {who}", called=frozenset({f"speaker{who}"}))
    return Account(number, words, party, cue, article=number, at=number, block=number)


OPEN = account(1, "the fire doors of the hall were open")
CHAINED = account(2, "the fire doors of the hall were chained")
POINTING = account(3, "that", cue="denied")


def test_the_trees_ask_for_nothing_that_is_not_told():
    (found,) = features_across(opposable_across([(OPEN, CHAINED)]))
    assert set(load_trees(WEIGHTS).columns) <= found.keys()


def test_two_speakers_claims_of_two_articles_may_stand_against_each_other():
    assert len(opposable_across([(OPEN, CHAINED)])) == 1


def test_what_only_points_is_not_held_against_another_article():
    assert opposable_across([(OPEN, POINTING)]) == []


def test_an_articles_own_voice_is_weighed_where_a_rule_sees_a_clash():
    assert opposable_across([(OPEN, account(4, "rain fell on the hall", speaker=None))]) == []


def test_each_pair_gets_its_own_findings_in_order():
    far = account(5, "the bakery sells cake")
    denial = account(6, "the fire doors of the hall had been open", cue="denied")
    nothing, found = opposed([(OPEN, far), (OPEN, denial)])
    assert nothing == []
    assert RelationKind.DENIES in {one.kind for one in found}


def test_how_two_claims_stand_depends_on_no_other_article_and_on_no_order():
    chained = account(7, "the fire doors of the hall were found chained shut")
    open_ = account(8, "guests had walked out of the hall through open fire doors")
    third = account(9, "the doors of the hall were chained shut, and nobody could open them")
    (alone,) = opposed([(chained, open_)])
    assert [one.score for one in alone]
    assert opposed([(open_, chained)]) == [alone]
    assert opposed([(chained, open_), (third, open_)])[0] == alone


def test_a_figure_put_anew_is_held_against_nothing_across_articles():
    def toll(number: int, dead: int, speaker: int) -> Account:
        figures = (Figure(str(dead), dead, dead, counts="miners killed"),)
        words = f"{dead} miners had been killed in the blast at the mine"
        return replace(account(number, words, speaker=speaker), figures=figures)

    old, other, new = toll(1, 9, 1), toll(4, 26, 2), toll(3, 31, 1)
    assert [one.facet for one in opposed([(old, other)])[0]] == [Facet.CASUALTIES]
    assert opposed([(old, other), (new, other)])[0] == []
