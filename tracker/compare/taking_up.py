"""Taking up: figures that leave their noun to what was counted before, or count those aboard."""

from __future__ import annotations

import re

from tracker.compare.account import Account
from tracker.compare.parts import ANYBODY
from tracker.domain.figure import Figure
from tracker.domain.sides import heads

_THE_NUMBER = re.compile(
    r"^\W*(?:(?:the|that|this|its|their) )?(?:number|figure|toll|total|count|tally)\b(?! of)"
)
_IT = r"(?:it|this|that) (?:was|is|at|stood at|came to)"
IT_WAS = re.compile(rf"^ {_IT} ")
"""What begins a figure that is of what was spoken of: "(put) it at 48"."""
_NO_MORE = re.compile(
    rf"^ (?:{_IT}|there (?:was|were|had been)) "
    r"(?:(?:only|just|about|nearer|closer to|more than|at least|no more than|over|almost|nearly) )*"
    r"[\w ]{1,24}$"
)
"""An account that says no more than such a figure: "there had been 87"."""
_ABOARD = re.compile(r" (?:on board|aboard|carry(?:ing)?|carried) ")
_PEOPLE = ANYBODY | {"passenger"}
_BEHIND = 2
"""Claims, at most, behind which a figure without its noun is of the same thing."""
_SHORT = 6
"""Words, at most, of an account that says hardly more than its figure."""


def is_of_one_thing(
    mine: Figure, other: Figure, ours: Account, theirs: Account, *, near: bool
) -> bool:
    """Whether one figure takes up another, or both are of who was on board."""
    if _counts_aboard(mine, ours) and _counts_aboard(other, theirs):
        return True
    return near and mine.unit == other.unit and _takes_it_up(mine, other, ours, theirs)


def _counts_aboard(figure: Figure, account: Account) -> bool:
    """Whether a figure counts who was on board."""
    return account.tells(_ABOARD) is not None and bool(heads(figure.counts) & _PEOPLE)


def _takes_it_up(mine: Figure, other: Figure, ours: Account, theirs: Account) -> bool:
    """Whether one of two figures is of what the other one counted, as it stands behind it."""
    behind = max((ours, mine), (theirs, other), key=lambda end: end[0].at)
    near = ours.article == theirs.article and abs(ours.at - theirs.at) <= _BEHIND
    return near and _takes_up(*behind)


def _takes_up(account: Account, figure: Figure) -> bool:
    """Whether a figure says what it counts only by "the number", so that it is what was counted."""
    if figure.counts:
        return False
    named = figure.unit is None and account.tells(_THE_NUMBER) is not None
    bare = len(account.figures) == 1 and len(account.words.split()) <= _SHORT
    return named or (bare and account.tells(_NO_MORE) is not None)
