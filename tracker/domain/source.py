"""Sources: who speaks, for whom, and how an outside reader sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from tracker.domain.reference import Kind, Ref, Thing

THE_ARTICLE = "the article"
"""Whose words they are that no source is named for."""
OWN_VOICE = "own voice"
UNNAMED = "unnamed"


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    ARMED_GROUP = "armed_group"
    GOVERNMENT_BODY = "government_body"
    STATE = "state"
    COMPANY = "company"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    FOOTAGE = "footage"
    UNNAMED = "unnamed"

    @property
    def words(self) -> str:
        """The kind as a person reads it."""
        return self.value.replace("_", " ")


class Reliability(StrEnum):
    """The Admiralty code's letters for a source; F says that it cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


@dataclass(frozen=True)
class Source(Thing):
    """Whoever or whatever a claim comes from.

    ``name`` is public. A protected source has ``restricted`` set: its real name lies apart and
    ``name`` is what stands in its place everywhere. ``own_origin`` is an editor's decision that
    this source counts as an origin of its own although it shares an affiliation.
    """

    of_kind: ClassVar[Kind] = Kind.SOURCE

    name: str
    kind: SourceKind
    role: str = ""
    aliases: tuple[str, ...] = ()
    affiliation_id: int | None = None
    reliability: Reliability = Reliability.F
    own_origin: bool = False
    restricted: bool = False
    merged_into: int | None = None

    def unlike(self, other: Source) -> str:
        """Say why two sources can hardly be one; empty where nothing speaks against it."""
        kinds = {self.kind, other.kind}
        if SourceKind.PERSON not in kinds or kinds <= {SourceKind.PERSON, SourceKind.UNNAMED}:
            return ""
        one, two = (f"{source.ref} is called a {source.kind.words}" for source in (self, other))
        return f"{one}, {two}"

    def absorbing(self, other: Source) -> Source:
        """Take over another source's name and aliases as aliases."""
        names = dict.fromkeys((*self.aliases, other.name, *other.aliases))
        return replace(self, aliases=tuple(name for name in names if name != self.name))

    def called(self, name: str) -> Source:
        """Put another of its names first."""
        names = dict.fromkeys((self.name, *self.aliases))
        return replace(self, name=name, aliases=tuple(one for one in names if one != name))


def origin_of(source: Source | None, sources: Mapping[int, Source]) -> str:
    """Name the independent origin that a chain's root belongs to.

    Roots with a common affiliation are one origin, so are all unnamed roots and all articles in
    their own voice, unless an editor let a source count as its own.
    """
    if source is None:
        return OWN_VOICE
    line = [source.id]
    while not source.own_origin and (above := sources.get(source.affiliation_id or 0)):
        if above.id in line:  # sources that name each other in a circle are one origin
            return str(Ref(Kind.SOURCE, min(line[line.index(above.id) :])))
        line.append(above.id)
        source = above
    if source.kind is SourceKind.UNNAMED and not source.own_origin:
        return UNNAMED
    return str(source.ref)
