"""The words of a parsed text, laid out once: reading asks for them more often than it parses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from tracker.extract.parsing import Paragraph

_NAMED = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP")
_FLAGS = ("IS_PUNCT", "IS_SPACE", "LIKE_NUM", "IS_ALPHA", "IS_STOP", "IS_QUOTE", "SPACY")
_COLUMNS = ("IDX", "LENGTH", "HEAD", "SENT_START", *_FLAGS, *_NAMED)


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
    is_alpha: bool
    is_punct: bool
    is_quote: bool
    is_sent_start: bool
    is_space: bool
    is_stop: bool
    like_num: bool

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
        for word in self.lefts:
            yield from word.subtree
        yield self
        for word in self.rights:
            yield from word.subtree

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
        """The word so many places further."""
        return self.doc[self.i + step]


_NOTHING: list[Word] = []


def words_of(paragraphs: Sequence[Paragraph]) -> list[Word]:
    """Lay out the words of parsed paragraphs."""
    return [word for paragraph in paragraphs for word in _laid_out(paragraph)]


def _laid_out(paragraph: Paragraph) -> list[Word]:
    columns = np.asarray(paragraph.doc.to_array(list(_COLUMNS))).astype(np.uint64)
    place, length, head, begins = columns[:, :4].astype(np.int64).T.tolist()
    flags = columns[:, 4 : 4 + len(_FLAGS)].astype(bool).T.tolist()
    named = (_named(paragraph.doc, column) for column in columns[:, 4 + len(_FLAGS) :].T)
    words = [Word() for _ in place]
    rows = zip(words, place, length, begins, *flags, *named, strict=True)
    for i, row in enumerate(rows):
        word, at, size, first, *row_flags, space, text, lower, lemma, pos, tag, dep = row
        word.doc, word.i, word.left_i, word.right_i = words, i, i, i
        word.lefts = word.rights = _NOTHING
        word.start = paragraph.start + at
        word.end = word.start + size
        word.is_sent_start, word.whitespace_ = first == 1, " " if space else ""
        word.text, word.lower_, word.lemma_ = text, lower, lemma
        word.pos_, word.tag_, word.dep_ = pos, tag, dep
        (word.is_punct, word.is_space, word.like_num, word.is_alpha, word.is_stop,
         word.is_quote) = row_flags  # fmt: skip
    _hang(words, head)
    return words


def _named(doc: Doc, column: NDArray[np.uint64]) -> list[str]:
    strings, known = doc.vocab.strings, {0: ""}
    keys = column.tolist()
    for key in keys:
        if key not in known:
            known[key] = strings[key]
    return [known[key] for key in keys]


def _hang(words: list[Word], heads: list[int]) -> None:
    """Tie each word to its head, and find where all that hangs on it begins and ends."""
    order = []
    for word, step in zip(words, heads, strict=True):
        above = word.head = words[word.i + step]
        if not step:
            order.append(word)
        elif step > 0:
            if above.lefts is _NOTHING:
                above.lefts = []
            above.lefts.append(word)
        else:
            if above.rights is _NOTHING:
                above.rights = []
            above.rights.append(word)
    for word in order:  # grows while it is walked: from the top of each tree down
        order += word.lefts
        order += word.rights
    for word in reversed(order):
        above = word.head
        above.left_i = min(above.left_i, word.left_i)
        above.right_i = max(above.right_i, word.right_i)
