"""Knows "…, X said in a statement.": the words before the comma are said, however they hang."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from tracker.extract.cues import class_names
from tracker.extract.sheet import Sheet
from tracker.extract.tokens import DEPS, TAGS, Flags, Ints

_COMMA = TAGS.index(",")
_CLAUSES = np.array([DEPS.index(each) for each in ("ccomp", "xcomp", "dobj", "acomp", "attr")])


def may_trail(sheet: Sheet, cues: Ints) -> Flags:
    """Tell which cues are verbs of saying that stand behind their subject."""
    behind = sheet.grammar.child["subject"][cues] < cues
    return behind & sheet.tokens.lexicon[cues][:, list(_saying())].any(axis=1)


def said_before(sheet: Sheet, cue: int, units: NDArray[np.int64]) -> NDArray[np.bool_] | None:
    """Tell which units stand before the comma of a trailing attribution; None if it is none.

    Of a cue that may trail: its subject follows a comma, and neither clause nor object follows
    the verb: parsers often join such a verb to the clause before it as a second predicate.
    """
    tokens, grammar = sheet.tokens, sheet.grammar
    subject = int(grammar.child["subject"][cue])
    before = int(tokens.left[subject]) - 1
    if (
        before < 1
        or tokens.tag[before] != _COMMA
        or tokens.sentence[before] != tokens.sentence[cue]
    ):
        return None
    if (grammar.children[cue] & ~grammar.left_children[cue])[_CLAUSES].any():
        return None
    inside = sheet.units.last[units] < before + 1
    return inside if inside.any() else None


@cache
def _saying() -> tuple[int, ...]:
    names = class_names()
    return tuple(names.index(each) for each in ("v.say", "v.state", "v.add"))
