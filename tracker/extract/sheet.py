"""A text laid out for judging: its tokens, grammar, units, candidate cues, and their scores."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from tracker.extract.cue_features import candidate_cues
from tracker.extract.features import Rows
from tracker.extract.grammar import Grammar, grammar_of, running
from tracker.extract.tokens import Flags, Ints, Tokens
from tracker.extract.units import Units, clause_units, sentence_units, silent


@dataclass(frozen=True)
class Sheet:
    """What is known of a text before anything is judged, and how likely each token is a cue."""

    tokens: Tokens
    grammar: Grammar
    units: Units
    sentences: Units
    candidates: Ints
    words: Flags
    words_before: Ints
    likely: NDArray[np.float64]
    likely_before: NDArray[np.float64]
    _unit_rows: tuple[Ints, Ints] = field(repr=False)
    _sentence_rows: tuple[Ints, Ints] = field(repr=False)

    def rows_of_units(self, of: Rows, units: Rows) -> tuple[Rows, Ints]:
        """Return the words of some units, and for each word what its unit belongs to in ``of``."""
        return _words_of(self._unit_rows, of, units)

    def rows_of_sentences(self, of: Rows, units: Rows) -> tuple[Rows, Ints]:
        """Do the same for units that are cut by sentences."""
        return _words_of(self._sentence_rows, of, units)


def sheet_of(tokens: Tokens) -> Sheet:
    """Lay out the tokens of a text; no cue is likely as yet."""
    words = ~silent(tokens)
    units, sentences = clause_units(tokens), sentence_units(tokens)
    none = np.zeros(len(tokens) + 1)
    return Sheet(
        tokens=tokens,
        grammar=grammar_of(tokens),
        units=units,
        sentences=sentences,
        candidates=candidate_cues(tokens),
        words=words,
        words_before=running(words),
        likely=none,
        likely_before=none,
        _unit_rows=_by_unit(units, words),
        _sentence_rows=_by_unit(sentences, words),
    )


def with_likely(sheet: Sheet, scores: NDArray[np.float64]) -> Sheet:
    """Return the sheet with the probability of each candidate."""
    likely = np.zeros(len(sheet.tokens) + 1)
    likely[sheet.candidates] = scores
    before = np.concatenate([[0.0], np.cumsum(likely[:-1])])
    return replace(sheet, likely=likely, likely_before=before)


def _by_unit(units: Units, words: Flags) -> tuple[Ints, Ints]:
    rows = np.flatnonzero(words)
    of = units.of[rows]
    order = rows[np.argsort(of, kind="stable")]
    edges = np.searchsorted(np.sort(of), np.arange(len(units) + 1))
    return order.astype(np.int32), edges.astype(np.int32)


def _words_of(rows: tuple[Ints, Ints], of: Rows, units: Rows) -> tuple[Rows, Ints]:
    order, edges = rows
    first, sizes = edges[units], edges[units + 1] - edges[units]
    step = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.repeat(of, sizes), order[np.repeat(first, sizes) + step]
