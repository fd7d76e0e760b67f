"""Two sources that may be one: how alike their names are, and why, for an editor to decide."""

from __future__ import annotations

from typing import NamedTuple

from tracker.domain.names import (
    Sort,
    acronym,
    initials_of,
    looks,
    plain,
    sort_of,
    sound,
    spellings_of,
    surname_of,
    words_of,
)
from tracker.domain.source import Source

_ALIKE = 0.85
_SHORTEST = 3
"""Letters from which on a single name says anything."""


class Likeness(NamedTuple):
    """How alike two names are, 0–1, and in what."""

    score: float
    reason: str


def likeness(one: Source, other: Source) -> Likeness | None:
    """Say why two sources may be one and the same; None if nothing speaks for it."""
    sort = sort_of(one)
    if sort is None or sort is not sort_of(other):
        return _named_alone(one, other) or _named_alone(other, one)
    compare = _persons if sort is Sort.PERSON else _bodies
    found = [
        alike._replace(reason=f"{alike.reason}: “{mine}”, “{theirs}”")
        for mine in (one.name, *one.aliases)
        for theirs in (other.name, *other.aliases)
        if (alike := _written(mine, theirs, sort) or compare(mine, theirs))
    ]
    return max(found, key=lambda alike: alike.score, default=None)


def _written(mine: str, theirs: str, sort: Sort) -> Likeness | None:
    """One name, written in two ways."""
    if mine == theirs:
        return Likeness(0.95, "the same name")
    if looks(mine) == looks(theirs):
        return Likeness(0.95, "letters of two scripts that look alike")
    if words_of(mine, sort) != words_of(theirs, sort) or not words_of(mine, sort):
        return None
    if plain(mine) != plain(theirs):
        return Likeness(0.9, "the same name but for a title or article")
    if mine.isascii() != theirs.isascii():
        return Likeness(0.95, "the same name in other letters")
    return Likeness(0.95, "the same name, written otherwise")


def _persons(mine: str, theirs: str) -> Likeness | None:
    one, other = words_of(mine, Sort.PERSON), words_of(theirs, Sort.PERSON)
    short, long = sorted((one, other), key=len)
    if not short:
        return None
    if len(short) == 1:
        return _surname(short[0], long)
    if sorted(one) == sorted(other):
        return Likeness(0.9, "the same names in another order")
    if not _similar(one[-1], other[-1]):
        return None
    same = one[-1] == other[-1]
    if len(short) < len(long) and set(short) < set(long):
        return Likeness(0.85, "one name more")
    first = sorted((one[0], other[0]), key=len)
    if same and len(first[0]) == 1 and first[1].startswith(first[0]):
        return Likeness(0.8, "the same surname and initial")
    return Likeness(0.7, "names spelled alike") if _similar(one[0], other[0]) else None


def _surname(alone: str, whole: tuple[str, ...]) -> Likeness | None:
    if len(alone) < _SHORTEST:
        return None
    if len(whole) > 1 and alone == whole[-1]:
        return Likeness(0.75, "the surname alone")
    return Likeness(0.55, "surnames spelled alike") if _similar(alone, whole[-1]) else None


def _named_alone(body: Source, person: Source) -> Likeness | None:
    """Whether somebody who is called by the surname was taken for a body: "Pell said"."""
    if not surname_of(body) or sort_of(person) is not Sort.PERSON:
        return None
    alone = words_of(body.name, Sort.PERSON)
    whole = words_of(person.name, Sort.PERSON)
    if len(whole) > 1 and alone == whole[-1:] and len(alone[0]) >= _SHORTEST:
        return Likeness(0.6, f"the surname alone: “{body.name}”, “{person.name}”")
    return None


def _bodies(mine: str, theirs: str) -> Likeness | None:
    one, other = words_of(mine, Sort.BODY), words_of(theirs, Sort.BODY)
    if sorted(one) == sorted(other):
        return Likeness(0.9, "the same words in another order")
    if _stands_for(mine, theirs) or _stands_for(theirs, mine):
        return Likeness(0.8, "the initials")
    short, long = sorted((set(one), set(other)), key=len)
    if len(short) > 1 and short < long:
        return Likeness(0.6, "one word more" if len(long) - len(short) == 1 else "more words")
    if len(one) == len(other) and all(map(_similar, sorted(one), sorted(other))):
        return Likeness(0.7, "words spelled alike")
    return None


def _stands_for(short: str, whole: str) -> bool:
    """Whether a name is the acronym of another; words that both have stand aside."""
    common = set(plain(short).split()) & set(plain(whole).split())
    rest = " ".join(word for word in short.split() if plain(word) not in common)
    letters = acronym(rest)
    if not letters:
        return False
    spelled = " ".join(word for word in whole.split() if plain(word) not in common)
    return not spellings_of(letters).isdisjoint(initials_of(spelled))


def _similar(one: str, other: str) -> bool:
    """Whether two words may be spellings of one: the same consonants, or few letters apart."""
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415 - for comparing only

    if one == other:
        return True
    alike: float = JaroWinkler.similarity(one, other)
    return min(len(one), len(other)) >= _SHORTEST and sound(one) == sound(other) and alike > _ALIKE
