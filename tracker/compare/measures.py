"""Measures: whether two figures of one unit measure two things, however alike they look."""

from __future__ import annotations

import re

from tracker.compare.account import Account
from tracker.domain.figure import Figure
from tracker.domain.meanings import lexicon, named, stems_in, words_in
from tracker.domain.sides import heads

_LENGTHS = frozenset({"mm", "cm", "m", "km", "mi", "miles", "feet", "ft", "yards", "inches"})
_MEASURING = frozenset(
    """be been was were is are rose risen rise fell fallen fall grew grown grow dropped climbed
    jumped stood stand stands came reached totalled totaled amounted""".split()  # noqa: SIM905
)
_HELPING = frozenset("the its their his her that has have had would will".split())  # noqa: SIM905
_ABOUT = frozenset(
    """at by to from about around only just nearly almost some over under roughly more less than up
    least most""".split()  # noqa: SIM905
)
_FAR = 8
"""Words, at most, that name what is measured."""
_MOVES = frozenset(
    stems_in("increase decrease rise fall drop gain growth decline reduction cut difference change")
)
_OPEN = _MOVES | frozenset(
    stems_in("figure number sum amount total count level rate share price value it this that")
)
"""What may be of anything."""
_CHANGE = re.compile(
    r"\bby (?:about|around|nearly|almost|some|more than|at least|up to)?\W*$", re.IGNORECASE
)
_LEVEL = re.compile(r"\b(?:of|to|at|was|were|is|are)\W*$", re.IGNORECASE)


def measures_apart(
    mine: tuple[Account, str], other: tuple[Account, str], one: Figure, two: Figure
) -> bool:
    """Whether two figures of a unit are of two things.

    Each names its own ahead of it, or one is a change and the other a level; or two articles
    measure a length, and share no word for what they measure. What happened is not measured by
    it: "the blast was heard 3 miles away", "dug 9 miles off".
    """
    if one.unit is None or one.unit != two.unit:
        return False
    before = _before(*mine), _before(*other)
    if _names_two(before) or _is_a_change(before):
        return True
    if mine[0].article == other[0].article or not {one.unit, two.unit} <= _LENGTHS:
        return False
    units = frozenset(stems_in(f"{one.text} {two.text}"))
    told = {word for word in mine[0].stems if (word,) in lexicon().told}
    return not (mine[0].stems & other[0].stems) - units - told


def _before(account: Account, told: str) -> str:
    at = account.words.lower().find(told.lower())
    return account.words[: max(0, at)]


def _names_two(before: tuple[str, str]) -> bool:
    """Whether both say what they measure, and call it by nothing in common."""
    names = [_measured(words) for words in before]
    nouns = [heads(one) for one in names]
    if not all(nouns) or any(each & _OPEN for each in nouns):
        return False
    fields = [named(lexicon().fields, one) for one in names]
    return not (nouns[0] & nouns[1] or fields[0] & fields[1])


def _measured(before: str) -> str:
    """What is measured, where it stands ahead of its figure: "the chimney was (60 metres high)"."""
    words = list(words_in(before))
    while words and words[-1] in _ABOUT:
        words.pop()
    if not words or words.pop() not in _MEASURING or len(words) > _FAR:
        return ""
    return " ".join(one for one in words if one not in _HELPING)


def _is_a_change(before: tuple[str, str]) -> bool:
    """Whether one says by how much something moved, and the other how much there is."""
    moved = [_CHANGE.search(words) is not None for words in before]
    levels = any(_LEVEL.search(words) and not _MOVES & {*stems_in(words)} for words in before)
    return moved[0] is not moved[1] and levels
