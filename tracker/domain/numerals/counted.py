"""What a number counts, in the sentence's own words: "civilians killed", "workers".

Without a parser: a window on either side of the number, closed by the words that end a noun
phrase or a clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.domain.numerals.comparators import comparator_at
from tracker.domain.numerals.deeds import (
    COSTS,
    DEEDS,
    LEADS_BY_OF,
    NAMES_OF_HARM,
    PARTICIPLES,
    REACHED,
    ROLES,
    STATES,
)
from tracker.domain.numerals.expressions import Expression
from tracker.domain.numerals.measures import CURRENCIES, MAGNITUDE, PERCENT
from tracker.domain.numerals.nouns import (
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    PREPOSITIONS,
    SPEECH,
    is_adverb,
)
from tracker.domain.numerals.phrases import Phrase, phrase_at
from tracker.domain.numerals.tokens import Token, word_at
from tracker.domain.numerals.words import quantity_at

_WINDOW = 8
_SUBSETS = frozenset({"including", "includes", "included", "include", "among", "them", "whom"})
"""After these a number is part of another: "killing five, including two children"."""
_SEEN = frozenset(
    {"reported", "confirmed", "feared", "found", "presumed", "believed", "listed", "declared"}
)
"""Verbs that pass a deed on: "were reported missing"."""
_ENDS_OF_CLAUSE = BREAKS | {"how", "never", "not", "why"}
_ANYBODY = frozenset({"anybody", "anyone", "anything"})
_LINKS = frozenset({",", "and", "or", "another", "plus"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: a noun phrase, and a deed that was found before or behind it."""

    phrase: Phrase
    deed: str = ""
    led: bool = False
    followed: bool = False

    @property
    def words(self) -> str:
        """The noun phrase and the deed, each once."""
        words = self.phrase.words
        said = any(DEEDS.get(word) for word in words.lower().split())
        return words if said else " ".join(filter(None, (words, self.deed)))


def counted_at(
    tokens: Sequence[Token], text: str, number: Expression, before: Counted | None
) -> Counted:
    """Read what an expression counts; ``before`` is what the one before it counts."""
    if not _is_followed_by_noun(tokens, number):
        return Counted(Phrase("", "", number.end))
    counted = Counted(phrase_at(tokens, text, number.noun or number.end))
    behind = max(counted.phrase.end, number.end)
    if number.unit is not None or is_part(tokens, number):
        return counted
    if counted.phrase.head in ("lives", "life"):
        return replace(counted, deed="lost" if _lost(tokens, number, counted.phrase) else "")
    if deed := deed_ahead(tokens, _past_aside(tokens, behind)):
        return replace(counted, deed=deed, followed=True)
    if deed := _deed_behind(tokens, number.first):
        return replace(counted, deed=deed, led=True)
    if before and before.led and before.deed and follows(tokens, before, number):
        said = word_at(tokens, counted.phrase.end) in SPEECH
        return counted if said else replace(counted, deed=before.deed, led=True)
    return counted


def _is_followed_by_noun(tokens: Sequence[Token], number: Expression) -> bool:
    """Tell "12 tonnes of grain", "a 7% raise", "a 12-year sentence" from "12 years"."""
    share = number.unit == PERCENT
    if number.unit is None or "of" in (word_at(tokens, number.end), tokens[number.end - 1].word):
        return True
    if share and word_at(tokens, number.end) in DETERMINERS:
        return True
    described = word_at(tokens, number.first - 1) in DETERMINERS | {"with"}
    hyphen = word_at(tokens, number.end - 2) == "-"
    return (
        hyphen or number.unit == MAGNITUDE or (described and (share or number.unit in CURRENCIES))
    )


def is_part(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether a number is part of the one before it: "14 killed, including two children"."""
    return word_at(tokens, number.first - 1) in _SUBSETS


def follows(tokens: Sequence[Token], before: Counted, number: Expression) -> bool:
    """Whether a number stands in one enumeration with what was counted before it."""
    between = tokens[before.phrase.end : number.first][: len(_LINKS)]
    linked = before.phrase.end + len(between) == number.first
    return bool(between) and linked and all(token.word in _LINKS for token in between)


def _lost(tokens: Sequence[Token], number: Expression, phrase: Phrase) -> bool:
    before = tokens[max(0, number.first - 3) : number.first]
    return any(token.word in COSTS for token in (*before, *tokens[phrase.end : phrase.end + 3]))


def _past_aside(tokens: Sequence[Token], at: int) -> int:
    """Pass over an aside: "three people, one of them a child, were killed"."""
    if word_at(tokens, at) != ",":
        return at
    for here in range(at + 1, min(at + _WINDOW, len(tokens))):
        if tokens[here].text == ",":
            goes_on = word_at(tokens, here + 1) in AUXILIARIES
            return here + 1 if goes_on else at
    return at


def deed_ahead(tokens: Sequence[Token], at: int) -> str:
    """Find "were injured", "dead", "who died" behind what is counted."""
    told = False
    for here in range(at, min(at + _WINDOW, len(tokens))):
        word = tokens[here].word
        if not tokens[here].is_word or tokens[here].opening or word in _ENDS_OF_CLAUSE:
            return ""
        if word == "that" and here > at:
            return ""
        if word in PARTICIPLES or (word == "taken" and word_at(tokens, here + 1) in ROLES):
            if told or here == at or word in STATES:
                active = not told and word not in STATES and _has_object(tokens, here + 1)
                return "" if active else _deed(tokens, here)
        elif told and word not in AUXILIARIES and word not in _SEEN and not is_adverb(word):
            return ""
        told = told or word in AUXILIARIES
    return ""


def _deed(tokens: Sequence[Token], at: int) -> str:
    """Name the deed, of which "shot dead", "shot down" and "taken hostage" are two words long."""
    word, after = word_at(tokens, at), word_at(tokens, at + 1)
    if word == "taken":
        return "captured"
    if word == "shot" and after in ("dead", "down"):
        return "killed" if after == "dead" else "shot down"
    return DEEDS[word]


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether a deed is done to what follows: "12 soldiers killed a man"."""
    if word_at(tokens, at) in DETERMINERS | _ANYBODY or quantity_at(tokens, at) is not None:
        return True
    _, end = comparator_at(tokens, at)
    return end > at and quantity_at(tokens, end) is not None


def _deed_behind(tokens: Sequence[Token], at: int) -> str:
    """Find "killing", "wounded", "death toll rose to" before a number."""
    joined = False
    for here in range(at - 1, max(-1, at - 1 - _WINDOW), -1):
        token, before = tokens[here], word_at(tokens, here - 1)
        word = token.word
        if tokens[here + 1].opening and token.text != ":":
            return ""
        if word in DEEDS or (word == "down" and before in ("shot", "shooting")):
            passive = joined and (before in AUXILIARIES or word in NAMES_OF_HARM)
            return "" if passive else ("shot down" if word == "down" else DEEDS[word])
        if word == "lives" and any(word_at(tokens, here - step) in COSTS for step in (1, 2)):
            return DEEDS["killed"]
        if _closes(tokens, here):
            return ""
        joined = joined or word == "and"
    return ""


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Whether no deed further back can belong to the number."""
    token, before = tokens[at], word_at(tokens, at - 1)
    word = token.word
    if word in ("of", "to", "at"):
        return before not in (LEADS_BY_OF if word == "of" else REACHED)
    if word in REACHED or word == ":":
        return False
    if not token.is_word or word in SPEECH or word in PREPOSITIONS:
        return True
    if word in BREAKS - {"and", "as"} or word.endswith(("ed", "ing")):
        return True
    return quantity_at((token,), 0) is not None
