"""What was learned: trees and small networks, each judgement the mean of both in log odds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from tracker.extract.features import Columns, Matrix, Wanted
from tracker.extract.network import Network

PARAMETERS = "parameters.npz"
_ROWS = 2048
"""Rows judged at once: keeps the working memory small, whatever the text's length."""


@dataclass(frozen=True)
class Trees:
    """Learned symmetric trees over the columns of one matrix: a level asks one question of all.

    Question ``i`` asks of column ``column[i]`` if it is ``value[i]`` (where ``equal[i]``), or
    greater than it. ``asked`` holds the questions of each tree, one row a tree; the answers,
    read as binary digits, first the lowest, choose the leaf.
    """

    column: NDArray[np.int64]
    value: NDArray[np.float32]
    equal: NDArray[np.bool_]
    asked: NDArray[np.int64]
    leaves: NDArray[np.float32]
    bias: float

    def log_odds(
        self, matrix: Matrix, place: NDArray[np.int64] | None = None
    ) -> NDArray[np.float64]:
        """Return the log odds of each row; ``place`` tells where the matrix has each column."""
        # a question's answers lie together in memory, so that a tree gathers whole rows of them
        asked = matrix.T.take(self.column if place is None else place[self.column], axis=0)
        answers = (asked > self._borders).view(np.uint8)
        answers[self._equals] = asked[self._equals] == self._borders[self._equals]
        leaf = answers.take(self.asked[:, -1], axis=0)
        for level in range(self.asked.shape[1] - 2, -1, -1):
            leaf += leaf
            leaf |= answers.take(self.asked[:, level], axis=0)
        first = np.arange(0, self.leaves.size, self.leaves.shape[1], dtype=np.int64)
        chosen = self.leaves.ravel().take(leaf + first[:, None])
        return np.asarray(chosen.sum(axis=0, dtype=np.float64) + self.bias)

    @cached_property
    def _borders(self) -> NDArray[np.int16]:
        # of whole numbers: greater than a border is greater than the whole number below it
        return np.floor(self.value).astype(np.int16)[:, None]

    @cached_property
    def _equals(self) -> NDArray[np.int64]:
        return np.flatnonzero(self.equal)


@dataclass(frozen=True)
class Judge:
    """Trees and a network that learned the same: their errors differ, so the mean errs less.

    Where there are few rows to learn from, the trees alone err less.
    """

    trees: Trees
    network: Network | None

    def probabilities(
        self, matrix: Matrix, place: NDArray[np.int64] | None = None
    ) -> NDArray[np.float64]:
        """Return the probability (0–1) of each row; ``place``: where the matrix has each column."""
        parts = [self._part(matrix[at : at + _ROWS], place) for at in range(0, len(matrix), _ROWS)]
        return np.concatenate([*parts, np.zeros(0)])

    def _part(self, matrix: Matrix, place: NDArray[np.int64] | None) -> NDArray[np.float64]:
        odds = self.trees.log_odds(matrix, place)
        if self.network is not None:
            odds = (odds + self.network.log_odds(matrix, place)) / 2
        return np.asarray(1.0 / (1.0 + np.exp(-odds)), dtype=np.float64)


@dataclass(frozen=True)
class Models:
    """The learned judgements, by name, and the thresholds they were tuned with."""

    judges: Mapping[str, Judge]
    columns: Mapping[str, tuple[str, ...]]
    thresholds: Mapping[str, float]
    _wanted: dict[tuple[str, ...], Wanted] = field(default_factory=dict, repr=False)
    _places: dict[tuple[str, tuple[str, ...]], NDArray[np.int64]] = field(
        default_factory=dict, repr=False
    )

    def wanted(self, *names: str) -> Wanted:
        """Return the columns that any of these models asks about."""
        if names not in self._wanted:
            every = [each for name in names for each in self.columns[name]]
            self._wanted[names] = Wanted(frozenset(every))
        return self._wanted[names]

    def judge(self, name: str, columns: Columns) -> NDArray[np.float64]:
        """Return the probability of each row by the model called ``name``."""
        key = name, tuple(columns.names)
        if key not in self._places:
            place = {each: number for number, each in enumerate(columns.names)}
            self._places[key] = np.array([place[each] for each in self.columns[name]])
        return self.judges[name].probabilities(columns.matrix(), self._places[key])


@cache
def load_models() -> Models:
    """Read the parameters that come with the package."""
    with files("tracker.extract").joinpath(PARAMETERS).open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        names = sorted({key.split("/")[0] for key in stored.files if "/leaves" in key})
        judges = {name: Judge(_trees(stored, name), _network(stored, name)) for name in names}
        columns = {name: tuple(str(each) for each in stored[f"{name}/columns"]) for name in names}
        thresholds = dict(
            zip(
                map(str, stored["thresholds/names"]),
                map(float, stored["thresholds/values"]),
                strict=True,
            )
        )
    return Models(judges, columns, thresholds)


def _trees(stored: Mapping[str, NDArray[np.generic]], name: str) -> Trees:
    return Trees(
        column=stored[f"{name}/column"].astype(np.int64),
        value=stored[f"{name}/value"].astype(np.float32),
        equal=stored[f"{name}/equal"].astype(bool),
        asked=stored[f"{name}/asked"].astype(np.int64),
        leaves=stored[f"{name}/leaves"].astype(np.float32),
        bias=float(stored[f"{name}/bias"]),
    )


def _network(stored: Mapping[str, NDArray[np.generic]], name: str) -> Network | None:
    if f"{name}/hidden" not in stored:
        return None
    return Network(
        column=stored[f"{name}/inputs"].astype(np.int64),
        value=stored[f"{name}/input values"].astype(np.int16),
        form=stored[f"{name}/forms"].astype(np.uint8),
        hidden=stored[f"{name}/hidden"].astype(np.float32),
        hidden_bias=stored[f"{name}/hidden bias"].astype(np.float32),
        out=stored[f"{name}/out"].astype(np.float32),
        bias=float(stored[f"{name}/out bias"]),
    )
