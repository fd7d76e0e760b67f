"""Learn tracker/extract/parameters.npz from a corpus of marked attributions.

usage: train_attribution.py CORPUS [--out FILE] [--keep FOLDER]     needs catboost, once, to train

No feature is a word: each is a part of speech, a dependency label, a place in the tree, a
distance, a position, quotation, capitalisation, or a class of our own lexicon (cues.txt, written
from general knowledge). So the parameters hold facts about English and no text of the corpus.

Every judgement that feeds a later one is made by a model that has not seen the document
(three folds of documents), and the thresholds are tuned on such judgements. Seeded throughout.
"""

from __future__ import annotations

import argparse
import os
import pickle
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # sums in one order, so that the weights come out the same

import numpy as np
from attribution_corpus import Gold, GoldText, Spans, parse_corpus, read_corpus
from attribution_judges import Examples, Fitted, Settings, write_parameters
from attribution_networks import Shape
from numpy.typing import NDArray
from piped import run

from tracker.extract.features import Columns
from tracker.extract.judging import (
    accept_stage,
    cue_again_stage,
    cue_stage,
    pair_again_stage,
    pair_stage,
    pairs_of,
    sentence_stage,
)
from tracker.extract.pairs import Pairs
from tracker.extract.parsing import load_parser
from tracker.extract.proposals import Floors, Proposal, Scored, proposals
from tracker.extract.readings import Readings, readings
from tracker.extract.sheet import Sheet, sheet_of, with_likely
from tracker.extract.tokens import tokens_of
from tracker.extract.units import Units

FOLDS = 3
CUE_FLOOR = 0.12
"""Candidates below it are not read any further."""

SETTINGS = {
    "cue": Settings(500, 400, 0.14, 1000, Shape(144, 5, 0.6)),
    "cue again": Settings(450, 450, 0.1, 700, Shape(96, 4, 0.6)),
    "content": Settings(250, 200, 0.2, 300, Shape(64, 3, 0.3)),
    "source": Settings(200, 150, 0.2, 300, Shape(64, 3, 0.3)),
    "content again": Settings(300, 300, 0.14, 300, Shape(64, 3, 0.3)),
    "source again": Settings(250, 250, 0.12, 300, Shape(64, 3, 0.3)),
    "goes on": Settings(200, 200, 0.12, 200, Shape(48, 3, 0.3)),
    "accept": Settings(300, 400, 0.06),
}


@dataclass
class Lesson:
    """One text of the corpus on its way through the stages."""

    text: GoldText
    sheet: Sheet
    fold: int
    marked: dict[int, Gold]
    cues: NDArray[np.int32]
    near: Pairs
    far: Pairs
    scored: dict[str, NDArray[np.float64]]
    read: Readings


