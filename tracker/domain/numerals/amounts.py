"""Amounts: a number with its unit or currency, and two of them as a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.domain.figure import Number
from tracker.domain.numerals.measures import CURRENCIES, PERCENT, TIMES, unit_after, unit_before
from tracker.domain.numerals.quantity import Quantity
from tracker.domain.numerals.tokens import Token, token_at, word_at
from tracker.domain.numerals.words import quantity_at

_YEARS = range(1000, 2200)
_CHANGES = frozenset(
    {
        "rose", "risen", "rise", "rises", "rising", "fell", "fallen", "fall", "falls", "falling",
        "grew", "grown", "grow", "climbed", "dropped", "drop", "jumped", "slipped", "increased",
        "increase", "decreased", "decrease", "raised", "raise", "raising", "reduced", "cut",
        "lowered", "changed", "change", "went", "up", "down", "surged", "soared", "declined",
    }
)  # fmt: skip
_CHANGE_WINDOW = 5
_SCORES = frozenset(
    {
        "won", "lost", "beat", "beaten", "defeated", "drew", "led", "leads", "voted", "vote",
        "votes", "score", "scored", "ruled", "split",
    }
)  # fmt: skip
_AFTER_SCORES = frozenset(
    {"vote", "victory", "win", "defeat", "loss", "decision", "ruling", "draw", "majority", "lead"}
)
_COMPARED_WITH = frozenset({"as", "the", "that", "its", "his", "her", "their", "more", "a"})
"""After "twice" these make it a multiple."""
_PAIR = 3
"""The tokens of two numbers and what joins them."""
_LOCAL_NUMBER = (3, 4)
"""How many digits stand on either side of a telephone number's hyphen: 555-1234."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit; ``start`` is its first token, ``end`` the token after it."""

    start: int
    end: int
    quantity: Quantity
    unit: str | None

    @property
    def value(self) -> Number | None:
        """The number; None is vague."""
        return self.quantity.value

    @property
    def is_plain(self) -> bool:
        """Whether it is a number that another can be set against."""
        quantity = self.quantity
        return self.value is not None and not (quantity.soft or quantity.refused)

    @property
    def is_count(self) -> bool:
        """Whether it counts whole things, so that "more than 12" begins at 13."""
        return self.is_plain and self.quantity.whole and self.unit is None

    @property
    def may_be_year(self) -> bool:
        """Whether it is written like a year."""
        return self.quantity.bare and self.unit is None and self.value in _YEARS


def amount_at(tokens: Sequence[Token], at: int) -> Amount | None:
    """Read a number with its unit or currency; None where no number begins."""
    if word_at(tokens, at) == "twice":
        compares = word_at(tokens, at + 1) in _COMPARED_WITH
        return None if compares else Amount(at, at + 1, Quantity(at + 1, 2), TIMES)
    before, here = unit_before(tokens, at)
    quantity = quantity_at(tokens, here)
    if quantity is None:
        return None
    unit, end = unit_after(tokens, quantity.end)
    if before:
        return Amount(at, end if unit in CURRENCIES else quantity.end, quantity, before)
    if quantity.share:
        return Amount(at, quantity.end, quantity, PERCENT)
    if quantity.doubtful and unit is None:
        quantity = replace(quantity, refused=True)
    return Amount(at, end, quantity, unit)


def chain_end(tokens: Sequence[Token], at: int) -> int | None:
    """Find the end of numbers strung on hyphens ("2023-05-12", "1-800-555-0199"), three or more."""
    end = at + 1
    while word_at(tokens, end) == "-" and tokens[end].glued:
        after = token_at(tokens, end + 1)
        if not (after.is_number and after.glued):
            break
        end += 2
    return end if end - at > _PAIR else None


def range_after(tokens: Sequence[Token], low: Amount, opener: str) -> tuple[Amount, Amount] | None:
    """Read the range that an amount begins ("10–15", "fifteen to twenty", "two or three").

    ``opener`` is "between", "from" or "". A range that runs downwards, or is a score, a span of
    years or a telephone number, comes back with its upper end refused.
    """
    joiner, at = _joiner(tokens, low.end, opener)
    high = amount_at(tokens, at) if joiner else None
    if high is None or not (low.is_plain and high.is_plain):
        return None
    if high.unit and low.unit and high.unit != low.unit:
        return None
    if joiner == "-" and word_at(tokens, low.end - 2) == "-":
        return None  # "5-foot-11"
    low = _with_scale_of(high, low)
    unit = low.unit or high.unit
    if low.unit != high.unit:
        low, high = replace(low, unit=unit), replace(high, unit=unit)
    rising = _below(low, high)
    if not rising and (opener or joiner == "or"):
        return None
    if opener != "between" and joiner == "to" and _is_change(tokens, low.start):
        return None
    if not rising or _names_something(tokens, low, high, joiner):
        return low, replace(high, quantity=replace(high.quantity, refused=True))
    return low, high


def _joiner(tokens: Sequence[Token], at: int, opener: str) -> tuple[str, int]:
    """Read what joins the ends of a range, and where it ends."""
    here = token_at(tokens, at)
    after = token_at(tokens, at + 1)
    if here.text == "-":
        if here.glued is after.glued and after.text:
            return "-", at + 1
        # "5- to 10-kilogram bombs"
        here, at = after, at + 1
    if here.word == "and" and opener == "between":
        return "and", at + 1
    if here.word in ("to", "or") and opener != "between":
        return here.word, at + 1
    return "", at


def _with_scale_of(high: Amount, low: Amount) -> Amount:
    scale = high.quantity.scale
    if low.quantity.scale > 1 or scale == 1:
        return low
    scaled = replace(low, quantity=low.quantity.scaled(scale))
    return scaled if _below(scaled, high) else low


def _below(low: Amount, high: Amount) -> bool:
    return low.value is not None and high.value is not None and low.value < high.value


def _is_change(tokens: Sequence[Token], at: int) -> bool:
    """Whether "from 5 to 7" says how something changed, which is two figures and no range."""
    if word_at(tokens, at - 1) != "from":
        return False
    return any(word_at(tokens, at - 1 - step) in _CHANGES for step in range(1, _CHANGE_WINDOW + 1))


def _names_something(tokens: Sequence[Token], low: Amount, high: Amount, joiner: str) -> bool:
    if low.may_be_year and high.may_be_year:
        return True
    before, after = word_at(tokens, low.start - 1), word_at(tokens, high.end)
    if joiner in ("-", "to") and (before in _SCORES or after in _AFTER_SCORES):
        return True
    ends = (tokens[low.end - 1], tokens[high.end - 1])
    shape = tuple(len(token.text) for token in ends)
    bare = low.quantity.bare and high.quantity.bare and low.unit is None
    return joiner == "-" and bare and shape == _LOCAL_NUMBER
