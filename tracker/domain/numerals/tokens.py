"""Tokens of a text: words, numbers in digits, and marks, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_FOLD = str.maketrans("０１２３４５６７８９．，％＄‐‑‒–’", "0123456789.,%$----'")
"""One code point for one, so that places in the text stay true."""

_TOKEN = re.compile(
    r"(?P<number>[0-9]{1,3}(?:[ '\u00a0\u2009\u202f][0-9]{3})+(?![0-9]|-[^\W0-9])"
    r"|[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<word>[^\W0-9]+)"
    r"|(?P<mark>\S)"
)
_ESCAPE = re.compile("(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b\\][^\x07\x1b\n]*(?:\x07|\x1b\\\\)?")
"""What tells a terminal to do something; its numbers count nothing."""
_ENDS = frozenset('.!?:;…"“”«»([{•*—')
"""After these a capital letter says nothing about the word."""


class Token(NamedTuple):
    """A word, a number or a mark; ``start``–``end`` are code points, end exclusive.

    ``word`` is in lower case. A ``glued`` token touches the one before; an ``opening`` one stands
    first in its sentence, quotation or line.
    """

    text: str
    word: str
    start: int
    end: int
    is_number: bool = False
    is_word: bool = False
    glued: bool = False
    opening: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it has a capital that its place does not ask for."""
        return self.is_word and self.text[0].isupper() and not self.opening


NOTHING = Token("", "", 0, 0)
"""What stands before the first token and after the last."""


def tokens_of(text: str) -> tuple[Token, ...]:
    """Cut a text into tokens."""
    folded = text.translate(_FOLD)
    if "\x1b" in folded or "\x9b" in folded:
        folded = _ESCAPE.sub(lambda found: " " * len(found[0]), folded)
    tokens: list[Token] = []
    before = NOTHING
    initial = False
    for match in _TOKEN.finditer(folded):
        word, kind = match[0], match.lastgroup
        start, end = match.span()
        gap = folded[before.end : start]
        glued = bool(tokens) and not gap
        opening = not tokens or "\n" in gap or (before.text in _ENDS and not initial)
        before = Token(
            word, word.lower(), start, end, kind == "number", kind == "word", glued, opening
        )
        # The stop of "U.S. troops" ends no sentence.
        initial = before.glued and before.text == "." and _is_initial(tokens[-1])
        tokens.append(before)
    return tuple(tokens)


def _is_initial(token: Token) -> bool:
    return len(token.text) == 1 and token.text.isupper()


def token_at(tokens: Sequence[Token], at: int) -> Token:
    """Return the token at a place, or nothing beyond either end."""
    return tokens[at] if 0 <= at < len(tokens) else NOTHING


def word_at(tokens: Sequence[Token], at: int) -> str:
    """Return the word at a place in lower case; "" beyond either end."""
    return tokens[at].word if 0 <= at < len(tokens) else ""


def words_match(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Whether these words stand here, one after the other."""
    if word_at(tokens, at) != words[0]:
        return False
    return all(word_at(tokens, at + step) == word for step, word in enumerate(words))