class Course:
    """Trains one stage after the other, and keeps what is done in a folder."""

    def __init__(self, lessons: list[Lesson], keep: Path | None) -> None:
        self.lessons, self._keep = lessons, keep
        self.models: dict[str, Fitted] = {}

    def stage(
        self,
        name: str,
        columns: Callable[[Lesson], Columns],
        labels: Callable[[Lesson], NDArray[np.bool_]],
        *,
        taught: Callable[[Lesson], NDArray[np.bool_]] | None = None,
        weights: Callable[[Lesson], NDArray[np.float64]] | None = None,
    ) -> None:
        """Fit a stage on all, and score every row by a model fitted on other documents."""
        kept = self._keep / f"{name}.pickle" if self._keep else None
        if kept and kept.exists():
            self.models[name], scores = pickle.loads(kept.read_bytes())
            self._hand_out(name, scores)
            return
        began = time.monotonic()
        parts = [columns(each) for each in self.lessons]
        names = tuple(parts[0].names)
        matrix = np.concatenate([each.matrix() for each in parts])
        del parts
        label = np.concatenate([labels(each) for each in self.lessons])
        use = _all(taught, self.lessons, label, True)
        weight = _all(weights, self.lessons, label, 1.0)
        fold = np.repeat([e.fold for e in self.lessons], [len(labels(e)) for e in self.lessons])
        rows = np.flatnonzero(use)
        examples = Examples(matrix, names, label, weight, rows, SETTINGS[name])
        del matrix
        others = [rows[fold[rows] != number] for number in range(FOLDS)]
        with ThreadPoolExecutor(FOLDS + 1) as together:
            *models, self.models[name] = together.map(examples.fitted, [*others, rows])
        scores = np.zeros(len(label))
        for number, model in enumerate(models):
            here = np.flatnonzero(fold == number)
            scores[here] = examples.probabilities(model, here)
        if kept:
            kept.write_bytes(pickle.dumps((self.models[name], scores)))
        _say(name, label[rows], scores[rows], examples.count, time.monotonic() - began)
        self._hand_out(name, scores)

    def _hand_out(self, name: str, scores: NDArray[np.float64]) -> None:
        at = 0
        for lesson in self.lessons:
            size = self._size(name, lesson)
            lesson.scored[name] = scores[at : at + size]
            at += size

    @staticmethod
    def _size(name: str, lesson: Lesson) -> int:
        if name.startswith("cue"):
            return len(lesson.sheet.candidates)
        if name == "goes on":
            return len(lesson.far.cue)
        return len(lesson.read.of) if name == "accept" else len(lesson.near.cue)


