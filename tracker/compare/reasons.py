"""Reasons: two phrases of one kind against each other, or else both claims, quoted shortly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from tracker.compare.account import Account, Deed
from tracker.domain.denying_words import is_told_as_denial
from tracker.domain.facet import FacetValue
from tracker.domain.figure import Figure
from tracker.domain.sides import heads

_SHOWN = 8
"""Words, at most, of a claim that is quoted."""
_LED, _TOLD = 3, 3
"""Words shown of what both claims begin with, and of what follows, at least."""
_LEADING = (
    r"(?:^|\b(?:an?|the|this|that|these|those|its|their|his|her|our|some|of|by|from|with|to|on|in|"
    r"at|for)\s+)(?:[\w'’-]+\s+){0,2}"
)
_CLOSING = (
    r"(?=\W*$|[,.;:!?)“”\"]|\s+(?:was|were|is|are|had|has|have|did|in|on|at|and|or|by|of|from|that|"
    r"which|who|to|not|near|for|with|as|\w+ed)\b)"
)
_PRONOUNS = frozenset(
    """i he him she her it they them we us you this that these those who which one others
    another somebody someone nobody anyone nothing none both each""".split()  # noqa: SIM905
)
_WAY = re.compile(r"\w+ly|(?:on|by) \w+", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not?|never|nobody|nothing|none|neither|nor|without)\b|n['’]t\b")


def quoted(ours: Account, theirs: Account) -> str:
    """Set both claims against each other, each by its first words."""
    one, other = (_bare(account) for account in (ours, theirs))
    if one == other or any(is_told_as_denial(account.cue) for account in (ours, theirs)):
        return f"“{shortly(ours)}” against “{shortly(theirs)}”"
    alike = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
    # What both begin with is left out where it would hide in what they differ.
    start = max(0, alike - _LED) if alike > _SHOWN - _TOLD else 0
    return f"“{_cut(one, start)}” against “{_cut(other, start)}”"


def of_denial(denial: Account, other: Account) -> str:
    """Set a denial in its own words against what it denies: “denied this” against “…”."""
    return f"“{shortly(denial)}” against “{shortly(other)}”"


def of_admission(admission: Account, other: Account) -> str:
    """Set an admission in its own words beside what it admits."""
    return f"“{admission.cue} {shortly(admission)}” grants “{shortly(other)}”"


def shortly(account: Account) -> str:
    """The first words of a claim, fit to stand between marks; a denial never without its "no"."""
    said = _cut(_bare(account), 0)
    bare = _NOT.search(account.words.lower()) or not is_told_as_denial(account.cue)
    bare = bare or account.words == account.cue
    return said if bare else f"{account.cue} {said}"


def _bare(account: Account) -> list[str]:
    return re.sub('[“”"]', "", account.words).strip(" .,;:'").split()


def _cut(words: Sequence[str], start: int) -> str:
    shown = " ".join(words[start : start + _SHOWN])
    return "…" * bool(start) + shown + "…" * (len(words) > start + _SHOWN)


def of_doers(ours: Account, theirs: Account, mine: FacetValue, other: FacetValue) -> str:
    """Set a name against a name."""
    named = all(_is_name(one.words) for one in (mine, other))
    return f"{mine.words} ≠ {other.words}" if named else quoted(ours, theirs)


def of_phrases(ours: Account, theirs: Account, mine: str, other: str) -> str:
    """Set a thing against a thing, or a way ("on purpose") against a way."""
    ways = _WAY.fullmatch(mine) and _WAY.fullmatch(other)
    things = _is_thing(mine, ours) and _is_thing(other, theirs)
    alike = mine.lower() == other.lower()
    return f"{mine} ≠ {other}" if (ways or things) and not alike else quoted(ours, theirs)


def of_states(ours: Account, theirs: Account, mine: Deed, other: Deed) -> str:
    """Set a state against a state: "locked ≠ unlocked"."""
    bare = all(
        one.state and not (one.actor or one.target or one.denied) and " " not in one.words
        for one in (mine, other)
    )
    return f"{mine.words} ≠ {other.words}" if bare else quoted(ours, theirs)


def of_none(ours: Account, theirs: Account, word: str, denied: str) -> str:
    """Set what one tells of against the "no" of the other: "cracks ≠ no cracks"."""
    no = re.compile(rf" no {re.escape(denied)} ")
    said = any(one.tells(no) for one in (ours, theirs))
    return f"{word} ≠ no {denied}" if said else quoted(ours, theirs)


def of_figures(mine: Figure, sign: str, other: Figure) -> str:
    """Put a figure beside a figure: "three ≠ dozens", "three ⊂ at least two"."""
    return f" {sign} ".join(one.text.removesuffix(" of") for one in (mine, other))


def _is_name(words: str) -> bool:
    """Whether words name somebody or something, and do not point, deny or count."""
    pointing = words.lower() in _PRONOUNS or not heads(words)
    return not (pointing or _NOT.search(words.lower()) or any(char.isdigit() for char in words))


def _is_thing(words: str, account: Account) -> bool:
    """Whether words stand in a claim where a noun stands: led in, and followed by no other noun."""
    if not _is_name(words):
        return False
    stands = rf"{_LEADING}{re.escape(words)}{_CLOSING}"
    return re.search(stands, account.words, re.IGNORECASE) is not None
