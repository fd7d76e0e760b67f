"""Pointing: "X denied this" denies what another says right before it, whatever X goes on to say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tracker.compare.account import Account
from tracker.compare.against import ENOUGH
from tracker.compare.antecedents import telling
from tracker.compare.denials import denies_that, is_bare, keeps_silent
from tracker.compare.found import Finding
from tracker.compare.pair import Pair
from tracker.domain.denying_words import is_told_as_denial
from tracker.domain.relation import RelationKind

_BACK = 10
"""Claims of one article among which a denial looks for what it denies."""
_POINTING = 2
"""Words, at most, of a denial that gives way to what the same side says instead."""
_ABOUT = 2.0
"""How much of a sentence a denier must go on to speak of for it to be meant, and not the last."""
_HARDLY = 0.05
"""The probability below which not even the likeliest is what somebody denies."""
_ON = 2
"""Claims after a denial that may say, in its sentence, what was so instead."""


def pointed_at(
    accounts: Sequence[Account], found: Sequence[Finding]
) -> Iterator[tuple[Account, Account]]:
    """Yield each account that only denies "this", with what it denies.

    Left out is what the same sentence contradicts: "denied this, saying no shot was fired".
    """
    against = {frozenset((one.a, one.b)) for one in found if one.kind is RelationKind.CONTRADICTS}
    for number, denial in enumerate(accounts):
        if not denies_that(denial) or denial.party.of_all:
            continue
        before = accounts[max(0, number - _BACK) : number]
        instead = [
            one
            for one in accounts[number + 1 : number + 1 + _ON]
            if one.party.id == denial.party.id and one.sentence == denial.sentence
        ]
        goes_on = accounts[number + 1 : number + 2]
        for other in _just_before(denial, before, goes_on):
            if not any(frozenset((one.id, other.id)) in against for one in instead):
                yield denial, other


def deny_something(pairs: Sequence[Pair], likely: Sequence[float], bar: float) -> list[float]:
    """Lift to the bar the likeliest pair of each denial of which none reaches it.

    Whoever denies denies something that was said, however little the words show what.
    """
    ends = [(pair.first.id, pair.second.id) for pair in pairs]
    against = {one for both, sure in zip(ends, likely, strict=True) if sure >= bar for one in both}
    best: dict[int, int] = {}
    for number, pair in enumerate(pairs):
        for denial, sure in ((pair.second, pair.denied), (pair.first, pair.denying)):
            if sure < ENOUGH or likely[number] < _HARDLY or denial.id in against:
                continue
            if likely[best.setdefault(denial.id, number)] < likely[number]:
                best[denial.id] = number
    return [max(sure, bar) if at in best.values() else sure for at, sure in enumerate(likely)]


def said_better(
    found: Sequence[Finding], accounts: Sequence[Account], *, but: Collection[tuple[int, int]]
) -> list[Finding]:
    """Leave out a mere "rejects that" where the same side goes on to say what was so instead.

    ``but`` are the ends of those that point at what was said right before.
    """
    of = {one.id: one for one in accounts}
    ends = [(of[one.a], of[one.b]) for one in found if one.kind is RelationKind.CONTRADICTS]
    against = [*ends, *((two, one) for one, two in ends)]

    def better(denial: Finding) -> bool:
        mine, other = of[denial.a], of[denial.b]
        told = any(
            one.at > mine.at and mine.party.allied(one.party) and other.party.allied(two.party)
            for one, two in against
        )
        return told and is_bare(mine) and len(mine.words.split()) <= _POINTING

    return [
        one
        for one in found
        if one.kind is not RelationKind.DENIES or (one.a, one.b) in but or not better(one)
    ]


def _just_before(
    denial: Account, before: Sequence[Account], goes_on: Sequence[Account]
) -> list[Account]:
    """What another speaker says in the sentence right before a denial.

    Of what that speaker said just before, it is what the denier goes on to speak of.
    """
    said = [
        one
        for one in before
        if one.party.id is not None and one.checkable and not _tells_of_it(one, denial)
    ]
    last = said[-1] if said else denial
    if last.party.id == denial.party.id or last.paragraph < denial.paragraph - 1:
        return []
    near = [
        one
        for one in said
        if one.party.id == last.party.id
        and one.paragraph >= denial.paragraph - 1
        and not keeps_silent(one)
    ]
    answers = [one for one in goes_on if one.party.id == denial.party.id]
    about = {
        one.sentence: max((telling(answer, one) for answer in answers), default=0.0) for one in near
    }
    meant = last.sentence
    if about.get(meant, 0.0) < _ABOUT <= max(about.values(), default=0.0):
        meant = max(about, key=lambda sentence: (about[sentence], sentence))
    return [one for one in near if one.sentence == meant]


def _tells_of_it(account: Account, denial: Account) -> bool:
    """Whether an account is the denial told by another: "…, she said, but he has denied this"."""
    return account.sentence == denial.sentence and is_told_as_denial(account.words)
