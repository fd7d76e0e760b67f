"""Counting: figures of the same thing that meet, narrow each other, or cannot both be true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from tracker.compare.account import Account
from tracker.compare.alike import ASIDE, of_a_part, other_times
from tracker.compare.clash import Clash
from tracker.compare.kin import same_people
from tracker.compare.once import once
from tracker.compare.parts import ANYBODY
from tracker.compare.reasons import of_figures
from tracker.compare.stakes import one_stake
from tracker.compare.taking_up import is_of_one_thing
from tracker.domain.facet import Facet
from tracker.domain.figure import VAGUE, Figure, Harm
from tracker.domain.meanings import lexicon, named
from tracker.domain.sides import heads

_CASES = frozenset({"case", "peopl", "patient", "infect", "person"})
_PUT = re.compile(
    r"\b(?:number|figure|total|toll|count|turnout|attendance|crowd|"
    r"counted|spoke of|speaks of|estimate|estimated|reckon|"
    r"reckoned|put|taken? part)\b"
)
_TAKEN_UP = 0.85
_LOST = re.compile(
    r"\blost (?:[\w-]+ ){0,3}(?:men|soldiers|fighters|troops|people|members|comrades|lives)\b"
)
_TAKEN = re.compile(r" (?:was|were|been) (?:taken|seized|held)(?: hostage| captive| away)? $")
_BODIES = re.compile(r"\bbod(?:y|ies) (?:\w+ ){0,2}(?:found|recovered|pulled|retrieved|counted)\b")
_TOPICS = frozenset({"crowd", "money", "staff", "dead", "hurt", "depot"})
_PLAIN_UNITS = frozenset({"%", "years", "days", "hours", "minutes", "weeks", "months"})
_MONEY = frozenset({"USD", "EUR", "GBP", "$", "€", "£"})
_SUM = 1_000_000
"""A bare number from which it may be money where the other one is."""
_RATE = re.compile(r"\b(?:a|per|each|every) (?:day|week|month|year|hour|night)\b")
"""Over what time something is counted: two figures of one rate count alike."""
_MOVES = frozenset({"rise", "fall", "raise", "cut"})
_OTHER_SIZE = 20
"""Times by which two figures of one thing hardly ever differ."""
_FEW, _ONLY = 6, 3
_FULL = 0.25
"""The gap, as a share, from which two figures are plainly apart."""


class Counted(NamedTuple):
    """Two figures of one thing, how far they lie apart (0: they meet), and how sure that is."""

    facet: Facet
    far: float
    ours: Figure
    theirs: Figure
    sure: float


def count_clashes(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where two accounts give figures for one thing that cannot both be true."""
    near = contrast > 0 or ours.paragraph == theirs.paragraph
    for count in counted(ours, theirs, near=near):
        if count.far:
            soft = count.ours.approximate or count.theirs.approximate
            score = 0.45 * count.sure + 0.15 * min(1, count.far / _FULL) + 0.1 * contrast
            reason = of_figures(count.ours, "≠", count.theirs)
            stake = one_stake(ours, count.ours.text, theirs, count.theirs.text)
            stake = stake and not _beside_the_whole(count, ours, theirs)
            yield Clash(count.facet, score + 0.1 * (not soft), reason, stake)


def counted(ours: Account, theirs: Account, *, near: bool = False) -> Iterator[Counted]:
    """Yield the figures of two accounts that count one thing; ``near`` if one follows the other."""
    if not (ours.figures and theirs.figures) or _apart(ours, theirs):
        return
    for mine, harming in _harms(ours):
        for other, harmed in _harms(theirs):
            harms = harming, harmed
            if is_of_one_thing(mine, other, ours, theirs, near=near):
                sure = _TAKEN_UP
            elif any(harms):
                alike = harms[0] is harms[1] and same_people(mine, other)
                sure = 0.9 * (alike and not _of_another_size(mine, other, ours, theirs))
            elif (mine.unit or "").endswith(" old"):
                aged = heads(mine.counts) & heads(other.counts)
                sure = 0.8 * (mine.unit == other.unit and bool(aged))
            elif max(mine.size, other.size) > _OTHER_SIZE * max(1, min(mine.size, other.size)):
                sure = 0.0
            else:
                sure = _same_count(mine, other, ours, theirs, near=near)
            if sure:
                facet = Facet.CASUALTIES if any(harms) else Facet.QUANTITY
                far = _least_of(mine).distance(_least_of(other))
                vague = VAGUE in (mine.interval, other.interval)
                if not (vague and 0 < far < _FULL):  # twenty are neither dozens nor not dozens
                    yield Counted(facet, far, mine, other, sure)


def _beside_the_whole(count: Counted, ours: Account, theirs: Account) -> bool:
    """Whether the smaller figure stands beside a greater one that the other account bears out.

    "The toll rose to 14 after three died in the night" does not contradict that 14 died.
    """
    ends = (ours, count.ours, count.theirs), (theirs, count.theirs, count.ours)
    return any(
        harm is (part.harm or harm) and figure.size > part.size and not figure.distance(whole)
        for account, part, whole in ends
        for figure, harm in _harms(account)
        if harm is not None
    )


