"""What describes another sentence of the cue's paragraph: does what is said go on in it?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tracker.extract.cues import class_names
from tracker.extract.features import Columns, Rows, Wanted
from tracker.extract.grammar import Grammar, padded
from tracker.extract.pairs import Pairs
from tracker.extract.tokens import DEPS, Ints, Tokens
from tracker.extract.units import Units, silent


def sentence_columns(
    tokens: Tokens,
    grammar: Grammar,
    units: Units,
    cues: Ints,
    pairs: Pairs,
    likely: NDArray[np.float64],
    wanted: Wanted | None = None,
) -> Columns:
    """Describe each pair by quotation, by what lies between, and by rival cues."""
    columns = Columns(wanted)
    cue, unit = cues[pairs.cue], pairs.unit
    head, first, last = units.head[unit], units.first[unit], units.last[unit]
    quote = padded(tokens.quote, -1)
    columns.flags("cue", class_names(), tokens.lexicon, cue)
    columns.flags("cue has", (*DEPS, "?"), grammar.children, cue)
    columns.label("cue tag", tokens.tag[cue])
    columns.label("cue dep", tokens.dep[cue])
    columns.label("first tag", tokens.tag[first])
    columns.label("last tag", tokens.tag[last])
    columns.label("head tag", tokens.tag[head])
    columns.label("tag after cue", tokens.tag[np.minimum(cue + 1, len(tokens) - 1)])
    columns.number("sentences between", tokens.sentence[head] - tokens.sentence[cue])
    columns.number("units between", unit - units.of[cue])
    columns.number("quoted", quote[head] >= 0)
    columns.number("cue quoted", quote[cue] >= 0)
    columns.number("same quotation", (quote[head] >= 0) & (quote[head] == quote[cue]))
    columns.number("starts in quotation", quote[np.maximum(first - 1, 0)] == quote[first])
    columns.score("cue likely", likely[cue])
    places = _Places(tokens, cue, head, first, last)
    _shares(columns, tokens, places, likely)
    _edges(columns, grammar, places, quote)
    return columns


class _Places:
    """Rows where the sentences and paragraphs of cue and unit begin, and where they have ended."""

    def __init__(self, tokens: Tokens, cue: Ints, head: Ints, first: Ints, last: Ints) -> None:
        self.cue, self.first, self.last = cue, first, last
        self.begin, self.end = _edges_of(tokens.sentence, tokens.sentence[cue])
        self.start, self.stop = _edges_of(tokens.paragraph, tokens.paragraph[cue])
        self.home, self.home_end = _edges_of(tokens.sentence, tokens.sentence[head])
        self.near: Rows = np.where(first > cue, self.end, last + 1)
        self.far: Rows = np.maximum(np.where(first > cue, first, self.begin), self.near)


def _edges_of(group: Ints, members: Ints) -> tuple[Rows, Rows]:
    return np.searchsorted(group, members, "left"), np.searchsorted(group, members, "right")


def _shares(columns: Columns, tokens: Tokens, places: _Places, likely: NDArray[np.float64]) -> None:
    """Add how many words, quoted words and likely cues stand in each stretch."""
    loud = ~silent(tokens)
    quoted = np.concatenate([[0], np.cumsum((tokens.quote >= 0) & loud)])
    words = np.concatenate([[0], np.cumsum(loud)])
    likelies = np.concatenate([[0.0], np.cumsum(likely[:-1])])
    stretches: dict[str, tuple[Rows, Rows]] = {
        "unit": (places.first, places.last + 1),
        "cue sentence": (places.begin, places.end),
        "before cue": (places.begin, places.cue),
        "after cue": (places.cue + 1, places.end),
        "between": (places.near, places.far),
        "sentence": (places.home, places.home_end),
        "paragraph": (places.start, places.stop),
        "paragraph before": (places.start, places.begin),
        "paragraph after": (places.end, places.stop),
    }
    for name, (low, above) in stretches.items():
        high = np.maximum(low, above)
        many, marked = words[high] - words[low], quoted[high] - quoted[low]
        columns.number(f"{name} words", many)
        columns.number(f"{name} quoted", marked)
        columns.number(f"{name} unquoted", many - marked)
        columns.score(f"{name} cues", likelies[high] - likelies[low])


def _edges(columns: Columns, grammar: Grammar, places: _Places, quote: NDArray[np.int64]) -> None:
    """Add what is quoted at the edges of sentence and paragraph."""
    columns.number("opens quoted", quote[places.start] >= 0)
    columns.number("closes quoted", quote[np.maximum(places.stop - 1, 0)] >= 0)
    columns.number("cue sentence opens quoted", quote[places.begin] >= 0)
    columns.number("cue sentence closes quoted", quote[np.maximum(places.end - 1, 0)] >= 0)
    columns.number("ends its paragraph", places.stop - places.last)
    columns.number("starts its paragraph", places.first - places.start)
    bounds = grammar.bounds
    columns.number("quotations between", bounds[places.far] - bounds[places.near])
