"""Stakes: what a figure says that another does not, though both seem to count alike.

"94 percent of the votes counted" is no share of them; "2,300 of 2,500" is no count of 2,500.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from tracker.compare.account import Account
from tracker.domain.figure import Figure

_BREAK = re.compile(r"[,;:.!?–—]\s|\b(?:and|with|while|but|after|as|where|when)\b")
_COUNTED = re.compile(
    r"\b(?:counted|counting|tallied|tabulated|processed|scrutini[sz]ed|(?:stations?|precincts?|"
    r"districts?|wards) (?:had |have )?report(?:ed|ing))\b"
)
_TURNED_OUT = re.compile(
    r"\b(?:turnout|turned out|took part|taken part|(?:had|have|has) voted(?! (?:for|against)\b))"
)
_OUT_OF = re.compile(r"(?:^|\bthat |\bout )of (?:[\w'’-]+ ){0,2}$", re.IGNORECASE)
_PART_OF = r"(?:[\w'’-]+ )?of (?:[\w'’-]+ ){0,2}$"
_BARE = 3
"""Words, at most, of an account that says its figure, and leaves open what it is of."""
_MARKS = " \"'“”‘’,.;:"


class Stake(Enum):
    """What a figure is of, beyond what it counts."""

    WHOLE = auto()
    COUNTED = auto()
    TURNOUT = auto()


def one_stake(ours: Account, mine: str, theirs: Account, other: str) -> bool:
    """Whether two figures, as the accounts word them, may be of one thing."""
    if _is_open(ours, mine) or _is_open(theirs, other):
        return True
    return _stake(ours, mine) is _stake(theirs, other)


def _is_open(account: Account, told: str) -> bool:
    """Whether an account leaves open what a figure is of: "64 percent, by the board's tally"."""
    at = account.words.lower().find(told.lower())
    return len(account.words.split()) <= _BARE or (
        at >= 0 and not _around(account, at, at + len(told)).strip(_MARKS)
    )


def _stake(account: Account, told: str) -> Stake | None:
    words = account.words
    at = words.lower().find(told.lower())
    if at < 0:
        return None
    figure = next((one for one in account.figures if one.text == told), Figure(told))
    if figure.unit == "%":
        around = _around(account, at, at + len(told))
        if _COUNTED.search(around):
            return Stake.COUNTED
        return Stake.TURNOUT if _TURNED_OUT.search(around) else None
    return Stake.WHOLE if any(_has_part(account, figure, words[:at])) else None


def _has_part(account: Account, figure: Figure, before: str) -> Iterator[bool]:
    """Tell for each smaller figure of an account whether it is a part of a figure."""
    for one in account.figures:
        if one.unit == figure.unit and 0 < one.size < figure.size:
            part = re.search(rf"{re.escape(one.text)} {_PART_OF}", before)
            yield bool(part or _OUT_OF.search(before))


def _around(account: Account, start: int, end: int) -> str:
    """The words around a figure up to where another clause or figure begins."""
    words = account.words
    others = [words.find(one.text) for one in account.figures]
    after = min((at for at in others if at >= end), default=len(words))
    before = max((at for at in others if 0 <= at < start), default=0)
    led = _BREAK.split(words[before:start])[-1]
    return f"{led} {_BREAK.split(words[end:after])[0]}".lower()
