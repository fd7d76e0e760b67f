"""Which claims are about one event, and how it is called."""

from __future__ import annotations

from datetime import UTC, datetime

from marked import drafted

from tracker.compare.events import where_and_when
from tracker.compare.proposing import compared
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.timerange import TimeRange

BRIDGE = (
    "[1 The rebels] {1 said} <1 army gunners had shelled the bridge near Selm on Friday>.\n\n"
    "Rain fell on the valley.\n\n"
    "[2 The army] {2 blamed} <2 the rebels for shelling the bridge>."
)
HELICOPTER = (
    "[1 The front] {1 said} <1 its men had brought the helicopter down with a missile>. "
    "[2 The ministry] {2 said} <2 the helicopter had a gearbox failure>."
)


def events(words):
    reading = compared(drafted(words).reading)
    of = {claim.key: claim.event for claim in reading.claims if claim.chain}
    return reading.events, [of[key] for key in of]


def test_claims_that_contradict_each_other_are_about_one_event():
    _, keys = events(BRIDGE)
    assert len(set(keys)) == 1


def test_an_event_is_called_by_what_happened_where_and_when():
    told, keys = events(BRIDGE)
    (event,) = (one for one in told if one.key == keys[0])
    assert event.title == "Attack, Selm, Friday"


def test_where_two_sides_differ_on_what_it_was_no_sides_word_names_it():
    told, keys = events(HELICOPTER)
    (event,) = (one for one in told if one.key == keys[0])
    assert "attack" not in event.title.lower()


def test_a_title_has_no_figure_and_no_place_that_one_late_claim_names():
    told, _ = events(
        "[1 The prosecutor] {1 said} <1 the clerk had forged the signatures of at least 90 "
        "savers>. [2 The clerk] {2 said} <2 he had never forged a signature>. "
        "[3 The prosecutor] {3 said} <3 the signatures were on 40 deeds>. "
        "[4 The lawyer] {4 said} <4 the deeds were sound>. "
        "[5 The clerk] {5 said} <5 he bought a house in Altmark in June 2018>."
    )
    (event,) = told
    assert not any(word in event.title for word in ("90", "Altmark", "2018"))
    assert (event.place, event.time) == ("", None)


def test_a_title_says_the_day_without_the_hour_and_names_one_thing_once():
    told, _ = events(
        "[1 The mayor] {1 said} <1 a fire broke out at Selm early on Friday>. "
        "[2 The guild] {2 said} <2 the blaze at Selm had been set>. "
        "[3 The mayor] {3 said} <3 the fire was out by noon>."
    )
    (event,) = told
    assert event.title == "Fire, Selm, Friday"


def place_and_time(*told):
    return where_and_when([FacetValue(facet, words, **more) for facet, words, more in told])


def test_neither_somebody_nor_a_side_of_something_is_a_place():
    told = [
        (Facet.PLACE, "outside the", {"sense": "outside"}),
        (Facet.PLACE, "Guard Jan Kol", {}),
        (Facet.ACTOR, "Kol", {"sense": "shoot"}),
    ]
    assert place_and_time(*told) == ("", None)
    assert place_and_time(*told, (Facet.PLACE, "Porto Alto", {}))[0] == "Porto Alto"


def test_a_day_goes_before_the_month_of_what_went_before():
    may = TimeRange("May", datetime(2031, 5, 1, tzinfo=UTC), datetime(2031, 6, 1, tzinfo=UTC))
    day = TimeRange("Friday", datetime(2031, 6, 6, tzinfo=UTC), datetime(2031, 6, 7, tzinfo=UTC))
    told = [(Facet.TIME, one.words, {"time": one}) for one in (may, day)]
    assert place_and_time(*told)[1] == day
    assert place_and_time(told[0])[1] == may


def test_what_one_side_alone_says_is_not_in_a_title():
    told, _ = events(
        "[1 The guild] {1 said} <1 the fire at the mill was caused by faulty wiring>. "
        "[2 The miller] {2 said} <2 the fire was caused by arson>."
    )
    assert [one.title for one in told] == ["Fire, mill"]


def test_neither_of_two_places_is_in_a_title():
    told, _ = events(
        "[1 The mayor] {1 said} <1 the rally was held in Linden>. "
        "[2 The guild] {2 said} <2 the rally was held in Ostrel>. "
        "But [3 Ann Lee] {3 said} <3 the rally ended at noon>; "
        "[4 the guards] {4 said} <4 the rally ended at midnight>."
    )
    assert [(one.title, one.place) for one in told] == [("Rally", "")]


def test_a_rally_that_was_held_is_no_fighting():
    told, _ = events(
        "[1 The mayor] {1 said} <1 the rally was held in Linden>. "
        "[2 The guild] {2 said} <2 the rally had been held in Linden>."
    )
    assert [one.title for one in told] == ["Protest, Linden"]
