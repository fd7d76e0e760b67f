"""Phrases: the words of a noun as a claim's facet shows them."""

from __future__ import annotations

from tracker.domain.article import Span
from tracker.extract.denying import UNDOING
from tracker.extract.words import Word

_LONGEST = 12


def phrase_of(noun: Word) -> Span:
    """A noun with what stands before it and its short additions, without its relative clauses."""
    first, last = noun.left_edge, noun
    for child in noun.rights:
        heavy = child.dep_ in ("relcl", "acl", "appos", "cc", "conj", "punct", "advcl")
        charge = any(one.dep_ == "pcomp" for one in child.children)
        if heavy or charge or child.right_edge.i - noun.i > _LONGEST:
            break
        last = child.right_edge
    if first.dep_ == "det" and first != noun and first.lower_ not in UNDOING:
        first = first.nbor(1)
    return Span(first.start, last.end)
