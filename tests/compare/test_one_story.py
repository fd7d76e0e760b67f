"""Who speaks in two articles, and of what, tells whether both tell on of one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tracker.compare.account import Account
from tracker.compare.one_story import Story, one_story, story_of
from tracker.compare.party import party_of
from tracker.domain.draft import EventDraft
from tracker.domain.source import Source, SourceKind
from tracker.domain.timerange import TimeRange

DAY = datetime(2031, 5, 5, tzinfo=UTC)
THREE = {1: False, 2: True, 3: True}
FIRST = Story(
    THREE, frozenset({"strike"}), frozenset({"crane"}), frozenset({4200.0}), frozenset({"selm"})
)


def on(day):
    start = DAY + timedelta(days=day)
    return EventDraft("e1", "Strike", time=TimeRange("then", start, start + timedelta(days=1)))


@pytest.mark.parametrize(
    ("changed", "told_on"),
    [
        ({}, True),
        ({"cast": {1: False, 2: True}}, False),
        ({"cast": {1: True, 2: True, 3: True}}, False),
        ({"deeds": frozenset({"explode"})}, False),
        ({"things": frozenset()}, False),
        ({"things": frozenset(), "cast": {**THREE, 4: True}}, False),
        ({"places": frozenset({"ostrand"})}, False),
        ({"places": frozenset()}, True),
    ],
)
def test_the_same_people_on_the_same_matter_in_the_same_place_tell_on_of_one_event(
    changed, told_on
):
    for ends in ((FIRST, replace(FIRST, **changed)), (replace(FIRST, **changed), FIRST)):
        assert bool(one_story(*ends, (on(0), on(1)))) is told_on


def test_four_people_and_one_deed_are_enough():
    story = replace(FIRST, cast={**THREE, 4: False}, things=frozenset())
    assert one_story(story, story, (on(0), on(1))) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("changed", "told_on"),
    [
        ({"figures": frozenset()}, False),
        ({}, True),
        ({"figures": frozenset(), "recalled": (TimeRange("Monday", DAY, DAY),)}, True),
        (
            {"figures": frozenset(), "recalled": (TimeRange("today", DAY + timedelta(days=7)),)},
            False,
        ),
    ],
)
def test_days_apart_need_the_same_figure_or_what_was_said_then(changed, told_on):
    first = replace(FIRST, appeared=DAY)
    later = replace(FIRST, appeared=DAY + timedelta(days=7), **changed)
    assert bool(one_story(first, later, (on(0), on(7)))) is told_on
    assert bool(one_story(later, first, (on(7), on(0)))) is told_on


@pytest.mark.parametrize(
    ("source", "cast"),
    [
        (Source("Jana Kol", SourceKind.PERSON, id=1), {1: False}),
        (Source("Jana Kol", SourceKind.PERSON, role="police spokeswoman", id=1), {1: True}),
        (Source("Kol", SourceKind.PERSON, id=1), {}),
        (Source("Jana Kol", SourceKind.PERSON, restricted=True, id=1), {}),
        (Source("Interior Ministry", SourceKind.GOVERNMENT_BODY, id=1), {}),
    ],
)
def test_a_cast_is_of_persons_by_first_and_last_name(source, cast):
    account = Account(1, "it rained", party=party_of(source, {1: source}))
    assert story_of([account], {1: source}).cast == cast


def test_the_place_of_a_dateline_is_a_place_of_its_story():
    assert story_of([], {}, "PORTO ALTO").places == {"porto", "alto"}
