"""Across: how claims of two articles stand to each other, by what was learned from parted ones.

The trees weigh what those of one article do (``weighing.py``), but for what only its layout tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain

from tracker.compare.account import Account
from tracker.compare.account_features import Features, account_features
from tracker.compare.against import ENOUGH, against, counts_otherwise
from tracker.compare.alike import deny_the_same
from tracker.compare.answering import is_of_other_things
from tracker.compare.antecedents import telling
from tracker.compare.denials import denies, denies_what_is_told, is_bare, only_points
from tracker.compare.found import Finding, settled
from tracker.compare.known_features import known, shared
from tracker.compare.leaning import leanings_apart
from tracker.compare.outdated import current
from tracker.compare.pair import Pair
from tracker.compare.pair_features import common, ruled
from tracker.compare.pairing import both_speak, clashes, two_speakers
from tracker.compare.trees import load_trees
from tracker.compare.weighing import judged, stand_out, together

WEIGHTS = "weights_across.npz"
LIKELY = 0.45
"""The probability from which two claims are proposed as standing against each other."""
_LAID_OUT = ("figures differ next", "opposed and next")
_UNTOLD = 0.0
"""No article sets one against the other."""
_DENIED, _ABOUT = 0.65, 0.15


def opposed(beside: Sequence[tuple[Account, Account]]) -> list[list[Finding]]:
    """Find which of some accounts of two articles stand against each other, and on what.

    Two articles are weighed by themselves and in the order of their days, so that it matters not
    which of them, or what else, is looked at first. A figure alone is no longer held against
    others where one of the accounts has it anew.
    """
    found: dict[frozenset[int], list[Finding]] = {}
    said = list({one.id: one for ends in beside for one in ends}.values())
    groups = [opposable_across(two) for two in _by_articles(beside)]
    chances = judged(groups, _features(groups), stand_out, load_trees(WEIGHTS))
    for pair, likely in zip(chain.from_iterable(groups), chances, strict=True):
        if likely >= LIKELY or counts_otherwise(pair):
            ends = frozenset((pair.first.id, pair.second.id))
            sure = max(likely, ENOUGH) if counts_otherwise(pair) else likely
            told = current(against(pair, sure), (pair.first, pair.second), said)
            found[ends] = settled(told)
    return [found.get(frozenset((one.id, other.id)), []) for one, other in beside]


def _by_articles(
    beside: Sequence[tuple[Account, Account]],
) -> Iterator[list[tuple[Account, Account]]]:
    """Part accounts by their two articles, that which appeared first before the other."""
    groups: defaultdict[tuple[int, int], list[tuple[Account, Account]]] = defaultdict(list)
    for one, other in beside:
        groups[one.article, other.article].append((one, other))
    for group in groups.values():
        ones, others = ([ends[side] for ends in group] for side in (0, 1))
        turned = min(map(_appeared, others)) < min(map(_appeared, ones))
        yield [(other, one) if turned else (one, other) for one, other in group]


def _appeared(account: Account) -> tuple[datetime, str]:
    """When an article appeared; of those without a day, whose words go first."""
    return account.appeared or datetime.max.replace(tzinfo=UTC), account.words


def opposable_across(beside: Sequence[tuple[Account, Account]]) -> list[Pair]:
    """Those accounts of two articles that might stand against each other.

    What an article says in its own voice is taken where a rule sees that it clashes.
    """
    pairs: list[Pair] = []
    for one, other in beside:
        if two_speakers(one, other) and not (only_points(one) or only_points(other)):
            clashing = clashes(one, other, _UNTOLD)
            if clashing or (both_speak(one, other) and not deny_the_same(one, other)):
                denied = _denied(other, one), _denied(one, other)
                pairs.append(Pair(one, other, _UNTOLD, clashing, *denied))
    return pairs


def features_across(pairs: Sequence[Pair]) -> list[Features]:
    """What is to be weighed of each pair, by name."""
    found = list(_features([pairs]))
    return [one | more for one, more in zip(found, stand_out(pairs, found), strict=True)]


def _features(groups: Sequence[Sequence[Pair]]) -> Iterator[Features]:
    """What is to be weighed of each pair by itself; what is rare, of its two articles."""
    told = [(pairs, _accounts(pairs)) for pairs in groups]
    alone = {one.id: account_features(one) for one in _accounts(chain.from_iterable(groups))}
    named = {
        side: {number: _named(side, found) for number, found in alone.items()}
        for side in ("first", "second")
    }
    leaning = leanings_apart(told)
    for pairs, accounts in told:
        told_in = Counter(word for one in accounts for word in one.stems)
        known_in = shared(accounts)
        for pair in pairs:
            first, second = pair.first.id, pair.second.id
            found = {
                **common(pair, told_in),
                **ruled(pair),
                **known(pair, known_in),
                **next(leaning),
                **named["first"][first],
                **named["second"][second],
                **together(alone[first], alone[second]),
            }
            for name in _LAID_OUT:
                del found[name]
            yield found


def _accounts(pairs: Iterable[Pair]) -> list[Account]:
    """The accounts of some pairs, each once."""
    return list({one.id: one for pair in pairs for one in (pair.first, pair.second)}.values())


def _named(side: str, found: Features) -> Features:
    return {f"{side} {name}": value for name, value in found.items()}


def _denied(denial: Account, other: Account) -> float:
    """How surely (0–1) an account rejects that of another article, if both tell of one thing."""
    plain, about = denies(denial), telling(denial, other)
    points = is_bare(denial) and not denial.deeds
    aside = points or is_of_other_things(denial, other)
    if not plain or not about or aside or not denies_what_is_told(denial, other):
        return 0.0
    return plain * _DENIED + _ABOUT * min(1.0, about)
