"""Camps: by which words in what others say somebody's own side may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracker.domain.meanings import lexicon, matches, named, stem, stems_in
from tracker.domain.sides import OFFICES, heads, kin
from tracker.domain.source import Source, SourceKind

_OWNING = re.compile(r"['’]s?\s")
_OF = re.compile(r"\b(?:of|for) ")
_OURS = re.compile(r"^(?:I|we|us|me)$|\b(?:my|our|its|his|her|their)\b", re.IGNORECASE)
"""In what somebody says, "we" is the speaker, and "its members" are mostly the speaker's."""
_BY_KIND = {
    SourceKind.COMPANY: frozenset({"management"}),
    SourceKind.GOVERNMENT_BODY: frozenset({"government"}),
    SourceKind.STATE: frozenset({"government"}),
}

_STATE, _REBELS = frozenset({"government", "state_forces"}), "rebels"
_PRESIDENT = stem("president")
_FURTHER = re.compile(r"\b(?:of|at|in|on|from|with|who|which|that|near|for)\b|[,(]")

Stems = frozenset[str]


@dataclass(frozen=True)
class Camp:
    """Somebody with all above them: their numbers, what they are called, what kind of side it is.

    ``called`` holds the stems of each name and role, and of whom a role belongs to: the captain's
    lawyer speaks for the captain. ``names`` are those of names alone, without words for sides.
    """

    line: frozenset[int] = frozenset()
    called: tuple[Stems, ...] = ()
    names: tuple[Stems, ...] = ()
    kinds: frozenset[str] = frozenset()
    apart: bool = False
    """Whether they only watch, treat, judge or pass on, as witnesses and courts do."""

    def is_meant(self, words: str, source_id: int | None = None) -> bool:
        """Whether words for a doer mean this side, when somebody else says them."""
        if source_id is not None:
            return source_id in self.line
        said = heads(words)
        telling = said - OFFICES
        if said and not telling and any(said <= mine for mine in self.called):
            return True  # "the board", of a board's chairman
        parts = [telling, *(heads(one) - OFFICES for one in _owners(words))]
        if any(_within(mine - OFFICES, part) for mine in self.called for part in parts):
            return True
        kinds = named(lexicon().parties, words)
        return bool(kinds) and kinds <= self.kinds and not _names(telling)

    def is_own(self, words: str, source_id: int | None = None) -> bool:
        """Whether words for a doer mean this side, when it says them itself."""
        if source_id is not None:
            return source_id in self.line
        return bool(_OURS.search(words)) or self.is_meant(words)

    def may_command(self, words: str) -> bool:
        """Whether words without a name, "officers in Selm", may well mean its own people."""
        head = _FURTHER.split(words, maxsplit=1)[0]
        kinds, commanded = named(lexicon().parties, head), self.kinds
        if commanded & _STATE and _REBELS not in commanded:
            commanded |= _STATE | {"police"}
        telling = heads(head) - OFFICES
        return bool(kinds) and kinds <= commanded and not _names(telling)

    def is_named(self, statement: str) -> bool:
        """Whether a statement speaks of it by name."""
        said = frozenset(stems_in(statement))
        return any(name <= said for name in self.names)


def is_side(words: str) -> bool:
    """Whether words for a doer end in a word for a side: "army gunners", no "artillery shell"."""
    stems = stems_in(_FURTHER.split(words, maxsplit=1)[0])
    return any(end == len(stems) for _, end, _ in matches(lexicon().parties, stems))


def camp_of(source: Source | None, sources: Mapping[int, Source]) -> Camp:
    """Gather a source and what it belongs to, up to the top; nobody is an empty camp."""
    line = list(_line(source, sources))
    names = [name for one in line for name in (one.name, *one.aliases)]
    surnames = [one.name.rpartition(" ")[2] for one in line if one.kind is SourceKind.PERSON]
    roles = [phrase for one in line for phrase in (one.role, *_owners(one.role))]
    top = line[-1] if line else None
    return Camp(
        frozenset(one.id for one in line),
        tuple(dict.fromkeys(filter(None, map(heads, (*names, *roles))))),
        tuple(filter(None, (_names(heads(name) - OFFICES) for name in (*names, *surnames)))),
        _kinds(line),
        apart=top is not None and _is_apart(line[0], top),
    )


def side_of(source: Source | None, sources: Mapping[int, Source]) -> Source | None:
    """The side that a source is on: the top of its affiliations; None for nobody one can name."""
    line = list(_line(source, sources))
    return line[-1] if line and line[-1].kind is not SourceKind.UNNAMED else None


def _line(source: Source | None, sources: Mapping[int, Source]) -> Iterator[Source]:
    seen: set[int] = set()
    while source is not None and source.id not in seen:
        seen.add(source.id)
        yield source
        source = sources.get(source.affiliation_id or 0)


def _kinds(line: Iterable[Source]) -> frozenset[str]:
    """The kinds of side that names and roles say first, else those of kinds of sources.

    A governor speaks for the army too, a rebel colonel does not for the government.
    """
    kinds = frozenset(kind for one in line for kind in _kinds_said(one))
    return kinds | _STATE if kinds & _STATE and _REBELS not in kinds else kinds


def _kinds_said(source: Source) -> frozenset[str]:
    for phrase in (source.name, source.role):
        stems = stems_in(phrase)
        for start, _, kinds in matches(lexicon().parties, stems):
            if start == 0 or stems[start] != _PRESIDENT:  # clubs and unions have them too
                return kinds
    return _BY_KIND.get(source.kind, frozenset())


def _is_apart(source: Source, top: Source) -> bool:
    """Whether somebody stands beside the sides; what an editor put them under outweighs a role."""
    if top.kind in (SourceKind.OUTLET, SourceKind.DOCUMENT, SourceKind.FOOTAGE):
        return True
    if top is not source:
        return bool(named(lexicon().apart, f"{top.name} {top.role}"))
    return bool(named(lexicon().apart, f"{source.name} {source.role}"))


def _owners(words: str) -> Iterator[str]:
    """Whom a doer or a role belongs to: "Okri's lawyer", "supporters of Okri"."""
    owner, *rest = _OWNING.split(words, maxsplit=1)
    if rest:
        yield owner
    yield from _OF.split(words, maxsplit=1)[1:]


def _names(telling: Stems) -> Stems:
    """The stems that are no word for a kind of side."""
    return frozenset(one for one in telling if (one,) not in lexicon().parties)


def _within(mine: Stems, other: Stems) -> bool:
    """Whether all telling words of one phrase stand in the other: "Okri", "Sam Okri"."""
    if not mine or not other:
        return False
    few, many = sorted((mine, other), key=len)
    return all(kin((one,), many) for one in few)
