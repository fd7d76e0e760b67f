"""The words that a reason sets against each other, each given back to the claim that says them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.domain.claim import Claim
from tracker.domain.relation import Relation

_BREAK = re.compile(r"[:;] ")
_NOT = re.compile(r"^(?:no|not) ")


def words_at_odds(relation: Relation, claim: Claim, other: Claim) -> str:
    """The words of a claim that its relation to another is proposed for; empty where unknown.

    A reason may name the two in either order; it tells nothing where neither claim has its words.
    """
    one, sign, two = relation.reason.partition(" ≠ ")
    if sign:
        # Some say before it what it is about, and behind it what it means.
        one, two = _BREAK.split(one)[-1], _BREAK.split(two)[0]
    else:
        one, sign, two = relation.reason.partition("” against “")
        one, two = f"{one}”", f"“{two}"
    if not sign:
        return ""
    if claim.id == relation.b:
        one, two = two, one
    straight = _says(claim, one) + _says(other, two)
    crossed = _says(claim, two) + _says(other, one)
    if not (straight or crossed):
        return ""
    return one if straight >= crossed else two


def narrowed(told: Iterable[str], at_odds: str) -> str:
    """Of what a claim says on a facet that which is at odds; else the words at odds themselves."""
    holding = [one for one in told if at_odds.casefold() in one.casefold()]
    return "; ".join(holding) or at_odds


def _says(claim: Claim, words: str) -> bool:
    bare = _NOT.sub("", words.strip("“”…")).casefold()
    told = (claim.statement, claim.quote, *(one.words for one in claim.facets))
    return any(bare in re.sub('[“”"]', "", text).casefold() for text in told)
