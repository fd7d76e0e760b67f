"""What neighbouring cues make of the same words: readings compete for what is said."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tracker.extract.features import Columns, Rows
from tracker.extract.proposals import Proposal
from tracker.extract.readings import Readings
from tracker.extract.tokens import Ints

Scores = NDArray[np.float64]


def rival_columns(columns: Columns, cues: Ints, read: Readings, likely: Scores) -> None:
    """Add how far the nearest cues share a content or enclose it, and how likely they are.

    Of the cues beside a reading's the plain readings are looked at.
    """
    edges, own = _edges(read.each), cues[read.of]
    for step in (-2, -1, 1, 2):
        near, there = _beside(read.of, len(cues), step)
        inside = there & (edges[near, 0] <= own) & (own <= edges[near, 1])
        columns.score(f"inside {step}", np.where(inside, likely[cues[near]], 0.0))
        shared = np.where(there, _shared(edges, edges[near]), 0.0)
        columns.score(f"shared {step}", shared)
        columns.score(f"shared likely {step}", shared * likely[cues[near]])


def _edges(read: list[Proposal]) -> NDArray[np.int64]:
    return np.array(
        [(each.said[0], each.said[-1]) if len(each.said) else (each.cue, each.cue) for each in read]
    )


def _beside(of: Rows, count: int, step: int) -> tuple[Rows, NDArray[np.bool_]]:
    """Return the cue ``step`` further for each reading, and whether there is one."""
    near = of + step
    return np.clip(near, 0, count - 1), (near >= 0) & (near < count)


def _shared(one: NDArray[np.int64], other: NDArray[np.int64]) -> Scores:
    """Return which part of two stretches lies in both (0–1)."""
    overlap = np.minimum(one[:, 1], other[:, 1]) - np.maximum(one[:, 0], other[:, 0])
    union = np.maximum(one[:, 1], other[:, 1]) - np.minimum(one[:, 0], other[:, 0])
    shared: Scores = np.clip(overlap + 1, 0, None) / (union + 1)
    return shared