def main() -> None:
    """Train, tune and write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("corpus", type=Path)
    asked.add_argument("--out", type=Path, default=Path("tracker/extract/parameters.npz"))
    asked.add_argument("--keep", type=Path, help="folder for what is parsed and trained so far")
    options = asked.parse_args()
    kept = options.keep / f"{options.corpus.name}.spacy" if options.keep else None
    texts = read_corpus(options.corpus)
    parser = None if kept and kept.exists() else load_parser()
    read = parse_corpus(texts, parser, kept, apart=False)  # as the parameters were learned
    lessons = [
        _lesson(text, sheet_of(tokens_of(text.text, paragraphs)), number % FOLDS)
        for number, (text, paragraphs) in enumerate(zip(texts, read, strict=True))
    ]
    course = Course(lessons, options.keep)
    find_cues(course)
    read_pairs(course)
    floors = tune_floors(lessons)
    accept(course, floors)
    threshold = tune_threshold(lessons)
    thresholds = {
        "cue": CUE_FLOOR,
        "content": floors.content,
        "goes on": floors.goes_on,
        "source": floors.source,
        "accept": threshold,
    }
    write_parameters(options.out, course.models, thresholds)
    print(thresholds, f"{options.out.stat().st_size // 1024} KiB")


def find_cues(course: Course) -> None:
    """Teach which candidates are cues, twice: alone, then beside one another."""

    def label(lesson: Lesson) -> NDArray[np.bool_]:
        return np.isin(lesson.sheet.candidates, list(lesson.marked))

    course.stage("cue", lambda each: cue_stage(each.sheet), label)
    course.stage("cue again", lambda each: cue_again_stage(each.sheet, each.scored["cue"]), label)
    for lesson in course.lessons:
        likely = lesson.scored["cue again"]
        lesson.sheet = with_likely(lesson.sheet, likely)
        wanted = (likely > CUE_FLOOR) | label(lesson)
        lesson.cues = lesson.sheet.candidates[wanted]
        lesson.near, lesson.far = pairs_of(lesson.sheet, lesson.cues)


def read_pairs(course: Course) -> None:
    """Teach what is said and who says it, from the cues that are marked."""

    def known(pairs: Callable[[Lesson], Pairs]) -> Callable[[Lesson], NDArray[np.bool_]]:
        return lambda each: np.isin(each.cues, list(each.marked))[pairs(each).cue]

    def near(lesson: Lesson) -> Pairs:
        return lesson.near

    def weight(lesson: Lesson) -> NDArray[np.float64]:
        return np.sqrt(lesson.sheet.units.size[lesson.near.unit].astype(float))

    def plain(each: Lesson) -> Columns:
        return pair_stage(each.sheet, each.cues, each.near)

    def again(each: Lesson) -> Columns:
        return pair_again_stage(each.sheet, each.cues, each.near, each.scored)

    course.stage("content", plain, _content_labels, taught=known(near), weights=weight)
    course.stage("source", plain, _source_labels, taught=known(near))
    course.stage("content again", again, _content_labels, taught=known(near), weights=weight)
    course.stage("source again", again, _source_labels, taught=known(near))
    course.stage(
        "goes on",
        lambda each: sentence_stage(each.sheet, each.cues, each.far),
        lambda each: _covered(each, each.far, each.sheet.sentences),
        taught=known(lambda each: each.far),
    )


def tune_floors(lessons: list[Lesson]) -> Floors:
    """Choose the floors at which most marked attributions are read right."""
    best, chosen = -1.0, Floors(0.5, 0.5, 0.3)
    for content in (0.4, 0.45, 0.5):
        for goes_on in (0.4, 0.5):
            for source in (0.2, 0.3, 0.4):
                floors = Floors(content, goes_on, source)
                right = [
                    _right(each, floors)[_marked(each)].mean()
                    for each in lessons[::6]
                    if _marked(each).any()
                ]
                if np.mean(right) > best:
                    best, chosen = float(np.mean(right)), floors
    print("floors", chosen, "read right of the marked cues", round(best, 4))
    return chosen


def accept(course: Course, floors: Floors) -> None:
    """Teach which readings hold as a whole."""
    for lesson in course.lessons:
        lesson.read = readings(lesson.sheet, lesson.cues, _scored(lesson), floors)

    def taught(lesson: Lesson) -> NDArray[np.bool_]:
        return lesson.sheet.likely[lesson.cues[lesson.read.of]] > CUE_FLOOR

    course.stage(
        "accept",
        lambda each: accept_stage(each.sheet, each.cues, each.read),
        _right_now,
        taught=taught,
    )


def tune_threshold(lessons: list[Lesson]) -> float:
    """Choose the probability from which a reading is shown, by F1 over documents not seen."""
    marked = sum(len(each.text.attributions) for each in lessons)
    rows = []
    for each in lessons:
        chosen = each.read.best(each.scored["accept"])
        right = _judge(each, [each.read.each[at] for at in chosen])
        likely = each.sheet.likely[each.cues] > CUE_FLOOR
        rows.append((each.scored["accept"][chosen], right, likely))
    score, right, use = (np.concatenate(column) for column in zip(*rows, strict=True))
    best = (0.0, 0.5)
    for threshold in np.arange(0.2, 0.7, 0.01):
        taken = use & (score > threshold)
        best = max(best, (2 * float((taken & right).sum()) / (taken.sum() + marked), threshold))
    print("threshold", best)
    return round(float(best[1]), 2)


def _lesson(text: GoldText, sheet: Sheet, fold: int) -> Lesson:
    none = np.zeros(0, np.int64)
    marked = {_cue_row(sheet, each.cue): each for each in text.attributions}
    marked.pop(-1, None)
    empty = Pairs(none, none)
    cues, read = none.astype(np.int32), Readings([], none)
    return Lesson(text, sheet, fold, marked, cues, empty, empty, {}, read)


def rows_of(sheet: Sheet, spans: Spans) -> NDArray[np.int64]:
    """Return the rows of the words that spans touch."""
    within = np.zeros(len(sheet.tokens), dtype=bool)
    for start, end in spans:
        within |= (sheet.tokens.start < end) & (sheet.tokens.end > start)
    rows = np.flatnonzero(within)
    loud = rows[sheet.words[rows]]
    return loud if len(loud) else rows


def _cue_row(sheet: Sheet, spans: Spans) -> int:
    """Return the row of the cue's topmost word, of those that may be cues where there are any."""
    rows = rows_of(sheet, spans)
    may_be = rows[np.isin(rows, sheet.candidates)]
    rows = may_be if len(may_be) else rows
    return int(rows[np.argmin(sheet.tokens.depth[rows])]) if len(rows) else -1


