"""Pairs a cue with each unit of its sentence, and with each other sentence of its paragraph."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.extract.tokens import Ints, Tokens
from tracker.extract.units import Units

_DEEPEST = 40
"""Steps up a tree that are followed; deeper ones exist only in hostile texts."""
_WIDEST = 40
"""Units on either side of a cue that are looked at: work stays linear in the text's length."""


@dataclass(frozen=True)
class Pairs:
    """Rows of (number of the cue, number of the unit)."""

    cue: NDArray[np.int64]
    unit: NDArray[np.int64]


@dataclass(frozen=True)
class Paths:
    """How the tree leads from cue to unit, one row a pair; -1 where there is no such token.

    ``meeting`` is the lowest token above both; ``near`` the child of it that leads to the cue,
    ``far`` the one that leads to the unit, ``second`` the next one on that way.
    """

    up: Ints
    down: Ints
    meeting: Ints
    near: Ints
    far: Ints
    second: Ints


def within_sentence(tokens: Tokens, units: Units, cues: Ints) -> Pairs:
    """Pair each cue with the units of its sentence that say something, the nearest first kept."""
    return _paired(tokens.sentence, units, cues, other_than=None)


def within_paragraph(tokens: Tokens, units: Units, cues: Ints) -> Pairs:
    """Pair each cue with the units of its paragraph's other sentences."""
    return _paired(tokens.paragraph, units, cues, other_than=tokens.sentence)


def _paired(group: Ints, units: Units, cues: Ints, other_than: Ints | None) -> Pairs:
    loud = np.flatnonzero(units.size > 0)
    groups = group[units.head[loud]]
    low = np.searchsorted(groups, group[cues], side="left")
    high = np.searchsorted(groups, group[cues], side="right")
    own = np.searchsorted(units.first[loud], cues)
    low, high = np.maximum(low, own - _WIDEST), np.minimum(high, own + _WIDEST)
    sizes = np.maximum(high - low, 0)
    cue = np.repeat(np.arange(len(cues)), sizes)
    step = np.arange(len(cue)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    unit = loud[np.repeat(low, sizes) + step] if len(cue) else cue
    keep = units.head[unit] != cues[cue]
    if other_than is not None:
        keep &= other_than[units.head[unit]] != other_than[cues[cue]]
    return Pairs(cue[keep], unit[keep])


def paths(tokens: Tokens, cues: Ints, heads: Ints) -> Paths:
    """Walk from each cue and each unit's head up to where they meet."""
    one, other = cues.astype(np.int64).copy(), heads.astype(np.int64).copy()
    near, far = np.full(len(one), -1), np.full(len(one), -1)
    second = np.full(len(one), -1)
    up, down = np.zeros(len(one), np.int32), np.zeros(len(one), np.int32)
    apart = np.flatnonzero(one != other)
    for _ in range(_DEEPEST):
        if not len(apart):
            break
        here, there = one[apart], other[apart]
        lift = tokens.depth[here] >= tokens.depth[there]
        drop = tokens.depth[there] >= tokens.depth[here]
        risen, fallen = apart[lift], apart[drop]
        near[risen] = one[risen]
        second[fallen], far[fallen] = far[fallen], other[fallen]
        one[risen] = tokens.head[one[risen]]
        other[fallen] = tokens.head[other[fallen]]
        up[risen] += 1
        down[fallen] += 1
        apart = apart[one[apart] != other[apart]]
    meeting = np.where(one == other, one, -1)
    as_rows = [each.astype(np.int32) for each in (meeting, near, far, second)]
    return Paths(up, down, *as_rows)
