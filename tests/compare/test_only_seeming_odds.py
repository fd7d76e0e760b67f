"""What looks at odds and is not: each side's losses, "they", another month, doubts, other words."""

from __future__ import annotations

from dataclasses import replace

from marked import drafted

from tracker.compare.account import Account
from tracker.compare.alike import in_other_words
from tracker.compare.answering import bears_on_nothing
from tracker.compare.guessing import guessed
from tracker.compare.opposing import none_at_all
from tracker.compare.party import Party
from tracker.compare.proposing import compared
from tracker.compare.stakes import one_stake
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure_grammar import figures_in
from tracker.domain.relation import AGAINST

ARMY = Party(1, "army", frozenset({"armi"}), frozenset({1}), name="army")
FRONT = Party(2, "Kol Front", frozenset({"kol", "front"}), frozenset({2}), name="Kol Front")


def account(number, words, party, *values):
    figures = tuple(one.figure for one in figures_in(words))
    return Account(number, words, party, "said", values=values, figures=figures, at=number)


def one_count(mine, other):
    return one_stake(mine, mine.figures[0].text, other, other.figures[0].text)


def test_what_one_side_lost_is_not_what_the_other_lost():
    soldiers = account(1, "eleven soldiers were killed", ARMY)
    fighters = account(2, "it had lost five fighters", FRONT)
    assert not one_count(soldiers, fighters)
    assert not one_count(fighters, soldiers)


def test_what_a_side_lost_is_what_another_says_it_lost():
    fighters = account(1, "eleven fighters were killed", ARMY)
    assert one_count(fighters, account(2, "it had lost five fighters", FRONT))


def test_officers_among_the_injured_are_a_part_of_them():
    injured = account(1, "17 people were treated for injuries", ARMY)
    assert not one_count(injured, account(2, "nine officers were hurt", FRONT))


def deed_of(doer):
    return (FacetValue(Facet.ACTOR, doer, sense="hurt"),)


def test_they_are_not_guessed_to_be_others_than_the_guards():
    they = account(1, "they had beaten him", ARMY, *deed_of("they"))
    guards = account(2, "guards had beaten him", FRONT, *deed_of("guards"))
    drovers = account(3, "drovers had beaten him", ARMY, *deed_of("drovers"))
    assert guessed(they, guards).facet is Facet.OCCURRENCE
    assert guessed(drovers, guards).facet is Facet.ACTOR


def test_what_is_told_of_another_month_is_guessed_to_be_at_odds_with_nothing():
    may = account(1, "exports had fallen in May", ARMY)
    june = account(2, "exports had risen in June", FRONT)
    assert bears_on_nothing(may, june)
    assert not bears_on_nothing(may, account(3, "exports had risen in May", FRONT))


def closing(words):
    return account(1, words, ARMY, FacetValue(Facet.OCCURRENCE, words.split()[-3], sense="close"))


def test_another_word_for_one_deed_stands_against_nothing():
    shut = closing("the gates were shut at noon")
    assert in_other_words(closing("the gates were closed at noon"), shut)
    assert not in_other_words(closing("the gates were closed at dusk"), shut)


def test_whoever_doubts_what_another_says_there_is_not_is_not_against_him():
    none = account(
        1, "there were no talks", FRONT, FacetValue(Facet.OCCURRENCE, "talks", sense="not talk")
    )
    offers = "offers to hold talks"
    doubting = replace(account(2, f"doubt on {offers}", ARMY), cue="cast")
    welcomed = replace(account(2, offers, ARMY), cue="welcomed")
    assert bears_on_nothing(doubting, none)
    assert not list(none_at_all(doubting, none, 0.5))
    assert not bears_on_nothing(welcomed, none)
    assert list(none_at_all(welcomed, none, 0.5))


def test_what_an_article_says_in_its_own_voice_is_set_against_nobody_it_quotes():
    text = "No shot was fired at the mill. [1 A guard] {1 said} <1 a shot was fired at the mill>."
    reading = compared(drafted(text).reading)
    assert len(reading.claims) > 1
    assert not [one for one in reading.relations if one.kind in AGAINST]
