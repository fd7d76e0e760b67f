"""Stretches: which paragraphs in a row tell of one event, by the words that they share.

After M. A. Hearst, "TextTiling" (1997): a text changes its subject where a paragraph has little in
common with those before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from math import log
from typing import NamedTuple

from tracker.extract.dating import DATES
from tracker.extract.happenings import things_in
from tracker.extract.parsed_text import ParsedText, Sentence

_ENOUGH = 0.7
"""What a paragraph must share with those before it, in words that few paragraphs have."""
_GOES_ON = 0.5
"""What it counts to begin with a pronoun or a quotation."""
_TURNS = -0.8
"""What it counts to begin with "meanwhile", or with another place."""
_ONE_STORY = ((250, 1.0), (700, 0.7), (1_000, 0.1))
"""A text of so few words tells of one event, if nothing speaks against it."""
_EVERYWHERE = 0.4
"""Words that tell paragraphs apart no better are not looked at."""
_EARLIER = 0.5
_RECENT = 4
_LONGEST = 8
"""Sentences of a paragraph, at most, that are looked at as one."""
_ELSEWHERE = frozenset({"meanwhile", "separately", "elsewhere"})
_WHERE, _NAMED_WITHIN = frozenset({"in", "at", "near", "across"}), 7
"""What leads to a place, and within how many words its name stands."""
_HEADING = 25
"""A first line of so few words is a heading: what follows belongs to it."""
_QUOTES = frozenset("\"“'‘«„")
_PRONOUNS = frozenset({"he", "she", "they", "it", "this", "that", "these", "those", "his", "her"})


class _Unit(NamedTuple):
    start: int
    roots: frozenset[str]
    opens: str
    turns: bool
    words: int


class _Before:
    """What a stretch has spoken of so far, and just now."""

    def __init__(self) -> None:
        self._all: set[str] = set()
        self._recent: deque[frozenset[str]] = deque(maxlen=_RECENT)

    def add(self, unit: _Unit) -> None:
        """Go on with a paragraph."""
        self._all |= unit.roots
        self._recent.append(unit.roots)

    def cohesion(self, unit: _Unit, weighs: Mapping[str, float]) -> float:
        """How much a paragraph shares with those before it."""
        recent = frozenset[str]().union(*self._recent)
        shared = sum(
            weighs[root] * (1.0 if root in recent else _EARLIER) for root in unit.roots & self._all
        )
        goes_on = unit.opens in _PRONOUNS or unit.opens in _QUOTES
        return shared + _GOES_ON * goes_on + _TURNS * unit.turns


class Stretches:
    """The stretches of a text, each from where it begins."""

    def __init__(self, text: ParsedText) -> None:
        units = list(_units(text))
        weighs = _weighs(units)
        words = sum(unit.words for unit in units)
        bonus = next((counts for most, counts in _ONE_STORY if words < most), 0.0)
        self._starts: list[int] = []
        before = _Before()
        for number, unit in enumerate(units):
            heading = number == 1 and units[0].words <= _HEADING
            if not number or (not heading and before.cohesion(unit, weighs) + bonus < _ENOUGH):
                before = _Before()
                self._starts.append(unit.start)
            before.add(unit)

    def at(self, position: int) -> int:
        """The number of the stretch that a position of the text lies in."""
        return max(0, bisect_right(self._starts, position) - 1)


def _units(text: ParsedText) -> list[_Unit]:
    units: list[_Unit] = []
    sentences: list[Sentence] = []
    for sentence in text.sentences:
        apart = sentences and text.paragraph_at(sentence.span.start) != text.paragraph_at(
            sentences[0].span.start
        )
        if sentences and (apart or len(sentences) == _LONGEST):
            units.append(_unit(sentences))
            sentences = []
        sentences.append(sentence)
    return [*units, _unit(sentences)] if sentences else units


def _unit(sentences: Sequence[Sentence]) -> _Unit:
    words = [word for sentence in sentences for word in sentence.tokens if not word.is_space]
    opens = words[0].lower_ if words else ""
    leads = words[1:_NAMED_WITHIN]
    turns = opens in _ELSEWHERE or (
        opens in _WHERE and any(word.pos_ == "PROPN" and word.lower_ not in DATES for word in leads)
    )
    return _Unit(sentences[0].span.start, frozenset(things_in(words)), opens, turns, len(words))


def _weighs(units: Sequence[_Unit]) -> Mapping[str, float]:
    """How much a root tells paragraphs apart, 0–1."""
    spread = Counter(root for unit in units for root in unit.roots)
    every = log(len(units) + 1)
    weighs = {root: 1 - log(count) / every for root, count in spread.items()}
    return {root: one if one >= _EVERYWHERE else 0.0 for root, one in weighs.items()}
