"""The steps of judging a text: cues, then what is said and by whom, then each attribution whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tracker.extract.cue_features import cue_columns, neighbour_columns
from tracker.extract.features import Columns, Rows, Wanted
from tracker.extract.grammar import NO_DEP, NO_POS, NO_TAG, padded
from tracker.extract.pair_features import pair_columns, smoothing_columns
from tracker.extract.pairs import Pairs, within_paragraph, within_sentence
from tracker.extract.proposals import COUNTS, SHARES, Floors, Proposal, Scored
from tracker.extract.readings import Readings, readings
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
    described = cue_stage(sheet, models.wanted("cue", "cue again", "accept"))
    first = models.judge("cue", described)
    likely, unsettled = first.copy(), np.flatnonzero(first > _SETTLED)
    again = described.of_rows(unsettled, models.wanted("cue again"))
    likely[unsettled] = models.judge("cue again", beside_others(again, sheet, first, unsettled))
    sheet = with_likely(sheet, likely)
    taken = np.flatnonzero(likely > models.thresholds["cue"])
    cues = sheet.candidates[taken]
    if not len(cues):
        return []
    near, far = pairs_of(sheet, cues)
    scored = _scored(sheet, cues, near, far, models)
    read = readings(sheet, cues, scored, floors_of(models))
    whole = described.of_rows(taken[read.of], models.wanted("accept"))
    scores = models.judge("accept", as_a_whole(whole, sheet, cues, read))
    return [(read.each[best], float(scores[best])) for best in read.best(scores)]


def _scored(sheet: Sheet, cues: Ints, near: Pairs, far: Pairs, models: Models) -> Scored:
    both = "content", "source"
    columns = pair_stage(
        sheet, cues, near, models.wanted(*both, *(f"{name} again" for name in both))
    )
    scores = {name: models.judge(name, columns) for name in both}
    columns = among_others(columns, sheet, near, scores)
    content, source = (models.judge(f"{name} again", columns) for name in both)
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


def cue_again_stage(sheet: Sheet, scores: Scores) -> Columns:
    """Describe the candidate cues, with the first opinion on all around."""
    return beside_others(cue_stage(sheet), sheet, scores, np.arange(len(sheet.candidates)))


def beside_others(columns: Columns, sheet: Sheet, scores: Scores, rows: Rows) -> Columns:
    """Add to the candidates in ``rows`` the first opinion on all around."""
    neighbour_columns(columns, sheet.tokens, sheet.candidates, scores, rows)
    return columns


def pair_stage(sheet: Sheet, cues: Ints, near: Pairs, wanted: Wanted | None = None) -> Columns:
    """Describe the units of each cue's sentence."""
    return pair_columns(sheet.tokens, sheet.grammar, sheet.units, cues, near, sheet.likely, wanted)


def pair_again_stage(sheet: Sheet, cues: Ints, near: Pairs, scores: dict[str, Scores]) -> Columns:
    """Describe the units of each cue's sentence, with the first opinion on all of them."""
    return among_others(pair_stage(sheet, cues, near), sheet, near, scores)


def among_others(columns: Columns, sheet: Sheet, near: Pairs, scores: dict[str, Scores]) -> Columns:
    """Add to the units of each cue's sentence the first opinion on all of them."""
    for name in ("content", "source"):
        smoothing_columns(columns, name, sheet.tokens, sheet.units, near, scores[name])
    return columns


def sentence_stage(sheet: Sheet, cues: Ints, far: Pairs, wanted: Wanted | None = None) -> Columns:
    """Describe the other sentences of each cue's paragraph."""
    return sentence_columns(
        sheet.tokens, sheet.grammar, sheet.sentences, cues, far, sheet.likely, wanted
    )


def accept_stage(sheet: Sheet, cues: Ints, read: Readings) -> Columns:
    """Describe each reading of the cues as a whole."""
    columns = cue_columns(sheet.tokens, sheet.grammar, cues[read.of])
    return as_a_whole(columns, sheet, cues, read)


def as_a_whole(columns: Columns, sheet: Sheet, cues: Ints, read: Readings) -> Columns:
    """Add to the cue of each reading what is read."""
    tokens = sheet.tokens
    figures = np.array([each.figures for each in read.each])
    columns.score("likely", sheet.likely[cues[read.of]])
    for number, name in enumerate(SHARES):
        columns.score(name, figures[:, number])
    for number, name in enumerate(COUNTS, len(SHARES)):
        columns.number(name, figures[:, number])
    heads = np.array([each.source_head for each in read.each])
    columns.label("source pos", padded(tokens.pos, NO_POS)[heads])
    columns.label("source tag", padded(tokens.tag, NO_TAG)[heads])
    columns.label("source dep", padded(tokens.dep, NO_DEP)[heads])
    named = [each.source for each in read.each]
    lengths = [0 if source is None else source[1] - source[0] + 1 for source in named]
    columns.number("source length", np.array(lengths))
    rival_columns(columns, cues, read, sheet.likely)
    return columns
