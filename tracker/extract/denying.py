"""Denying: whether the grammar says that a deed was not done, or that there was no such thing."""

from __future__ import annotations

from itertools import pairwise

from tracker.extract.words import Word

UNDOING = frozenset(
    """no not n't n’t never none nobody nothing neither nor nowhere without hardly""".split()  # noqa: SIM905
)
_FAILING = frozenset({"fail", "refuse", "decline", "stop", "avoid", "deny"})
_DENYING = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "advmod", "preconj"})
_AFTER_ALL = frozenset("still instead now already even always".split())  # noqa: SIM905
_REACH = 12
"""Words after a verb among which a bound may stand."""


def denied(verb: Word, but: Word | None = None) -> bool:
    """Whether a verb is said not to have been: by its own words, its nouns' or what governs it."""
    if _bounded(verb):
        return False
    undone = sum(
        child.dep_ == "neg" or (child.lower_ in UNDOING and child.dep_ in _DENYING)
        for child in verb.children
        if child != but
    )
    for child in verb.children:
        if child != but and child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "dative"):
            undone += any(undoes(one) for one in child.lefts)
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _FAILING:
        undone += 1
    joined = verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not _stands_alone(verb)
    if joined and not any(one.lower_ == "but" and one.i < verb.i for one in verb.head.rights):
        undone += any(one.dep_ == "neg" for one in verb.head.children)
    return undone % 2 == 1


def undoes(word: Word) -> bool:
    """Whether a word before a noun says there was none; "no more than" only bounds."""
    following = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return word.lower_ in UNDOING and following not in ("more", "less", "fewer", "later", "longer")


def _bounded(verb: Word) -> bool:
    """Whether "not" only bounds: "cannot have come later than noon"."""
    words = [one.lower_ for one in verb.doc[verb.i : verb.i + _REACH]]
    return any(
        (one, other)
        in (("later", "than"), ("earlier", "than"), ("more", "than"), ("until", "after"))
        for one, other in pairwise(words)
    )


def _stands_alone(verb: Word) -> bool:
    """Whether a "not" before the verb it is joined to does not reach it: "and still held"."""
    return any(
        one.dep_ in ("nsubj", "nsubjpass", "expl") or one.lower_ in _AFTER_ALL
        for one in verb.children
    )
