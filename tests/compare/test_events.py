"""Which claims are about one event, and how it is called."""

from __future__ import annotations

from marked import drafted

from tracker.compare.proposing import compared

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