def _covered(lesson: Lesson, pairs: Pairs, units: Units) -> NDArray[np.bool_]:
    label = np.zeros(len(pairs.cue), dtype=bool)
    for number, cue in enumerate(lesson.cues):
        if int(cue) in lesson.marked:
            here = slice(*np.searchsorted(pairs.cue, [number, number + 1]))
            said = rows_of(lesson.sheet, lesson.marked[int(cue)].content)
            got = np.bincount(units.of[said], minlength=len(units))
            unit = pairs.unit[here]
            label[here] = got[unit] * 2 >= units.size[unit]
    return label


def _content_labels(lesson: Lesson) -> NDArray[np.bool_]:
    return _covered(lesson, lesson.near, lesson.sheet.units)


def _source_labels(lesson: Lesson) -> NDArray[np.bool_]:
    label = np.zeros(len(lesson.near.cue), dtype=bool)
    for number, cue in enumerate(lesson.cues):
        head = _source_head(lesson, lesson.marked.get(int(cue)))
        if head >= 0:
            here = slice(*np.searchsorted(lesson.near.cue, [number, number + 1]))
            label[here] = lesson.near.unit[here] == lesson.sheet.units.of[head]
    return label


def _source_head(lesson: Lesson, gold: Gold | None) -> int:
    rows = rows_of(lesson.sheet, gold.source) if gold else np.zeros(0, np.int64)
    return int(rows[np.argmin(lesson.sheet.tokens.depth[rows])]) if len(rows) else -1


def _marked(lesson: Lesson) -> NDArray[np.bool_]:
    return np.isin(lesson.cues, list(lesson.marked))


def _scored(lesson: Lesson) -> Scored:
    scores = lesson.scored
    return Scored(
        lesson.near, scores["content again"], scores["source again"], lesson.far, scores["goes on"]
    )


def _right(lesson: Lesson, floors: Floors) -> NDArray[np.bool_]:
    return _judge(lesson, proposals(lesson.sheet, lesson.cues, _scored(lesson), floors))


def _right_now(lesson: Lesson) -> NDArray[np.bool_]:
    return _judge(lesson, lesson.read.each)


def _judge(lesson: Lesson, read: list[Proposal]) -> NDArray[np.bool_]:
    """Tell which readings match what is marked: half of the content, and the source's head."""
    right = np.zeros(len(read), dtype=bool)
    for number, each in enumerate(read):
        gold = lesson.marked.get(each.cue)
        if gold is None:
            continue
        said, marked = set(each.said.tolist()), set(rows_of(lesson.sheet, gold.content).tolist())
        head = _source_head(lesson, gold)
        if head < 0 or each.source is None:
            named = head < 0 and each.source is None
        else:
            named = each.source[0] <= head <= each.source[1]
        right[number] = named and 2 * len(said & marked) >= len(said | marked) > 0
    return right


def _all(
    of: Callable[[Lesson], NDArray[np.generic]] | None,
    lessons: Iterable[Lesson],
    like: NDArray[np.generic],
    value: float,
) -> NDArray[np.generic]:
    return np.full(len(like), value) if of is None else np.concatenate([of(e) for e in lessons])


def _say(
    name: str,
    label: NDArray[np.bool_],
    score: NDArray[np.float64],
    asked: tuple[int, int],
    took: float,
) -> None:
    taken = score > 0.5
    f1 = 2 * (taken & label).sum() / max(taken.sum() + label.sum(), 1)
    loss = -np.mean(np.log(np.where(label, score, 1 - score) + 1e-9))
    print(f"{name}: rows {len(label)}, asked {asked}, log loss {loss:.4f}, "
          f"F1 at one half {f1:.4f}, {took:.0f} s", flush=True)  # fmt: skip


if __name__ == "__main__":
    run(main)
