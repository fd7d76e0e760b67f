"""Parties: who speaks or acts, and whether two of them may be one side."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.domain.meanings import lexicon, stems_in
from tracker.domain.sides import OFFICES, heads, kin
from tracker.domain.source import Source, SourceKind, origin_of

_RIVAL = re.compile(
    r"^.*['’]s?\s+(?=(?:\w+ )?(?:accusers?|challengers?|counterparts?|critics?|enem(?:y|ies)|"
    r"killers?|neighbou?rs?|opponents?|predecessors?|rivals?|successors?|victims?|"
    r"(?:half-)?(?:brothers?|sisters?)|cousins?|nephews?|nieces?)\b)",
    re.IGNORECASE,
)

_WHERE = re.compile(r" (?:in|near|outside|around) ")
"""What leads to where somebody is: "the Norlish embassy in Sudland"."""
_ALL = frozenset({"both", "each"})


@dataclass(frozen=True)
class Party:
    """Whoever speaks: names and sides by which others' words may mean it.

    ``name`` is its own; ``called`` leaves out what its role says in small letters: two farmers are
    not one side.
    """

    id: int | None
    origin: str
    words: frozenset[str] = frozenset()
    line: frozenset[int] = field(default_factory=frozenset)
    unnamed: bool = False
    called: frozenset[str] = frozenset()
    name: str = ""
    where: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """The words that only this party is called by."""
        return self.words - OFFICES

    @property
    def sides(self) -> frozenset[str]:
        """The kinds of side that it is called."""
        table = lexicon().parties
        return frozenset(side for word in self.words for side in table.get((word,), ()))

    @property
    def of_all(self) -> bool:
        """Whether it is all sides at once: "each side", "both armies"."""
        return bool(self.words & _ALL)

    def is_one(self, other: Party) -> bool:
        """Whether two parties are one speaker, by number or, where it is told, by name."""
        if self.id is None or other.id is None:
            return False
        named = bool(self.called - OFFICES) and not (self.unnamed or other.unnamed)
        return self.id == other.id or (named and self.called == other.called)

    def allied(self, other: Party) -> bool:
        """Whether two parties speak for one side, as far as names and affiliations show."""
        if self.id is None or other.id is None:
            return self.id is other.id
        if self.line & other.line:
            return True
        common = (self.called & other.called) - OFFICES - self.where - other.where
        return bool(common) and not self._of_another(other, common)

    def _of_another(self, other: Party, common: frozenset[str]) -> bool:
        """Whether two are called alike only by what they are: two armies are not one side."""
        table = lexicon().parties
        own = [
            {one for one in each.called - OFFICES - common if (one,) not in table}
            for each in (self, other)
        ]
        return all((one,) in table for one in common) and all(own) and not kin(*own)

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
        source.name,
        frozenset(stems_in(_WHERE.sub("\n", source.name).partition("\n")[2])),
    )


def _own(name: str) -> str:
    """A name without whose rival or brother it is: "the mayor's opponent" is not the mayor."""
    return _RIVAL.split(name)[-1] if _RIVAL.search(name) else name
