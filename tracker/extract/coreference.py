"""Who is meant: names, roles and pronouns of a text become its cast of sources."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tracker.domain.source import SourceKind
from tracker.extract.member import (
    GENDERS,
    Member,
    compatible,
    fits,
    gender_of,
    initials,
    same_name,
    stems,
)
from tracker.extract.naming import Naming

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_LOOSE = {
    "group": (SourceKind.ARMED_GROUP, SourceKind.ORGANISATION, SourceKind.COMPANY),
    "movement": (SourceKind.ARMED_GROUP, SourceKind.ORGANISATION),
    "organisation": (SourceKind.ORGANISATION,),
    "organization": (SourceKind.ORGANISATION,),
    "company": (SourceKind.COMPANY,),
    "firm": (SourceKind.COMPANY,),
    "newspaper": (SourceKind.OUTLET,),
    "paper": (SourceKind.OUTLET,),
    "broadcaster": (SourceKind.OUTLET,),
    "station": (SourceKind.OUTLET,),
}
"""Nouns that a source is taken up by although nothing called it so before."""
_NEAR = 2500
"""Code points within which a pronoun looks for whom it means."""


@dataclass(frozen=True)
class _Met:
    at: int
    member: Member
    leads: bool
    said: bool


class Cast:
    """The sources of a text in the order in which they appear."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self._met: list[_Met] = []
        self._by_word: defaultdict[str, list[Member]] = defaultdict(list)
        self._by_noun: defaultdict[str, list[Member]] = defaultdict(list)

    def meet(self, naming: Naming, at: int, *, leads: bool, said: bool = False) -> Member | None:
        """Find or add whom a phrase at ``at`` means; None for a pronoun that means nobody known.

        ``leads``: it is the subject of a main clause or a speaker; ``said``: it stands in what
        somebody says.
        """
        if naming.pronoun:
            member = self._meant(naming.pronoun, at)
        elif naming.name:
            member = self._of_name(naming) or self._add(naming)
        else:
            member = self._of_description(naming, at) or self._add(naming, at)
        if member is not None:
            self._learn(member, naming)
            self._met.append(_Met(at, member, leads, said))
        return member

    def also(self, member: Member, name: str) -> None:
        """Learn another name of a source."""
        if name and name != member.name and name not in member.aliases:
            member.aliases.append(name)
            self._index(member, name)

    def _meant(self, pronoun: str, at: int) -> Member | None:
        near = self._before(at)
        if pronoun in _RELATIVE:
            return near[-1].member if near else None
        fitting = [met for met in near if fits(met.member, pronoun)]
        for chosen in (
            [met for met in fitting if met.leads and not met.said],
            [met for met in fitting if not met.said],
            fitting,
        ):
            if chosen:
                return max(chosen, key=lambda met: met.at).member
        return None

    def _before(self, at: int) -> list[_Met]:
        """Whoever was met shortly before a position, in order."""
        near: list[_Met] = []
        for met in reversed(self._met):
            if met.at <= at - _NEAR:
                break
            if met.at < at:
                near.append(met)
        return near[::-1]

    def _of_name(self, naming: Naming) -> Member | None:
        name = naming.name.casefold()
        alike = self._by_word[naming.name.split()[-1].casefold()]
        for member in reversed(alike):
            if name in (one.casefold() for one in (member.name, *member.aliases)):
                return member
        letters = initials(naming.name)
        for member in reversed(alike + (self._by_word[letters] if len(letters) > 1 else [])):
            if member.name and same_name(member, naming):
                return member
        for member in reversed(self._by_noun[naming.noun] if naming.noun else []):
            unnamed = not member.name and not member.plural
            if unnamed and compatible(member.stems, naming.stems):
                return member
        return None

    def _of_description(self, naming: Naming, at: int) -> Member | None:
        same = self._by_noun[naming.noun][::-1] if naming.noun else []
        for member in same:
            if not naming.possessor and member.phrase.casefold() == naming.phrase.casefold():
                return member if naming.definite or naming.plural else None
        if naming.possessor:
            return None
        for member in same:
            if (naming.definite or member.kind is not SourceKind.UNNAMED) and compatible(
                member.stems | stems(member.name), naming.stems
            ):
                return member
        if naming.definite and naming.noun in _LOOSE and len(naming.stems) == 1:
            for met in reversed(self._before(at)):
                if met.leads and met.member.kind in _LOOSE[naming.noun]:
                    return met.member
        return None

    def _add(self, naming: Naming, at: int | None = None) -> Member | None:
        phrase = naming.phrase
        above = self._meant(naming.possessor, at) if naming.possessor and at is not None else None
        if above is not None:
            called = above.called
            phrase = f"{called}{'’' if called.endswith('s') else '’s'} {phrase}"
        if not (naming.name or phrase):
            return None
        member = Member(f"s{len(self.members) + 1}", name=naming.name, phrase=phrase)
        member.above = above.key if above is not None else None
        self.members.append(member)
        return member

    def _learn(self, member: Member, naming: Naming) -> None:
        if naming.pronoun:
            member.gender = member.gender or GENDERS.get(naming.pronoun, "")
            if member.kind is None and member.gender:
                member.kind = SourceKind.PERSON
            return
        if naming.name and not member.name:
            member.name = naming.name
            member.kind = naming.kind or member.kind
        elif naming.name and naming.name != member.name:
            self._rename(member, naming)
        if naming.name:
            self._index(member, naming.name)
        if naming.role and len(naming.role) > len(member.role):
            member.role = naming.role
        if naming.noun:
            if naming.noun not in member.nouns:
                self._by_noun[naming.noun].append(member)
            member.nouns.add(naming.noun)
            member.gender = member.gender or gender_of(naming.noun)
        member.stems |= naming.stems
        member.plural = member.plural or naming.plural
        member.kind = member.kind or naming.kind

    def _index(self, member: Member, name: str) -> None:
        words = name.split()
        for word in {words[-1].casefold(), initials(name)} if words else ():
            if member not in self._by_word[word]:
                self._by_word[word].append(member)

    def _rename(self, member: Member, naming: Naming) -> None:
        longer = len(naming.name.split()) > len(member.name.split())
        self.also(member, member.name if longer else naming.name)
        if longer:
            member.name = naming.name
