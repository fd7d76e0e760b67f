"""The readings of each cue: the plain one, and others in which less is said, or more."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tracker.extract.features import Rows
from tracker.extract.proposals import Floors, Proposal, Scored, proposals
from tracker.extract.sheet import Sheet
from tracker.extract.tokens import Ints

_FURTHER, _LESS = 2 / 3, 4 / 3
"""Factors on the floor of what is said: the other readings of a cue."""


@dataclass(frozen=True)
class Readings:
    """The plain reading of each cue, in the order of the cues, then the others.

    ``of`` holds the number of each reading's cue.
    """

    each: list[Proposal]
    of: Rows

    def best(self, scores: NDArray[np.float64]) -> Rows:
        """Return the number of each cue's likeliest reading, by the ``scores`` of all."""
        order = np.lexsort((-scores, self.of))
        return order[np.unique(self.of[order], return_index=True)[1]]


def readings(sheet: Sheet, cues: Ints, scored: Scored, floors: Floors) -> Readings:
    """Read each cue plainly, and those anew of which it is unsure how much is said."""
    each = proposals(sheet, cues, scored, floors)
    of = list(range(len(cues)))
    low, high = floors.content * _FURTHER, floors.content * _LESS
    unsure = np.unique(scored.near.cue[(scored.content > low) & (scored.content <= high)])
    if len(unsure):
        anew = scored.of_cues(unsure)
        known = {(number, each[number].said.tobytes()) for number in unsure}
        for floor in (low, high):
            other = proposals(sheet, cues[unsure], anew, replace(floors, content=floor))
            for number, reading in zip(unsure, other, strict=True):
                if (one := (number, reading.said.tobytes())) not in known:
                    known.add(one)
                    each.append(reading)
                    of.append(int(number))
    return Readings(each, np.array(of))
