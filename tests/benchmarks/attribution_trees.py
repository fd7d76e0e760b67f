"""Fits symmetric trees with catboost, and writes them down so that numpy alone can read them."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier
from numpy.typing import NDArray

from tracker.extract.model import Trees

_SAMPLE = 60000
_RARE = 25
_SEED = 1


@dataclass(frozen=True)
class Questions:
    """What the trees may ask: a column's value, or if a label is a certain one (else None)."""

    columns: tuple[str, ...]
    asked: tuple[tuple[int, int | None], ...]


@dataclass(frozen=True)
class Fitted:
    """Trees over a full matrix, and the names of the columns that they use."""

    trees: Trees
    names: tuple[str, ...]
    rows: NDArray[np.int64]

    def probabilities(self, matrix: NDArray[np.int16]) -> NDArray[np.float64]:
        """Judge rows of the full matrix."""
        return self.trees.probabilities(matrix[:, self.rows])


def chosen_questions(
    matrix: NDArray[np.int16],
    label: NDArray[np.bool_],
    weight: NDArray[np.float64],
    names: list[str],
    rows: NDArray[np.int64],
    most: int,
) -> Questions:
    """Choose the most telling questions by a short training on a sample."""
    if len(set(names)) < len(names):
        raise ValueError(
            f"two columns share a name: {[n for n in names if names.count(n) > 1][:5]}"
        )
    sample = np.sort(np.random.RandomState(_SEED).permutation(rows)[:_SAMPLE])
    part = matrix[sample]
    asked: list[tuple[int, int | None]] = []
    for number, name in enumerate(names):
        values, counts = np.unique(part[:, number], return_counts=True)
        if name.endswith("#"):
            asked += [(number, int(v)) for v, c in zip(values, counts, strict=True) if c >= _RARE]
        elif len(sample) - counts.max() >= _RARE:
            asked.append((number, None))
    model = _model({"iterations": 150, "learning_rate": 0.2}, rsm=0.2)
    model.fit(_answers(part, asked), label[sample], sample_weight=weight[sample])
    telling = model.get_feature_importance()
    best = [at for at in np.argsort(-telling, kind="stable")[:most] if telling[at] > 0]
    kept = tuple(asked[at] for at in sorted(best))
    return Questions(tuple(names), kept)


def fitted(
    matrix: NDArray[np.int16],
    label: NDArray[np.bool_],
    weight: NDArray[np.float64],
    rows: NDArray[np.int64],
    questions: Questions,
    settings: dict[str, float],
) -> Fitted:
    """Fit trees on the given rows."""
    model = _model(settings)
    model.fit(_answers(matrix[rows], questions.asked), label[rows], sample_weight=weight[rows])
    return _written_down(model, questions)


def write_parameters(path: Path, models: dict[str, Fitted], thresholds: dict[str, float]) -> None:
    """Write all that reading needs into one file."""
    stored: dict[str, NDArray[np.generic]] = {
        "thresholds/names": np.array(list(thresholds)),
        "thresholds/values": np.array(list(thresholds.values())),
    }
    for name, model in models.items():
        trees = model.trees
        stored[f"{name}/columns"] = np.array(model.names)
        stored[f"{name}/column"] = trees.column.astype(np.uint16)
        stored[f"{name}/value"] = trees.value.astype(np.float32)
        stored[f"{name}/equal"] = trees.equal
        stored[f"{name}/asked"] = trees.asked.astype(np.uint16)
        stored[f"{name}/leaves"] = trees.leaves.astype(np.float16)
        stored[f"{name}/bias"] = np.array(trees.bias)
    np.savez_compressed(path, **stored)


def _model(settings: dict[str, float], rsm: float = 0.3) -> CatBoostClassifier:
    return CatBoostClassifier(
        iterations=int(settings["iterations"]),
        learning_rate=settings["learning_rate"],
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


def _answers(
    matrix: NDArray[np.int16],
    asked: list[tuple[int, int | None]] | tuple[tuple[int, int | None], ...],
) -> NDArray[np.float32]:
    answers = np.empty((len(matrix), len(asked)), np.float32)
    for at, (column, value) in enumerate(asked):
        answers[:, at] = matrix[:, column] if value is None else matrix[:, column] == value
    return answers


def _written_down(model: CatBoostClassifier, questions: Questions) -> Fitted:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.json")
        model.save_model(str(path), format="json")
        plain = json.loads(path.read_text())
    numbers: dict[tuple[int, int | None, float], int] = {}
    asked, leaves = [], []
    for tree in plain["oblivious_trees"]:
        splits = [
            (*questions.asked[each["float_feature_index"]], float(each["border"]))
            for each in tree["splits"]
        ]
        depth = 6
        row = [numbers.setdefault(each, len(numbers)) for each in splits]
        values = np.array(tree["leaf_values"])
        # a shallow tree repeats its leaves, so that any further answer changes nothing
        values = np.tile(values, 2 ** (depth - len(row)))
        asked.append(row + [row[0] if row else 0] * (depth - len(row)))
        leaves.append(values)
    used = sorted({column for column, _, _ in numbers})
    place = {column: at for at, column in enumerate(used)}
    scale, bias = plain["scale_and_bias"]
    trees = Trees(
        column=np.array([place[column] for column, _, _ in numbers]),
        value=np.array(
            [border if value is None else value for _, value, border in numbers], np.float32
        ),
        equal=np.array([value is not None for _, value, _ in numbers]),
        asked=np.array(asked),
        leaves=(np.array(leaves) * scale).astype(np.float16).astype(np.float32),
        bias=float(np.ravel(bias)[0]),
    )
    names = tuple(questions.columns[column] for column in used)
    return Fitted(trees, names, np.array(used))


__all__ = ["Fitted", "Questions", "chosen_questions", "fitted", "write_parameters"]
