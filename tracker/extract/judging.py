"""The steps of judging a text: cues, then what is said and by whom, then each attribution whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tracker.extract.cue_features import cue_columns, neighbour_columns
from tracker.extract.features import Columns, Wanted
from tracker.extract.grammar import NO_DEP, NO_POS, NO_TAG, padded
from tracker.extract.pair_features import pair_columns, smoothing_columns
from tracker.extract.pairs import Pairs, within_paragraph, within_sentence
from tracker.extract.proposals import COUNTS, SHARES, Floors, Proposal, Scored, proposals
from tracker.extract.rival_features import rival_columns
from tracker.extract.sentence_features import sentence_columns
from tracker.extract.sheet import Sheet, with_likely

if TYPE_CHECKING:
    from tracker.extract.model import Models
    from tracker.extract.tokens import Ints

Scores = NDArray[np.float64]
_SETTLED = 0.02
"""Probability up to which a candidate is not judged again: that is most of them."""


def judged(sheet: Sheet, models: Models) -> list[tuple[Proposal, float]]:
    """Return each cue's best reading with the probability that it is an attribution."""
    if not len(sheet.candidates):
        return []
    first = models.judge("cue", cue_stage(sheet, models.wanted("cue")))
    likely, unsettled = first.copy(), np.flatnonzero(first > _SETTLED).astype(np.int32)
    again = cue_again_stage(sheet, first, models.wanted("cue again"), unsettled)
    likely[unsettled] = models.judge("cue again", again)
    sheet = with_likely(sheet, likely)
    cues = sheet.candidates[likely > models.thresholds["cue"]]
    if not len(cues):
        return []
    near, far = pairs_of(sheet, cues)
    scored = _scored(sheet, cues, near, far, models)
    read = proposals(sheet, cues, scored, floors_of(models))
    scores = models.judge("accept", accept_stage(sheet, cues, read, models.wanted("accept")))
    return list(zip(read, map(float, scores), strict=True))


def _scored(sheet: Sheet, cues: Ints, near: Pairs, far: Pairs, models: Models) -> Scored:
    columns = pair_stage(sheet, cues, near, models.wanted("content", "source"))
    scores = {name: models.judge(name, columns) for name in ("content", "source")}
    wanted = models.wanted("content again", "source again")
    columns = pair_again_stage(sheet, cues, near, scores, wanted)
    content, source = (models.judge(f"{name} again", columns) for name in ("content", "source"))
    goes_on = sentence_stage(sheet, cues, far, models.wanted("goes on"))
    return Scored(near, content, source, far, models.judge("goes on", goes_on))


def floors_of(models: Models) -> Floors:
    """Return the thresholds at which units are taken."""
    floors = models.thresholds
    return Floors(floors["content"], floors["goes on"], floors["source"])


def pairs_of(sheet: Sheet, cues: Ints) -> tuple[Pairs, Pairs]:
    """Pair the cues with the units of their sentences, and with other sentences."""
    return (
        within_sentence(sheet.tokens, sheet.units, cues),
        within_paragraph(sheet.tokens, sheet.sentences, cues),
    )


def cue_stage(sheet: Sheet, wanted: Wanted | None = None) -> Columns:
    """Describe the candidate cues."""
    return cue_columns(sheet.tokens, sheet.grammar, sheet.candidates, wanted)


def cue_again_stage(
    sheet: Sheet, scores: Scores, wanted: Wanted | None = None, rows: Ints | None = None
) -> Columns:
    """Describe candidate cues (all, or those in ``rows``), with the first opinion on all around."""
    rows = np.arange(len(sheet.candidates), dtype=np.int32) if rows is None else rows
    columns = cue_columns(sheet.tokens, sheet.grammar, sheet.candidates[rows], wanted)
    neighbour_columns(columns, sheet.tokens, sheet.candidates, scores, rows)
    return columns


def pair_stage(sheet: Sheet, cues: Ints, near: Pairs, wanted: Wanted | None = None) -> Columns:
    """Describe the units of each cue's sentence."""
    return pair_columns(sheet.tokens, sheet.grammar, sheet.units, cues, near, sheet.likely, wanted)


def pair_again_stage(
    sheet: Sheet,
    cues: Ints,
    near: Pairs,
    scores: dict[str, Scores],
    wanted: Wanted | None = None,
) -> Columns:
    """Describe the units of each cue's sentence, with the first opinion on all of them."""
    columns = pair_stage(sheet, cues, near, wanted)
    for name in ("content", "source"):
        smoothing_columns(columns, name, sheet.tokens, sheet.units, near, scores[name])
    return columns


def sentence_stage(sheet: Sheet, cues: Ints, far: Pairs, wanted: Wanted | None = None) -> Columns:
    """Describe the other sentences of each cue's paragraph."""
    return sentence_columns(
        sheet.tokens, sheet.grammar, sheet.sentences, cues, far, sheet.likely, wanted
    )


def accept_stage(
    sheet: Sheet, cues: Ints, read: list[Proposal], wanted: Wanted | None = None
) -> Columns:
    """Describe each cue's best reading as a whole."""
    tokens = sheet.tokens
    columns = cue_columns(tokens, sheet.grammar, cues, wanted)
    figures = np.array([each.figures for each in read])
    columns.score("likely", sheet.likely[cues])
    for number, name in enumerate(SHARES):
        columns.score(name, figures[:, number])
    for number, name in enumerate(COUNTS, len(SHARES)):
        columns.number(name, figures[:, number])
    heads = np.array([each.source_head for each in read])
    columns.label("source pos", padded(tokens.pos, NO_POS)[heads])
    columns.label("source tag", padded(tokens.tag, NO_TAG)[heads])
    columns.label("source dep", padded(tokens.dep, NO_DEP)[heads])
    lengths = [0 if each.source is None else each.source[1] - each.source[0] + 1 for each in read]
    columns.number("source length", np.array(lengths))
    rival_columns(columns, cues, read, sheet.likely)
    return columns
