"""Noun phrases behind a number: "long-range cruise missiles", "members of parliament"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from tracker.domain.numerals.deeds import DEEDS
from tracker.domain.numerals.nouns import (
    COUNTED,
    DETERMINERS,
    STOPS,
    is_adverb,
    looks_plural,
    names_many,
)
from tracker.domain.numerals.tokens import Token, token_at, word_at, words_match

_MOST_WORDS = 5
_MOST_WITHOUT_PLURAL = 3
_POSSESSED = frozenset({"the", "its", "their", "his", "her", "our", "those", "these", "all"})
_SKIPPED = frozenset({"of", "more", "other", "additional", "further", "such"}) | _POSSESSED
_STRONG = ("-", "strong")
_MOST_SKIPPED = 3
_VERBAL = ("ed", "ing")
_INSIDE = frozenset({"-", "'", "."})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a noun phrase; ``head`` is its noun, ``end`` the token after it."""

    words: str
    head: str
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the phrase with what is glued to it: "Iranian-made", "U.S."."""

    first: Token
    last: Token
    end: int

    @property
    def is_noun(self) -> bool:
        return self.last.word in COUNTED or looks_plural(self.last.word)


def phrase_at(tokens: Sequence[Token], text: str, at: int) -> Phrase:
    """Read the noun phrase that begins behind a number; empty where none does."""
    start = at + 2 if words_match(tokens, at, _STRONG) else at
    for _ in range(_MOST_SKIPPED):
        if word_at(tokens, start) not in _SKIPPED:
            break
        start += 1
    words = _words(tokens, start)
    if not words:
        return Phrase("", "", at)
    head, end = words[-1].last.word, words[-1].end
    last = words[-1].last
    if word_at(tokens, end) == "of":
        behind = end + 2 if word_at(tokens, end + 1) in DETERMINERS else end + 1
        more = _words(tokens, behind)
        if more:
            last, end = more[-1].last, more[-1].end
    return Phrase(text[words[0].first.start : last.end], head, end)


def _words(tokens: Sequence[Token], at: int) -> list[_Word]:
    """Gather words up to the noun: the last plural of a chain, or else a few words."""
    words: list[_Word] = []
    while len(words) < _MOST_WORDS:
        word = _word(tokens, words[-1].end if words else at)
        if word is None:
            break
        if words and words[-1].is_noun and not _continues(words[-1], word):
            break
        words.append(word)
    nouns = [place for place, word in enumerate(words) if word.is_noun]
    return words[: nouns[-1] + 1] if nouns else _few(words)


def _continues(noun: _Word, word: _Word) -> bool:
    """Whether a noun only describes the next: "sports fans", "Dallas police officers"."""
    return word.first.text.islower() and (word.is_noun or noun.first.text[0].isupper())


def _few(words: list[_Word]) -> list[_Word]:
    """Keep what may be a noun without a plural: "aircraft", "raise", not "fled"."""
    kept = takewhile(lambda word: not word.last.word.endswith(_VERBAL), words)
    return list(kept)[:_MOST_WITHOUT_PLURAL]


def _word(tokens: Sequence[Token], at: int) -> _Word | None:
    """Read one word of the phrase; None where the phrase has ended."""
    first = token_at(tokens, at)
    end = _end_of_word(tokens, at)
    if first.is_number:
        return _Word(first, tokens[end - 1], end) if end > at + 1 else None
    abbreviation = first.text.isupper() and len(first.text) > 1
    if not first.is_word or first.opening or (first.word in STOPS and not abbreviation):
        return None
    if is_adverb(first.word) and not _describes(tokens, end):
        return None
    if end == at + 1 and first.word in DEEDS and not names_many(first.word):
        after = word_at(tokens, end)
        # "12 wounded soldiers" counts soldiers, "12 wounded" does not.
        return _Word(first, first, end) if after in COUNTED or looks_plural(after) else None
    return _Word(first, tokens[end - 1], end)


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adverb's next word describes what is counted: "internally displaced people"."""
    return word_at(tokens, at).endswith("ed") or names_many(word_at(tokens, at + 1))


def _end_of_word(tokens: Sequence[Token], at: int) -> int:
    """Pass over what is glued to a word: "Iranian-made", "F-16", "U.S."."""
    end = at + 1
    while token_at(tokens, end).glued and tokens[end].text in _INSIDE:
        stop = tokens[end].text == "."
        initial = len(tokens[end - 1].text) == 1
        after = token_at(tokens, end + 1)
        if after.glued and (after.is_word or after.is_number) and (initial or not stop):
            end += 2
        else:
            return end + 1 if stop and initial else end
    return end
