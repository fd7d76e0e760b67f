"""What two accounts show together by general knowledge: opposed answers, one thing by two names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log

from tracker.compare.account import Account
from tracker.compare.account_features import Features
from tracker.compare.knowing import Answers
from tracker.compare.pair import Pair

_MOST = 3.0


@dataclass(frozen=True)
class Shared:
    """In how many accounts of an article each question is answered and each thing is named."""

    questions: Mapping[str, int]
    things: Mapping[str, int]


def shared(accounts: Sequence[Account]) -> Shared:
    """Count what the accounts of an article speak of."""
    return Shared(
        Counter(question for one in accounts for question in one.answers),
        Counter(thing for one in accounts for thing in one.things),
    )


def known(pair: Pair, told_in: Shared) -> Features:
    """What general knowledge says of two accounts."""
    first, second = pair.first, pair.second
    both = [question for question in first.answers if question in second.answers]
    opposed = [one for one in both if _exclude(first.answers, second.answers, one)]
    undone = [one for one in both if _undone(first.answers, second.answers, one)]
    agreed = [one for one in both if _agree(first.answers, second.answers, one)]
    things = first.things.keys() & second.things.keys()
    renamed = [one for one in things if not first.things[one] & second.things[one]]
    against, about = _rare(opposed, told_in.questions), _rare(things, told_in.things)
    return {
        "answers opposed": against,
        "answers undone": _rare(undone, told_in.questions),
        "answers agree": _rare(agreed, told_in.questions),
        "questions": _rare(both, told_in.questions),
        "things": about,
        "things renamed": _rare(renamed, told_in.things),
        "share of things": len(things) / (1 + min(len(first.things), len(second.things))),
        "opposed of things": float(bool(opposed) and bool(things)),
        "opposed and next": against * (second.block - first.block <= 1),
        "undone of things": float(bool(undone) and bool(things)),
    }


def _rare(names: Collection[str], told_in: Mapping[str, int]) -> float:
    """How much some names that both share tell: the fewer accounts share them, the more."""
    return min(_MOST, sum(0.7 / log(1 + max(2, told_in[name])) for name in names))


def _exclude(ours: Answers, theirs: Answers, question: str) -> bool:
    """Whether two accounts answer a question by answers that exclude each other."""
    mine, other = (_said(one, question) for one in (ours, theirs))
    return bool(mine and other) and not mine & other


def _undone(ours: Answers, theirs: Answers, question: str) -> bool:
    """Whether one says that an answer is not so which the other gives."""
    mine, other = ours[question], theirs[question]
    return any(answer in other and other[answer] is not so for answer, so in mine.items())


def _agree(ours: Answers, theirs: Answers, question: str) -> bool:
    mine, other = ours[question], theirs[question]
    return any(other.get(answer) is so for answer, so in mine.items())


def _said(answers: Answers, question: str) -> set[str]:
    return {answer for answer, so in answers[question].items() if so}