def _least_of(figure: Figure) -> Figure:
    """A figure, where it is vague as what it cannot be less than."""
    vague = figure.interval == VAGUE
    return replace(figure, low=figure.least, approximate=False) if vague else figure


def equals(one: Figure, other: Figure) -> bool:
    """Whether two figures of one count say the same, as far as they are exact."""
    mine, theirs = _least_of(one), _least_of(other)
    if mine.approximate or theirs.approximate:
        closed = None not in (mine.low, mine.high, theirs.low, theirs.high)
        return closed and mine.distance(theirs) == 0
    bounds = [(each.low, each.high, each.low_open, each.high_open) for each in (mine, theirs)]
    return bounds[0] == bounds[1] and bounds[0] != (None, None, False, False)


def narrower(one: Figure, other: Figure) -> bool:
    """Whether one figure lies within another of the same count, and says more."""
    mine, theirs = _least_of(one), _least_of(other)
    if (mine.low, mine.high) == (theirs.low, theirs.high) or mine.low is None:
        return False
    low = theirs.low is None or mine.low >= theirs.low
    high = theirs.high is None or (mine.high is not None and mine.high <= theirs.high)
    return low and high


def _of_another_size(mine: Figure, other: Figure, ours: Account, theirs: Account) -> bool:
    """Whether two counts of harm are too far apart for one, and share no word."""
    far = max(mine.size, other.size) > _OTHER_SIZE * max(1, min(mine.size, other.size))
    return far and not ours.stems & theirs.stems


def _apart(ours: Account, theirs: Account) -> bool:
    """Whether two accounts count in different places, at different times, or only a part."""
    rates = [_RATE.findall(one.plain) for one in (ours, theirs)]
    parts = (of_a_part(ours) or of_a_part(theirs)) and not (rates[0] and rates[0] == rates[1])
    if parts or other_times(ours, theirs):
        return True
    places = ours.names - theirs.stems, theirs.names - ours.stems
    return bool(places[0] and places[1]) and not ours.names & theirs.names


@once
def _harms(account: Account) -> tuple[tuple[Figure, Harm | None], ...]:
    """The figures of an account, each with the harm that it counts."""
    return tuple((figure, _harm(figure, account)) for figure in account.figures)


def _harm(figure: Figure, account: Account) -> Harm | None:
    """The harm that a figure counts, also where it stands apart: "90 people were still missing"."""
    whole = ASIDE.sub("", account.words)
    beside = [one for one in account.figures if one is not figure and one.text in whole]
    if figure.harm is not None or figure.unit is not None or beside or figure.text not in whole:
        return figure.harm
    if account.tells(_TAKEN):
        return Harm.CAPTURED
    if account.tells(_LOST) or account.tells(_BODIES):
        return Harm.KILLED
    people = not figure.counts or heads(figure.counts) & (ANYBODY | {"bodi"})
    return Figure("", counts=whole).harm if people else None


def _same_count(
    mine: Figure, other: Figure, ours: Account, theirs: Account, *, near: bool
) -> float:
    """How surely two figures that count no harm count one thing, 0–1."""
    money = near and {mine.unit, other.unit} & _MONEY and None in (mine.unit, other.unit)
    if mine.unit != other.unit and not (money and min(mine.size, other.size) >= _SUM):
        return 0.0
    if (mine.of is None) != (other.of is None):
        return 0.0
    things = heads(mine.counts), heads(other.counts)
    senses = ours.senses & theirs.senses
    words = ours.stems & theirs.stems
    topics = ours.fields & theirs.fields & _TOPICS
    put = [
        len(one.words.split()) <= _ONLY or _PUT.search(f"{one.cue} {one.plain}") is not None
        for one in (ours, theirs)
    ]
    if near and mine.unit is None and not (things[0] and things[1]):
        bare = [told for told, thing in zip(put, things, strict=True) if not thing]
        if all(bare):
            return 0.8
        if topics:
            return 0.75
    if things[0] and things[1]:
        if near and things[0] & _CASES and things[1] & _CASES and things[0] != things[1]:
            return 0.7  # cases of an illness, and the people who have it
        if things[0] & things[1] <= ANYBODY:
            fields = (named(lexicon().fields, one.counts) for one in (mine, other))
            return 0.6 if senses else 0.5 * bool(frozenset.intersection(*fields) and words)
        return 0.5 + 0.3 * (things[0] == things[1])
    if mine.unit is not None:
        measured = near and mine.unit not in _PLAIN_UNITS and _bare(ours, theirs)
        moved = near and bool(senses & _MOVES) and _bare(ours, theirs)
        return 0.8 if measured or moved else 0.6 if words or topics else 0.0
    return 0.6 if topics or len(words) > 1 or "gather" in senses else 0.0


def _bare(*accounts: Account) -> bool:
    """Whether one of some accounts says hardly more than its figure."""
    return any(len(one.words.split()) <= _FEW for one in accounts)
