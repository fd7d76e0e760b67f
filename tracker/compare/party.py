"""Parties: who speaks or acts, and whether two of them may be one side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracker.domain.meanings import lexicon, named, stem, stems_in
from tracker.domain.source import Source, SourceKind, origin_of

_OFFICES = frozenset(
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
_RIVAL = re.compile(
    r"^.*['’]s?\s+(?=(?:\w+ )?(?:accusers?|challengers?|counterparts?|critics?|enem(?:y|ies)|"
    r"killers?|neighbou?rs?|opponents?|predecessors?|rivals?|successors?|victims?)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Party:
    """Whoever speaks: names and sides by which others' words may mean it.

    ``called`` leaves out what its role says in small letters: two farmers are not one side.
    """

    id: int | None
    origin: str
    words: frozenset[str] = frozenset()
    line: frozenset[int] = field(default_factory=frozenset)
    unnamed: bool = False
    called: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """The words that only this party is called by."""
        return self.words - _OFFICES

    @property
    def sides(self) -> frozenset[str]:
        """The kinds of side that it is called."""
        table = lexicon().parties
        return frozenset(side for word in self.words for side in table.get((word,), ()))

    def allied(self, other: Party) -> bool:
        """Whether two parties speak for one side, as far as names and affiliations show."""
        if self.id is None or other.id is None:
            return self.id is other.id
        return bool(self.line & other.line or (self.called & other.called) - _OFFICES)

    def meant_by(self, words: str, source: int | None = None) -> bool:
        """Whether a doer or a target in somebody's words is this party."""
        if source is not None and source in self.line:
            return True
        return kin(heads(words), self.names)


NOBODY = Party(None, "own voice")


def party_of(source: Source | None, sources: Mapping[int, Source]) -> Party:
    """Gather the names of a source, of what it belongs to, and its role."""
    if source is None:
        return NOBODY
    line = [source.id]
    words: list[str] = []
    called: list[str] = []
    above: Source | None = source
    while above is not None:
        for name in (above.name, above.role, *above.aliases):
            words += stems_in(_own(name))
        role = " ".join(word for word in above.role.split() if word[:1].isupper())
        for name in (above.name, role, *above.aliases):
            called += stems_in(_own(name))
        if _RIVAL.search(above.name):
            break
        above = sources.get(above.affiliation_id or 0)
        if above is None or above.id in line:
            break
        line.append(above.id)
    unnamed = source.kind is SourceKind.UNNAMED
    return Party(
        source.id,
        origin_of(source, sources),
        frozenset(words),
        frozenset(line),
        unnamed,
        frozenset(called),
    )


PRONOUNS = frozenset(
    stem(word)
    for word in """it they he she them him this that who which we us i you those these one
    nothing nobody none""".split()  # noqa: SIM905
)


def _own(name: str) -> str:
    """A name without whose rival it is: "the mayor's opponent" is not the mayor's side."""
    return _RIVAL.split(name)[-1] if _RIVAL.search(name) else name


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
    own = [{word for word in words - _OFFICES if (word,) not in table} for words in (mine, other)]
    return not (own[0] and own[1])


def kin(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two sets of stems share one, or two that begin alike ("France", "French")."""
    mine, other = set(ours) - _OFFICES, set(theirs) - _OFFICES
    if mine & other:
        return True
    return any(
        one[:_SHORT] == two[:_SHORT]
        for one in mine
        for two in other
        if len(one) >= _SHORT <= len(two)
    )
