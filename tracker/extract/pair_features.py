"""What describes a unit of the cue's sentence: is it said, does it name who says it, neither?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tracker.extract.cues import class_names
from tracker.extract.features import Columns, Wanted
from tracker.extract.grammar import NO_DEP, NO_POS, NO_TAG, Grammar, padded
from tracker.extract.pairs import Pairs, paths
from tracker.extract.tokens import DEPS, Ints, Tokens
from tracker.extract.units import Units

_NAMES = (*DEPS, "?")


def pair_columns(
    tokens: Tokens,
    grammar: Grammar,
    units: Units,
    cues: Ints,
    pairs: Pairs,
    likely: NDArray[np.float64],
    wanted: Wanted | None = None,
) -> Columns:
    """Describe each pair by the way through the tree, the distance, and both ends.

    ``likely`` gives each token's probability of being a cue.
    """
    columns = Columns(wanted)
    none = len(tokens)
    lexicon = np.vstack([tokens.lexicon, np.zeros((1, tokens.lexicon.shape[1]), bool)])
    pos, tag = padded(tokens.pos, NO_POS), padded(tokens.tag, NO_TAG)
    dep, quote = padded(tokens.dep, NO_DEP), padded(tokens.quote, -1)
    cue, head, top = cues[pairs.cue], units.head[pairs.unit], units.top[pairs.unit]
    way = paths(tokens, cue, head)
    columns.number("up", way.up)
    columns.number("down", way.down)
    on_the_way = {
        "near": way.near,
        "far": way.far,
        "second": way.second,
        "meeting": way.meeting,
        "head": head,
        "top": top,
        "cue": cue,
    }
    for name, rows in on_the_way.items():
        columns.label(f"{name} dep", dep[rows])
        columns.label(f"{name} pos", pos[rows])
        columns.label(f"{name} tag", tag[rows])
    columns.flags("cue", class_names(), lexicon, cue)
    columns.flags("head", class_names(), lexicon, head)
    columns.flags("top", class_names(), lexicon, top)
    columns.flags("cue has", _NAMES, grammar.children, cue)
    columns.flags("cue left", _NAMES, grammar.left_children, cue)
    columns.flags("far has", _NAMES, grammar.children, way.far)
    columns.flags("cue beside", class_names(), grammar.beside, cue)
    columns.flags("head beside", class_names(), grammar.beside, head)
    columns.flags("head has", _NAMES, grammar.children, head)
    columns.flags("meeting has", _NAMES, grammar.children, way.meeting)
    columns.flags("far mark", class_names(), lexicon, grammar.child["mark"][way.far])
    columns.number("capital", tokens.capital[head])
    for kind in ("subject", "object", "clause", "owner", "complement"):
        child = grammar.child[kind][cue]
        columns.label(f"{kind} tag", tag[child])
        columns.number(f"{kind} offset", np.where(child == none, 0, child - cue))
        columns.number(f"is {kind}", child == head)
    governor = np.where(tokens.head[cue] == cue, none, tokens.head[cue])
    subject = grammar.child["subject"][governor]
    columns.label("governor pos", pos[governor])
    columns.flags("governor", class_names(), lexicon, governor)
    columns.number("is governor", governor == head)
    columns.number("is governor's subject", (subject == head) & (subject != none))
    columns.score("cue likely", likely[cue])
    columns.score("head likely", likely[head])
    columns.score("far likely", np.where(way.far >= 0, likely[way.far], 0))
    columns.score("near likely", np.where(way.near >= 0, likely[way.near], 0))
    columns.score("meeting likely", np.where(way.meeting >= 0, likely[way.meeting], 0))
    _distances(columns, tokens, grammar, units, cue, pairs, likely)
    _quotation(columns, tokens, quote, cue, head)
    return columns


def _distances(
    columns: Columns,
    tokens: Tokens,
    grammar: Grammar,
    units: Units,
    cue: Ints,
    pairs: Pairs,
    likely: NDArray[np.float64],
) -> None:
    """Add where unit and cue stand, and what lies between them."""
    unit = pairs.unit
    head, first, last = units.head[unit], units.first[unit], units.last[unit]
    columns.number("size", units.size[unit])
    columns.number("subtree", tokens.right[head] - tokens.left[head] + 1)
    columns.number("distance", head - cue)
    columns.number("before", last < cue)
    columns.number("after", first > cue)
    low, high = np.minimum(cue, head), np.maximum(cue, head)
    columns.number("commas between", grammar.commas[high] - grammar.commas[low])
    columns.number("colons between", grammar.colons[high] - grammar.colons[low])
    columns.number("quotation between", grammar.bounds[high + 1] - grammar.bounds[low + 1])
    likelies = np.concatenate([[0.0], np.cumsum(likely[:-1])])
    columns.score("cues between", likelies[high] - likelies[np.minimum(low + 1, high)])
    begin = np.searchsorted(tokens.sentence, tokens.sentence[cue], side="left")
    end = np.searchsorted(tokens.sentence, tokens.sentence[cue], side="right")
    columns.number("from start", first - begin)
    columns.number("to end", end - last)
    columns.number("sentence length", end - begin)
    columns.number("cue from start", cue - begin)
    columns.number("sentence commas", grammar.commas[end] - grammar.commas[begin])
    columns.score("sentence cues", likelies[end] - likelies[begin])
    rank = np.arange(len(unit)) - np.searchsorted(pairs.cue, pairs.cue, side="left")
    columns.number("rank", rank)
    at = np.searchsorted(tokens.start, tokens.start)  # rows of the neighbours of the unit
    columns.label("tag before", _beside(tokens, at, first - 1))
    columns.label("tag after", _beside(tokens, at, last + 1))
    columns.label("tag after cue", _beside(tokens, at, cue + 1))
    columns.label("tag before cue", _beside(tokens, at, cue - 1))


def _beside(tokens: Tokens, at: NDArray[np.int64], rows: Ints) -> NDArray[np.int32]:
    return tokens.tag[np.clip(rows, 0, len(at) - 1)]


def _quotation(
    columns: Columns, tokens: Tokens, quote: NDArray[np.int64], cue: Ints, head: Ints
) -> None:
    """Add how quotation marks lie about cue and unit."""
    quoted = np.concatenate([[0], np.cumsum(tokens.quote >= 0)])
    columns.number("cue quoted", quote[cue] >= 0)
    columns.number("head quoted", quote[head] >= 0)
    columns.number("same quotation", (quote[cue] >= 0) & (quote[cue] == quote[head]))
    for name, group in (("sentence", tokens.sentence), ("paragraph", tokens.paragraph)):
        begin = np.searchsorted(group, group[cue], side="left")
        end = np.searchsorted(group, group[cue], side="right")
        columns.number(f"{name} quoted before", quoted[cue] - quoted[begin])
        columns.number(f"{name} quoted after", quoted[end] - quoted[cue])


def smoothing_columns(
    columns: Columns,
    name: str,
    tokens: Tokens,
    units: Units,
    pairs: Pairs,
    scores: NDArray[np.float64],
) -> None:
    """Add the first opinion on this pair, and on the cue's pairs beside, above and around it."""
    count = len(scores)
    rows = np.arange(count)
    columns.score(f"{name} own", scores)
    for step in (-2, -1, 1, 2):
        near = np.clip(rows + step, 0, max(count - 1, 0))
        same = (near == rows + step) & (pairs.cue[near] == pairs.cue)
        columns.score(f"{name} beside {step}", np.where(same, scores[near], -1.0))
    governor = units.of[tokens.head[units.top[pairs.unit]]].astype(np.int64)
    width = len(units) + 1
    keys = pairs.cue.astype(np.int64) * width + pairs.unit  # ascending: pairs are in text order
    for where in ("above", "second above"):
        at = np.clip(np.searchsorted(keys, pairs.cue * width + governor), 0, max(count - 1, 0))
        found = keys[at] == pairs.cue * width + governor if count else rows == 0
        columns.score(f"{name} {where}", np.where(found, scores[at], -1.0))
        governor = units.of[tokens.head[units.top[governor]]].astype(np.int64)
    cues = int(pairs.cue.max(initial=0)) + 1
    best = np.zeros(cues)
    np.maximum.at(best, pairs.cue, scores)
    columns.score(f"{name} best of cue", best[pairs.cue])
    columns.number(f"{name} below best", 1000 * (best[pairs.cue] - scores))
    weight = np.bincount(pairs.cue, scores * units.size[pairs.unit], minlength=cues)
    columns.number(f"{name} weight of cue", 10 * weight[pairs.cue])
