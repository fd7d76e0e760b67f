"""Trees: what was learned, as numpy reads it (``weights.md``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

_ROWS = 1024
"""Rows judged at once, so that a long article needs little memory."""


@dataclass(frozen=True)
class Trees:
    """Learned symmetric trees: a level of a tree asks all rows one question.

    Question ``i`` asks if ``column[i]`` of ``columns`` is greater than ``border[i]``; ``asked``
    holds the questions of each tree, a row a tree. The answers, read as binary digits, first the
    lowest, choose the leaf.
    """

    columns: tuple[str, ...]
    column: NDArray[np.int64]
    border: NDArray[np.float32]
    asked: NDArray[np.int64]
    leaves: NDArray[np.float32]
    bias: float

    def probabilities(self, matrix: NDArray[np.float32]) -> NDArray[np.float64]:
        """The probability (0–1) of each row, whose numbers are in the order of ``columns``."""
        parts = [self._part(matrix[at : at + _ROWS]) for at in range(0, len(matrix), _ROWS)]
        return np.concatenate([*parts, np.zeros(0)])

    def _part(self, matrix: NDArray[np.float32]) -> NDArray[np.float64]:
        answers = matrix.T[self.column] > self.border[:, None]
        digits = 1 << np.arange(self.asked.shape[1])
        leaf = sum(answers[self.asked[:, level]] * digit for level, digit in enumerate(digits))
        chosen = np.take_along_axis(self.leaves, leaf, axis=1)
        odds = chosen.sum(axis=0, dtype=np.float64) + self.bias
        return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)


@cache
def load_trees(name: str) -> Trees:
    """Read what was learned."""
    with (files("tracker.compare") / name).open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        return Trees(
            columns=tuple(str(name) for name in stored["columns"]),
            column=stored["column"].astype(np.int64),
            border=stored["border"].astype(np.float32),
            asked=stored["asked"].astype(np.int64),
            leaves=stored["leaves"].astype(np.float32),
            bias=float(stored["bias"]),
        )
