"""Retracting: which of a speaker's own claims a speaker takes back, or puts right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.compare.account import Account
from tracker.compare.antecedents import telling
from tracker.compare.found import Finding
from tracker.compare.once import once
from tracker.domain.meanings import stems_in
from tracker.domain.relation import RelationKind
from tracker.domain.retracting import SAID, owns_wrong, takes_back

_CORRECTS = re.compile(r"\bcorrect(?:s|ed|ing)?\b", re.IGNORECASE)
_SAID = frozenset(one for word in SAID for one in stems_in(word))
_SHARE = 0.5
"""The share of what is taken back that a claim must tell of to be it."""
_ENOUGH = 2
"""Words or deeds of what is taken back that a claim must share, if it has so many."""
_SURE = 0.6


@once
def withdraws(account: Account) -> bool:
    """Whether an account only takes back what was said, and so says nothing of its own."""
    return takes_back(account.cue, account.words)


@once
def corrects(account: Account) -> bool:
    """Whether an account puts right what its speaker said before."""
    return _CORRECTS.search(account.cue) is not None


def retracted(accounts: Sequence[Account], found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what is taken back in one article: what tells of the same, or what was said last.

    Left out is what only puts a figure right, which ``found`` has as an update.
    """
    updates = {one.a for one in found if one.kind is RelationKind.UPDATES}
    for account in accounts:
        if not (withdraws(account) or (corrects(account) and account.id not in updates)):
            continue
        own = [one for one in accounts if _is_own(account, one)]
        about = {one.id: tells_of(account, one) for one in own}
        chosen = [one for one in own if _is_meant(account, one)]
        if not chosen and _only_points(account):
            what = account.words.lower().startswith("what ")
            chosen = [one for one in own if one.at < account.at][-1:] or own[: int(what)]
        most = max((about[one.id] for one in chosen), default=0.0)
        for one in chosen:
            if about[one.id] == most:
                yield retraction(account, one)


def retracted_elsewhere(ours: Account, theirs: Account) -> Iterator[Finding]:
    """Yield where one of two accounts of one speaker, of two articles, takes the other back."""
    for account, other in ((ours, theirs), (theirs, ours)):
        if withdraws(account) and _is_own(account, other) and _is_meant(account, other):
            yield retraction(account, other)


def retraction(account: Account, other: Account) -> Finding:
    """Say that an account takes another back."""
    wrong = owns_wrong(account.words)
    reason = "its speaker says that it was wrong" if wrong else f"“{account.cue}” takes it back"
    return Finding(account.id, other.id, RelationKind.RETRACTS, None, _SURE, reason)


def _is_meant(account: Account, other: Account) -> bool:
    """Whether a claim tells enough of what is taken back: not only who it is about."""
    own = account.stems - _SAID
    shared = len(own & other.stems) + len(account.senses & other.senses)
    return tells_of(account, other) >= _SHARE and shared >= min(_ENOUGH, len(own))


def tells_of(account: Account, other: Account) -> float:
    """How much of what is taken back a claim tells, 0–1."""
    own = account.stems - _SAID
    return min(1.0, telling(account, other) / len(own)) if own else 0.0


def _is_own(account: Account, other: Account) -> bool:
    same = account.party.id is not None and account.party.id == other.party.id
    return same and other is not account and not (withdraws(other) or corrects(other))


def _only_points(account: Account) -> bool:
    """Whether an account does not say what is taken back: "the statement", "what he had said"."""
    what = account.words.lower().startswith("what ")
    return withdraws(account) and (what or not account.stems - _SAID)
