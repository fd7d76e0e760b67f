"""Where and when tell whether two accounts may be of one event."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from marked import drafted, said

from tracker.compare.account import Account
from tracker.compare.one_event import (
    at_another_time,
    elsewhere,
    of_one_world,
    one_happening,
    same_place,
    told_of_other_times,
)
from tracker.domain.draft import EventDraft
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.timerange import TimeRange

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)


def at(place="", days=None):
    time = None
    if days is not None:
        start = NOON + timedelta(days=days)
        time = TimeRange("then", start, start + timedelta(days=1))
    return EventDraft("e1", "Fire", place=place, time=time)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Linden", "Porto Alto", True),
        ("near the Selm mine", "Selm", False),
        ("PORTO ALTO", "Porto", False),
        ("a town", "Porto", False),
        ("", "Porto", False),
    ],
)
def test_places_are_told_apart_by_their_names(one, other, apart):
    assert elsewhere(at(one), at(other)) is apart
    assert elsewhere(at(other), at(one)) is apart


def test_a_place_is_known_again_by_one_of_its_names():
    assert same_place(at("near the Selm mine"), at("Selm"))
    assert not same_place(at("a town"), at("the town"))


@pytest.mark.parametrize(("days", "apart"), [(0, False), (2, False), (4, True), (-4, True)])
def test_a_few_days_between_two_times_may_be_a_mistake(days, apart):
    assert at_another_time(at(days=0), at(days=days)) is apart


def test_an_unknown_time_tells_nothing():
    assert not at_another_time(at(days=0), at())


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("a footbridge collapsed", "the footbridge that collapsed had been inspected", True),
        ("thousands marched", "nobody was hurt in the march", True),
        ("a car hit a wall", "a car hit a tree", False),
        ("a fire destroyed the market", "a fire in a flat killed a woman", False),
        ("thousands marched", "dozens rallied", False),
        ("police arrested two men", "the police arrested a man", False),
    ],
)
def test_what_is_spoken_of_as_known_is_one_with_what_another_tells(one, other, is_one):
    day = datetime(2031, 5, 5, 12, tzinfo=UTC)
    found = []
    for number, words in enumerate((one, other)):
        told = f"[1 They] {{1 said}} <1 {words} in Selm on Sunday>."
        claim = said(drafted(told, published=day))[0]
        found.append(Account(number, words, values=tuple(map(_value, claim.facets))))
    assert one_happening(*found) is is_one


def _value(draft):
    return FacetValue(draft.facet, draft.words, time=draft.time, sense=draft.sense)


def test_fridays_of_two_weeks_are_two_days():
    def told(*days: int) -> list[FacetValue]:
        times = [at(days=one).time for one in days]
        return [FacetValue(Facet.TIME, "Friday", time=time) for time in times]

    assert told_of_other_times(told(0), told(8))
    assert not told_of_other_times(told(0), told(1))
    assert not told_of_other_times(told(0), told(8, 1))
    assert not told_of_other_times(told(0), told())


@pytest.mark.parametrize(
    ("other", "one"),
    [
        ("A fire broke out near Selm on Monday, said Dr Pell.", True),
        ("Seven shots were heard in Dorn on Monday, said Dr Lorn.", False),
        ("seven shots were heard", True),
    ],
    ids=["a place in common", "only a day and a title", "no names at all"],
)
def test_articles_that_name_nobody_and_nothing_in_common_are_of_two_worlds(other, one):
    assert of_one_world("Three drones hit a depot in Selm on Monday, said Dr Kol.", other) is one
