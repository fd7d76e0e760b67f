"""Pairing: every two accounts that bear on each other, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.compare.account import Account
from tracker.compare.agreeing import agreements, same_speaker
from tracker.compare.alike import clears_one_of_another, deny_the_same, other_times
from tracker.compare.answering import (
    bears_on_nothing,
    denies_another,
    is_no_ground,
    only_refuses,
    plainly_rejected,
    refuse_alike,
    rejects_outright,
)
from tracker.compare.candidates import candidates
from tracker.compare.clash import Clash
from tracker.compare.conceding import ADMITTED, conceded
from tracker.compare.contrast import contrast
from tracker.compare.counting import count_clashes
from tracker.compare.denials import concedes, denied_by, denies, keeps_silent, only_points
from tracker.compare.doers import doer_clashes, excuses, laid_to_two, who_began
from tracker.compare.found import Finding, settled
from tracker.compare.guessing import counts_apart, guessed
from tracker.compare.juxtaposing import juxtaposed
from tracker.compare.natures import cause_clashes, intent_clashes, mutual_intents, target_clashes
from tracker.compare.newer import is_superseded
from tracker.compare.opposing import (
    deed_clashes,
    exclusive_words,
    none_at_all,
    nothing_happened,
    repeats_nothing,
)
from tracker.compare.pair import Pair
from tracker.compare.placing import done_on_another_day, place_clashes, time_clashes
from tracker.compare.pointing import pointed_at, said_better
from tracker.compare.reasons import of_denial
from tracker.compare.retracting import retracted, retracted_elsewhere, withdraws
from tracker.compare.shares import share_clashes
from tracker.compare.sidestepping import sidesteps
from tracker.compare.sparing import of_another_happening
from tracker.compare.weighing import LIKELY, weighed
from tracker.domain.facet import Facet
from tracker.domain.relation import RelationKind

ENOUGH = 0.5
"""The score from which a relation is proposed."""
_FAR = 10
"""Turns after which nobody is answered without a word that says so."""
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
    share_clashes,
    count_clashes,
)


def findings(accounts: Sequence[Account], *, contested: bool = False) -> list[Finding]:
    """Propose the relations among the accounts of one article, the surest first."""
    accounts = [one for one in accounts if not repeats_nothing(one, accounts)]
    found: list[Finding] = []
    for other, one in candidates(accounts):
        found += alike(other, one) if both_speak(other, one) else between(other, one)
    found += retracted(accounts, found)
    former = {one.b for one in found if one.kind is RelationKind.UPDATES}
    former &= {one.id for one in accounts if one.said_before}
    pairs = opposable(accounts)
    for pair, likely in zip(pairs, weighed(pairs, accounts, contested=contested), strict=True):
        if is_superseded(pair, former):
            continue
        plainly = plainly_rejected(pair) or laid_to_two(pair.first, pair.second, pair.told)
        if likely >= LIKELY or plainly:
            found += against(pair, max(likely, ENOUGH) if plainly else likely)
    found += mutual_intents(accounts, found)
    pointed = {(one.id, other.id): (one, other) for one, other in pointed_at(accounts, found)}
    kept = said_better(found, accounts, but=pointed.keys())
    told = {(one.a, one.b) for one in kept if one.kind is RelationKind.DENIES}
    more = [_denial(*pointed[ends], ENOUGH) for ends in pointed.keys() - told]
    return settled([*kept, *more])


def opposable(accounts: Sequence[Account]) -> list[Pair]:
    """Every two speakers' accounts in an article that might stand against each other."""
    pointing = {one.id for one in accounts if only_points(one)}
    denied = {
        (denial.id, other.id): plain * 0.65 + more
        for denial in accounts
        if (plain := denies(denial))
        for other, more in denied_by(denial, accounts)
    }
    pairs: list[Pair] = []
    for first, second in candidates(accounts):
        if not (both_speak(first, second) and two_speakers(first, second)):
            continue
        rejects = denied.get((second.id, first.id), 0.0), denied.get((first.id, second.id), 0.0)
        plain = not pointing & {first.id, second.id}
        if not (plain or any(rejects)):
            continue
        told = contrast(first, second)
        clashing = clashes(first, second, told)
        apart = second.block - first.block > _FAR or deny_the_same(first, second)
        if clashing or any(rejects) or not apart:
            pairs.append(Pair(first, second, told, clashing, *rejects))
    return pairs


