"""For each cue the best reading: which units are said, which one names the speaker."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.extract.features import Rows
from tracker.extract.pairs import Pairs
from tracker.extract.sheet import Sheet
from tracker.extract.speakers import source_rows
from tracker.extract.tokens import Flags, Ints
from tracker.extract.trailing import may_trail, said_before

Scores = NDArray[np.float64]

_TRAILING = 0.8
"""Probability of what a trailing attribution is known to attribute."""


@dataclass(frozen=True)
class Scored:
    """The pairs of a text's cues with their scores."""

    near: Pairs
    content: Scores
    source: Scores
    far: Pairs
    goes_on: Scores

    def of_cues(self, numbers: Rows) -> Scored:
        """Return the pairs of some of the cues, ascending, which are numbered anew."""
        near, far = (np.isin(pairs.cue, numbers) for pairs in (self.near, self.far))
        return Scored(
            Pairs(np.searchsorted(numbers, self.near.cue[near]), self.near.unit[near]),
            self.content[near],
            self.source[near],
            Pairs(np.searchsorted(numbers, self.far.cue[far]), self.far.unit[far]),
            self.goes_on[far],
        )


@dataclass(frozen=True)
class Floors:
    """Probabilities above which a unit is taken."""

    content: float
    goes_on: float
    source: float


@dataclass(frozen=True)
class Proposal:
    """One reading of one cue: rows of tokens, and the figures that it is judged by.

    ``source`` holds the first row and the last, None where nobody is named.
    """

    cue: int
    said: Ints
    source: tuple[int, int] | None
    source_head: int
    figures: tuple[float, ...]


SHARES = (
    "source best",
    "source second",
    "source sum",
    "content mean",
    "content best",
    "content least",
    "content left out",
    "expected overlap",
    "goes on best",
    "goes on least",
    "quoted share",
    "cues inside",
)
COUNTS = ("units", "words", "further units", "further words", "first", "last", "source at")


def proposals(sheet: Sheet, cues: Ints, scored: Scored, floors: Floors) -> list[Proposal]:
    """Read each cue on its own: the units above their floors, and the likeliest source."""
    near, far = scored.near, scored.far
    best = _best(scored.source, near.cue, len(cues))
    best[_most(scored.source, near.cue, len(cues)) <= floors.source] = -1
    content = scored.content.copy()
    content[best[best >= 0]] = 0.0
    pick, more = content > floors.content, scored.goes_on > floors.goes_on
    goes_on = _any(more, far.cue, len(cues))
    likeliest = _best(content, near.cue, len(cues))
    pick[likeliest[(likeliest >= 0) & ~_any(pick, near.cue, len(cues)) & ~goes_on]] = True
    _trail(sheet, cues, near, content, pick, goes_on)
    said = _said(sheet, cues, near, pick, far, more)
    heads = np.full(len(cues), -1)
    heads[best >= 0] = sheet.units.head[near.unit[best[best >= 0]]]
    figures = _figures(sheet, cues, scored, content, pick, more, said, heads)
    return [
        Proposal(cue, rows, _source(sheet, head, cue, rows), head, tuple(row))
        for cue, rows, head, row in zip(
            cues.tolist(), said, heads.tolist(), figures.tolist(), strict=True
        )
    ]


def _best(scores: Scores, of: Rows, count: int) -> Rows:
    """Return for each cue the first of its pairs with the highest score, -1 where it has none."""
    best = np.full(count, -1)
    rows = np.flatnonzero(scores == _most(scores, of, count)[of])[::-1]
    best[of[rows]] = rows
    return best


def _most(scores: Scores, of: Rows, count: int, least: float = 0.0) -> Scores:
    most = np.full(count, least)
    np.maximum.at(most, of, scores)
    return most


def _any(flags: Flags, of: Rows, count: int) -> Flags:
    return np.bincount(of[flags], minlength=count) > 0


