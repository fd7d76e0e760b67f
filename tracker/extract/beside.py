"""Beside a verb: the phrases next to it in a sentence that may name whoever says it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tracker.extract.naming import naming_of
from tracker.extract.speech import FINITE, NAMING
from tracker.extract.words import Word

RELATIVE = frozenset({"WDT", "WP", "WP$"})
_CALLED = frozenset({"identified", "known", "named"})
_BETWEEN = frozenset({"among", "of", "for", "and", "at", "with", "in", "from", "on"})


def phrase_before(words: Sequence[Word], at: int) -> tuple[int, Sequence[Word]]:
    """The phrase that ends right before a verb, with its apposition, and where it begins."""
    if at and words[at - 1].text == ",":  # "its chairman, Milan Hork, said"
        inner, _ = _plain_before(words, at - 1)
        if inner > 1 and words[inner - 1].lower_ == "as" and words[inner - 2].lower_ in _CALLED:
            inner -= 2  # "its chairman, known as Hork, said"
        if inner < at - 1 and inner and words[inner - 1].text == ",":
            outer, _ = _plain_before(words, inner - 1)
            if outer < inner - 1:
                return outer, words[outer : at - 1]
        return at, ()
    return _plain_before(words, at)


def told_of_before(words: Sequence[Word], at: int) -> tuple[int, Sequence[Word]]:
    """The phrase before a clause that tells of it: "(…,) a diver who saw it (reported)"."""
    comma = next((place for place in range(at - 1, 0, -1) if words[place].text == ","), 0)
    end = next((one for one in range(comma, at) if words[one].tag_ in ("WP", "WDT")), 0)
    if not comma or end <= comma + 1 or not all(map(_names, words[comma + 1 : end])):
        return at, ()
    return comma + 1, words[comma + 1 : end]


def before_clause(words: Sequence[Word], at: int) -> tuple[int, Sequence[Word]]:
    """The phrase before a clause between commas: "a diver from Selm, who saw it, (reported)"."""
    comma = next((place for place in range(at - 2, 0, -1) if words[place].text == ","), 0)
    if not comma or words[at - 1].text != "," or words[comma + 1].tag_ not in ("WP", "WP$"):
        return at, ()
    return _plain_before(words, comma)


def _names(word: Word) -> bool:
    doing = word.tag_ in ("VBG", "VBN") and word.dep_ in ("amod", "compound")  # "returning officer"
    joins = word.lower_ in _BETWEEN or word.text == "-" or _is_to_somebody(word)
    return word.pos_ in NAMING or joins or doing or _is_part_of_a_name(word)


def _is_to_somebody(word: Word) -> bool:
    """Whether a "to" tells whose a person is: "an assistant to the minister"."""
    return word.lower_ == "to" and word.dep_ == "prep" and word.head.pos_ in ("NOUN", "PROPN")


def _is_part_of_a_name(word: Word) -> bool:
    """Whether a word between names is taken for another kind: "Naw Eh Say", "Per Hallin"."""
    capital = word.text[0].isupper() and word.text[1:].islower()
    taken_for_another = word.pos_ in ("ADP", "INTJ", "X")
    return capital and taken_for_another and word.i > 0 and bool(word.nbor(-1).is_alpha)


def _plain_before(words: Sequence[Word], at: int) -> tuple[int, Sequence[Word]]:
    first = at
    while first and _names(words[first - 1]):
        first -= 1
    return first, words[first:at]


def phrase_after(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The phrase right behind a verb that stands right behind a comma: "…, replied the union"."""
    if not at or words[at - 1].text not in (",", "”", '"'):
        return ()
    end = _end_of_name(words, at + 1)
    if end < len(words) - 1 and words[end].text == ",":  # "replied the minister, Jana Kol"
        further = _end_of_name(words, end + 1)
        called = words[end + 1 : further]
        article = 1 if called and called[0].lower_ == "the" and len(called) > 1 else 0
        named = all(one.pos_ == "PROPN" for one in called[article:])
        if further > end + 1 and named and (further == len(words) or words[further].is_punct):
            end = further
    goes_on = end < len(words) and words[end].tag_ in (*FINITE, "TO")  # "said he knew"
    return () if goes_on else words[at + 1 : end]


def _end_of_name(words: Sequence[Word], at: int) -> int:
    while at < len(words) and _names(words[at]) and words[at].tag_ not in RELATIVE:
        at += 1
    return at


def names_somebody(phrase: Sequence[Word], *, surely: bool) -> bool:
    """Whether a phrase names a speaker; where it stands as one, a noun of any kind will do."""
    naming = naming_of(list(phrase))
    known = bool(naming.kind or naming.name or naming.pronoun)
    if phrase[0].tag_ in ("WP", "WP$", "WDT"):
        return False
    noun = phrase[-1].pos_ in ("NOUN", "PROPN") or phrase[0].lower_ == "one"
    return known or (not surely and noun and not _is_several(phrase))


def _is_several(phrase: Sequence[Word]) -> bool:
    """Whether two phrases stand side by side: "(…,) a crime his defence (says …)"."""
    return any(
        one.tag_ in ("DT", "PRP$") and before.pos_ == "NOUN" for before, one in pairwise(phrase)
    )
