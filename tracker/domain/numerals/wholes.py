"""Wholes: what a number is a part of ("14 of 15", "two out of three", "nine drivers in ten")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.figure import Number
from tracker.domain.numerals.amounts import Amount, amount_at
from tracker.domain.numerals.nouns import PREPOSITIONS, STOPS, names_many
from tracker.domain.numerals.tokens import Token, word_at, words_match

_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "those", "these", "my"})
_ROUND = frozenset({10, 100, 1000})
"""In "nine in 10" these are a whole; in "two in three attacks" three is not."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole of a part; ``end`` is the token after both, ``noun`` where the noun begins."""

    value: Number
    end: int
    noun: int


def whole_after(tokens: Sequence[Token], part: Amount) -> Whole | None:
    """Read the whole that follows a part; None where there is none."""
    if not part.is_count:
        return None
    noun_between = names_many(word_at(tokens, part.end))
    here = part.end + 1 if noun_between else part.end
    whole = _whole(tokens, here, part, noun_between=noun_between)
    if whole is None or not whole.is_count or whole.may_be_year:
        return None
    if whole.value is None or part.value is None or whole.value < part.value:
        return None
    return Whole(whole.value, whole.end, part.end if noun_between else whole.end)


def past_determiner(tokens: Sequence[Token], at: int) -> int:
    """Pass over "all the" and its like."""
    at = at + 1 if word_at(tokens, at) == "all" else at
    return at + 1 if word_at(tokens, at) in _DETERMINERS else at


def _whole(tokens: Sequence[Token], at: int, part: Amount, *, noun_between: bool) -> Amount | None:
    if words_match(tokens, at, ("out", "of")):
        return amount_at(tokens, past_determiner(tokens, at + 2))
    if word_at(tokens, at) == "of" and part.value != 1 and not noun_between:
        return amount_at(tokens, past_determiner(tokens, at + 1))
    if word_at(tokens, at) != "in":
        return None
    whole = amount_at(tokens, at + 1)
    if whole is None or whole.value in _ROUND:
        return whole
    said = not noun_between and (part.value == 1 or _is_told(tokens, whole))
    return whole if said else None


def _is_told(tokens: Sequence[Token], whole: Amount) -> bool:
    """Tell "two in three said" from "two in three attacks" and "two in 12"."""
    after = word_at(tokens, whole.end)
    return after in STOPS and after not in PREPOSITIONS and not whole.quantity.bare
