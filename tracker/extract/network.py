"""A small network: one layer of hidden sums over the columns of a matrix, read by numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from tracker.extract.features import Matrix

Floats = NDArray[np.float32]
_LEAST = 0.001
"""Thousandths are kept this far from 0 and 1 where their log odds are taken."""


class Form(IntEnum):
    """How an input is read from its column: as it is, by equality, by size, by log odds."""

    FLAG = 0
    LABEL = 1
    COUNT = 2
    SCORE = 3


@dataclass(frozen=True)
class Network:
    """Learned weights from inputs, each read from a column, to hidden sums, to log odds.

    Input ``i`` is read from column ``column[i]`` in the form ``form[i]``; a label counts if it is
    ``value[i]``.
    """

    column: NDArray[np.int64]
    value: NDArray[np.int16]
    form: NDArray[np.uint8]
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    bias: float

    def log_odds(self, matrix: Matrix) -> Floats:
        """Return the log odds of each row."""
        inputs = inputs_of(matrix, self.column, self.value, self.form)
        sums = np.maximum(inputs @ self.hidden + self.hidden_bias, 0)
        return np.asarray(sums @ self.out + self.bias, dtype=np.float32)


def inputs_of(
    matrix: Matrix, column: NDArray[np.int64], value: NDArray[np.int16], form: NDArray[np.uint8]
) -> Floats:
    """Read the inputs of each row from its columns."""
    asked = matrix[:, column]
    label = form == Form.LABEL
    asked[:, label] = asked[:, label] == value[label]
    inputs = asked.astype(np.float32)
    count, score = form == Form.COUNT, form == Form.SCORE
    sizes = inputs[:, count]
    inputs[:, count] = np.sign(sizes) * np.log1p(np.abs(sizes))
    share = np.clip(inputs[:, score] / 1000, _LEAST, 1 - _LEAST)
    inputs[:, score] = np.log(share / (1 - share))
    return inputs
