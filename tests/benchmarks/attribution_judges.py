"""Fits judges – trees and a network that learn the same – and writes them down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from attribution_networks import Shape, fitted_network, forms_of
from attribution_trees import Question, fitted_trees, ranked_questions
from numpy.typing import NDArray

from tracker.extract.features import Matrix
from tracker.extract.model import Judge


@dataclass(frozen=True)
class Settings:
    """How a judge learns: how much its trees ask and grow, what its network reads, and its shape.

    Without a shape there is no network.
    """

    questions: int
    iterations: int
    rate: float
    inputs: int = 0
    shape: Shape | None = None


@dataclass(frozen=True)
class Fitted:
    """A judge, and the names of the columns that it uses."""

    judge: Judge
    names: tuple[str, ...]
    columns: NDArray[np.int64]


class Examples:
    """Rows to learn from, in the columns that tell most about them."""

    def __init__(
        self,
        matrix: Matrix,
        names: tuple[str, ...],
        label: NDArray[np.bool_],
        weight: NDArray[np.float64],
        rows: NDArray[np.int64],
        settings: Settings,
    ) -> None:
        ranked = ranked_questions(matrix, label, weight, names, rows)
        asked, read = ranked[: settings.questions], ranked[: settings.inputs]
        kept = np.unique([column for column, _ in asked + read])
        place = {int(column): at for at, column in enumerate(kept)}
        self._matrix = matrix[:, kept]
        self._names = tuple(names[at] for at in kept)
        self._label, self._weight, self._settings = label, weight, settings
        self._questions = sorted(((place[at], value) for at, value in asked), key=_order)
        inputs = sorted(((place[at], value) for at, value in read), key=_order)
        forms = forms_of(self._names, self._matrix[rows])
        column = np.array([at for at, _ in inputs], np.int64)
        labels = np.array([value or 0 for _, value in inputs], np.int16)
        self._reading = (column, labels, forms[column])
        self.count = len(asked), len(read)

    def fitted(self, rows: NDArray[np.int64]) -> Fitted:
        """Fit a judge on some of the rows."""
        matrix, label, weight = self._matrix[rows], self._label[rows], self._weight[rows]
        settings = self._settings
        trees = fitted_trees(
            matrix, label, weight, self._questions, settings.iterations, settings.rate
        )
        if settings.shape is None:
            used, asked = np.unique(trees.column, return_inverse=True)
            judge = Judge(replace(trees, column=asked), None)
            return Fitted(judge, tuple(self._names[at] for at in used), used)
        network = fitted_network(matrix, label, weight, self._reading, settings.shape)
        used, place = np.unique(np.concatenate([trees.column, network.column]), return_inverse=True)
        asked, read = place[: len(trees.column)], place[len(trees.column) :]
        judge = Judge(replace(trees, column=asked), replace(network, column=read))
        return Fitted(judge, tuple(self._names[at] for at in used), used)

    def probabilities(self, fitted: Fitted, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """Judge some of the rows."""
        return fitted.judge.probabilities(self._matrix[rows][:, fitted.columns])


def write_parameters(path: Path, fitted: dict[str, Fitted], thresholds: dict[str, float]) -> None:
    """Write all that reading needs into one file."""
    stored: dict[str, NDArray[np.generic]] = {
        "thresholds/names": np.array(list(thresholds)),
        "thresholds/values": np.array(list(thresholds.values())),
    }
    for name, each in fitted.items():
        trees, network = each.judge.trees, each.judge.network
        stored[f"{name}/columns"] = np.array(each.names)
        stored[f"{name}/column"] = trees.column.astype(np.uint16)
        stored[f"{name}/value"] = trees.value.astype(np.float32)
        stored[f"{name}/equal"] = trees.equal
        stored[f"{name}/asked"] = trees.asked.astype(np.uint16)
        stored[f"{name}/leaves"] = trees.leaves.astype(np.float16)
        stored[f"{name}/bias"] = np.array(trees.bias)
        if network is None:
            continue
        stored[f"{name}/inputs"] = network.column.astype(np.uint16)
        stored[f"{name}/input values"] = network.value
        stored[f"{name}/forms"] = network.form
        stored[f"{name}/hidden"] = network.hidden.astype(np.float16)
        stored[f"{name}/hidden bias"] = network.hidden_bias
        stored[f"{name}/out"] = network.out
        stored[f"{name}/out bias"] = np.array(network.bias)
    np.savez_compressed(path, **stored)


def _order(question: Question) -> tuple[int, int]:
    return question[0], -1 if question[1] is None else question[1]
