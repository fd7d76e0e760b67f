"""Sides: whether two phrases for a doer may mean one and the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tracker.domain.meanings import lexicon, named, stem, stems_in, words_in
from tracker.domain.names import TITLES

OFFICES = frozenset(
    stem(word)
    for word in """spokesman spokeswoman spokesperson official officer minister ministry chief head
    director secretary commander captain president governor mayor chairman chairwoman member leader
    coordinator deputy senior general colonel major office agency service department statement
    report source lawyer attorney local regional national central federal state public interior
    foreign defence defense finance justice prime security the of for in at and a an to group
    organisation organization company people man woman two three several some many other first
    police account version side both board commission committee union force""".split()  # noqa: SIM905
)
"""What says of a speaker which office it is, not whose."""
_PLAIN = frozenset("the a an of for in at on to and or by from with its his her their our".split())  # noqa: SIM905
_SHORT = 4
PRONOUNS = frozenset(
    stem(word)
    for word in """it they he she them him this that who which we us i you those these one
    nothing nobody none""".split()  # noqa: SIM905
)

RIVALS = frozenset(
    frozenset(one.split())
    for one in (
        "police crowd", "management workers", "government opposition", "state_forces rebels",
        "government rebels", "government people", "management people", "police people",
        "state_forces people", "government workers", "state_forces crowd", "government crowd",
        "management government", "prosecution defence", "victims management",
        "victims government", "science management",
    )
)  # fmt: skip
"""Kinds of sides (``[parties]`` of the lexicon) that are at odds more often than not."""
_WHERE = re.compile(r" (?:in|near|at|on|around|along|inside|outside|behind|beyond|over) ")
_NAME = re.compile(r"\b[^\W\d_a-z][\w'’-]*")


@lru_cache(maxsize=4096)
def heads(words: str) -> frozenset[str]:
    """The telling stems of a phrase; a pronoun tells nothing."""
    return frozenset(stems_in(words)) - _PLAIN - PRONOUNS


def one_side(ours: str, theirs: str) -> bool:
    """Whether two phrases may mean the same doer: by a name, or by a word for one kind of side."""
    mine, other = heads(ours), heads(theirs)
    if kin(mine, other):
        return not two_sides(ours, theirs)
    table = lexicon().parties
    if not named(table, ours) & named(table, theirs):
        return False
    # "Norlish artillery" and "Sudish forces" are armies, but not one army.
    own = [{word for word in words - OFFICES if (word,) not in table} for words in (mine, other)]
    return not (own[0] and own[1])


def two_sides(ours: str, theirs: str) -> bool:
    """Whether what two phrases call alike is of two sides: Norlish infantry, Sudish infantry.

    So are two people of one family.
    """
    mine, other = (_WHERE.split(phrase)[0] for phrase in (ours, theirs))
    names = [_names(phrase) for phrase in (mine, other)]
    if all(names) and not kin(*(stems_in(" ".join(each)) for each in names)):
        # An abbreviation may stand for the name in full.
        return all(one.isupper() for one in names[0]) is all(one.isupper() for one in names[1])
    if _are_namesakes(*names):
        return True
    shared = heads(mine) & heads(other)
    own = [
        " ".join(one for one in words_in(phrase) if stem(one) not in shared)
        for phrase in (mine, other)
    ]
    sides = [named(lexicon().parties, words) for words in own]
    return any(frozenset((one, two)) in RIVALS for one in sides[0] for two in sides[1])


def _are_namesakes(mine: list[str], other: list[str]) -> bool:
    """Whether two names in full differ in the first: "Ada Lorn" and "Bram Lorn"."""
    mine, other = ([one for one in each if one.lower() not in TITLES] for each in (mine, other))
    match mine, other:
        case [first, name], [second, same] if name == same:
            return not (named(lexicon().parties, name) or kin(stems_in(first), stems_in(second)))
    return False


def _names(phrase: str) -> list[str]:
    """The words of a phrase with a capital that say whose it is, not what."""
    found = _NAME.findall(phrase)
    return [one for one in found if heads(one) - OFFICES]


def kin(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two sets of stems share one, or two that begin alike ("France", "French")."""
    mine, other = set(ours) - OFFICES, set(theirs) - OFFICES
    if mine & other:
        return True
    return any(
        one[:_SHORT] == two[:_SHORT]
        for one in mine
        for two in other
        if len(one) >= _SHORT <= len(two)
    )
