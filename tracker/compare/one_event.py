"""Whether what two accounts tell of can be one event, by where and when it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache
from itertools import product
from typing import Protocol

from tracker.compare.account import Account, Deed
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.meanings import lexicon, named, stems_in, words_in
from tracker.domain.names import TITLES
from tracker.domain.numerals.nouns import COUNTED
from tracker.domain.sides import heads
from tracker.domain.timerange import TimeRange

_NAME = re.compile(r"\b[^\W\d_a-z]\w+")
"""A word of a place that is a name: the one in "near the Selm mine"."""
_NAMED = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]+")
"""A word with a capital that does not begin a sentence."""
_CALENDAR = frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday""".split()  # noqa: SIM905
)
_DEFINITE = r"\b(?:the|this|that|its|their) ((?:[\w'’-]{1,40} ){0,2})"
_DAY = timedelta(days=1)
_NEAR = timedelta(days=2)
"""How far the times that people give for one event may lie apart."""


class Occurrence(Protocol):
    """An event, as far as where and when it was."""

    @property
    def place(self) -> str:
        """The place, in an article's own words."""

    @property
    def time(self) -> TimeRange | None:
        """The time, where it is known."""


def elsewhere(one: Occurrence, other: Occurrence) -> bool:
    """Whether both have places with names, and no name in common."""
    names, others = _names(one), _names(other)
    return bool(names and others and not names & others)


def same_place(one: Occurrence, other: Occurrence) -> bool:
    """Whether the names of their places have one in common."""
    return bool(_names(one) & _names(other))


def at_another_time(one: Occurrence, other: Occurrence) -> bool:
    """Whether their times are both known, and too far apart for one event."""
    return _far_apart(one.time, other.time)


def told_of_other_times(one: Iterable[FacetValue], other: Iterable[FacetValue]) -> bool:
    """Whether two claims say when it was, and each time of one is too far from each of the other.

    "Friday" in articles of two weeks is two days.
    """
    times = [[value.time for value in values if value.time] for values in (one, other)]
    return all(times) and all(_far_apart(mine, its) for mine, its in product(*times))


def _far_apart(first: TimeRange | None, second: TimeRange | None) -> bool:
    if first is None or second is None:
        return False
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return False
    return max(first.start - second.end, second.start - first.end) > _NEAR


def one_happening(ours: Account, theirs: Account) -> bool:
    """Whether two accounts tell of one deed, in a place of one name and on one day.

    One of them speaks of it ("the march"), or of what it was done to ("the market burned down"),
    as of something known: two cars may hit a wall on one day in one town.
    """
    if not (_one_day(ours, theirs) and _one_place(ours, theirs)):
        return False
    return any(
        mine.senses & other.senses & lexicon().senses
        and (_befell_one(mine, other) or _is_told(mine, ours) or _is_told(other, theirs))
        and (_is_known(mine, ours) or _is_known(other, theirs))
        for mine in ours.deeds
        for other in theirs.deeds
    )


def _one_day(ours: Account, theirs: Account) -> bool:
    return any(
        max(one.start, other.start) < min(one.end, other.end)
        for one, other in product(_days(ours), _days(theirs))
        if one.start and one.end and other.start and other.end
    )


def _days(account: Account) -> list[TimeRange]:
    """The days that an account tells of, as far as they are known."""
    times = [one.time for one in account.of(Facet.TIME) if one.time is not None]
    return [one for one in times if one.start and one.end and one.end - one.start <= _DAY]


def _one_place(ours: Account, theirs: Account) -> bool:
    one, other = (
        names_in(value.words for value in each.of(Facet.PLACE)) for each in (ours, theirs)
    )
    return bool(one & other)


def _befell_one(mine: Deed, other: Deed) -> bool:
    """Whether two deeds were done to what is called by one noun, which names no people."""
    if mine.target is None or other.target is None:
        return False
    targets = mine.target.words, other.target.words
    people = any(named(lexicon().parties, one) or COUNTED & {*words_in(one)} for one in targets)
    return bool(not people and heads(targets[0]) & heads(targets[1]))


def _is_told(deed: Deed, account: Account) -> bool:
    """Whether a noun for a deed tells of it as of something known: "the march"."""
    noun = any((one,) in lexicon().told for one in stems_in(deed.words))
    known = _definite(deed.words, account) if noun else None
    sides = {one.words.lower().split()[-1] for one in (deed.actor, deed.target) if one is not None}
    return known is not None and not sides & set(known[1].split())  # "the guards struck"


def _is_known(deed: Deed, account: Account) -> bool:
    """Whether a deed, or what it was done to, is told as something known."""
    target = deed.target.words if deed.target is not None else ""
    known = bool(target) and _definite(target, account) is not None
    return known or _is_told(deed, account)


def _definite(words: str, account: Account) -> re.Match[str] | None:
    noun = re.escape(words.lower().rsplit(maxsplit=1)[-1])
    return re.search(_DEFINITE + noun + r"\b", account.words.lower())


def of_one_world(text: str, other: str) -> bool:
    """Whether two articles name anybody or anything in common, so far as both have names at all.

    Days, months and titles are no names. Two articles about one event name its place, or somebody.
    """
    mine, its = _named_in(text), _named_in(other)
    return not (mine and its) or bool(mine & its)


@lru_cache(maxsize=256)
def _named_in(text: str) -> frozenset[str]:
    return names_in(_NAMED.findall(text)) - _CALENDAR - TITLES


def names_in(places: Iterable[str]) -> frozenset[str]:
    """The words that are names among those of some places, without regard to capitals."""
    return frozenset(name.casefold() for place in places for name in _NAME.findall(place))


def _names(event: Occurrence) -> frozenset[str]:
    return names_in((event.place,))
