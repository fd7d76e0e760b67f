"""Pairing: every two accounts that bear on each other, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.compare.account import Account
from tracker.compare.agreeing import agreements, same_place, same_speaker
from tracker.compare.alike import other_times
from tracker.compare.candidates import candidates
from tracker.compare.clash import Clash
from tracker.compare.contrast import contrast
from tracker.compare.counting import count_clashes
from tracker.compare.denials import denied_by, denies, is_bare, keeps_silent, telling
from tracker.compare.doers import doer_clashes, excuses, who_began
from tracker.compare.found import Finding
from tracker.compare.juxtaposing import juxtaposed
from tracker.compare.natures import cause_clashes, intent_clashes, target_clashes
from tracker.compare.opposing import (
    deed_clashes,
    exclusive_words,
    none_at_all,
    nothing_happened,
    repeats_nothing,
)
from tracker.compare.placing import place_clashes, time_clashes
from tracker.compare.shares import share_clashes
from tracker.domain.facet import Facet
from tracker.domain.relation import AGAINST, RelationKind

ENOUGH = 0.5
"""The score from which a relation is proposed."""
_CERTAIN = 0.97
_POINTING = 2
_MUTUAL = 0.55
_SHOWN = 8
_CONTESTED = 0.05
_CONCEDING = ("conced", "admit", "acknowledg", "own", "confess")
_RULES = (
    deed_clashes,
    nothing_happened,
    none_at_all,
    exclusive_words,
    doer_clashes,
    who_began,
    excuses,
    cause_clashes,
    intent_clashes,
    target_clashes,
    place_clashes,
    juxtaposed,
    share_clashes,
    count_clashes,
)


def findings(accounts: Sequence[Account], *, contested: bool = False) -> list[Finding]:
    """Propose the relations among the accounts of one article, the surest first."""
    found: list[Finding] = []
    accounts = [one for one in accounts if not repeats_nothing(one, accounts)]
    for other, one in candidates(accounts):
        found += between(other, one, contested=contested)
    found += _mutual_intents(accounts, found)
    found += _said_better(list(_denials(accounts)), found, accounts)
    return settled(found)


def _mutual_intents(accounts: Sequence[Account], found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield where two sides that stand against each other each say that the other meant it."""
    of = {one.id: one for one in accounts}
    rivals = {
        frozenset((of[one.a].party.id, of[one.b].party.id)) for one in found if one.kind in AGAINST
    }
    meant = [one for one in accounts if one.kinds(Facet.INTENT) == {"meant"}]
    for number, one in enumerate(meant):
        for other in meant[:number]:
            if frozenset((one.party.id, other.party.id)) in rivals and one.party.id:
                told = [next(v.words for v in each.of(Facet.INTENT)) for each in (other, one)]
                reason = f"each says the other meant it: {told[0]}, {told[1]}"
                kind = RelationKind.CONTRADICTS
                yield Finding(other.id, one.id, kind, Facet.INTENT, _MUTUAL, reason)


def _said_better(
    denials: Sequence[Finding], found: Sequence[Finding], accounts: Sequence[Account]
) -> Iterator[Finding]:
    """Leave out a mere "rejects that" where the same side goes on to say what was so instead."""
    of = {one.id: one for one in accounts}
    against = [(of[one.a].party, of[one.b].party) for one in found if one.kind in AGAINST]
    for denial in denials:
        mine, other = of[denial.a], of[denial.b]
        told = any(
            (mine.party.allied(one) and other.party.allied(two))
            or (mine.party.allied(two) and other.party.allied(one))
            for one, two in against
        )
        if not (told and is_bare(mine) and len(mine.words.split()) <= _POINTING):
            yield denial


def across(ours: Account, theirs: Account, near: float) -> list[Finding]:
    """Propose how two accounts of different articles stand to each other.

    ``near`` (0–1) is how surely they are about one event.
    """
    found = list(between(ours, theirs, told=near))
    for denial, other in ((ours, theirs), (theirs, ours)):
        plain = denies(denial)
        if plain and not is_bare(denial) and not denial.party.allied(other.party):
            score = plain * 0.65 + 0.1 * near + 0.1 * min(1.0, telling(denial, other))
            if score >= ENOUGH and telling(denial, other) >= 1:
                found.append(_denial(denial, other, score))
    return settled(found)


def between(
    ours: Account, theirs: Account, *, contested: bool = False, told: float | None = None
) -> Iterator[Finding]:
    """Propose how two accounts stand to each other, apart from plain denials.

    ``told`` (0–1) is how plainly they are set against each other; None asks their article.
    """
    if ours.party.id is not None and ours.party.id == theirs.party.id:
        yield from same_speaker(ours, theirs)
        return
    yield from agreements(ours, theirs)
    conceding = _concedes(ours) or _concedes(theirs)
    checkable = ours.checkable or theirs.checkable
    if keeps_silent(ours) or keeps_silent(theirs):
        return
    if ours.party.allied(theirs.party) or conceding or not checkable:
        return
    best: dict[Facet, Clash] = {}
    told = contrast(ours, theirs) if told is None else told
    for clash in _clashes(ours, theirs, told):
        if clash.facet not in best or best[clash.facet].score < clash.score:
            best[clash.facet] = clash
    for clash in best.values():
        score = clash.score + _CONTESTED * contested
        if score >= ENOUGH:
            kind = RelationKind.CONTRADICTS
            yield Finding(ours.id, theirs.id, kind, clash.facet, score, clash.reason)
            yield from same_place(ours, theirs)


def _clashes(ours: Account, theirs: Account, told: float) -> Iterator[Clash]:
    yield from time_clashes(ours, theirs, told)
    if other_times(ours, theirs):
        return
    for rule in _RULES:
        yield from rule(ours, theirs, told)


def _denials(accounts: Sequence[Account]) -> Iterator[Finding]:
    for account in accounts:
        plain = denies(account)
        if not plain:
            continue
        for other, more in denied_by(account, accounts):
            score = plain * 0.65 + more
            if score >= ENOUGH:
                yield _denial(account, other, score)


def _denial(denial: Account, other: Account, score: float) -> Finding:
    reason = f"“{_short(denial)}” rejects “{_short(other)}”"
    kind = RelationKind.DENIES
    return Finding(denial.id, other.id, kind, Facet.OCCURRENCE, score, reason)


def settled(found: Sequence[Finding]) -> list[Finding]:
    """Keep one finding for each pair, kind and facet: the surest."""
    best: dict[tuple[object, ...], Finding] = {}
    for one in sorted(found, key=lambda one: (-one.score, one.a, one.b)):
        key = (frozenset((one.a, one.b)), one.facet, one.kind)
        best.setdefault(key, one)
    return [
        Finding(one.a, one.b, one.kind, one.facet, round(min(one.score, _CERTAIN), 2), one.reason)
        for one in best.values()
    ]


def _concedes(account: Account) -> bool:
    return account.cue.lower().startswith(_CONCEDING)


def _short(account: Account) -> str:
    words = account.words.strip(" .,;:“”\"'").split()
    return " ".join(words[:_SHOWN]) + ("…" if len(words) > _SHOWN else "")
