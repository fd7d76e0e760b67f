"""Sides: whether two phrases for a doer may mean one and the same."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tracker.domain.meanings import lexicon, named, stem, stems_in

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


@lru_cache(maxsize=4096)
def heads(words: str) -> frozenset[str]:
    """The telling stems of a phrase; a pronoun tells nothing."""
    return frozenset(stems_in(words)) - _PLAIN - PRONOUNS


def one_side(ours: str, theirs: str) -> bool:
    """Whether two phrases may mean the same doer: by a name, or by a word for one kind of side."""
    mine, other = heads(ours), heads(theirs)
    if kin(mine, other):
        return True
    table = lexicon().parties
    if not named(table, ours) & named(table, theirs):
        return False
    # "Norlish artillery" and "Sudish forces" are armies, but not one army.
    own = [{word for word in words - OFFICES if (word,) not in table} for words in (mine, other)]
    return not (own[0] and own[1])


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
