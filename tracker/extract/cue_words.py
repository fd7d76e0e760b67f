"""From the word that attributes to the words that do: with its particle, or its negation."""

from __future__ import annotations

from tracker.domain.article import Span
from tracker.extract.sheet import Sheet
from tracker.extract.tokens import DEPS

_PARTICLE = DEPS.index("prt")
_NEGATION = DEPS.index("neg")
_AUXILIARY = (DEPS.index("aux"), DEPS.index("auxpass"))
_FURTHEST = 4
_WITH_TO = "according"


def cue_span(sheet: Sheet, cue: int) -> Span:
    """Return the cue's characters: "said", "pointed out", "did not say", "according to"."""
    tokens = sheet.tokens
    low = high = cue
    last = min(cue + 2, len(tokens))
    for row in range(cue + 1, last):
        particle = tokens.dep[row] == _PARTICLE and tokens.head[row] == cue
        if particle or (tokens.lower[cue] == _WITH_TO and tokens.lower[row] == "to"):
            high = row
    around = range(max(cue - _FURTHEST, 0), cue)
    own = [row for row in around if tokens.head[row] == cue]
    if any(tokens.dep[row] == _NEGATION for row in own):
        low = min(row for row in own if tokens.dep[row] in (_NEGATION, *_AUXILIARY))
    return Span(int(tokens.start[low]), int(tokens.end[high]))
