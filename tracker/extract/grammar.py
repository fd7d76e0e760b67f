"""What the tree says around each token: its dependants by kind, and signs beside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.extract.tokens import DEPS, POS, TAGS, Flags, Ints, Tokens

CHILDREN = {
    "subject": ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"),
    "object": ("dobj", "attr", "oprd", "acomp"),
    "clause": ("ccomp", "xcomp", "parataxis"),
    "modifier": ("acl", "relcl", "advcl"),
    "preposition": ("prep", "agent"),
    "complement": ("pobj", "pcomp"),
    "mark": ("mark",),
    "auxiliary": ("aux", "auxpass"),
    "owner": ("poss",),
    "listener": ("dative",),
}
KINDS = tuple(CHILDREN)
_COMMA, _COLON = TAGS.index(","), TAGS.index(":")


@dataclass(frozen=True)
class Grammar:
    """Facts on each token, one row each, and one more row at the end for "there is none".

    ``child`` gives the first dependant of a kind; ``beside`` the classes of the small words that
    hang on a token: prepositions, particles, auxiliaries, negations, adverbs, times.
    """

    children: Flags
    left_children: Flags
    child: dict[str, Ints]
    beside: Flags
    commas: Ints
    colons: Ints
    bounds: Ints


def dep_flags(names: tuple[str, ...]) -> Flags:
    """Return a table that tells of each number in DEPS if it is one of ``names``."""
    flags = np.zeros(len(DEPS) + 1, dtype=bool)
    flags[[DEPS.index(name) for name in names]] = True
    return flags


_SMALL = dep_flags(
    ("aux", "auxpass", "advmod", "neg", "prt", "prep", "agent", "npadvmod", "mark", "case", "det")
)


def grammar_of(tokens: Tokens) -> Grammar:
    """Look round every token once."""
    count = len(tokens)
    rows = np.arange(count)
    bound = tokens.head != rows
    children = np.zeros((count + 1, len(DEPS) + 1), dtype=bool)
    children[tokens.head[bound], tokens.dep[bound]] = True
    left = np.zeros_like(children)
    before = bound & (rows < tokens.head)
    left[tokens.head[before], tokens.dep[before]] = True
    child = {}
    for kind, names in CHILDREN.items():
        found = np.full(count + 1, count, dtype=np.int32)
        # written backwards, so that the first such child is the one that stays
        those = np.flatnonzero(bound & dep_flags(names)[tokens.dep])[::-1]
        found[tokens.head[those]] = those
        child[kind] = found
    small, classes = np.nonzero(tokens.lexicon & (bound & _SMALL[tokens.dep])[:, None])
    beside = np.zeros((count + 1, tokens.lexicon.shape[1]), dtype=bool)
    beside[tokens.head[small], classes] = True
    return Grammar(
        children=children,
        left_children=left,
        child=child,
        beside=beside,
        commas=running(tokens.tag == _COMMA),
        colons=running(tokens.tag == _COLON),
        bounds=running(np.diff(tokens.quote, prepend=-1) != 0),
    )


def running(flags: NDArray[np.bool_]) -> Ints:
    """Count the flags before each place: ``running[j] - running[i]`` are those in i..j."""
    return np.concatenate([[0], np.cumsum(flags)]).astype(np.int32)


def padded(column: NDArray[np.generic], missing: int) -> NDArray[np.int64]:
    """Append the value of "there is none" to a column of tokens."""
    return np.append(column, np.array([missing], column.dtype)).astype(np.int64)


NO_POS, NO_TAG, NO_DEP = len(POS) + 1, len(TAGS) + 1, len(DEPS) + 1
