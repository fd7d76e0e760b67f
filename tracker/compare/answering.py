"""Answering: whether one account rejects what another says, or has no bearing on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.compare.account import Account, Deed
from tracker.compare.alike import (
    MAYBE,
    OWN,
    in_other_words,
    is_done_by_speaker,
    on_other_days,
    other_times,
    same_thing,
    tell_alike,
)
from tracker.compare.clash import Clash
from tracker.compare.denials import denies_what_is_told, is_bare, is_denied_of_doers
from tracker.compare.doers import charged, is_happening, is_weapon, strikes_figuratively
from tracker.compare.explaining import only_explains
from tracker.compare.natures import leaves_effect_unsaid
from tracker.compare.opposing import doubts
from tracker.compare.pair import Pair
from tracker.domain.denying_words import is_told_as_denial
from tracker.domain.facet import Facet
from tracker.domain.sides import heads

_CHARGING = re.compile(r"\b(?:accus|blam)", re.IGNORECASE)
_PLAIN = 0.6
"""How surely an account that says nothing else rejects another where that is enough."""


def is_no_ground(first: Account, second: Account, held: Sequence[Clash]) -> bool:
    """Whether no rule is sure of two accounts, and there is nothing to suppose it by.

    They are of one side; or no rule, but perhaps one on who did it, holds anything against them,
    and they are of two articles without a word in common, or tell each of its own things.
    """
    if first.party.allied(second.party):
        return True
    if not held and first.article != second.article and _is_idle(first, second):
        return True
    strange = not held and first.article != second.article and not first.stems & second.stems
    if strange and not (first.figures and second.figures):
        return True
    who = all(one.facet is Facet.ACTOR for one in held)
    return who and is_of_other_things(first, second)


def _is_idle(first: Account, second: Account) -> bool:
    """Whether two articles tell of different days, of one deed alike, or each of its speaker's."""
    if other_times(first, second) or tell_alike(first, second):
        return True
    own = all(
        one.deeds and all(is_done_by_speaker(deed, one) for deed in one.deeds)
        for one in (first, second)
    )
    return own and not first.senses & second.senses


def is_of_other_things(first: Account, second: Account) -> bool:
    """Whether two accounts tell of like deeds, and each of its own things.

    "We killed two raiders" and "they shot nine guards"; "no panes had been broken" and a broken
    lamp; a strike, and how prices had struck.
    """
    if strikes_figuratively(first) or strikes_figuratively(second):
        return True
    both = [
        (mine, other)
        for mine in (*first.deeds, *first.states)
        for other in (*second.deeds, *second.states)
        if mine.senses & other.senses
        if mine.denied is not other.denied
        or (_harms(mine) and _harms(other) and (_is_own(mine, first) or _is_own(other, second)))
    ]
    return bool(both) and not any(_is_of_one(*each) for each in both)


def _harms(deed: Deed) -> bool:
    """Whether it is told who did it, and to whom."""
    return deed.actor is not None and deed.target is not None and bool(heads(deed.target.words))


def _is_own(deed: Deed, account: Account) -> bool:
    """Whether somebody tells what the own side did."""
    doer = deed.actor
    if doer is None or doer.source_id in account.party.line:
        return doer is not None
    return not heads(doer.words) or OWN.match(doer.words) is not None


def _is_of_one(mine: Deed, other: Deed) -> bool:
    """Whether two deeds may be one; a "broken lamp" is not what nobody has broken."""
    if mine.denied is not other.denied:
        undone, done = (mine, other) if mine.denied else (other, mine)
        if _befell_another(undone, done):
            return False
        return undone.target is None or not (done.state and done.actor is done.target is None)
    return same_thing(mine, other) > MAYBE or _one_target(mine, other)


def _befell_another(undone: Deed, done: Deed) -> bool:
    """Whether what somebody with a name did not suffer is told of another: "one man had died"."""
    if undone.target is None or done.target is None or undone.actor or done.actor:
        return False
    ends = heads(undone.target.words), heads(done.target.words)
    return undone.target.words[:1].isupper() and all(ends) and not ends[0] & ends[1]


def _one_target(mine: Deed, other: Deed) -> bool:
    if mine.target is None or other.target is None:
        return False
    return bool(heads(mine.target.words) & heads(other.target.words))


def plainly_rejected(pair: Pair) -> bool:
    """Whether one says nothing but that the other is not so: "rejected the accusation"."""
    denials = (pair.second, pair.denied), (pair.first, pair.denying)
    return any(sure >= _PLAIN and is_bare(one) for one, sure in denials)


def only_refuses(one: Account, other: Account) -> bool:
    """Whether an account is told as a denial, and the other is not."""
    return is_told_as_denial(one.cue) and not is_told_as_denial(other.cue)


def denies_another(one: Account, other: Account) -> bool:
    """Whether one is a denial of who did it, and the other only counts whom it harmed."""
    ends = (one, other), (other, one)
    return any(
        is_told_as_denial(denial.cue) and is_denied_of_doers(denial, told) for denial, told in ends
    )


def refuse_alike(one: Account, other: Account) -> bool:
    """Whether two accounts are denials of one deed, which bear each other out."""
    undone = all(deed.denied for each in (one, other) for deed in each.deeds)
    return undone and any(
        mine.senses & theirs.senses for mine in one.deeds for theirs in other.deeds
    )


def rejects_outright(denial: Account, other: Account, pair: Pair) -> bool:
    """Whether an account is told as a denial of just what another says was done."""
    told = [is_told_as_denial(one.cue) for one in (denial, other)]
    clash = pair.clashes.get(Facet.OCCURRENCE)
    outright = clash is not None and clash.at_stake and denies_what_is_told(denial, other)
    return told == [True, False] and outright and any(deed.denied for deed in denial.deeds)


def _adds_who_did_it(charge: Account, other: Account) -> bool:
    """Whether somebody is charged with what the other tells of as done, and by nobody.

    "Shells struck a market", "(accused) raiders of firing them".
    """
    if not _CHARGING.search(charge.cue) or charged(charge) is None:
        return False
    doers = [one for one in other.of(Facet.ACTOR) if one.source_id or not is_happening(one)]
    somebody = any(not is_weapon(one.words) for one in doers)
    return not somebody and not any(one.denied for one in (*charge.deeds, *other.deeds))


def _doubts_what_is_not(doubt: Account, other: Account) -> bool:
    """Whether somebody only doubts what the other says there is not."""
    return doubts(doubt) and any(deed.denied for deed in other.deeds)


def bears_on_nothing(first: Account, second: Account) -> bool:
    """Whether one account denies or explains what the other does not say."""
    ends = (first, second), (second, first)
    if in_other_words(first, second) or any(_doubts_what_is_not(*each) for each in ends):
        return True
    meet = bool(first.senses & second.senses)
    unsaid = leaves_effect_unsaid(first) or leaves_effect_unsaid(second)
    unsaid = unsaid and not first.stems & second.stems
    if (meet or unsaid) and only_explains(first, second):
        return True
    if meet and any(_adds_who_did_it(*each) for each in ends):
        return True
    if first.article == second.article:
        return on_other_days(first, second)
    return any(
        is_told_as_denial(one.cue) and not denies_what_is_told(one, other) for one, other in ends
    )
