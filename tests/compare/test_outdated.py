"""A figure that its speaker has put anew, or that has grown, is set against no other any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tracker.compare.account import Account
from tracker.compare.found import Finding
from tracker.compare.outdated import current
from tracker.compare.party import Party
from tracker.domain.facet import Facet
from tracker.domain.figure import Figure
from tracker.domain.relation import RelationKind
from tracker.domain.timerange import TimeRange

WARDEN, MILL = 1, 2


def toll(number: int, dead: int, speaker: int, day: int, counts: str = "people killed") -> Account:
    """Somebody's count in the article of a day."""
    return Account(
        number,
        f"{dead} people were killed",
        Party(speaker, f"origin {speaker}", called=frozenset({f"speaker{speaker}"})),
        cue="said",
        figures=(Figure(str(dead), dead, dead, counts=counts),),
        article=day,
        at=number,
        block=number,
        appeared=datetime(2031, 5, day, 18, tzinfo=UTC),
    )


def at_odds(one: Account, other: Account, *said: Account) -> bool:
    kind, facet = RelationKind.CONTRADICTS, Facet.CASUALTIES
    found = [Finding(one.id, other.id, kind, facet, 0.9, "")]
    return bool(current(found, (one, other), (one, other, *said)))


OLD, NEW = toll(1, 9, WARDEN, 3), toll(2, 14, WARDEN, 4)


def test_an_old_figure_is_not_held_against_what_is_told_beside_the_new_one():
    assert not at_odds(OLD, toll(3, 16, MILL, 4), NEW)
    assert not at_odds(toll(3, 16, MILL, 5), OLD, NEW)


def test_the_new_figure_is_held_against_it():
    assert at_odds(NEW, toll(3, 16, MILL, 4), OLD)


def test_a_figure_said_again_as_it_was_counts_only_where_it_was_said_last():
    assert not at_odds(OLD, toll(3, 16, MILL, 4), toll(2, 9, WARDEN, 4))


def test_two_old_figures_stood_against_each_other_in_their_days():
    assert at_odds(OLD, toll(3, 4, MILL, 3), NEW)


def test_what_its_speaker_counts_anew_is_the_same_thing():
    hurt = toll(2, 40, WARDEN, 4, counts="people injured")
    assert at_odds(OLD, toll(3, 4, MILL, 4), hurt)


def test_what_another_has_put_anew_takes_the_place_of_no_one_elses():
    assert at_odds(OLD, toll(3, 4, MILL, 4), toll(2, 14, 7, 4))


def test_a_toll_that_is_higher_on_a_later_day_has_grown():
    assert not at_odds(OLD, toll(3, 16, MILL, 4))
    assert not at_odds(toll(3, 16, MILL, 4), OLD)


def test_a_toll_that_is_lower_on_a_later_day_or_higher_on_the_same_has_not():
    assert at_odds(OLD, toll(3, 4, MILL, 4))
    assert at_odds(OLD, toll(3, 16, MILL, 3))


def test_what_was_said_on_the_first_day_is_of_that_whenever_it_is_told():
    monday = datetime(2031, 5, 3, tzinfo=UTC)
    said_at = TimeRange("on Monday", monday, monday + timedelta(days=1))
    assert at_odds(OLD, replace(toll(3, 16, MILL, 4), said_at=said_at))


def test_that_none_were_killed_is_no_toll_that_grows():
    assert at_odds(toll(1, 0, WARDEN, 3), toll(3, 16, MILL, 4))