def _trail(
    sheet: Sheet, cues: Ints, near: Pairs, content: Scores, pick: Flags, goes_on: Flags
) -> None:
    """Take what stands before the comma of a trailing attribution, where nothing is surer."""
    edges = np.searchsorted(near.cue, np.arange(len(cues) + 1))
    for at in np.flatnonzero(may_trail(sheet, cues) & ~goes_on):
        here = slice(*edges[at : at + 2])
        trailing = said_before(sheet, int(cues[at]), near.unit[here])
        unsure = content[here].max(initial=0.0) < _TRAILING
        if trailing is not None and unsure and not pick[here][trailing].any():
            pick[here] = trailing
            content[here] = np.where(trailing, np.maximum(content[here], _TRAILING), 0.0)


def _said(
    sheet: Sheet, cues: Ints, near: Pairs, pick: Flags, far: Pairs, more: Flags
) -> list[Ints]:
    """Return for each cue the rows of what is said, in their order, without the cue."""
    of, rows = sheet.rows_of_units(near.cue[pick], near.unit[pick])
    of_further, further = sheet.rows_of_sentences(far.cue[more], far.unit[more])
    of, rows = np.concatenate([of, of_further]), np.concatenate([rows, further])
    order = np.lexsort((rows, of))
    of, rows = of[order], rows[order]
    other = rows != cues[of]
    edges = np.searchsorted(of[other], np.arange(1, len(cues)))
    return np.split(rows[other], edges)


def _figures(
    sheet: Sheet,
    cues: Ints,
    scored: Scored,
    content: Scores,
    pick: Flags,
    more: Flags,
    said: list[Ints],
    heads: Rows,
) -> Scores:
    """Measure each reading: SHARES, then COUNTS, one row a cue."""
    near, far, count = scored.near, scored.far, len(cues)
    size, length = sheet.units.size[near.unit], sheet.sentences.size[far.unit]

    def total(values: NDArray[np.number], of: Rows, flags: Flags) -> Scores:
        return np.bincount(of[flags], values[flags], count).astype(np.float64)

    words, further = total(size, near.cue, pick), total(length, far.cue, more)
    sure, sure_further = size * content, length * scored.goes_on
    taken, taken_further = total(sure, near.cue, pick), total(sure_further, far.cue, more)
    missed = total(sure, near.cue, ~pick) + total(sure_further, far.cue, ~more)
    top = _most(scored.source, near.cue, count)
    others, best = scored.source.copy(), _best(scored.source, near.cue, count)
    others[best[best >= 0]] = 0.0
    edges = np.array([(rows[0], rows[-1]) if len(rows) else (cue, cue)
                      for rows, cue in zip(said, cues, strict=True)])  # fmt: skip
    first, last = edges[:, 0], edges[:, 1]
    of = np.repeat(np.arange(count), [len(rows) for rows in said])
    quoted = np.bincount(of, sheet.tokens.quote[np.concatenate(said)] >= 0, count)
    everything = np.ones(len(near.cue), bool)
    columns = (
        top,
        _most(others, near.cue, count),
        total(scored.source, near.cue, everything),
        taken / np.maximum(words, 1),
        _most(content, near.cue, count),
        -_most(-content[pick], near.cue[pick], count, -1.0),
        _most(content[~pick], near.cue[~pick], count),
        (taken + taken_further) / np.maximum(words + further + missed, 1e-6),
        _most(scored.goes_on, far.cue, count),
        -_most(-scored.goes_on[more], far.cue[more], count, -1.0),
        quoted / np.maximum(np.bincount(of, minlength=count), 1),
        sheet.likely_before[last + 1] - sheet.likely_before[first],
        np.bincount(near.cue[pick], minlength=count),
        words,
        np.bincount(far.cue[more], minlength=count),
        further,
        first - cues,
        last - cues,
        np.where(heads >= 0, heads - cues, 0),
    )
    return np.stack(columns, axis=1)


def _source(sheet: Sheet, head: int, cue: int, said: Ints) -> tuple[int, int] | None:
    return source_rows(sheet.tokens, head, cue, frozenset(said.tolist())) if head >= 0 else None
