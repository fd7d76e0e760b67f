"""Occurrences: the nouns that events are called by, and the verbs that tell of the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tracker.extract.words import Word

_OF_GUNS = frozenset({"cease", "come", "exchange", "hold", "open", "return", "trade", "under"})
"""What leads to the fire of guns: "opened fire", "came under fire"."""


class Occurrence(NamedTuple):
    """What an event may be called, and whether the word for it charges somebody."""

    noun: str
    charges: bool


def is_gunfire(noun: Word) -> bool:
    """Whether fire is that of guns, and burns nothing."""
    return noun.lower_ == "fire" and noun.head.lemma_.lower() in _OF_GUNS


def is_occurrence(noun: Word) -> bool:
    """Whether a noun says what an event was: "explosion", and no "alarm"."""
    return noun.pos_ == "NOUN" and not {noun.lemma_.lower(), noun.lower_}.isdisjoint(_nouns())


def is_deed(word: Word) -> bool:
    """Whether a word is a verb, also where a headline's was taken for a noun: "Train derails"."""
    lemma = word.lemma_.lower()
    return word.pos_ == "VERB" or (lemma in _verbs() and lemma not in _nouns())


def occurrences_in(words: Iterable[Word]) -> dict[str, Occurrence]:
    """What the verbs among some words tell to have happened, by the noun for it."""
    found: dict[str, Occurrence] = {}
    for word in words:
        one = _verbs().get(word.lemma_.lower()) if is_deed(word) else None
        if one is not None and not any(child.dep_ == "neg" for child in word.children):
            found.setdefault(one.noun, one)
    return found


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for one, others, _, _ in _lines() for noun in (one, *others))


@cache
def _verbs() -> Mapping[str, Occurrence]:
    return {
        verb: Occurrence(noun, charges)
        for noun, _, plain, charging in _lines()
        for verbs, charges in ((plain, False), (charging, True))
        for verb in verbs
    }


@cache
def _lines() -> tuple[tuple[str, list[str], list[str], list[str]], ...]:
    """The noun, others for the same, verbs that charge nobody, and verbs that do."""
    text = files("tracker.extract").joinpath("occurrences.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and line[0] != "#"]
    return tuple(map(_parts, lines))


def _parts(line: str) -> tuple[str, list[str], list[str], list[str]]:
    words, _, charging = line.partition("!")
    words, _, plain = words.partition(";")
    noun, _, others = words.partition(":")
    return noun, others.split(), plain.split(), charging.split()
