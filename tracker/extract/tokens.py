"""The words of a text as columns of numbers: what the parser knows, and the lexicon's classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tracker.domain.article import Span
from tracker.extract.cues import class_names, classes_of
from tracker.extract.quotes import Quote, quotes
from tracker.extract.words import Names

if TYPE_CHECKING:
    from tracker.extract.parsing import Paragraph

Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a line."""
    return tuple(words.split())


POS = listed("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE")
TAGS = listed(
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS "
    "PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``"
)
DEPS = listed(
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj "
    "csubj csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass "
    "nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp"
)

# the first two are asked for by number below
_COLUMNS = ("IDX", "LENGTH", "POS", "TAG", "DEP", "HEAD", "SENT_START", "LEMMA", "SHAPE", "LOWER")


@dataclass(frozen=True)
class Tokens:
    """The tokens of a text, one row each; positions are code points of the text.

    ``pos``, ``tag`` and ``dep`` number POS, TAGS and DEPS (one past the last: unknown);
    ``head``, ``left`` and ``right`` are rows: the governor, and the edges of the subtree.
    ``quote`` is the row of ``quotes`` that the token lies in, or -1.
    """

    start: Ints
    end: Ints
    pos: Ints
    tag: Ints
    dep: Ints
    head: Ints
    sentence: Ints
    paragraph: Ints
    depth: Ints
    left: Ints
    right: Ints
    quote: Ints
    capital: Flags
    lexicon: Flags
    lower: tuple[str, ...]
    quotes: tuple[Quote, ...]

    def __len__(self) -> int:
        return len(self.start)


def tokens_of(text: str, paragraphs: tuple[Paragraph, ...]) -> Tokens:
    """Lay the parsed paragraphs of ``text`` out as columns."""
    rows = [np.asarray(each.doc.to_array(list(_COLUMNS))).astype(np.uint64) for each in paragraphs]
    sizes = np.array([len(each) for each in rows], dtype=np.int64)
    table = np.concatenate([*rows, np.zeros((0, len(_COLUMNS)), np.uint64)])
    column = {name: table[:, number] for number, name in enumerate(_COLUMNS)}
    starts = np.array([each.start for each in paragraphs], dtype=np.int64)
    start = column["IDX"].astype(np.int64) + np.repeat(starts, sizes)
    head = np.arange(len(table)) + column["HEAD"].astype(np.int64)
    paragraph = np.repeat(np.arange(len(rows)), sizes)
    first = np.ones(len(table), bool)
    first[1:] = (column["SENT_START"][1:] == 1) | (paragraph[1:] != paragraph[:-1])
    words = _Words(paragraphs)
    depth, left, right = _tree(head)
    lengths = [int(each[-1, 0] + each[-1, 1]) if len(each) else 0 for each in rows]
    pieces = tuple(
        Span(each.start, each.start + length)
        for each, length in zip(paragraphs, lengths, strict=True)
    )
    found = quotes(text, pieces)
    return Tokens(
        start=start.astype(np.int32),
        end=(start + column["LENGTH"].astype(np.int64)).astype(np.int32),
        pos=words.numbered(column["POS"], POS),
        tag=words.numbered(column["TAG"], TAGS),
        dep=words.numbered(column["DEP"], DEPS),
        head=head.astype(np.int32),
        sentence=(np.cumsum(first) - 1).astype(np.int32),
        paragraph=paragraph.astype(np.int32),
        depth=depth,
        left=left,
        right=right,
        quote=_quoted(start, found),
        capital=words.capitals(column["SHAPE"]),
        lexicon=words.classes(column["LEMMA"], column["LOWER"], column["POS"]),
        lower=words.texts(column["LOWER"]),
        quotes=found,
    )


class _Words:
    """Turns the parser's hashes back into words, each different one once."""

    def __init__(self, paragraphs: tuple[Paragraph, ...]) -> None:
        self._names = Names(paragraphs)

    def texts(self, hashes: NDArray[np.uint64]) -> tuple[str, ...]:
        return tuple(map(self._names.__getitem__, hashes.tolist()))

    def numbered(self, hashes: NDArray[np.uint64], names: tuple[str, ...]) -> Ints:
        different, where = np.unique(hashes, return_inverse=True)
        known = {name: number for number, name in enumerate(names)}
        numbers = [known.get(self._names[each], len(names)) for each in different.tolist()]
        return np.array(numbers, dtype=np.int32)[where] if numbers else np.zeros(0, np.int32)

    def capitals(self, hashes: NDArray[np.uint64]) -> Flags:
        different, where = np.unique(hashes, return_inverse=True)
        flags = np.array([self._names[each][:1] == "X" for each in different.tolist()], dtype=bool)
        return flags[where] if len(different) else np.zeros(0, bool)

    def classes(
        self, lemmas: NDArray[np.uint64], lower: NDArray[np.uint64], pos: NDArray[np.uint64]
    ) -> Flags:
        # one key for lemma and part of speech: hashes are spread evenly, so xor keeps them apart
        keys = lemmas ^ (pos * np.uint64(0x9E3779B97F4A7C15))
        _, first, where = np.unique(keys, return_index=True, return_inverse=True)
        flags = np.zeros((len(first), len(class_names())), dtype=bool)
        forms = (
            map(self._names.__getitem__, column[first].tolist()) for column in (lemmas, lower, pos)
        )
        for row, form in zip(flags, zip(*forms, strict=True), strict=True):
            if numbers := classes_of(*form):
                row[list(numbers)] = True
        return flags[where]


def _tree(head: NDArray[np.int64]) -> tuple[Ints, Ints, Ints]:
    """Measure each token's depth and the edges of its subtree."""
    rows = np.arange(len(head))
    depth = np.zeros(len(head), dtype=np.int32)
    at = head
    moved = at != rows
    while moved.any():
        depth += moved
        following = head[at]
        moved = moved & (following != at)
        at = following
    left, right = rows.copy(), rows.copy()
    for level in range(int(depth.max(initial=0)), 0, -1):
        here = np.flatnonzero(depth == level)
        np.minimum.at(left, head[here], left[here])
        np.maximum.at(right, head[here], right[here])
    return depth, left.astype(np.int32), right.astype(np.int32)


def _quoted(start: NDArray[np.int64], found: tuple[Quote, ...]) -> Ints:
    begins = np.array([each.start for each in found], dtype=np.int64)
    ends = np.array([each.end for each in found], dtype=np.int64)
    if not len(begins):
        return np.full(len(start), -1, dtype=np.int32)
    at = np.searchsorted(begins, start, side="right") - 1
    return np.where((at >= 0) & (start < ends[at]), at, -1).astype(np.int32)
