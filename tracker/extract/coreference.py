"""Who is meant: names, roles and pronouns of a text become its cast of sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from tracker.domain.source import SourceKind
from tracker.extract.bodies import (
    is_announced,
    is_bare,
    name_noun,
    same_firm,
    short_of,
    without_form,
)
from tracker.extract.member import (
    GENDERS,
    LOOSE,
    Member,
    compatible,
    fits,
    gender_of,
    initials,
    may_have,
    same_name,
    stems,
    weight,
)
from tracker.extract.met import HERE, OWNING, Met, likeness
from tracker.extract.naming import Naming

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SPOKEN_FOR = frozenset({"its", "their"})
_FEW = 60
_NEAR = 2500
"""Code points within which a pronoun looks for whom it means."""


class Cast:
    """The sources of a text in the order in which they appear."""

    def __init__(self, paragraph_at: Callable[[int], int]) -> None:
        self.members: list[Member] = []
        self._paragraph_at = paragraph_at
        self._met: list[Met] = []
        self._headed: list[Member] = []
        self._by_word: defaultdict[str, list[Member]] = defaultdict(list)
        self._by_noun: defaultdict[str, list[Member]] = defaultdict(list)

    def meet(
        self, naming: Naming, at: int, *, leads: bool, said: bool = False, opens: bool = False
    ) -> Member | None:
        """Find or add whom a phrase at ``at`` means; None for a pronoun that means nobody known.

        ``leads``: it is the subject of a main clause or a speaker; ``said``: it stands in what
        somebody says; ``opens``: it is the subject of that, and stands before whoever says it.
        """
        if naming.pronoun:
            member = self._meant(naming.pronoun, at)
        elif naming.name:
            member = self._of_name(naming) or self._add(naming)
            if member is not None:
                self._belongs(member, naming, at)
        else:
            member = self._of_description(naming, at) or self._add(naming, at)
        if member is not None:
            self._learn(member, naming)
            self._met.append(Met(at, member, leads, said, opens))
        return member

    def also(self, member: Member, name: str) -> None:
        """Learn another name of a source."""
        known = name == member.name or name in member.aliases
        if name and not known and len(member.aliases) < _FEW:
            member.aliases.append(name)
            self._index(member, name)

    def _meant(self, pronoun: str, at: int, of: str = "") -> Member | None:
        near = self._before(at)
        if pronoun in _RELATIVE:
            return near[-1].member if near else None
        fitting = [one for one in near if fits(one.member, pronoun) and may_have(one.member, of)]
        here = self._paragraph_at(at)

        def likely(met: Met) -> float:
            leads = met.leads and pronoun not in OWNING and met.member.known
            own = leads and self._paragraph_at(met.at) == here
            return likeness(met, at, pronoun) + HERE * own

        return max(fitting, key=likely).member if fitting else None

    def _before(self, at: int) -> list[Met]:
        """Whoever was met shortly before a position, in order."""
        near: list[Met] = []
        for met in reversed(self._met):
            if met.at <= at - _NEAR:
                break
            if met.at < at:
                near.append(met)
        return near[::-1]

    def _of_name(self, naming: Naming) -> Member | None:
        name = naming.name.casefold()
        alike = self._by_word[naming.name.split()[-1].casefold()]
        for member in _latest(alike):
            if name in (one.casefold() for one in (member.name, *member.aliases)):
                return member
        letters = initials(naming.name)
        initialled = self._by_word[letters] if len(letters) > 1 else []
        for member in (*_latest(initialled), *_latest(alike)):
            if member.name and same_name(member, naming):
                return member
        for short in _ways_to_say(naming.name):
            for member in _latest(self._by_word[short.split()[-1].casefold()]):
                if member.name and same_firm(member, naming):
                    return member
        for member in _latest(self._by_noun[naming.noun] if naming.noun else []):
            unnamed = not (member.name or member.plural or _names_another(member, naming))
            if unnamed and compatible(member.stems, naming.stems):
                return member
        return next((one for one in self._headed if is_announced(one, naming)), None)

    def _of_description(self, naming: Naming, at: int) -> Member | None:
        same = _latest(self._by_noun[naming.noun]) if naming.noun else []
        if naming.another and not (same and same[0].phrase == naming.phrase):
            return None
        for member in same:
            if not naming.possessor and member.phrase.casefold() == naming.phrase.casefold():
                return member if naming.definite or naming.plural else None
        if naming.possessor:
            return None
        for member in same:
            counted = member.kind is not SourceKind.UNNAMED
            like = compatible(member.stems | stems(member.name), naming.stems)
            like = like and (member.above is None or naming.stems <= member.stems)
            like = like and (not _is_of_two(member.phrase) or _is_of_two(naming.phrase))
            if like and (naming.definite or counted) and member.plural == naming.plural:
                return member
        return self._taken_up(naming, at)

    def _taken_up(self, naming: Naming, at: int) -> Member | None:
        """Whoever is taken up by a word of another kind: "the group", or a misread surname."""
        if naming.phrase[:1].isupper() and naming.phrase.isalpha():
            known = self._by_word.get(naming.phrase.casefold())
            if known:
                return known[-1]
        if naming.definite and naming.noun in LOOSE and len(naming.stems) == 1:
            for met in reversed(self._before(at)):
                if met.leads and met.member.kind in LOOSE[naming.noun]:
                    return met.member
        return None

    def _add(self, naming: Naming, at: int | None = None) -> Member | None:
        phrase = naming.phrase
        owned = naming.possessor and at is not None
        above = self._meant(naming.possessor, at or 0, naming.noun) if owned else None
        if above is not None:
            called = above.called
            phrase = f"{called}{'’' if called.endswith('s') else '’s'} {phrase}"
        if not (naming.name or phrase):
            return None
        member = Member(f"s{len(self.members) + 1}", name=naming.name, phrase=phrase)
        member.above = above.key if above is not None else None
        self.members.append(member)
        if at is not None and is_bare(naming) and self._paragraph_at(at) == 0:
            member.heads = True
            self._headed.append(member)
        return member

    def _belongs(self, member: Member, naming: Naming, at: int) -> None:
        """Learn whose somebody with a name is: "its spokeswoman, Ada Krol", but not "his wife"."""
        if naming.possessor in _SPOKEN_FOR and member.above is None:
            above = self._meant(naming.possessor, at)
            if above is not None and above is not member:
                member.above = above.key

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
        elif naming.name and (noun := name_noun(naming.name)):
            self._by_noun[noun].append(member)  # "the union" takes up the Dockers' Union
        member.stems |= naming.stems
        member.plural = member.plural or naming.plural
        member.kind = member.kind or naming.kind

    def _index(self, member: Member, name: str) -> None:
        ends = {one.split()[-1].casefold() for one in _ways_to_say(name)} if name else set()
        for word in {*ends, initials(name)} - {""}:
            if member not in _latest(self._by_word[word]):
                self._by_word[word].append(member)

    def _rename(self, member: Member, naming: Naming) -> None:
        """Keep the shortest name of several words: longer ones hold epithets and parties."""
        known, given = weight(member.name), weight(naming.name)
        better = given > 1 and (known == 1 or given < known)
        self.also(member, member.name if better else naming.name)
        if better:
            member.aliases = [alias for alias in member.aliases if alias != naming.name]
            member.name = naming.name


def _names_another(member: Member, naming: Naming) -> bool:
    """Whether a body's description has a name of its own: "the official TNA news agency"."""
    if member.kind in (SourceKind.PERSON, SourceKind.UNNAMED, None):
        return False
    before = member.phrase.partition(" of ")[0].split()
    names = stems(" ".join(one for one in before if one[:1].isupper()))
    return not names <= naming.stems | stems(naming.name)


def _ways_to_say(name: str) -> tuple[str, ...]:
    """A name, and what it may be for short where it is a firm's."""
    return tuple(dict.fromkeys((name, without_form(name), short_of(name))))


def _is_of_two(phrase: str) -> bool:
    """Whether two are named side by side, and no ministry "of trade and industry"."""
    return " and the " in phrase.casefold()


def _latest(members: list[Member]) -> list[Member]:
    """The last few that were met, the latest first: nobody is taken up from far away."""
    return members[: -_FEW - 1 : -1]
