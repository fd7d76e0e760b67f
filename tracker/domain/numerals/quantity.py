"""Quantities: what a number says before anybody compares it, and the words numbers are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.domain.figure import Number
from tracker.domain.numerals.tokens import Token, token_at, word_at, words_match

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "lakh": 10**5,
    "crore": 10**7,
}
WORDS = SMALL | TENS | SCALES
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
ORDINALS = frozenset({"first", "second", *PARTS} - {"half", "quarter"})

MOST = 10**15
"""Above this a float no longer tells neighbours apart, and no newsroom counts."""
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read from tokens; ``end`` is the token after it.

    ``value`` None is vague ("hundreds"). ``whole`` things are counted one by one; ``soft`` numbers
    are no hard bound ("a couple"); a ``share`` is in percent ("a third of"); ``bare`` digits may
    be a year or a name; ``doubtful`` ones ("2.500") need a unit. A refused number has no meaning.
    """

    end: int
    value: Number | None = None
    whole: bool = True
    soft: bool = False
    share: bool = False
    scale: int = 1
    bare: bool = False
    doubtful: bool = False
    refused: bool = False

    def scaled(self, scale: int) -> Quantity:
        """Take over the scale that stands only at a range's other end: "5 to 10 million"."""
        if self.value is None:
            return self
        return replace(self, value=number(Decimal(str(self.value)) * scale), scale=scale)


def number(value: Decimal) -> Number:
    """Make a whole number an int, any other a float."""
    return int(value) if value == value.to_integral_value() else float(value)


def scale_at(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Read up to two scale words ("hundred thousand"), also after a hyphen, and where they end."""
    scale = 1
    for _ in range(2):
        here = at + 1 if word_at(tokens, at) == "-" and token_at(tokens, at).glued else at
        if word_at(tokens, here) not in SCALES:
            break
        scale *= SCALES[word_at(tokens, here)]
        at = here + 1
    return scale, at


def halved_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and a half" stands here."""
    return words_match(tokens, at, ("and", "a", "half"))


def with_half(tokens: Sequence[Token], value: Decimal | int, at: int) -> Quantity:
    """Finish "two and a half million" from where "and a half" stands."""
    scale, end = scale_at(tokens, at + 3)
    return Quantity(end, number((value + HALF) * scale), whole=False, scale=scale)
