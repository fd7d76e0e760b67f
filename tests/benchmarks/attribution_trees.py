"""Ranks questions and fits symmetric trees with catboost, written down so that numpy can read them."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier
from numpy.typing import NDArray

from tracker.extract.model import Trees

_SAMPLE = 40000
_RARE = 25
_SEED = 1


Question = tuple[int, int | None]
"""A column, and the label that it must be; None: its value."""


def ranked_questions(
    matrix: NDArray[np.int16],
    label: NDArray[np.bool_],
    weight: NDArray[np.float64],
    names: tuple[str, ...],
    rows: NDArray[np.int64],
) -> list[Question]:
    """Rank the questions that tell something, the most telling first, on a sample of rows."""
    if len(set(names)) < len(names):
        raise ValueError(
            f"two columns share a name: {[n for n in names if names.count(n) > 1][:5]}"
        )
    sample = np.sort(np.random.RandomState(_SEED).permutation(rows)[:_SAMPLE])
    part = matrix[sample]
    asked: list[Question] = []
    for number, name in enumerate(names):
        column = part[:, number]
        if name.endswith("#"):
            asked += [(number, int(at)) for at in np.flatnonzero(np.bincount(column) >= _RARE)]
        elif np.count_nonzero(column != column[0]) >= _RARE <= np.count_nonzero(column):
            asked.append((number, None))
    model = _model(200, 0.2, rsm=0.15)
    model.fit(_answers(part, asked), label[sample], sample_weight=weight[sample])
    telling = model.get_feature_importance()
    return [asked[at] for at in np.argsort(-telling, kind="stable") if telling[at] > 0]


def fitted_trees(
    matrix: NDArray[np.int16],
    label: NDArray[np.bool_],
    weight: NDArray[np.float64],
    questions: list[Question],
    iterations: int,
    rate: float,
) -> Trees:
    """Fit trees that ask the questions of the matrix's columns."""
    model = _model(iterations, rate)
    model.fit(_answers(matrix, questions), label, sample_weight=weight)
    return _written_down(model, questions)


def _model(iterations: int, rate: float, rsm: float = 0.3) -> CatBoostClassifier:
    return CatBoostClassifier(
        iterations=iterations,
        learning_rate=rate,
        depth=6,
        l2_leaf_reg=5,
        rsm=rsm,
        border_count=32,
        boosting_type="Plain",
        bootstrap_type="Bernoulli",
        subsample=0.8,
        random_seed=_SEED,
        thread_count=2,
        verbose=0,
        allow_writing_files=False,
    )


def _answers(matrix: NDArray[np.int16], asked: list[Question]) -> NDArray[np.float32]:
    answers = np.empty((len(matrix), len(asked)), np.float32)
    for at, (column, value) in enumerate(asked):
        answers[:, at] = matrix[:, column] if value is None else matrix[:, column] == value
    return answers


def _written_down(model: CatBoostClassifier, questions: list[Question]) -> Trees:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.json")
        model.save_model(str(path), format="json")
        plain = json.loads(path.read_text())
    numbers: dict[tuple[int, int | None, float], int] = {}
    asked, leaves = [], []
    for tree in plain["oblivious_trees"]:
        splits = [
            (*questions[each["float_feature_index"]], float(each["border"]))
            for each in tree["splits"]
        ]
        depth = 6
        row = [numbers.setdefault(each, len(numbers)) for each in splits]
        values = np.array(tree["leaf_values"])
        # a shallow tree repeats its leaves, so that any further answer changes nothing
        values = np.tile(values, 2 ** (depth - len(row)))
        asked.append(row + [row[0] if row else 0] * (depth - len(row)))
        leaves.append(values)
    scale, bias = plain["scale_and_bias"]
    return Trees(
        column=np.array([column for column, _, _ in numbers]),
        value=np.array(
            [border if value is None else value for _, value, border in numbers], np.float32
        ),
        equal=np.array([value is not None for _, value, _ in numbers]),
        asked=np.array(asked),
        leaves=(np.array(leaves) * scale).astype(np.float16).astype(np.float32),
        bias=float(np.ravel(bias)[0]),
    )
