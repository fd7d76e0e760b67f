"""Cuts sentences into units: the pieces that are, whole, part of what is said or of who says it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.extract.tokens import DEPS, POS, Flags, Ints, Tokens, listed

_OWN = np.zeros(len(DEPS) + 1, dtype=bool)
_OWN[
    [
        DEPS.index(each)
        for each in listed(
            "ROOT acl acomp advcl appos attr ccomp conj csubj csubjpass dative dobj meta "
            "npadvmod nsubj nsubjpass oprd parataxis pcomp pobj poss relcl xcomp nmod intj dep"
        )
    ]
] = True
_OWN[len(DEPS)] = True
_PREPOSITION = np.zeros(len(DEPS) + 1, dtype=bool)
_PREPOSITION[[DEPS.index("prep"), DEPS.index("agent")]] = True
_OBJECT = np.zeros(len(DEPS) + 1, dtype=bool)
_OBJECT[[DEPS.index("pobj"), DEPS.index("pcomp")]] = True
_SILENT = (POS.index("PUNCT"), POS.index("SPACE"))


@dataclass(frozen=True)
class Units:
    """Pieces of sentences, one row each, in text order.

    ``of`` gives each token's row; ``head`` the token that stands for the piece (of "of the
    ministry": ministry), ``top`` the one that governs it, ``first`` and ``last`` its edges.
    """

    of: Ints
    head: Ints
    top: Ints
    first: Ints
    last: Ints
    size: Ints

    def __len__(self) -> int:
        return len(self.head)


def silent(tokens: Tokens) -> Flags:
    """Tell which tokens are no words."""
    return np.isin(tokens.pos, _SILENT)


def clause_units(tokens: Tokens) -> Units:
    """Cut where a phrase or a clause begins, and at quotation marks."""
    count = len(tokens)
    rows = np.arange(count)
    own = _OWN[tokens.dep] | (tokens.head == rows)
    group = np.where(own, rows, -1)
    for level in range(int(tokens.depth.max(initial=0)) + 1):
        here = np.flatnonzero((tokens.depth == level) & ~own)
        group[here] = group[tokens.head[here]]
    # a preposition belongs with what follows it
    objects = np.flatnonzero(_OBJECT[tokens.dep] & _PREPOSITION[tokens.dep[tokens.head]])
    group[tokens.head[objects]] = objects
    return _gathered(tokens, group)


def sentence_units(tokens: Tokens) -> Units:
    """Cut at the ends of sentences and at quotation marks."""
    return _gathered(tokens, tokens.sentence.astype(np.int64))


def _gathered(tokens: Tokens, group: NDArray[np.int64]) -> Units:
    """Number the groups, each cut by quotation, in the order of their first tokens."""
    count = len(tokens)
    if not count:
        none = np.zeros(0, np.int32)
        return Units(none, none, none, none, none, none)
    key = group.astype(np.int64) * (len(tokens.quotes) + 2) + tokens.quote + 1
    _, first, where = np.unique(key, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty(len(first), dtype=np.int64)
    rank[order] = np.arange(len(first))
    of = rank[where]
    loud = ~silent(tokens)
    # the governing token: least depth, words before punctuation
    weight = tokens.depth.astype(np.int64) + np.where(loud, 0, 1000)
    by_unit = np.lexsort((np.arange(count), weight, of))
    edges = np.searchsorted(of[by_unit], np.arange(len(first)))
    top = by_unit[edges]
    head = top.copy()
    rows = np.arange(count)
    named = np.flatnonzero(group == rows) if group.max(initial=0) < count else rows[:0]
    same = named[loud[named]]
    head[of[same]] = same
    last = np.zeros(len(first), dtype=np.int64)
    np.maximum.at(last, of, rows)
    size = np.bincount(of, weights=loud, minlength=len(first))
    return Units(
        of=of.astype(np.int32),
        head=head.astype(np.int32),
        top=top.astype(np.int32),
        first=first[order].astype(np.int32),
        last=last.astype(np.int32),
        size=size.astype(np.int32),
    )
