"""Pairing: every two accounts that bear on each other, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.compare.account import Account
from tracker.compare.against import ENOUGH, against, denial_of, is_plain, is_spoken_of
from tracker.compare.agreeing import agreements, same_speaker
from tracker.compare.alike import clears_one_of_another, deny_the_same, other_times
from tracker.compare.antecedents import denied_by
from tracker.compare.candidates import candidates
from tracker.compare.clash import Clash
from tracker.compare.contrast import contrast
from tracker.compare.counting import count_clashes
from tracker.compare.denials import (
    denies,
    keeps_silent,
    only_points,
    rejects,
)
from tracker.compare.doers import doer_clashes, excuses, who_began
from tracker.compare.found import Finding, settled
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
from tracker.compare.placing import place_clashes, time_clashes
from tracker.compare.pointing import deny_something, pointed_at, said_better
from tracker.compare.retracting import retracted, retracted_elsewhere, withdraws
from tracker.compare.shares import share_clashes
from tracker.compare.sidestepping import sidesteps
from tracker.compare.weighing import LIKELY, SPOKEN_OF, weighed
from tracker.compare.winning import winner_clashes
from tracker.domain.facet import Facet
from tracker.domain.relation import RelationKind

_FAR = 10
"""Turns after which nobody is answered without a word that says so."""
_RULES = (
    deed_clashes,
    nothing_happened,
    none_at_all,
    exclusive_words,
    winner_clashes,
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
    """Propose the relations among the accounts of one article, the surest first.

    What an article says in its own voice bears a speaker out, and is set against nobody: it is what
    its reporter makes of them.
    """
    accounts = [one for one in accounts if not repeats_nothing(one, accounts)]
    found: list[Finding] = []
    for other, one in candidates(accounts):
        found += alike(other, one)
    found += retracted(accounts, found)
    former = {one.b for one in found if one.kind is RelationKind.UPDATES}
    former &= {one.id for one in accounts if one.said_before}
    pairs = opposable(accounts)
    weights = deny_something(pairs, weighed(pairs, accounts, contested=contested), LIKELY)
    for pair, likely in zip(pairs, weights, strict=True):
        if is_superseded(pair, former):
            continue
        if likely >= (SPOKEN_OF if is_spoken_of(pair) else LIKELY) or is_plain(pair):
            found += against(pair, max(likely, ENOUGH) if is_plain(pair) else likely)
    found += mutual_intents(accounts, found)
    pointed = {(one.id, other.id): (one, other) for one, other in pointed_at(accounts, found)}
    kept = said_better(found, accounts, but=pointed.keys())
    told = {(one.a, one.b) for one in kept if one.kind is RelationKind.DENIES}
    more = [denial_of(*pointed[ends], ENOUGH) for ends in pointed.keys() - told]
    return settled([*kept, *more])


def opposable(accounts: Sequence[Account]) -> list[Pair]:
    """Every two speakers' accounts in an article that might stand against each other."""
    pointing = {one.id for one in accounts if only_points(one) or rejects(one)}
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
        turned_down = denied.get((second.id, first.id), 0.0), denied.get((first.id, second.id), 0.0)
        plain = not pointing & {first.id, second.id}
        if not (plain or any(turned_down)):
            continue
        told = contrast(first, second)
        clashing = clashes(first, second, told)
        apart = second.block - first.block > _FAR or deny_the_same(first, second)
        if clashing or any(turned_down) or not apart:
            pairs.append(Pair(first, second, told, clashing, *turned_down))
    return pairs


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
