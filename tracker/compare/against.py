"""Against: on which facets a likely pair stands against each other, and why."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.compare.account import Account
from tracker.compare.agreeing import agreements
from tracker.compare.alike import said_alike
from tracker.compare.answering import (
    bears_on_nothing,
    denies_another,
    is_no_ground,
    only_refuses,
    plainly_rejected,
    refuse_alike,
    rejects_outright,
)
from tracker.compare.clash import Clash
from tracker.compare.conceding import ADMITTED, conceded
from tracker.compare.denials import denies_what_is_told, is_bare
from tracker.compare.doers import laid_to_two
from tracker.compare.found import Finding
from tracker.compare.guessing import counts_apart, guessed
from tracker.compare.pair import Pair
from tracker.compare.placing import done_on_another_day
from tracker.compare.reasons import of_denial
from tracker.compare.sparing import of_another_happening
from tracker.domain.facet import Facet
from tracker.domain.meanings import stems_in
from tracker.domain.relation import RelationKind

ENOUGH = 0.5
"""The score from which a relation is proposed."""
_FEWEST, _SHARE = 3, 0.7
"""Telling words, and the share of all, that two have in common who differ in a figure alone."""
_FIGURES = (Facet.CASUALTIES, Facet.QUANTITY)


def is_plain(pair: Pair) -> bool:
    """Whether two plainly stand against each other, whatever else their articles tell."""
    first, second = pair.first, pair.second
    return plainly_rejected(pair) or laid_to_two(first, second, pair.told) or counts_otherwise(pair)


def is_spoken_of(pair: Pair) -> bool:
    """Whether one surely denies the other, or both surely count whom one thing harmed."""
    counts = pair.clashes.get(Facet.CASUALTIES)
    harmed = counts is not None and counts.at_stake and counts.score >= ENOUGH
    return harmed or max(pair.denied, pair.denying) >= ENOUGH


def counts_otherwise(pair: Pair) -> bool:
    """Whether two say the same in nearly the same words, but for a figure that cannot both be."""
    sure = any(
        clash.at_stake and clash.score >= ENOUGH and clash.facet in _FIGURES
        for clash in pair.clashes.values()
    )
    both = (pair.first, pair.second)
    counts = {stem for one in both for it in one.figures for stem in stems_in(it.text)}
    words = pair.first.stems & pair.second.stems
    told = (pair.first.stems | pair.second.stems) - counts
    return sure and len(words) >= _FEWEST and len(words) >= _SHARE * len(told)


def against(pair: Pair, likely: float) -> Iterator[Finding]:
    """Say on which facets a likely pair stands against each other, and why."""
    first, second = pair.first, pair.second
    if _tell_apart(first, second):
        return
    denied = _rejects(second, first, pair, pair.denied)
    denying = _rejects(first, second, pair, pair.denying)
    rejected = denied or denying
    held = [one for one in pair.clashes.values() if one.at_stake]
    if any(conceded(first, second)):
        held = [one for one in held if one.facet not in ADMITTED]
        if not (held or rejected):
            return
    apart = bool(pair.clashes) or counts_apart(first, second)
    if apart and not (held or rejected):
        return
    sure = [
        one
        for one in held
        if one.score >= ENOUGH and not (rejected and one.facet is Facet.OCCURRENCE)
    ]
    # who bears another out, say by a figure within his, is not guessed to stand against him
    agree = not held and any(agreements(first, second))
    if not (sure or rejected) and (agree or is_no_ground(first, second, held)):
        return
    surest = sorted(held, key=lambda one: -one.score)[:1] or [guessed(first, second)]
    guess = not (held or rejected) and surest[0].facet not in _FIGURES
    if guess and bears_on_nothing(first, second):
        return
    if denied:
        yield denial_of(second, first, likely)
    if denying:
        yield denial_of(first, second, likely)
    for clash in sure if sure or rejected else surest:
        yield _finding(first, second, clash, likely)


def _rejects(denial: Account, other: Account, pair: Pair, sure: float) -> bool:
    """Whether one is surely a denial of the other, and not of what the other says nothing of."""
    if rejects_outright(denial, other, pair):
        return True
    return sure >= ENOUGH and (is_bare(denial) or denies_what_is_told(denial, other))


def _tell_apart(first: Account, second: Account) -> bool:
    """Whether both may be right: alike, of two happenings or days, or each a "no" to the same."""
    alike = said_alike(first, second)
    two = of_another_happening(first, second) or done_on_another_day(first, second)
    return alike or two or refuse_alike(first, second) or denies_another(first, second)


def _finding(first: Account, second: Account, clash: Clash, score: float) -> Finding:
    """What stands against what on a facet; whoever only says "no" denies."""
    for denial, other in ((first, second), (second, first)):
        if clash.facet is Facet.OCCURRENCE and only_refuses(denial, other):
            return denial_of(denial, other, score)
    kind = RelationKind.CONTRADICTS
    return Finding(first.id, second.id, kind, clash.facet, score, clash.reason)


def denial_of(denial: Account, other: Account, score: float) -> Finding:
    """Say that one denies the other."""
    reason = of_denial(denial, other)
    kind = RelationKind.DENIES
    return Finding(denial.id, other.id, kind, Facet.OCCURRENCE, score, reason)
