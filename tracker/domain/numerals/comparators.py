"""Comparators: the words and signs that say on which side of a number the truth lies."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from tracker.domain.numerals.tokens import Token, token_at, word_at, words_match


class Comparator(StrEnum):
    """How what is counted stands to the number that is named."""

    EXACTLY = "="
    AT_LEAST = "≥"
    MORE = ">"
    AT_MOST = "≤"
    LESS = "<"
    ABOUT = "≈"


_BEFORE = {
    Comparator.EXACTLY: ("exactly", "precisely", "="),
    Comparator.AT_LEAST: (
        "at least", "not fewer than", "no fewer than", "not less than", "no less than",
        "a minimum of", "as few as", "> =", "≥",
    ),
    Comparator.MORE: (
        "more than", "over", "above", "exceeding", "greater than", "in excess of", "upwards of",
        "upward of", ">",
    ),
    Comparator.AT_MOST: (
        "up to", "as many as", "as much as", "no more than", "not more than", "at most",
        "at the most", "a maximum of", "< =", "≤",
    ),
    Comparator.LESS: ("fewer than", "less than", "under", "below", "<"),
    Comparator.ABOUT: (
        "about", "around", "roughly", "approximately", "approx", "approx .", "circa", "some",
        "nearly", "almost", "close to", "an estimated", "estimated", "≈", "~",
    ),
}  # fmt: skip
_AFTER = {
    Comparator.AT_LEAST: ("or more", "and more", "or above", "- plus", "+"),
    Comparator.AT_MOST: ("or fewer", "or less", "or under"),
    Comparator.ABOUT: ("or so", "- odd"),
}
_SOFTENERS = frozenset({"well", "just", "far", "slightly", "only"})
"""Words that may stand before "over", "more than", "under"."""


def _by_first_word(
    phrases: dict[Comparator, tuple[str, ...]],
) -> dict[str, tuple[tuple[tuple[str, ...], Comparator], ...]]:
    split = [(tuple(words.split()), kind) for kind, every in phrases.items() for words in every]
    split.sort(key=lambda entry: -len(entry[0]))
    return {
        first: tuple(entry for entry in split if entry[0][0] == first)
        for first in {words[0] for words, _ in split}
    }


_BEFORE_BY_WORD = _by_first_word(_BEFORE)
_AFTER_BY_WORD = _by_first_word(_AFTER)
COMPARATOR_WORDS = frozenset(_BEFORE_BY_WORD) | _SOFTENERS
"""The words and signs that a comparator before its number begins with."""


def comparator_at(tokens: Sequence[Token], at: int) -> tuple[Comparator | None, int]:
    """Read a comparator that stands before its number, and where it ends."""
    here = at
    if word_at(tokens, at) in _SOFTENERS:
        here += 1
    comparator, end = _read(_BEFORE_BY_WORD, tokens, here)
    if tokens[here : here + 1] and tokens[here].text == "~" and not token_at(tokens, end).glued:
        return None, at  # a bullet
    return (comparator, end) if comparator else (None, at)


def comparator_after(tokens: Sequence[Token], at: int) -> tuple[Comparator | None, int]:
    """Read a comparator that stands after its number ("or more", "+"), and where it ends."""
    comparator, end = _read(_AFTER_BY_WORD, tokens, at)
    token = token_at(tokens, at)
    # "2 + 3" adds; "2+" and "200-plus" compare.
    if token.text in ("+", "-") and not token.glued:
        return None, at
    return comparator, end


def _read(
    phrases: dict[str, tuple[tuple[tuple[str, ...], Comparator], ...]],
    tokens: Sequence[Token],
    at: int,
) -> tuple[Comparator | None, int]:
    for words, comparator in phrases.get(word_at(tokens, at), ()):
        if words_match(tokens, at, words):
            return comparator, at + len(words)
    return None, at
