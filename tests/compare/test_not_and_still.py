"""A "not" does not reach what goes on "still", and a denial may begin with whom it is about."""

from __future__ import annotations

from proposed import against, ties

from tracker.domain.facet import Facet

HELD = (
    "[1 The army] {1 said} <1 our forces hold every district of Osk>. "
    "[2 A rebel chief] {2 said} <2 his fighters had not left the town and still held its centre>."
)
SHUT = (
    "[1 The mill] {1 denied} <1 it was about to shut its plant in Osk>.\n\n"
    "[2 The guild] {2 said} <2 the board decided last month to close the plant in Osk by June>."
)


def test_whoever_has_not_left_and_still_holds_it_holds_it() -> None:
    assert [(tie.kind, tie.facet) for tie in ties(HELD)] == [("contradicts", Facet.OUTCOME)]


def test_it_was_about_to_shut_is_no_mere_pointing() -> None:
    assert against(SHUT) == {frozenset((1, 2))}
