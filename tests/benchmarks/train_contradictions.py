"""Learn how likely two accounts cannot both be right: `train_contradictions.py GOLD[=WEIGHT]… [--across] [--out FILE]`.

GOLD as for `contradictions.py`; each file's pairs count by its WEIGHT (1 by default). Each brief is
learned twice, with its claims given and read from its text. Prints what comes out where each brief is
judged by weights that have not seen it, file by file and at several thresholds, then learns from
all and writes the trees (`tracker/compare/weights.npz`). With --across it learns of pairs of two articles
(`weights_across.npz`): each brief is parted (`parted.py`), and what the desk lays beside a new claim is learned in both
orders. Needs catboost, which nothing else of comparing does.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from attribution_scoring import f1
from catboost import CatBoostClassifier
from contradictions import Brief, aligned, brief_of, given_reading
from numpy.typing import NDArray
from parted import Parted, articles_of, new_ledger, parted, taken_in
from piped import run

sys.path.insert(0, str(Path(__file__).parents[1]))
from marked import marked

from tracker.compare.accounts import accounts_of, narration_of
from tracker.compare.across import features_across, opposable_across
from tracker.compare.contrast import contested
from tracker.compare.pairing import opposable
from tracker.compare.trees import Trees
from tracker.compare.weighing import features_of
from tracker.desk.comparing import beside_for
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
    asked.add_argument("--across", action="store_true")
    asked.add_argument("--out", type=Path)
    options = asked.parse_args()
    reader = load_reader()
    gold = {}
    for one in options.gold:
        path, _, weight = one.partition("=")
        gold[Path(path)] = float(weight or 1)
    if options.across:
        lessons = [one for mode in MODES for one in _lessons_across(gold, mode, reader)]
    else:
        lessons = [one for path, weight in gold.items() for one in _within(path, weight, reader)]
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


def _within(path: Path, weight: float, reader: Reader) -> Iterator[Lesson]:
    take = _marked_lessons if path.suffix == ".txt" else _lessons
    yield from take(path, weight, reader)


def _lessons_across(gold: Mapping[Path, float], mode: str, reader: Reader) -> Iterator[Lesson]:
    """Lessons of all briefs, parted, in one ledger, and of marked texts, each in one of its own."""
    briefs = [
        (path, parted(brief_of(json.loads(line)), reader, given=mode == "given"))
        for path in gold
        if path.suffix != ".txt"
        for line in path.read_text("utf-8").splitlines()
    ]
    yield from _lessons_of_ledger(briefs, gold, mode)
    for path in gold:
        for one in (
            _marked_parted(path, reader) if path.suffix == ".txt" and mode == "given" else ()
        ):
            yield from _lessons_of_ledger([(path, one)], gold, mode)


def _lessons_of_ledger(
    briefs: Sequence[tuple[Path, Parted]], gold: Mapping[Path, float], mode: str
) -> Iterator[Lesson]:
    """What is learned of a pair is learned of it turned round, too."""
    called: dict[int, tuple[int, str]] = {}
    with new_ledger() as (desk, database):
        for number, part, article in taken_in(desk, [brief for _, brief in briefs]):
            path, brief = briefs[number]
            with database.reading() as shelves:
                claims = shelves.claims.of_article(article.id)
                beside = beside_for(shelves, article, claims) if part else []
            names = {one.statement: brief.called(one) for one in brief.articles[part].claims}
            for claim in claims:  # what another article has in the same words is not made again
                called[claim.id] = number, names.get(claim.statement, f"? {claim.ref}")
            if not part:
                continue
            pairs = opposable_across([(one.theirs, one.ours) for one in beside])
            right = {frozenset((number, key) for key in pair) for pair in brief.pairs}
            ends = [frozenset((called[one.first.id], called[one.second.id])) for one in pairs]
            told = path.stem, brief.brief.id
            count = np.array([float(each in right) for each in ends]), len(right), gold[path]
            turned = [one.turned() for one in pairs]
            yield Lesson(*told, mode, features_across(pairs), *count)
            yield Lesson(*told, f"{mode}, turned", features_across(turned), *count)


def _marked_parted(path: Path, reader: Reader) -> Iterator[Parted]:
    """Marked texts, parted between the one who speaks first and all others."""
    for number, facet, reading in _marked_readings(path, reader):
        told = [one for one in reading.claims if one.chain]
        second = [one.chain[0].source != told[0].chain[0].source for one in told]
        first, then = articles_of(reading, second)
        # both texts are whole, so that they are surely found to be of one event
        articles = replace(first, text=f"{reading.text} 1"), replace(then, text=f"{reading.text} 2")
        pairs = {
            frozenset((one.key, other.key)): facet
            for one in articles[0].claims
            for other in articles[1].claims
            if facet != "nothing"
        }
        same = {one.key: one.key for one in told}
        yield Parted(Brief(str(number), reading.text, {}, pairs), articles, pairs, same)


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
    for number, facet, reading in _marked_readings(path, reader):
        rows, ends = _rows(reading)
        against = float(facet != "nothing")
        marked = np.full(len(ends), against)
        yield Lesson(path.stem, str(number), "given", rows, marked, int(against), weight)


def _marked_readings(path: Path, reader: Reader) -> Iterator[tuple[int, str, Reading]]:
    """The lines of `tests/compare/pairs.txt`: a facet or "nothing", and a text with marks."""
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        facet, _, words = line.partition(": ")
        if facet[0] != "#":
            text, found = marked(words)
            reading = draft(ArticleDraft(""), text, parsed(text, reader._parser), found).reading
            yield number, facet, reading


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
    run(main)
