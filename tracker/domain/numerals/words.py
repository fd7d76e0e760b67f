"""Numbers in words: "twenty-two", "a hundred and fifty", "half a million", "hundreds of"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile
from math import prod

from tracker.domain.numerals.digits import digits_at
from tracker.domain.numerals.measures import UNIT_WORDS
from tracker.domain.numerals.quantity import (
    HALF,
    MOST,
    ORDINALS,
    PARTS,
    SCALES,
    SMALL,
    TENS,
    WORDS,
    Quantity,
    halved_at,
    number,
    scale_at,
    with_half,
)
from tracker.domain.numerals.tokens import Token, token_at, word_at

_PLURALS = frozenset({f"{word}s" for word in SCALES} | {"tens", "scores"})
NUMBER_WORDS = _PLURALS | frozenset(
    {*WORDS, "a", "an", "the", "half", "couple", "several", "few", "many"}
)
"""The words that a number can begin with."""
_AFTER_SCORES = frozenset({"were", "are", "have", "more", "dead", "killed", "injured", "wounded"})
_WHOLES = frozenset({"of", "the", "its", "their", "his", "her", "our", "all"})
"""What follows "half" where half of something is meant."""
_APART = frozenset({"others", "more"})


def quantity_at(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Read the number that begins at a token; None where none begins."""
    token = token_at(tokens, at)
    if token.is_number:
        return digits_at(tokens, at)
    if not token.is_word:
        return None
    return _vague(tokens, at) or _part(tokens, at) or _worded(tokens, at)


def _vague(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Read "hundreds of", "tens of thousands", "several hundred", "a few dozen", "a couple of"."""
    here = at + 1 if word_at(tokens, at) in ("a", "the") else at
    word = word_at(tokens, here)
    if word == "couple":
        return _couple(tokens, here)
    if word in ("several", "few", "many"):
        scale, end = scale_at(tokens, here + 1)
        return Quantity(_past_of(tokens, end), soft=True) if scale > 1 else None
    if here > at or word not in _PLURALS:
        return None
    end = here + 1
    if word == "scores" and not _are_twenties(tokens, here):
        return None
    while word_at(tokens, end) == "of" and word_at(tokens, end + 1) in _PLURALS:
        end += 2
    return (
        None if word == "tens" and end == here + 1 else Quantity(_past_of(tokens, end), soft=True)
    )


def _couple(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Read "a couple of (hundred)"; "the couple" is two people who belong together."""
    end = _past_of(tokens, at + 1)
    scale, after = scale_at(tokens, end)
    if scale == 1 and end == at + 1:
        return None
    return Quantity(_past_of(tokens, after), 2 * scale, soft=True, scale=scale)


def _are_twenties(tokens: Sequence[Token], at: int) -> bool:
    """Tell "scores of people" and "Scores were hurt" from what a test or a match yields."""
    after = word_at(tokens, at + 1)
    return after == "of" or (tokens[at].opening and after in _AFTER_SCORES)


def _past_of(tokens: Sequence[Token], at: int) -> int:
    return at + 1 if word_at(tokens, at) == "of" else at


def _part(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Read a fraction: "half a million", "a quarter of", "two-thirds"."""
    first = word_at(tokens, at)
    halves = at + 1 if first in ("a", "an") else at
    if word_at(tokens, halves) == "half":
        return _half(tokens, halves)
    above = 1 if first == "a" else SMALL.get(first, 0)
    hyphen = word_at(tokens, at + 1) == "-"
    here = at + 2 if hyphen else at + 1
    below_word = word_at(tokens, here)
    below = PARTS.get(below_word.removesuffix("s") if above > 1 else below_word, 0)
    if not 0 < above < below:
        return None
    if word_at(tokens, here + 1) == "of":
        return _part_of(tokens, above, below, here + 2)
    # "three quarters" without "of" may be nine months.
    sure = hyphen or word_at(tokens, at - 1) == "by" or (above > 1 and below_word != "quarters")
    return _share(above, below, here + 1) if sure else None


def _part_of(tokens: Sequence[Token], above: int, below: int, at: int) -> Quantity:
    if word_at(tokens, at) not in ("a", "an"):
        return _share(above, below, at)
    scale, end = scale_at(tokens, at + 1)
    if scale > 1 or word_at(tokens, at + 1) in UNIT_WORDS:
        return Quantity(end, number(Decimal(above * scale) / below), whole=False, scale=scale)
    return _share(above, below, at)


def _half(tokens: Sequence[Token], at: int) -> Quantity | None:
    after = word_at(tokens, at + 1)
    article = after in ("a", "an")
    scale, end = scale_at(tokens, at + 2 if article else at + 1)
    if scale > 1:
        whole = scale == SCALES["dozen"]
        return Quantity(end, number(scale * HALF), whole=whole, scale=scale)
    if article and word_at(tokens, at + 2) in UNIT_WORDS:
        return Quantity(at + 2, float(HALF), whole=False)
    if after in _WHOLES:
        return _share(1, 2, _past_of(tokens, at + 1))
    return None


def _share(above: int, below: int, end: int) -> Quantity:
    value = number(round(Decimal(100 * above) / below, 2))
    return Quantity(end, value, whole=False, soft=True, share=True)


def _worded(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Read number words: "a hundred and fifty", "two million three hundred thousand"."""
    article = word_at(tokens, at) in ("a", "an")
    words, end = _run(tokens, at + 1 if article else at)
    if not words or (words[0] in SCALES) is not article:
        return None
    value = _evaluated(["one", *words] if article else words)
    ordinal = word_at(tokens, end + 1 if word_at(tokens, end) == "-" else end) in ORDINALS
    if value is None or value > MOST or (ordinal and words[-1] not in SMALL):
        return Quantity(end, refused=True)
    if halved_at(tokens, end) and words[-1] in SMALL:
        return with_half(tokens, value, end)
    scales = [SCALES[word] for word in takewhile(SCALES.__contains__, reversed(words))]
    shared = len(scales) == sum(word in SCALES for word in words)
    return Quantity(end, value, scale=prod(scales) if shared else 1)


def _run(tokens: Sequence[Token], at: int) -> tuple[list[str], int]:
    """Gather the number words that stand together, with "and" and hyphens between them."""
    words: list[str] = []
    while True:
        word = word_at(tokens, at)
        if words and token_at(tokens, at).opening:
            return words, at
        if word in WORDS:
            words.append(word)
        elif not words or not _joins(tokens, at, words[-1]):
            return words, at
        at += 1


def _joins(tokens: Sequence[Token], at: int, before: str) -> bool:
    """Tell "a hundred and two" from "a hundred, and two others"."""
    after = token_at(tokens, at + 1)
    if word_at(tokens, at) == "-":
        return after.word in WORDS and after.glued
    adds = after.word in SMALL or after.word in TENS
    apart = word_at(tokens, at + 2) in _APART
    return word_at(tokens, at) == "and" and before in SCALES and adds and not apart


def _evaluated(words: list[str]) -> int | None:
    """Add up number words; None where they are no number, as in "nineteen eighty-four"."""
    total, group, ceiling, room = 0, 0, MOST, 100
    for word in words:
        value = WORDS[word]
        if word not in SCALES:
            if value >= room:
                return None
            group, room = group + value, 10 if word in TENS else 0
        elif word == "hundred":
            if not 0 < group < value:
                return None
            group, room = group * value, 100
        else:
            if group == 0 or value >= ceiling:
                return None
            total, group, ceiling = total + group * value, 0, value
            room = 0 if word == "dozen" else 100
    return total + group
