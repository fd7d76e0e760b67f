"""Answering: whether one account rejects what another says, or has no bearing on it."""

from __future__ import annotations

from tracker.compare.account import Account
from tracker.compare.denials import denies_what_is_told, is_bare, is_told_as_denial
from tracker.compare.natures import leaves_effect_unsaid, only_explains
from tracker.compare.pair import Pair
from tracker.domain.facet import Facet

_PLAIN = 0.6
"""How surely an account that says nothing else rejects another where that is enough."""


def plainly_rejected(pair: Pair) -> bool:
    """Whether one says nothing but that the other is not so: "rejected the accusation"."""
    denials = (pair.second, pair.denied), (pair.first, pair.denying)
    return any(sure >= _PLAIN and is_bare(one) for one, sure in denials)


def rejects_outright(denial: Account, other: Account, pair: Pair) -> bool:
    """Whether an account is told as a denial of just what another says was done."""
    told = [is_told_as_denial(one.cue) for one in (denial, other)]
    clash = pair.clashes.get(Facet.OCCURRENCE)
    outright = clash is not None and clash.at_stake and denies_what_is_told(denial, other)
    return told == [True, False] and outright and any(deed.denied for deed in denial.deeds)


def bears_on_nothing(first: Account, second: Account) -> bool:
    """Whether one account denies or explains what the other does not say."""
    ends = (first, second), (second, first)
    meet = bool(first.senses & second.senses)
    if first.article == second.article:
        return meet and only_explains(first, second)
    beside = any(
        is_told_as_denial(one.cue) and not denies_what_is_told(one, other) for one, other in ends
    )
    unsaid = leaves_effect_unsaid(first) or leaves_effect_unsaid(second)
    return beside or ((meet or unsaid) and only_explains(first, second))
