"""Numbers in claims, as intervals with what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from math import inf

Number = int | float
_ABOUT = 0.1
"""The share that "about" may leave out or add."""
_LEAST = 0.001
VAGUE = "vague"
"""The interval of a figure in words that give no bound: "dozens"."""
_VAGUE = {"several": 3, "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200}
_LARGE = {"thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}


class Harm(StrEnum):
    """What a count of people or things harmed is a count of; different harms are never compared."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTURED = "captured"
    CASUALTIES = "casualties"


_HARM_WORDS = {
    Harm.KILLED: (
        r"kill(?:ed|ing|ings|s)?|dea(?:d|ths?)|die[ds]?|dying|fatalit(?:y|ies)|lives lost|slain|"
        r"murder(?:ed|s)?|massacred|executed"
    ),
    Harm.INJURED: r"injur(?:ed|ies|y|ing)|wound(?:ed|ing|s)?|hurt",
    Harm.MISSING: r"missing|unaccounted",
    Harm.CAPTURED: (
        r"captured|taken (?:prisoner|hostage|captive)|detained|abducted|kidnapped|hostages?"
    ),
    Harm.CASUALTIES: r"casualt(?:y|ies)|victims?|(?<!job )losses",
}
_HARMS = {
    harm: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for harm, words in _HARM_WORDS.items()
}


@dataclass(frozen=True)
class Figure:
    """A number in a claim as a closed or half-open interval.

    ``low`` or ``high`` None is unbounded on that side; ``low_open``/``high_open`` exclude the
    bound itself. An approximate figure ("about 20") and a vague one ("dozens") have soft bounds:
    they never contradict another. ``of`` is the whole ("14 of 15"), ``unit`` what it is measured
    in ("years", "%", "USD"; None for a bare count), ``counts`` what it counts ("civilians killed").
    """

    text: str
    low: Number | None = None
    high: Number | None = None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    of: Number | None = None
    unit: str | None = None
    counts: str = ""

    @property
    def harm(self) -> Harm | None:
        """The harm that is counted, if one is named; an amount ("losses of $3m") harms nobody."""
        if self.unit is not None:
            return None
        return next((harm for harm, words in _HARMS.items() if words.search(self.counts)), None)

    def meets(self, other: Figure) -> bool:
        """Whether both figures can be true of the same count; other units measure other things."""
        if self.approximate or other.approximate or self.unit != other.unit:
            return True
        return not (_lies_below(self, other) or _lies_below(other, self))

    @property
    def size(self) -> Number:
        """The first bound that is more than nothing; 0 where there is none."""
        return next((one for one in (self.low, self.high) if one), 0)

    @property
    def least(self) -> Number | None:
        """What it cannot be less than, also where it is vague: "dozens" are two dozen or more."""
        if self.low is not None or self.high is not None:
            return self.low
        words = self.text.lower().split()
        few = next((_VAGUE[one] for one in words if one in _VAGUE), None)
        many = next((_LARGE[one] for one in words if one in _LARGE), None)
        return (few or 2) * many if many else few

    def distance(self, other: Figure) -> float:
        """How far two figures of one count lie apart, as a share of the larger; 0 if they meet.

        An approximate figure reaches a tenth to either side; beyond that it cannot be meant alike.
        """
        if None not in (self.unit, other.unit) and self.unit != other.unit:
            return 0.0
        (low, high), (bottom, top) = _reach(self), _reach(other)
        gap = max(bottom - high, low - top)
        if gap > 0:
            return gap / max(abs(bottom), abs(low))
        exact = self.unit == other.unit and not (self.approximate or other.approximate)
        return _LEAST if exact and not self.meets(other) else 0.0

    @property
    def interval(self) -> str:
        """The interval in mathematical notation: "[2, ∞)", "≈20", "≈[10, 15]"."""
        if self.low is None and self.high is None:
            return VAGUE
        if self.approximate and self.low == self.high:
            return f"≈{self.low}"
        left = "(-∞" if self.low is None else f"{'(' if self.low_open else '['}{self.low}"
        right = "∞)" if self.high is None else f"{self.high}{')' if self.high_open else ']'}"
        return f"{'≈' if self.approximate else ''}{left}, {right}"


def _reach(figure: Figure) -> tuple[Number, Number]:
    """The bounds of a figure; an approximate one reaches a tenth further."""
    low, high = _bottom(figure), _top(figure)
    if not figure.approximate:
        return low, high
    return low - abs(low) * _ABOUT, high + abs(high) * _ABOUT


def _lies_below(one: Figure, other: Figure) -> bool:
    """Whether all of one interval lies below the other, which open ends may decide."""
    top, bottom = _top(one), _bottom(other)
    return top < bottom or (top == bottom and (one.high_open or other.low_open))


def _bottom(figure: Figure) -> Number:
    return -inf if figure.low is None else figure.low


def _top(figure: Figure) -> Number:
    return inf if figure.high is None else figure.high
