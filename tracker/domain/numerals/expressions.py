"""Expressions: a number with its comparator, its range, its whole and its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.domain.figure import Number
from tracker.domain.numerals.amounts import Amount, amount_at, chain_end, range_after
from tracker.domain.numerals.comparators import (
    COMPARATOR_WORDS,
    Comparator,
    comparator_after,
    comparator_at,
)
from tracker.domain.numerals.measures import UNITS_BEFORE
from tracker.domain.numerals.nouns import names_many
from tracker.domain.numerals.quantity import PARTS
from tracker.domain.numerals.tokens import Token, token_at, word_at, words_match
from tracker.domain.numerals.wholes import past_determiner, whole_after
from tracker.domain.numerals.words import NUMBER_WORDS

_NONE_OF = {
    "none": (("none", "of"),),
    "neither": (("neither", "of"),),
    "not": (("not", "one", "of"),),
}
_NOBODY = frozenset({"no", "none", "nobody", "without"})
_TEMPERATURES = frozenset({"degrees", "°C", "°F"})

_WITHOUT_VALUE = frozenset({"a", "an", "the", "few", "many", "several"})
_VALUES = (NUMBER_WORDS | {*PARTS, *_NOBODY, *_NONE_OF, "twice"}) - _WITHOUT_VALUE - {"not"}
_VALUE = re.compile(rf"\d|\b(?:{'|'.join(sorted(_VALUES))})", re.IGNORECASE)

_BEGINNINGS = COMPARATOR_WORDS | NUMBER_WORDS | UNITS_BEFORE | _NOBODY | {*_NONE_OF} | {
    "all", "between", "from", "twice",
}  # fmt: skip
"""The words and marks that an expression can begin with; few tokens are among them."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A number as an interval; ``first``, ``number`` and ``end`` are tokens, ``end`` exclusive.

    ``number`` is where the number itself begins, after its comparator. A ``shy`` expression is a
    figure only where something is said to be counted ("no", "one"); a ``refused`` one never is.
    ``noun`` is the token where what is counted begins, 0 at the end.
    """

    first: int
    number: int
    end: int
    low: Number | None = None
    high: Number | None = None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    of: Number | None = None
    unit: str | None = None
    bare: bool = False
    compared: bool = False
    shy: bool = False
    refused: bool = False
    noun: int = 0


def may_hold_one(text: str) -> bool:
    """Whether some words may hold an expression: a digit, or a word that has a value."""
    return _VALUE.search(text) is not None


def may_begin(token: Token) -> bool:
    """Whether an expression may begin with a token."""
    return token.is_number or token.word in _BEGINNINGS


def expression_at(tokens: Sequence[Token], at: int) -> Expression | None:
    """Read the expression that begins at a token; None where none begins."""
    token = token_at(tokens, at)
    if token.is_number:
        chain = chain_end(tokens, at)
        return Expression(at, at, chain, refused=True) if chain else _compared(tokens, at)
    if not may_begin(token):
        return None
    return _all_of(tokens, at) or _none_of(tokens, at) or _compared(tokens, at)


def _all_of(tokens: Sequence[Token], at: int) -> Expression | None:
    """Read "all 15", "all of the 15"."""
    if word_at(tokens, at) != "all":
        return None
    here = past_determiner(tokens, at + 2 if word_at(tokens, at + 1) == "of" else at + 1)
    amount = amount_at(tokens, here)
    if amount is None or not amount.is_count or amount.value == 1:
        return None
    value = amount.value
    return Expression(at, here, amount.end, low=value, high=value, of=value, compared=True)


def _none_of(tokens: Sequence[Token], at: int) -> Expression | None:
    """Read "none of the 12", and "no", "nobody", "none" where they may count something."""
    word, after = word_at(tokens, at), word_at(tokens, at + 1)
    for words in _NONE_OF.get(word, ()):
        if not words_match(tokens, at, words):
            continue
        here = past_determiner(tokens, at + len(words))
        whole = amount_at(tokens, here)
        if whole is None or not whole.is_count:
            return None
        return Expression(at, here, whole.end, low=0, high=0, of=whole.value, compared=True)
    if word not in _NOBODY or comparator_at(tokens, at)[0]:
        return None
    nobody = (word == "no" and after == "one") or (word == "without" and after == "any")
    end = at + 2 if nobody else at + 1
    return Expression(at, at, end, low=0, high=0, shy=True)


def _compared(tokens: Sequence[Token], at: int) -> Expression | None:
    """Read "at least two", "between 10 and 15", "14 of 15", "20 or more"."""
    comparators, here = _comparators(tokens, at)
    opener = word_at(tokens, here) if word_at(tokens, here) in ("between", "from") else ""
    if opener:
        more, here = _comparators(tokens, here + 1)
        comparators += more
    low = amount_at(tokens, here)
    if low is None:
        return None
    pair = range_after(tokens, low, opener)
    if opener and pair is None:
        return None
    if pair is not None:
        return _ranged(tokens, at, pair, comparators)
    return _with_rest(tokens, at, low, comparators)


def _with_rest(
    tokens: Sequence[Token], at: int, low: Amount, comparators: tuple[Comparator, ...]
) -> Expression:
    """Add what follows the number: "or more", or the whole that it is a part of."""
    noun = 0
    after, end = comparator_after(tokens, low.end)
    if after is None and names_many(word_at(tokens, low.end)):
        noun = low.end
        after, end = comparator_after(tokens, noun + 1)
    if after is not None:
        return replace(_bounded(low, (*comparators, after), at), end=end, noun=noun)
    expression = _bounded(low, comparators, at)
    whole = whole_after(tokens, low)
    if whole is None:
        return expression
    return replace(
        expression, of=whole.value, end=whole.end, noun=whole.noun, compared=True, shy=False
    )


def _comparators(tokens: Sequence[Token], at: int) -> tuple[tuple[Comparator, ...], int]:
    """Read up to two comparators: "at least about"."""
    found: list[Comparator] = []
    for _ in range(2):
        comparator, at = comparator_at(tokens, at)
        if comparator is None:
            break
        found.append(comparator)
    return tuple(found), at


def _ranged(
    tokens: Sequence[Token],
    at: int,
    pair: tuple[Amount, Amount],
    comparators: tuple[Comparator, ...],
) -> Expression:
    low, high = pair
    exact = set(comparators) <= {Comparator.EXACTLY}
    about = comparator_after(tokens, high.end)
    return Expression(
        at,
        low.start,
        about[1] if about[0] is Comparator.ABOUT else high.end,
        low=low.value,
        high=high.value,
        approximate=not exact or about[0] is Comparator.ABOUT,
        unit=low.unit,
        bare=low.quantity.bare and low.unit is None,
        compared=True,
        refused=low.quantity.refused or high.quantity.refused,
    )


def _bounded(amount: Amount, comparators: tuple[Comparator, ...], at: int) -> Expression:
    quantity = amount.quantity
    bound = next((one for one in comparators if one is not Comparator.ABOUT), None)
    soft = quantity.soft and not (quantity.share and bound)
    below_zero = bound is Comparator.LESS and amount.value == 0
    low, high = _bounds(amount, bound)
    open_ended = not amount.is_count
    return Expression(
        at,
        amount.start,
        amount.end,
        low=low,
        high=high,
        low_open=open_ended and bound is Comparator.MORE and low is not None,
        high_open=open_ended and bound is Comparator.LESS and high is not None,
        approximate=soft or Comparator.ABOUT in comparators,
        unit=amount.unit,
        bare=quantity.bare and amount.unit is None,
        compared=bool(comparators),
        shy=amount.value in (0, 1) and not (bound or amount.unit or quantity.bare),
        refused=quantity.refused or below_zero,
    )


def _bounds(amount: Amount, bound: Comparator | None) -> tuple[Number | None, Number | None]:
    """Return both ends; whole things are counted from the next number on."""
    value = amount.value
    if value is None or amount.quantity.refused:
        return None, None
    floor = None if amount.unit in _TEMPERATURES else 0
    step = 1 if amount.is_count else 0
    match bound:
        case Comparator.AT_LEAST:
            return value, None
        case Comparator.MORE:
            return value + step, None
        case Comparator.AT_MOST:
            return floor, value
        case Comparator.LESS:
            return floor, max(value - step, 0) if step else value
        case _:
            return value, value
