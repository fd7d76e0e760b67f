"""When something was said: words kept, and resolved against the day of publication."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.domain.timerange import Precision, TimeRange
from tracker.extract.dating import Calendar, times_in

FRIDAY = datetime(2031, 5, 2, 15, tzinfo=UTC)


def _day(month: int, day: int, hour: int = 0, year: int = 2031) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "start", "precision"),
    [
        ("Friday", _day(5, 2), Precision.DAY),
        ("on Monday", _day(4, 28), Precision.DAY),
        ("last Monday", _day(4, 28), Precision.DAY),
        ("yesterday", _day(5, 1), Precision.DAY),
        ("Thursday night", _day(5, 1, 18), Precision.PART_OF_DAY),
        ("early Friday", _day(5, 2), Precision.PART_OF_DAY),
        ("two days ago", _day(4, 30), Precision.DAY),
        ("12 March", _day(3, 12), Precision.DAY),
        ("Oct. 5", _day(10, 5, year=2030), Precision.DAY),
        ("March 3, 2029", _day(3, 3, year=2029), Precision.DAY),
        ("March", _day(3, 1), Precision.MONTH),
        ("2029", _day(1, 1, year=2029), Precision.YEAR),
    ],
)
def test_words_for_a_time_mean_the_past(words: str, start: datetime, precision: Precision) -> None:
    time = Calendar(FRIDAY).time(words)
    assert (time.words, time.start, time.precision) == (words, start, precision)


def test_a_day_ends_where_the_next_begins() -> None:
    assert Calendar(FRIDAY).time("Monday").end == _day(4, 29)


def test_a_day_is_that_of_the_outlets_zone() -> None:
    time = Calendar(FRIDAY, "+0300").time("Friday")
    assert time.start == datetime(2031, 5, 1, 21, tzinfo=UTC)


def test_without_a_day_of_publication_yesterday_stays_words() -> None:
    time = Calendar(None).time("yesterday")
    assert (time.start, time.precision) == (None, Precision.UNKNOWN)


@pytest.mark.parametrize("words", ["2031-02-30", "0000-01-01", "99999-01-01", "in 99999"])
def test_an_impossible_date_stays_words(words: str) -> None:
    assert Calendar(FRIDAY).time(words) == TimeRange(words)


@pytest.mark.parametrize("words", ["05/10/2031", "31-10-2030", "10.05.2031", "5/10"])
def test_which_number_is_the_day_is_not_guessed(words: str) -> None:
    assert Calendar(FRIDAY).time(words) == TimeRange(words)


def test_a_month_that_may_be_a_verb_is_no_time() -> None:
    assert list(times_in("It may be 05/10/2031 or 12 may be missing.")) == []


def test_each_time_is_found_where_it_stands() -> None:
    words = "He said on Monday that two died in March 2029."
    assert [words[span.start : span.end] for span, _ in times_in(words)] == [
        "Monday",
        "March 2029",
    ]
