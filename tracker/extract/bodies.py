"""Bodies: whether a short name, or a word in a headline, is for one that is named in full."""

from __future__ import annotations

from tracker.domain.source import SourceKind
from tracker.extract.kinds_of_sources import is_form, is_trade, kind_of_noun
from tracker.extract.member import LOOSE, Member, stems
from tracker.extract.naming import Naming

_NO_BODIES = frozenset({SourceKind.PERSON, SourceKind.STATE, SourceKind.UNNAMED})


def without_form(name: str) -> str:
    """A firm's name without what it is in law: "Nordal" of "Nordal AG"."""
    words = name.split()
    while len(words) > 1 and is_form(words[-1]):
        words.pop()
    return " ".join(words)


def short_of(name: str) -> str:
    """What a firm is called for short: "Nordal" of "Nordal AG" and of "Nordal Motors"."""
    words = without_form(name).split()
    return " ".join(words[:-1] if len(words) > 1 and is_trade(words[-1]) else words)


def same_firm(member: Member, naming: Naming) -> bool:
    """Whether one name is the other for short, and neither is of somebody, or of a place."""
    kinds = {member.kind, naming.kind}
    if kinds & _NO_BODIES or (member.placed and not member.acts):
        return False
    one, other = member.name, naming.name
    if without_form(one) == without_form(other):
        return True
    return SourceKind.COMPANY in kinds and (one == short_of(other) or other == short_of(one))


def is_bare(naming: Naming) -> bool:
    """Whether a noun stands alone, as in headlines: "Bank denies loss"."""
    alone = not (naming.definite or naming.another or naming.plural or naming.possessor)
    return alone and " " not in naming.phrase and bool(naming.noun)


def is_announced(member: Member, naming: Naming) -> bool:
    """Whether a name tells who a bare noun of the headline was: "Bank …", "Lidden Savings Bank"."""
    if not member.heads or member.name:
        return False
    last = naming.name.split()[-1].casefold()
    kind = any(naming.kind in LOOSE.get(noun, ()) for noun in member.nouns)
    return kind or (last in member.nouns and member.stems <= stems(naming.name))


def name_noun(name: str) -> str:
    """The noun that a body's name ends on: "union" of "Dockers' Union"; "" where it has none."""
    *before, last = name.casefold().split()
    return last if before and kind_of_noun(last) not in (None, SourceKind.UNNAMED) else ""
