"""Weighing: how likely two accounts of one article cannot both be right, by what was learned.

Trees over what the rules find, how the article sets the accounts, what they share, and what
general knowledge says; no feature is a word of the texts that they learned from (``weights.md``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from math import log

import numpy as np
from numpy.typing import NDArray

from tracker.compare.account import Account
from tracker.compare.account_features import Features, account_features
from tracker.compare.known_features import known, shared
from tracker.compare.leaning import leanings
from tracker.compare.pair import Pair
from tracker.compare.pair_features import common, ruled, setting
from tracker.compare.trees import Trees, load_trees

WEIGHTS = "weights.npz"
LIKELY = 0.35
"""The probability from which two accounts are proposed as standing against each other."""
SPOKEN_OF = 0.15
"""The same of two of which one denies the other, or that count the same dead or injured."""
_BEST = (
    "rare words", "topic", "clash", "things", "answers opposed",
    "apart most", "apart 3", "one topic",
)  # fmt: skip
_SET_AGAINST = "set against next"
_COMPARED = (*_BEST, _SET_AGAINST)
"""What stands beside the same of other pairs."""
_FEW = 8
"""Claims of an article below which the share of one speaker tells nothing."""
_TOGETHER = ("past", "not", "figure", "cause", "time", "place", "charges")


def weighed(pairs: Sequence[Pair], accounts: Sequence[Account], *, contested: bool) -> list[float]:
    """The probability (0–1) of each pair that its accounts cannot both be right."""
    found = _features(pairs, accounts, contested=contested)
    return judged([pairs], found, _beside, load_trees(WEIGHTS))


def judged(
    groups: Sequence[Sequence[Pair]],
    found: Iterable[Features],
    beside: Callable[[Sequence[Pair], Sequence[Features]], Iterable[Features]],
    trees: Trees,
) -> list[float]:
    """Let trees judge pairs by what was found of each, and how it stands beside those of its group.

    All pairs are judged at once, one group after the other: many may be of a pair or two.
    """
    kept: list[Features] = []

    def alone() -> Iterator[Features]:
        for one in found:
            kept.append({name: one[name] for name in _COMPARED if name in one})
            yield one

    # Of a long article's pairs no more is kept than numbers in rows.
    rows = np.zeros((sum(map(len, groups)), len(trees.columns)), dtype=np.float32)
    _fill(rows, alone(), trees.columns)
    left = iter(kept)
    stands = (beside(pairs, [*islice(left, len(pairs))]) for pairs in groups)
    _fill(rows, chain.from_iterable(stands), trees.columns)
    return [float(one) for one in trees.probabilities(rows)]


def _fill(rows: NDArray[np.float32], found: Iterable[Features], columns: Sequence[str]) -> None:
    """Write what was found of each pair into its row; all tell of the same, in the same order."""
    taken: NDArray[np.int64] | None = None
    for row, one in zip(rows, found, strict=True):
        if taken is None:
            names = {name: number for number, name in enumerate(one)}
            shown = [name for name in columns if name in names]
            to = np.array([columns.index(name) for name in shown], np.int64)
            taken = np.array([names[name] for name in shown], np.int64)
        row[to] = np.fromiter(one.values(), np.float32, len(one))[taken]


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
    known_in = shared(accounts)
    turns = _turns(accounts)
    says = Counter(one.party.id for one in accounts)
    for pair, leaning in zip(pairs, leanings(pairs, accounts), strict=True):
        first, second = alone[pair.first.at], alone[pair.second.at]
        one = {
            **setting(pair),
            **common(pair, told_in),
            **ruled(pair),
            **known(pair, known_in),
            **leaning,
        }
        for side, account, its in (("first", pair.first, first), ("second", pair.second, second)):
            one |= {f"{side} {name}": value for name, value in its.items()}
            one[f"{side} says much"] = says[account.party.id] / max(_FEW, len(accounts))
            one[f"{side} begins"] = float(turns[account.block][0] == account.at)
            one[f"{side} ends"] = float(turns[account.block][1] == account.at)
        one |= together(first, second)
        one["not to one of it"] = one["not to one"] * (one["words"] > 0)
        one["accounts"] = log(max(_FEW, len(accounts)))
        one["answers at once"] = one["next turn"] * one["second begins"]
        one["contested"] = float(contested)
        yield one


def together(first: Features, second: Features) -> Features:
    """What two accounts show by themselves that tells something together."""
    return {
        **{f"both {name}": first[name] * second[name] for name in _TOGETHER},
        "not to one": float(first["not"] != second["not"]),
        "forecast to one": float(first["forecast"] != second["forecast"]),
    }


def _turns(accounts: Sequence[Account]) -> dict[int, tuple[int, int]]:
    """The first and the last claim of each turn."""
    turns: dict[int, tuple[int, int]] = {}
    for one in accounts:
        turns[one.block] = turns.get(one.block, (one.at, one.at))[0], one.at
    return turns


def stand_out(pairs: Sequence[Pair], found: Sequence[Features]) -> list[Features]:
    """How each pair stands beside the others of the same account."""
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
    return beside


def _beside(pairs: Sequence[Pair], found: Sequence[Features]) -> list[Features]:
    """How each pair stands beside the others of the same account, and of the same parties."""
    beside = stand_out(pairs, found)
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
