"""A small network: one layer of hidden sums over the columns of a matrix, read by numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache

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

    def log_odds(self, matrix: Matrix, place: NDArray[np.int64] | None = None) -> Floats:
        """Return the log odds of each row; ``place`` tells where the matrix has each column."""
        column = self.column if place is None else place[self.column]
        inputs = inputs_of(matrix, column, self.value, self.form)
        sums = np.maximum(inputs @ self.hidden + self.hidden_bias, 0)
        return np.asarray(sums @ self.out + self.bias, dtype=np.float32)


def inputs_of(
    matrix: Matrix, column: NDArray[np.int64], value: NDArray[np.int16], form: NDArray[np.uint8]
) -> Floats:
    """Read the inputs of each row from its columns."""
    asked = matrix.T.take(column, axis=0)
    inputs = asked.astype(np.float32)
    label = np.flatnonzero(form == Form.LABEL)
    inputs[label] = asked[label] == value[label, None]
    for kind in (Form.COUNT, Form.SCORE):
        those = np.flatnonzero(form == kind)
        inputs[those] = _read_as(kind).take(asked[those].view(np.uint16))
    return inputs.T


@cache
def _read_as(form: Form) -> Floats:
    """What each number is read as: a table over all numbers of 16 bits."""
    numbers = np.arange(1 << 16).astype(np.uint16).view(np.int16).astype(np.float32)
    if form is Form.COUNT:
        return np.asarray(np.sign(numbers) * np.log1p(np.abs(numbers)), dtype=np.float32)
    share = np.clip(numbers / 1000, _LEAST, 1 - _LEAST)
    return np.asarray(np.log(share / (1 - share)), dtype=np.float32)
