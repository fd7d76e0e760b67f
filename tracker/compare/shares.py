"""Shares: all against some, nine in ten against half, and the rest that a share leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.compare.account import Account
from tracker.compare.clash import Clash
from tracker.compare.once import once
from tracker.compare.reasons import quoted
from tracker.compare.stakes import one_stake
from tracker.domain.facet import Facet
from tracker.domain.figure import Figure
from tracker.domain.meanings import lexicon, stem

_ALL = re.compile(r"\b(?:every|all|each|entire|entirely|whole|no|none|not one|not a single)\b")
_SOME = re.compile(
    r"\b(?:some|several|many|most|half|two|three|four|five|six|a (?:few|number|third|quarter)|"
    r"at least (?:one|two)|one|only)\b"
)
_NOT = re.compile(r"\b(?:no|none|not one|not a single)\b")
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)  # noqa: SIM905
}
_IN = re.compile(rf"\b({'|'.join(_NUMBERS)}) (?:\w+ )?in ({'|'.join(_NUMBERS)})\b")
_FRACTION = re.compile(
    r"\b((?:fewer|less) than|under|below|more than|over|above)? ?(?:an?|one) "
    r"(third|quarter|fifth|tenth)\b"
)
_PARTS = {"third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_MORE = ("more than", "over", "above")
_SHORT = 5
"""Words, at most, of a share that leaves open what it is of."""
_LEAST_APART = 0.1
_HUNDRED = 100.0


_ONLY = re.compile(
    r"\b(?:only|just|merely) (?:one|two|three|four|five|six|a few|some|\d+)\b|"
    r"\b(?:two|three|four|five|six|some|\d+) of (?:the|its|our)\b|\bnot all\b"
)


def share_clashes(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where the shares that two accounts give of one thing cannot both be right."""
    first, second = _share(ours), _share(theirs)
    opposed = lexicon().opposed(ours.senses, theirs.senses)
    same = ours.senses & theirs.senses
    things = ours.stems & theirs.stems or ours.fields & theirs.fields
    if contrast and _all_but(ours, theirs):
        score = 0.5 + 0.15 * contrast
        yield Clash(Facet.QUANTITY, score, quoted(ours, theirs))
    bare = contrast and any(_is_bare(one) for one in (ours, theirs))
    if not bare and (not things or not (opposed or same)):
        return
    if first and second:
        low, high = second[0]
        if opposed and not same:
            low, high = 1.0 - high, 1.0 - low
        gap = max(first[0][0] - high, low - first[0][1])
        if gap > _LEAST_APART:
            score = 0.5 + 0.1 * bool(ours.stems & theirs.stems) + 0.1 * contrast
            reason = " ≠ ".join(one[1].removesuffix(" of") for one in (first, second))
            stake = one_stake(ours, first[1], theirs, second[1])
            yield Clash(Facet.QUANTITY, score, reason, stake)
    elif opposed and _one_of_all(ours, theirs):
        score = 0.45 + 0.1 * bool(ours.stems & theirs.stems) + 0.1 * contrast
        yield Clash(Facet.OCCURRENCE, score, quoted(ours, theirs))


def _is_bare(account: Account) -> bool:
    """Whether an account leaves to the one before what its share is of: "fewer than half had"."""
    return len(account.words.split()) <= _SHORT and not account.deeds


def _all_but(ours: Account, theirs: Account) -> bool:
    """Whether one says all of what the other says only some of: "all wards", "only two wards"."""
    for one, two in ((ours, theirs), (theirs, ours)):
        every = re.search(r"\b(?:every|all|each)(?: of)?(?: the| its| our)? (\w+)", one.plain)
        if every and two.tells(_ONLY) and stem(every[1]) in two.stems:
            return True
    return False


def _one_of_all(ours: Account, theirs: Account) -> bool:
    return any(
        one.tells(_ALL) and two.tells(_SOME) for one, two in ((ours, theirs), (theirs, ours))
    )


@once
def _share(account: Account) -> tuple[tuple[float, float], str] | None:
    if told := account.tells(_IN):
        part, whole = _NUMBERS.get(told[1]), _NUMBERS.get(told[2])
        if part and whole and part <= whole:
            return (part / whole, part / whole), told[0]
    if told := account.tells(_FRACTION):
        share = _PARTS[told[2]]
        low, high = (share, 1.0) if told[1] in _MORE else (0.0 if told[1] else share, share)
        return (low, high), told[0].strip()
    for figure in account.figures:
        if (given := _of(figure)) is not None:
            return given, figure.text
    return None


def _of(figure: Figure) -> tuple[float, float] | None:
    """The share that a figure gives, as an interval from 0 to 1."""
    whole = _HUNDRED if figure.unit == "%" else figure.of
    if not whole or (figure.low is None and figure.high is None):
        return None
    low = 0.0 if figure.low is None else figure.low / whole
    high = 1.0 if figure.high is None else figure.high / whole
    return low, high
