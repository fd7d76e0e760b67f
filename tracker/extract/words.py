"""The words of a parsed text, laid out once: reading asks for them more often than it parses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tracker.extract.parsing import Paragraph

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""The tags of verbs that have a tense, and so make a clause."""

_NAMED = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP")
_FLAGS = ("IS_PUNCT", "IS_SPACE", "LIKE_NUM", "IS_ALPHA", "IS_STOP", "IS_QUOTE")
_COLUMNS = ("IDX", "LENGTH", "HEAD", "SENT_START", "SPACY", *_FLAGS, *_NAMED)
_MOST_ROUNDS = 10


class Word:
    """A word, number, mark or blank of a parse; it answers as the parser's token does.

    ``start`` and ``end`` are code points of the text. ``i`` is its place in ``doc``, the words of
    its paragraph; ``left_i`` and ``right_i`` are the places of the first and last that hang on it.
    """

    __slots__ = (
        "dep_", "doc", "end", "head", "i", "is_alpha", "is_punct", "is_quote", "is_sent_start",
        "is_space", "is_stop", "left_i", "lefts", "lemma_", "like_num", "lower_", "pos_", "right_i",
        "rights", "start", "tag_", "text", "whitespace_",
    )  # fmt: skip

    doc: list[Word]
    i: int
    start: int
    end: int
    text: str
    whitespace_: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    head: Word
    lefts: list[Word]
    rights: list[Word]
    left_i: int
    right_i: int
    is_alpha: int
    is_punct: int
    is_quote: int
    is_sent_start: bool
    is_space: int
    is_stop: int
    like_num: int

    def __repr__(self) -> str:
        return self.text

    @property
    def children(self) -> Sequence[Word]:
        """What hangs on it, in order."""
        if not self.rights:
            return self.lefts
        return self.lefts + self.rights if self.lefts else self.rights

    @property
    def left_edge(self) -> Word:
        """The first word of all that hangs on it."""
        return self.doc[self.left_i]

    @property
    def right_edge(self) -> Word:
        """The last word of all that hangs on it."""
        return self.doc[self.right_i]

    @property
    def ancestors(self) -> Iterator[Word]:
        """What it hangs on, the nearest first."""
        above = self
        while above.head is not above:
            above = above.head
            yield above

    @property
    def subtree(self) -> Iterator[Word]:
        """All that hangs on it and itself, in order."""
        left = [(self, False)]
        while left:  # no recursion: hostile trees are deep
            word, opened = left.pop()
            if opened or not (word.lefts or word.rights):
                yield word
                continue
            left += [(one, False) for one in reversed(word.rights)]
            left.append((word, True))
            left += [(one, False) for one in reversed(word.lefts)]

    @property
    def sent(self) -> list[Word]:
        """The words of its sentence."""
        first, last = self.i, self.i + 1
        while first and not self.doc[first].is_sent_start:
            first -= 1
        while last < len(self.doc) and not self.doc[last].is_sent_start:
            last += 1
        return self.doc[first:last]

    @property
    def text_with_ws(self) -> str:
        """The word with the blank behind it."""
        return self.text + self.whitespace_

    def nbor(self, step: int) -> Word:
        """The word so many places further; at either end of its paragraph the last there is."""
        return self.doc[min(max(self.i + step, 0), len(self.doc) - 1)]


_NOTHING: list[Word] = []


def words_of(paragraphs: Sequence[Paragraph]) -> list[Word]:
    """Lay out the words of parsed paragraphs."""
    names = Names(paragraphs)
    return [word for paragraph in paragraphs for word in _laid_out(paragraph, names)]


def _laid_out(paragraph: Paragraph, names: Mapping[int, str]) -> list[Word]:
    columns = np.asarray(paragraph.doc.to_array(list(_COLUMNS))).astype(np.uint64)
    place, length, step, *flags = columns[:, : -len(_NAMED)].astype(np.int64).T.tolist()
    named = [map(names.__getitem__, each) for each in columns[:, -len(_NAMED) :].T.tolist()]
    heads = [i + by for i, by in enumerate(step)]
    words = [Word() for _ in heads]
    rows = zip(words, heads, *_edges(heads), place, length, *flags, *named, strict=True)
    for i, (  # as plain as can be: nothing else in reading is done as often
        word, head, left, right, at, size, begins, space,
        punct, blank, number, alpha, stop, quote, text, lower, lemma, pos, tag, dep,
    ) in enumerate(rows):  # fmt: skip
        word.doc = words
        word.i = i
        word.start = paragraph.start + at
        word.end = paragraph.start + at + size
        word.text = text
        word.whitespace_ = " " if space else ""
        word.lower_ = lower
        word.lemma_ = lemma
        word.pos_ = pos
        word.tag_ = tag
        word.dep_ = dep
        word.head = words[head]
        word.lefts = word.rights = _NOTHING
        word.left_i = left
        word.right_i = right
        word.is_alpha = alpha
        word.is_punct = punct
        word.is_quote = quote
        word.is_sent_start = begins == 1
        word.is_space = blank
        word.is_stop = stop
        word.like_num = number
    _hang(words)
    _mend(words)
    return words


def _mend(words: Sequence[Word]) -> None:
    """What has an article is a noun, also where the parser takes it for a verb: "the bus stop"."""
    for word in words:
        noun = word.head
        if noun.tag_ == "VB" and word.tag_ == "DT" and word.dep_ == "det":
            noun.tag_, noun.pos_ = "NN", "NOUN"


class Names(dict[int, str]):
    """The parser's numbers as the words that they stand for, each looked up once."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__({0: ""})
        self._strings = paragraphs[0].doc.vocab.strings if paragraphs else None

    def __missing__(self, number: int) -> str:
        self[number] = name = str(self._strings[number]) if self._strings is not None else ""
        return name


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """Find where all that hangs on each word begins and where it ends."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    both = [*enumerate(heads)]
    both += reversed(both)
    for _ in range(_MOST_ROUNDS):  # one, unless branches cross
        for i, head in both:  # min and max by hand: calls would cost more than all else
            left[head] = min(left[head], left[i])
            right[head] = max(right[head], right[i])
        if all(left[head] <= left[i] and right[head] >= right[i] for i, head in enumerate(heads)):
            break
    return left, right


def _hang(words: list[Word]) -> None:
    """Tell each word what hangs on it, in order."""
    for word in words:
        above = word.head
        if word.i < above.i:
            if above.lefts is _NOTHING:
                above.lefts = []
            above.lefts.append(word)
        elif above is not word:
            if above.rights is _NOTHING:
                above.rights = []
            above.rights.append(word)
