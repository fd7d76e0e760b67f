"""Numbers in claims, as intervals with what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from math import inf

Number = int | float


class Harm(StrEnum):
    """What a count of people or things harmed is a count of; different harms are never compared."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTURED = "captured"
    CASUALTIES = "casualties"


_HARM_WORDS = {
    Harm.KILLED: r"kill(?:ed|ing|s)?|dea(?:d|ths?)|died|fatalit(?:y|ies)|lives lost",
    Harm.INJURED: r"injur(?:ed|ies|y)|wound(?:ed|s)?|hurt",
    Harm.MISSING: r"missing|unaccounted",
    Harm.CAPTURED: r"captured|taken prisoner|detained|abducted|hostages?",
    Harm.CASUALTIES: r"casualt(?:y|ies)|victims?|losses",
}


@dataclass(frozen=True)
class Figure:
    """A number in a claim as a closed or half-open interval.

    ``low`` or ``high`` None is unbounded on that side; ``low_open``/``high_open`` exclude the
    bound itself. An approximate figure ("about 20") and a vague one ("dozens") have soft bounds:
    they never contradict another. ``of`` is the whole ("14 of 15"), ``unit`` what it is measured
    in, ``counts`` what it counts ("civilians killed").
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
        """The harm that is counted, if one is named."""
        for harm, words in _HARM_WORDS.items():
            if re.search(rf"\b(?:{words})\b", self.counts, re.IGNORECASE):
                return harm
        return None

    def meets(self, other: Figure) -> bool:
        """Whether both figures can be true of the same count."""
        if self.approximate or other.approximate:
            return True
        first, second = sorted((self, other), key=lambda figure: _bottom(figure))
        top, bottom = _top(first), _bottom(second)
        if top != bottom:
            return top > bottom
        return not (first.high_open or second.low_open)

    @property
    def interval(self) -> str:
        """The interval in mathematical notation: "[2, ∞)", "≈20"."""
        if self.approximate:
            middle = self.low if self.low is not None else self.high
            return f"≈{middle}" if middle is not None else "vague"
        if self.low is None and self.high is None:
            return "vague"
        left = "(-∞" if self.low is None else f"{'(' if self.low_open else '['}{self.low}"
        right = "∞)" if self.high is None else f"{self.high}{')' if self.high_open else ']'}"
        return f"{left}, {right}"


def _bottom(figure: Figure) -> float:
    return -inf if figure.low is None else float(figure.low)


def _top(figure: Figure) -> float:
    return inf if figure.high is None else float(figure.high)
