"""Dates and times: numbers that say when, and count nothing."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.numerals.deeds import DEEDS, REACHED
from tracker.domain.numerals.expressions import Expression
from tracker.domain.numerals.measures import TIME_UNITS
from tracker.domain.numerals.nouns import COUNTED, DETERMINERS, PEOPLE, STOPS, looks_plural
from tracker.domain.numerals.tokens import Token, token_at, word_at, words_match

_COUNTS = frozenset({"figure", "number", "total", "count", "tally", "crowd", "turnout"})
_MONTHS = frozenset(
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
        "Sept", "Oct", "Nov", "Dec",
    }
)  # fmt: skip
"""With their capital: "12 may be missing" is no date."""
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_ZONES = frozenset({"GMT", "UTC", "EST", "EDT", "ET", "PST", "PDT", "CET", "CEST", "BST", "MSK"})
_HALVES = (
    ("a", ".", "m"), ("p", ".", "m"), ("am",), ("pm",), ("o", "'", "clock"),
    ("in", "the", "morning"), ("in", "the", "afternoon"), ("in", "the", "evening"), ("at", "night"),
)  # fmt: skip
_HALF_WORDS = frozenset(words[0] for words in _HALVES)
_ERAS = frozenset({"AD", "BC", "BCE", "CE"})
_SINCE = frozenset(
    {
        "in", "since", "until", "by", "during", "before", "after", "late", "early", "mid", "till",
        "through", "spring", "summer", "autumn", "fall", "winter", "year", "circa",
    }
)  # fmt: skip
_DISTANCE = frozenset({"ago", "earlier", "later", "prior", "hence"})
_PERIOD = frozenset(
    {"past", "last", "next", "first", "coming", "previous", "final", "recent", "every"}
)
_SPAN_OF_TIME = frozenset({"for", "after", "took", "lasted", "lasting", "last", "of", "with"})
"""Before "over two hours" these say that "over" is more than, and not during."""
_HOURS = 24
_LAST_OF_MONTH = 31
_YEARS = range(1000, 2200)
_OUR_YEARS = range(1900, 2051)
_YEAR_DIGITS = 4
_ROUND = 100


def is_date(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether it is a day of a month: "May 5", "5 May", "Oct. 5", "5-7 May"."""
    ranged = number.compared and tokens[number.number].is_number
    if not (number.bare or ranged) or number.of is not None:
        return False
    before, after = token_at(tokens, number.number - 1), token_at(tokens, number.end)
    day = number.low is not None and number.low <= _LAST_OF_MONTH
    if day and after.text in _MONTHS:
        return True
    month = token_at(tokens, number.number - 2) if before.text == "." else before
    return month.text in _MONTHS and after.word not in PEOPLE


def is_distance(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether it says when: "two years ago", "the past 12 months", "over two days"."""
    if number.unit not in TIME_UNITS:
        return False
    before = word_at(tokens, number.first - 1)
    if before in _PERIOD or word_at(tokens, number.end) in _DISTANCE:
        return True
    if word_at(tokens, number.first) == "over":
        return before not in _SPAN_OF_TIME
    return word_at(tokens, number.first) == "one" and before not in _SPAN_OF_TIME


def is_clock(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether it is a time of day: "9 p.m.", "at 9", "1400 GMT"."""
    after = token_at(tokens, number.end)
    if after.text in _ZONES:
        return True
    if after.word in _HALF_WORDS:
        return any(words_match(tokens, number.end, half) for half in _HALVES)
    if word_at(tokens, number.number - 1) != "at" or number.unit or number.of is not None:
        return False
    if word_at(tokens, number.number - 2) in REACHED | _COUNTS:
        return False  # "the toll stood at 14", "put the figure at nine"
    hour = number.low is not None and number.low <= _HOURS
    return hour and (not after.is_word or after.word in STOPS or after.word in DAYS)


def is_year(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether bare digits are a year: "in 2023", "the 1917 revolution", "around 1990"."""
    written = tokens[number.number].text
    if not number.bare or len(written) != _YEAR_DIGITS or int(written) not in _YEARS:
        return False
    before, after = word_at(tokens, number.number - 1), token_at(tokens, number.end)
    if after.text in _ERAS or before in _SINCE or word_at(tokens, number.first - 1) in _SINCE:
        return True
    counts = _counts_something(tokens, number, before)
    if number.compared:
        return number.approximate and int(written) in _OUR_YEARS and not counts
    return not counts and (int(written) in _OUR_YEARS or not after.is_word or after.word in STOPS)


def _counts_something(tokens: Sequence[Token], number: Expression, before: str) -> bool:
    after, next_after = word_at(tokens, number.end), word_at(tokens, number.end + 1)
    if after in COUNTED or after in DEEDS:
        return True
    if before in DETERMINERS or after in STOPS:
        return False
    round_number = int(tokens[number.number].text) % _ROUND == 0
    return next_after in COUNTED or (round_number and looks_plural(after))