def against(pair: Pair, likely: float) -> Iterator[Finding]:
    """Say on which facets a likely pair stands against each other, and why."""
    first, second = pair.first, pair.second
    if _tell_apart(first, second):
        return
    denied = pair.denied >= ENOUGH or rejects_outright(second, first, pair)
    denying = pair.denying >= ENOUGH or rejects_outright(first, second, pair)
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
    guess = not (held or rejected) and surest[0].facet is Facet.OCCURRENCE
    if guess and bears_on_nothing(first, second):
        return
    if denied:
        yield _denial(second, first, likely)
    if denying:
        yield _denial(first, second, likely)
    for clash in sure if sure or rejected else surest:
        yield _finding(first, second, clash, likely)


def between(ours: Account, theirs: Account) -> Iterator[Finding]:
    """Propose by rules alone how two accounts stand to each other, apart from plain denials."""
    yield from alike(ours, theirs)
    if not may_oppose(ours, theirs):
        return
    for clash in clashes(ours, theirs, contrast(ours, theirs)).values():
        if clash.score >= ENOUGH and clash.at_stake:
            ends = ours.id, theirs.id, RelationKind.CONTRADICTS
            yield Finding(*ends, clash.facet, clash.score, clash.reason)


def alike(ours: Account, theirs: Account) -> Iterator[Finding]:
    """Yield how two accounts agree, or what one speaker says anew."""
    if one_speaker(ours, theirs):
        yield from same_speaker(ours, theirs)
        if ours.article != theirs.article:
            yield from retracted_elsewhere(ours, theirs)
    else:
        yield from agreements(ours, theirs)


def one_speaker(ours: Account, theirs: Account) -> bool:
    """Whether both are one party's."""
    return ours.party.id is not None and ours.party.id == theirs.party.id


def both_speak(ours: Account, theirs: Account) -> bool:
    """Whether neither is the article's own voice."""
    return ours.party.id is not None and theirs.party.id is not None


def may_oppose(ours: Account, theirs: Account) -> bool:
    """Whether two accounts might stand against each other by rules alone: of two sides."""
    if not two_speakers(ours, theirs) or ours.party.allied(theirs.party):
        return False
    return not (concedes(ours) or concedes(theirs))


def two_speakers(ours: Account, theirs: Account) -> bool:
    """Whether two accounts are of two speakers, neither silent, and one of them can be checked."""
    if ours.party.is_one(theirs.party) or not (ours.checkable or theirs.checkable):
        return False
    if ours.party.of_all or theirs.party.of_all:
        return False
    if sidesteps(ours, theirs) or clears_one_of_another(ours, theirs):
        return False
    return not any(keeps_silent(one) or withdraws(one) for one in (ours, theirs))


def clashes(ours: Account, theirs: Account, told: float) -> dict[Facet, Clash]:
    """The surest clash of two accounts on each facet, as the rules have it.

    Its reason is that of the surest of what is at stake.
    """
    best: dict[Facet, Clash] = {}
    held: dict[Facet, Clash] = {}
    for clash in _clashes(ours, theirs, told):
        for kept in (best, held) if clash.at_stake else (best,):
            if clash.facet not in kept or kept[clash.facet].score < clash.score:
                kept[clash.facet] = clash
    best |= {facet: one._replace(score=best[facet].score) for facet, one in held.items()}
    if not other_times(ours, theirs) and all(one.score < ENOUGH for one in best.values()):
        best |= {one.facet: one for one in juxtaposed(ours, theirs, told)}
    return best


def _clashes(ours: Account, theirs: Account, told: float) -> Iterator[Clash]:
    yield from time_clashes(ours, theirs, told)
    if other_times(ours, theirs):
        return
    for rule in _RULES:
        yield from rule(ours, theirs, told)


def _tell_apart(first: Account, second: Account) -> bool:
    """Whether both may be right: of two happenings or days, or each a "no" to the same."""
    two = of_another_happening(first, second) or done_on_another_day(first, second)
    return two or refuse_alike(first, second) or denies_another(first, second)


def _finding(first: Account, second: Account, clash: Clash, score: float) -> Finding:
    """What stands against what on a facet; whoever only says "no" denies."""
    for denial, other in ((first, second), (second, first)):
        if clash.facet is Facet.OCCURRENCE and only_refuses(denial, other):
            return _denial(denial, other, score)
    kind = RelationKind.CONTRADICTS
    return Finding(first.id, second.id, kind, clash.facet, score, clash.reason)


def _denial(denial: Account, other: Account, score: float) -> Finding:
    reason = of_denial(denial, other)
    kind = RelationKind.DENIES
    return Finding(denial.id, other.id, kind, Facet.OCCURRENCE, score, reason)
