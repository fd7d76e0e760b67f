"""What a text hints of whom a name means: a man or a woman, or no more than a place."""

from __future__ import annotations

from itertools import takewhile

from tracker.extract.dating import DATES
from tracker.extract.kinds_of_sources import is_person, words_of
from tracker.extract.words import Word

_SEXES = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WITHIN = frozenset({"in", "near", "outside", "inside", "across", "through"})
_BESIDE = frozenset({"on", "at", "into", "around", "towards", "toward", "to", "from"})
_REACH = 12
"""Words behind a name, or behind the "who" that takes it up, among which a pronoun means it."""


def sex_of(noun: Word) -> str:
    """The sex that the text itself hints at, "m" or "f": "Krol said her office", "Lenz, who … his".

    It is "" where another person is named before the pronoun, who may be meant.
    """
    clause = next((one for one in noun.rights if one.dep_ == "relcl"), None)
    if clause is not None and (sex := _next_pronoun(clause.left_edge)):
        return sex
    verb = noun.head
    if noun.dep_ not in _SUBJECTS or _has_owner(noun):
        return ""
    return _next_pronoun(verb)


def is_spot(noun: Word) -> bool:
    """Whether a name is but where something is: "in Selm", "on Mill Square"."""
    lead = noun.head.lower_ if noun.dep_ == "pobj" else ""
    return lead in _WITHIN or (lead in _BESIDE and noun.lower_ in words_of("spot"))


def _next_pronoun(first: Word) -> str:
    doc = first.doc
    words = takewhile(lambda one: not _is_another(one), doc[first.i : first.i + _REACH])
    return next((_SEXES[one.lower_] for one in words if one.lower_ in _SEXES), "")


def _is_another(word: Word) -> bool:
    """Whether a word names somebody else, or what is no longer told of whoever speaks."""
    name = word.pos_ == "PROPN" and word.lower_ not in DATES
    return bool(name or word.is_quote or word.text == ".") or is_person(word.lemma_.lower())


def _has_owner(noun: Word) -> bool:
    """Whether another is named beside: "a lawyer for Krol's family, Ada Lenz, said he was ill"."""
    left = noun.doc[noun.left_edge.i : noun.right_edge.i + 1]
    return any(one.tag_ == "POS" for one in left)
