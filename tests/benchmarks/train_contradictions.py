"""Learn how likely two accounts cannot both be right: `train_contradictions.py GOLD[=WEIGHT]… [--out FILE]`.

GOLD as for `contradictions.py`; each file's pairs count by its WEIGHT (1 by default). Each brief is
learned twice, with its claims given and read from its text. Prints what comes out where each brief is
judged by weights that have not seen it, file by file and at several thresholds, then learns from
all and writes the trees (`tracker/compare/weights.npz`). Needs catboost, which nothing else of comparing does.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from attribution_scoring import f1
from catboost import CatBoostClassifier
from contradictions import aligned, brief_of, given_reading
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))
from marked import marked

from tracker.compare.accounts import accounts_of, narration_of
from tracker.compare.contrast import contested
from tracker.compare.pairing import opposable
from tracker.compare.trees import Trees
from tracker.compare.weighing import features_of
from tracker.domain.draft import ArticleDraft, Reading
from tracker.extract.drafting import draft
from tracker.extract.parsing import parsed
from tracker.extract.reader import Reader, load_reader

FOLDS = 8
TREES, RATE, DEPTH, RIDGE, SEED = 500, 0.05, 5, 20.0, 0
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45)
MODES = ("given", "read")
Numbers = NDArray[np.floating]


@dataclass(frozen=True)
class Lesson:
    """A brief in one of both modes: its pairs as rows, which of them are marked, and how many are."""

    file: str
    brief: str
    mode: str
    rows: list[dict[str, float]]
    marked: Numbers
    gold: int
    weight: float


def main() -> None:
    """Read, judge by folds, learn from all, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("gold", nargs="+")
    asked.add_argument("--out", type=Path)
    options = asked.parse_args()
    reader = load_reader()
    lessons: list[Lesson] = []
    for one in options.gold:
        path, _, weight = one.partition("=")
        take = _marked_lessons if path.endswith(".txt") else _lessons
        lessons += take(Path(path), float(weight or 1), reader)
    names = sorted({name for lesson in lessons for row in lesson.rows for name in row})
    _judge_by_folds(lessons, names)
    if options.out:
        trees = learned(lessons, names)
        np.savez_compressed(
            options.out, columns=np.array(trees.columns), column=trees.column.astype(np.int16),
            border=trees.border, asked=trees.asked.astype(np.int16), leaves=trees.leaves,
            bias=trees.bias,
        )  # fmt: skip


def learned(lessons: list[Lesson], names: list[str]) -> Trees:
    """Fit symmetric trees, written down so that numpy can read them."""
    model = CatBoostClassifier(
        iterations=TREES, learning_rate=RATE, depth=DEPTH, l2_leaf_reg=RIDGE, rsm=0.3, border_count=32,
        bootstrap_type="Bernoulli", subsample=0.7, random_seed=SEED, thread_count=1, verbose=0,
        allow_writing_files=False,
    )  # fmt: skip
    model.fit(
        np.concatenate([_table(one, names) for one in lessons]),
        np.concatenate([one.marked for one in lessons]),
        sample_weight=np.concatenate([np.full(len(one.marked), one.weight) for one in lessons]),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.json")
        model.save_model(str(path), format="json")
        plain = json.loads(path.read_text())
    numbers: dict[tuple[int, float], int] = {}
    asked, leaves = [], []
    for tree in plain["oblivious_trees"]:
        splits = [(each["float_feature_index"], each["border"]) for each in tree["splits"]]
        row = [numbers.setdefault(each, len(numbers)) for each in splits]
        # a shallow tree repeats its leaves, so that any further answer changes nothing
        leaves.append(np.tile(np.array(tree["leaf_values"]), 2 ** (DEPTH - len(row))))
        asked.append(row + [row[0] if row else 0] * (DEPTH - len(row)))
    scale, bias = plain["scale_and_bias"]
    return Trees(
        columns=tuple(names),
        column=np.array([column for column, _ in numbers]),
        border=np.array([border for _, border in numbers], np.float32),
        asked=np.array(asked),
        leaves=(np.array(leaves) * scale).astype(np.float32),
        bias=float(np.ravel(bias)[0]),
    )


def _lessons(path: Path, weight: float, reader: Reader) -> list[Lesson]:
    lessons = []
    for line in path.read_text("utf-8").splitlines():
        brief = brief_of(json.loads(line))
        for mode in MODES:
            if mode == "given":
                reading = given_reading(brief, reader)
                same = {claim.key: claim.key for claim in reading.claims}
            else:
                reading = reader.read(ArticleDraft(""), brief.text).reading
                same = aligned(brief, {one.key: one.spans for one in reading.claims if one.chain})
            rows, ends = _rows(reading)
            marked = [
                float(frozenset(same.get(key, key + "?") for key in pair) in brief.pairs)
                for pair in ends
            ]
            lessons.append(
                Lesson(path.stem, brief.id, mode, rows, np.array(marked), len(brief.pairs), weight)
            )
    return lessons


def _marked_lessons(path: Path, weight: float, reader: Reader) -> Iterator[Lesson]:
    """Lessons of `tests/compare/pairs.txt`: a facet or "nothing", and a text with marks."""
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        facet, _, words = line.partition(": ")
        if facet[0] != "#":
            text, found = marked(words)
            reading = draft(ArticleDraft(""), text, parsed(text, reader._parser), found).reading
            rows, ends = _rows(reading)
            against = float(facet != "nothing")
            gold = int(against)
            yield Lesson(
                path.stem, str(number), "given", rows, np.full(len(ends), against), gold, weight
            )


def _rows(reading: Reading) -> tuple[list[dict[str, float]], list[tuple[str, str]]]:
    accounts = accounts_of(reading)
    pairs = opposable(accounts)
    keys = {number: claim.key for number, claim in enumerate(reading.claims, 1)}
    rows = features_of(pairs, accounts, contested=contested(narration_of(reading)))
    return rows, [(keys[pair.first.id], keys[pair.second.id]) for pair in pairs]


def _table(lesson: Lesson, names: list[str]) -> Numbers:
    return (
        np.array([[row.get(name, 0.0) for name in names] for row in lesson.rows])
        .reshape(-1, len(names))
        .astype(np.float32)
    )


def _judge_by_folds(lessons: list[Lesson], names: list[str]) -> None:
    briefs = sorted({(one.file, one.brief) for one in lessons})
    order = np.random.default_rng(0).permutation(len(briefs))
    fold = {briefs[place]: number % FOLDS for number, place in enumerate(order)}
    judged: list[tuple[Lesson, Numbers]] = []
    for number in range(FOLDS):
        others = [one for one in lessons if fold[one.file, one.brief] != number]
        trees = learned(others, names)
        judged += [
            (one, trees.probabilities(_table(one, names)))
            for one in lessons
            if fold[one.file, one.brief] == number
        ]
    for mode in MODES:
        for file in ("", *dict.fromkeys(one.file for one in lessons)):
            mine = [each for each in judged if each[0].mode == mode and file in ("", each[0].file)]
            print(f"{mode:6}{file or 'all':16}", *(_told(mine, least) for least in THRESHOLDS))


def _told(judged: list[tuple[Lesson, Numbers]], least: float) -> str:
    found = sum(int((likely >= least).sum()) for _, likely in judged)
    right = sum(int(one.marked[likely >= least].sum()) for one, likely in judged)
    precision, recall, both = f1((right, sum(one.gold for one, _ in judged), found))
    return f" {least}: {precision:.2f} {recall:.2f} {both:.3f}"


if __name__ == "__main__":
    main()
