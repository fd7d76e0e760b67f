"""Leaning: to which answers of general questions a claim's words lean, though it gives none.

Explicit semantic analysis (Gabrilovich and Markovitch, 2007), with the answers of our own questions
(``knowledge/``) in place of an encyclopedia's articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.compare.account import Account
from tracker.compare.account_features import Features
from tracker.compare.knowing import questions, telling
from tracker.compare.pair import Pair
from tracker.domain.meanings import Phrase, stem

Numbers = NDArray[np.float32]

_PHRASES = (2, 3)
_PLAINLY = 2.0
"""What each word of a phrase weighs that stands in a claim as it is."""
_SPEAKS = 1.0
"""The weight from which a claim speaks of a question."""
_AT_ONCE = 256
_TINY = 1e-9
NAMES = (
    "apart most", "apart 3", "apart 10", "alike most", "alike 3", "one topic", "apart of all",
    "apart beyond alike",
)  # fmt: skip


class _Space(NamedTuple):
    """The answers as columns, question by question, and what a stem or a phrase says of them."""

    answers: int
    firsts: NDArray[np.int64]
    of_stem: dict[str, tuple[NDArray[np.int64], Numbers]]
    of_phrase: dict[Phrase, list[int]]


def leanings(pairs: Sequence[Pair], accounts: Sequence[Account]) -> Iterator[Features]:
    """Tell how far the accounts of each pair lean to different answers, and speak of one thing."""
    return leanings_apart([(pairs, accounts)])


def leanings_apart(
    groups: Sequence[tuple[Sequence[Pair], Sequence[Account]]],
) -> Iterator[Features]:
    """The same of the pairs of several groups of accounts: what is rare is so in its own group."""
    space = _space()
    accounts = {one.at: one for _, group in groups for one in group}
    row = {at: number for number, at in enumerate(accounts)}
    leans = np.array([_leaning(one, space) for one in accounts.values()], np.float32)
    leans = leans.reshape(len(accounts), space.answers)
    spoken = np.add.reduceat(leans, space.firsts, axis=1) if accounts else leans
    rare = [_rare(spoken[[row[one.at] for one in group]]) for _, group in groups]
    told = [
        (row[pair.first.at], row[pair.second.at], number)
        for number, (pairs, _) in enumerate(groups)
        for pair in pairs
    ]
    for start in range(0, len(told), _AT_ONCE):
        first, second, of = (
            list(each) for each in zip(*told[start : start + _AT_ONCE], strict=True)
        )
        rares = np.stack([rare[number] for number in of])
        found = _compared(leans[first], leans[second], space.firsts, rares)
        yield from (dict(zip(NAMES, map(float, one), strict=True)) for one in found)


def _rare(spoken: Numbers) -> Numbers:
    """What it tells that two speak of a question: the fewer of the accounts do, the more."""
    rare: Numbers = (1 / np.log(2 + (spoken > _SPEAKS).sum(axis=0))).astype(np.float32)
    return rare


def _compared(ours: Numbers, theirs: Numbers, firsts: NDArray[np.int64], rare: Numbers) -> Numbers:
    """What the leanings of some accounts (a row each) say beside those of some others.

    ``rare`` holds a row of what each question tells for each of them.
    """

    def by_question(leans: Numbers) -> Numbers:
        return np.add.reduceat(leans, firsts, axis=1)

    best = [np.maximum.reduceat(each, firsts, axis=1) for each in (ours, theirs)]
    both = np.minimum(*best) * rare
    length = np.sqrt(by_question(ours * ours) * by_question(theirs * theirs))
    alike = both * by_question(ours * theirs) / np.maximum(length, _TINY)
    apart = _largest(both - alike)
    alike = _largest(alike)
    spoken = by_question(ours), by_question(theirs)
    topic = _meet(spoken[0], spoken[1], rare) / np.sqrt(
        np.maximum(_meet(spoken[0], spoken[0], rare) * _meet(spoken[1], spoken[1], rare), _TINY)
    )
    ten = apart.sum(axis=1)
    return np.stack(
        [
            apart[:, 0],
            apart[:, :3].sum(axis=1),
            ten,
            alike[:, 0],
            alike[:, :3].sum(axis=1),
            topic,
            ten / (_TINY + ten + alike.sum(axis=1)),
            apart[:, :5].sum(axis=1) - alike[:, :5].sum(axis=1),
        ],
        axis=1,
    )


def _largest(numbers: Numbers) -> Numbers:
    """The ten largest of each row, the largest first."""
    few = np.partition(numbers, -10, axis=1)[:, -10:]
    return np.sort(few, axis=1)[:, ::-1]


def _meet(ours: Numbers, theirs: Numbers, rare: Numbers) -> Numbers:
    together: Numbers = np.einsum("ij,ij,ij->i", ours, theirs, rare)
    return together


def _leaning(account: Account, space: _Space) -> Numbers:
    stems = tuple(stem(word) for word in telling(account.words))
    leans = np.zeros(space.answers, np.float32)
    for one in dict.fromkeys(stems):
        if (found := space.of_stem.get(one)) is not None:
            leans[found[0]] += found[1]
    for size in _PHRASES:
        for at in range(len(stems) - size + 1):
            for column in space.of_phrase.get(stems[at : at + size], ()):
                leans[column] += _PLAINLY * size
    return leans


@cache
def _space() -> _Space:
    """Read the space: a word of a phrase of three says a third, one in few answers says more."""
    table = questions()
    names = sorted({name for told in table.values() for name in told})
    column = {name: number for number, name in enumerate(names)}
    asked = [name.partition("/")[0] for name in names]
    firsts = [at for at, one in enumerate(asked) if not at or one != asked[at - 1]]
    shares: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for phrase, told in table.items():
        for name in told:
            for one in phrase:
                share = shares[one].get(column[name], 0.0)
                shares[one][column[name]] = max(share, 1 / len(phrase))
    of_stem = {
        one: (
            np.array(list(each), np.int64),
            np.array(list(each.values()), np.float32) * np.float32(log(len(names) / len(each))),
        )
        for one, each in shares.items()
    }
    of_phrase = {
        phrase: sorted(column[name] for name in told)
        for phrase, told in table.items()
        if len(phrase) in _PHRASES
    }
    return _Space(len(names), np.array(firsts), of_stem, of_phrase)
