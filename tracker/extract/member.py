"""A source of a text while it is read, and how it is told from others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tracker.domain.source import SourceKind
from tracker.extract.kinds_of_sources import words_of
from tracker.extract.naming import Naming
from tracker.extract.proper_names import PARTICLES

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m"}
_SHE = {"she": "f", "her": "f", "hers": "f", "herself": "f"}
GENDERS = _HE | _SHE
_IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "both"})
LOOSE = {
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
_SINGLE = (
    SourceKind.PERSON, SourceKind.UNNAMED, SourceKind.DOCUMENT, SourceKind.FOOTAGE, None,
)  # fmt: skip
_ARTICLE = re.compile(rf"^(?:(?:{'|'.join(PARTICLES)})$|(?:al|el)-)", re.IGNORECASE)
"""What begins a surname, large or small: "De", "al-"."""
_AGENTS = ("ant", "eer", "er", "ian", "ist", "or")
_EITHER = frozenset({"ombudsman"})
_OFFICIALS = frozenset(
    """coroner detective investigator prosecutor spokesman spokesperson spokeswoman""".split()  # noqa: SIM905
)
_KIN = frozenset(
    """attorney brother cousin daughter family father friend girlfriend boyfriend husband lawyer
    mother neighbour parent relative sister solicitor son uncle aunt widow wife""".split()  # noqa: SIM905
)
"""Whose they are is whoever an official speaks of."""
_MALE = ("man", "king", "prince", "father", "brother", "son", "husband", "mr")
_FEMALE = ("woman", "queen", "princess", "mother", "sister", "daughter", "wife", "mrs", "ms")


@dataclass(eq=False)
class Member:
    """One source of a text while it is read."""

    key: str
    name: str = ""
    phrase: str = ""
    role: str = ""
    kind: SourceKind | None = None
    nouns: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    aliases: list[str] = field(default_factory=list)
    gender: str = ""
    plural: bool = False
    above: str | None = None
    speaks: bool = False
    heads: bool = False
    """Whether the headline has it by a bare noun: "Bank denies loss"."""
    hint: str = ""
    """The sex that the text hints at where no noun says it: "said her office had"."""
    placed: bool = False
    acts: bool = False
    """Whether it was met as where something is, and whether as more than that."""

    @property
    def called(self) -> str:
        """The name, or the description where there is none."""
        return self.name or self.phrase

    @property
    def known(self) -> bool:
        """Whether it is known to be somebody: by a word for what it is, or since it spoke."""
        return self.kind is not None or (self.speaks and self.human)

    @property
    def human(self) -> bool:
        """Whether it may be a single person."""
        crowd = bool(self.nouns & words_of("crowd"))
        single = self.kind in (SourceKind.PERSON, SourceKind.UNNAMED) and not self.plural
        single = single and not crowd
        agent = self.speaks and not self.plural and any(map(_is_agent, self.nouns))
        return single or (self.kind is None and (bool(self.name) or agent))


def _is_agent(noun: str) -> bool:
    """Whether a noun that says no kind of source is made of what somebody does: "liquidator"."""
    return noun.endswith(_AGENTS)


def fits(member: Member, pronoun: str) -> bool:
    """Whether a pronoun may mean a source."""
    if pronoun in GENDERS:
        spot = member.placed and not (member.acts or member.speaks)
        return member.human and not spot and member.gender in ("", GENDERS[pronoun])
    if pronoun in _IT:
        thing = member.kind not in (SourceKind.PERSON, SourceKind.UNNAMED)
        perhaps_person = member.kind is None and " " in member.name
        return thing and not member.plural and not perhaps_person
    if pronoun in THEY:
        return member.plural or member.kind not in _SINGLE
    return False


def may_have(member: Member, of: str) -> bool:
    """Whether somebody may be named by whose kin he is: a spokesman only speaks for others."""
    official = not member.name and member.nouns & _OFFICIALS
    return not (official and of in _KIN)


def same_name(member: Member, naming: Naming) -> bool:
    """Whether a name is a surname, an acronym or a shorter form of another."""
    known, given = member.name.split(), naming.name.split()
    shorter, longer = sorted((known, given), key=len)
    if len(shorter) == len(longer):
        return False
    if len(shorter) == 1 and len(shorter[0]) > 1 and shorter[0].isupper():
        letters = "".join(word[0] for word in longer if word[0].isupper())
        if letters == shorter[0].replace(".", ""):
            return True
    if "of" in longer[:-1] and len(shorter) == 1:
        return False  # "Selm" is not short for the Strait of Selm
    shorter, longer = (_with_low_particles(words) for words in (shorter, longer))
    if shorter[-1] != longer[-1]:
        return False
    clash = {member.kind, naming.kind} == {SourceKind.PERSON, SourceKind.STATE}
    return set(shorter) <= set(longer) and not clash


def _with_low_particles(words: list[str]) -> list[str]:
    """Words of a name, particles as within one: "De Witte" begins a sentence, "de Witte" not."""
    return [_ARTICLE.sub(lambda article: article[0].lower(), word) for word in words]


def weight(name: str) -> int:
    """How many words a name has beside its particles: "De Witte" is but a surname."""
    return sum(word.casefold() not in PARTICLES for word in name.split())


def initials(name: str) -> str:
    """The capitals that a name of several words begins with; of one word, itself."""
    letters = "".join(word[0] for word in name.split() if word[:1].isupper())
    return letters if len(letters) > 1 else name.replace(".", "")


def compatible(known: Iterable[str], given: Iterable[str]) -> bool:
    """Whether one description adds nothing that the other lacks."""
    known, given = set(known), set(given)
    return given <= known or known <= given


def stems(name: str) -> set[str]:
    """The beginnings of a name's words."""
    return {word.lower()[:5] for word in name.split()}


def gender_of(noun: str) -> str:
    """The gender that a noun for a person says: "m", "f" or ""."""
    if noun in _EITHER:
        return ""
    if noun.endswith(_FEMALE):
        return "f"
    return "m" if noun.endswith(_MALE) else ""
