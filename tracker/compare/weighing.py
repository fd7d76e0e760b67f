"""Weighing: how likely two accounts of one article cannot both be right, by what was learned.

A logistic regression over what the rules find, how the article sets the accounts, and what they
share; no feature is a word of the texts that it learned from (``weights.md``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import NamedTuple

from tracker.compare.account import Account
from tracker.compare.account_features import Features, account_features
from tracker.compare.pair import Pair
from tracker.compare.pair_features import common, ruled, setting

LIKELY, LIKELY_RULED = 0.35, 0.25
"""The probability from which two accounts are proposed as standing against each other; where a
rule says so too, less will do."""
_BEST = ("rare words", "topic", "clash")
_SET_AGAINST = "set against next"
_COMPARED = (*_BEST, _SET_AGAINST)
"""What stands beside the same of other pairs."""
_FEW = 8
"""Claims of an article below which the share of one speaker tells nothing."""
_TOGETHER = ("past", "not", "figure", "cause", "time", "place", "charges")


class Weight(NamedTuple):
    """What a feature counts, for each unit that it lies above its mean."""

    mean: float
    weight: float


def weighed(pairs: Sequence[Pair], accounts: Sequence[Account], *, contested: bool) -> list[float]:
    """The probability (0–1) of each pair that its accounts cannot both be right."""
    weights = load_weights()
    always = -sum(one.mean * one.weight for one in weights.values())
    # Of a long article's pairs no more is kept than how they stand beside each other.
    sums: list[float] = []
    kept: list[Features] = []
    for found in _features(pairs, accounts, contested=contested):
        sums.append(always + _told(found, weights))
        kept.append({name: found[name] for name in _COMPARED})
    return [
        1 / (1 + exp(-(one + _told(beside, weights))))
        for one, beside in zip(sums, _beside(pairs, kept), strict=True)
    ]


def _told(found: Features, weights: Mapping[str, Weight]) -> float:
    return sum(weights[name].weight * value for name, value in found.items() if name in weights)


def features_of(
    pairs: Sequence[Pair], accounts: Sequence[Account], *, contested: bool
) -> list[Features]:
    """What is to be weighed of each pair, by name."""
    found = list(_features(pairs, accounts, contested=contested))
    return [one | beside for one, beside in zip(found, _beside(pairs, found), strict=True)]


def _features(
    pairs: Sequence[Pair], accounts: Sequence[Account], *, contested: bool
) -> Iterator[Features]:
    """What is to be weighed of each pair by itself."""
    alone = {one.at: account_features(one) for one in accounts}
    told_in = Counter(word for one in accounts for word in one.stems)
    turns = _turns(accounts)
    says = Counter(one.party.id for one in accounts)
    for pair in pairs:
        first, second = alone[pair.first.at], alone[pair.second.at]
        one = {**setting(pair), **common(pair, told_in), **ruled(pair)}
        for side, account, its in (("first", pair.first, first), ("second", pair.second, second)):
            one |= {f"{side} {name}": value for name, value in its.items()}
            one[f"{side} says much"] = says[account.party.id] / max(_FEW, len(accounts))
            one[f"{side} begins"] = float(turns[account.block][0] == account.at)
            one[f"{side} ends"] = float(turns[account.block][1] == account.at)
        one |= {f"both {name}": first[name] * second[name] for name in _TOGETHER}
        one["not to one"] = float(first["not"] != second["not"])
        one["not to one of it"] = one["not to one"] * (one["words"] > 0)
        one["forecast to one"] = float(first["forecast"] != second["forecast"])
        one["accounts"] = log(max(_FEW, len(accounts)))
        one["answers at once"] = one["next turn"] * one["second begins"]
        one["contested"], one["always"] = float(contested), 1.0
        yield one


def _turns(accounts: Sequence[Account]) -> dict[int, tuple[int, int]]:
    """The first and the last claim of each turn."""
    turns: dict[int, tuple[int, int]] = {}
    for one in accounts:
        turns[one.block] = turns.get(one.block, (one.at, one.at))[0], one.at
    return turns


def _beside(pairs: Sequence[Pair], found: Sequence[Features]) -> list[Features]:
    """How each pair stands beside the others of the same account, and of the same parties."""
    beside: list[Features] = [{} for _ in pairs]
    keys: dict[str, Callable[[Pair], object]] = {
        "first": lambda pair: pair.first.at,
        "second": lambda pair: pair.second.at,
    }
    for side, key in keys.items():
        for group in _grouped(pairs, key).values():
            for name in _BEST:
                most = max(found[one][name] for one in group)
                for one in group:
                    value = found[one][name]
                    beside[one][f"most {name} of {side}"] = float(value > 0 and value >= most)
                    beside[one][f"less {name} of {side}"] = most - value
    for group in _grouped(pairs, lambda pair: pair.parties).values():
        ranked = sorted(group, key=lambda one: -pairs[one].ruled)
        near = log(max(1, min(pairs[one].second.block - pairs[one].first.block for one in group)))
        against = {one for one in group if found[one][_SET_AGAINST]}
        for one in group:
            other = next((two for two in ranked if two != one), None)
            beside[one]["rivals elsewhere"] = pairs[other].ruled if other is not None else 0.0
            beside[one]["set against elsewhere"] = float(bool(against - {one}))
            beside[one]["pairs of theirs"] = log(len(group))
            beside[one]["nearest turns"] = near
    return beside


def _grouped(pairs: Sequence[Pair], key: Callable[[Pair], object]) -> Mapping[object, list[int]]:
    groups: defaultdict[object, list[int]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        groups[key(pair)].append(number)
    return groups


@cache
def load_weights() -> Mapping[str, Weight]:
    """Read what was learned: a line a feature, its name, its mean and its weight."""
    text = (files("tracker.compare") / "weights.txt").read_text("utf-8")
    rows = (line.rsplit(None, 2) for line in text.splitlines() if line and line[0] != "#")
    return {name: Weight(float(mean), float(weight)) for name, mean, weight in rows}
