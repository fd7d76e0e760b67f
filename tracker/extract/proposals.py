"""For each cue the best reading: which units are said, which one names the speaker."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.extract.pairs import Pairs
from tracker.extract.sheet import Sheet
from tracker.extract.speakers import source_rows
from tracker.extract.tokens import Ints
from tracker.extract.trailing import said_before

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
    near = np.searchsorted(scored.near.cue, np.arange(len(cues) + 1))
    far = np.searchsorted(scored.far.cue, np.arange(len(cues) + 1))
    return [
        _read(sheet, int(cue), scored, floors, slice(*near[at : at + 2]), slice(*far[at : at + 2]))
        for at, cue in enumerate(cues)
    ]


def _read(
    sheet: Sheet, cue: int, scored: Scored, floors: Floors, near: slice, far: slice
) -> Proposal:
    units, further = scored.near.unit[near], scored.far.unit[far]
    content, source = scored.content[near].copy(), scored.source[near]
    goes_on = scored.goes_on[far]
    best = int(np.argmax(source)) if len(source) else -1
    if best >= 0 and source[best] > floors.source:
        content[best] = 0.0
    else:
        best = -1
    pick, more = content > floors.content, goes_on > floors.goes_on
    if len(content) and not pick.any() and not more.any():
        pick[np.argmax(content)] = True
    trailing = said_before(sheet, cue, units)
    unsure = content.max(initial=0.0) < _TRAILING and not more.any()
    if trailing is not None and unsure and not pick[trailing].any():
        pick, content = trailing, np.where(trailing, np.maximum(content, _TRAILING), 0.0)
    said = _rows(sheet, cue, units[pick], further[more])
    head = int(sheet.units.head[units[best]]) if best >= 0 else -1
    rows = source_rows(sheet.tokens, head, cue, frozenset(said.tolist())) if best >= 0 else None
    sizes, lengths = sheet.units.size[units], sheet.sentences.size[further]
    words, further_words = int(sizes[pick].sum()), int(lengths[more].sum())
    sure = float(sizes[pick] @ content[pick])
    sure_further = float(lengths[more] @ goes_on[more])
    missed = float(sizes[~pick] @ content[~pick] + lengths[~more] @ goes_on[~more])
    first = int(said[0]) if len(said) else cue
    last = int(said[-1]) if len(said) else cue
    quoted = float(np.mean(sheet.tokens.quote[said] >= 0)) if len(said) else 0.0
    top = np.sort(source)[::-1]
    shares = (
        float(top[0]) if len(top) else 0.0,
        float(top[1]) if len(top) > 1 else 0.0,
        float(top.sum()),
        sure / max(words, 1),
        float(content.max(initial=0.0)),
        float(content[pick].min(initial=1.0)),
        float(content[~pick].max(initial=0.0)),
        (sure + sure_further) / max(words + further_words + missed, 1e-6),
        float(goes_on.max(initial=0.0)),
        float(goes_on[more].min(initial=1.0)),
        quoted,
        float(sheet.likely_before[last + 1] - sheet.likely_before[first]),
    )
    at = head - cue if best >= 0 else 0
    counts = (int(pick.sum()), words, int(more.sum()), further_words, first - cue, last - cue, at)
    return Proposal(cue, said, rows, head, (*shares, *counts))


def _rows(sheet: Sheet, cue: int, units: NDArray[np.int64], further: NDArray[np.int64]) -> Ints:
    parts = [sheet.rows_of_unit(int(each)) for each in units]
    parts += [sheet.rows_of_sentence(int(each)) for each in further]
    rows = np.sort(np.concatenate([*parts, np.zeros(0, np.int64)]))
    return np.asarray(rows[rows != cue], dtype=np.int32)
