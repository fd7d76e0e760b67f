"""Names: how one reads in any script, and the keys under which likely twins are looked for.

Names in other scripts are read in Latin letters by anyascii (https://github.com/anyascii/anyascii):
good enough to compare by, never shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum, auto
from itertools import combinations

from tracker.domain.source import Source, SourceKind
from tracker.domain.visible import visible

_SMALL = frozenset("a and at de del der des du for in la le of on the und van von".split())  # noqa: SIM905
TITLES = frozenset(
    """acting admiral ambassador archbishop bishop brigadier captain chancellor chief colonel
    commander commissioner congressman congresswoman councillor corporal dame deputy director doctor
    dr father former general governor imam inspector judge justice king lady lieutenant lord madam
    major marshal mayor minister miss monsignor mr mrs ms officer premier president prime prince
    princess private prof professor queen rabbi rep representative rev reverend secretary sen
    senator sergeant sheikh sir sister speaker spokesman spokesperson spokeswoman vice""".split()  # noqa: SIM905
)
_UNCOMPARED = frozenset({SourceKind.UNNAMED, SourceKind.DOCUMENT, SourceKind.FOOTAGE})
_MIXED, _HIDDEN = "! letters of two scripts", "! hidden characters"
"""The warnings beside a name that looks like another."""
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
"""Scripts with letters that look alike; others mix with them in honest names."""
_LETTERS_OF_AN_ACRONYM = range(2, 8)
_MOST_WORDS = 6
_SOUNDS = (("ph", "f"), ("kh", "h"), ("ck", "k"), ("x", "ks"), ("w", "v"), ("q", "k"))
_SAME_SOUND = str.maketrans("cz", "ss", "aeiouyhj")
"""What spellings of one name differ in: vowels, and letters for the same sound."""
_LOOKS = str.maketrans(
    "АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXo"
)
"""Cyrillic and Greek letters that look like Latin ones (Unicode TR 39, the commonest)."""


class Sort(Enum):
    """The sorts of source that can be one; a surname alone may be taken for a body."""

    PERSON = auto()
    BODY = auto()


def sort_of(source: Source) -> Sort | None:
    """With which sources one is compared; None with no other: it has no name of its own."""
    if source.kind in _UNCOMPARED or source.restricted or source.merged_into is not None:
        return None
    return Sort.PERSON if source.kind is SourceKind.PERSON else Sort.BODY


def plain(name: str) -> str:
    """A name in Latin letters, lower case, without accents, points and possessives."""
    from anyascii import anyascii  # noqa: PLC0415 - for comparing only

    latin = anyascii(re.sub(r"['’]s\b", "", name)).casefold()
    return " ".join(re.sub(r"[^0-9a-z ]", "", re.sub(r"[-/,&]", " ", latin)).split())


def looks(name: str) -> str:
    """A name as it looks: letters that cannot be told from Latin ones become Latin."""
    return name.translate(_LOOKS)


def words_of(name: str, sort: Sort) -> tuple[str, ...]:
    """The words that tell a name from others: no articles, and of a person no titles."""
    words = [word for word in plain(name).split() if word not in _SMALL]
    if sort is Sort.PERSON:
        untitled = [word for word in words if word not in TITLES]
        words = untitled or words
    return tuple(words[:_MOST_WORDS])


def fullness(name: str, kind: SourceKind) -> int:
    """How many words of a name tell it from others."""
    return len(words_of(name, Sort.PERSON if kind is SourceKind.PERSON else Sort.BODY))


def acronym(name: str) -> str:
    """The letters of a name that is an acronym, as written but without points; "" for others."""
    bare = name.strip().replace(".", "")
    capitals = sum(letter.isupper() for letter in bare)
    alone = bare.isalpha() and len(bare) in _LETTERS_OF_AN_ACRONYM
    return bare if alone and capitals > 1 and capitals * 2 >= len(bare) else ""


def initials_of(name: str) -> frozenset[str]:
    """The acronyms that a name of several words may have, lower case.

    "Defence Ministry" is also read as "Ministry of Defence".
    """
    every = plain(name).split()
    content = [word for word in every if word not in _SMALL]
    if not 1 < len(content) <= _MOST_WORDS:
        return frozenset()
    turned = [content[-1], *content[:-1]]
    ways = [every, content]
    if len(every) == len(content):
        ways += [turned, [turned[0], "of", *turned[1:]]]
    return frozenset("".join(word[0] for word in way) for way in ways)


def mixed_script(name: str) -> bool:
    """Whether a word mixes letters of scripts that look alike, which no honest name does."""
    for word in re.findall(r"\w+", name):
        scripts = {unicodedata.name(letter, "").split(" ", 1)[0] for letter in word}
        if len(scripts.intersection(_SCRIPTS)) > 1:
            return True
    return False


def warning_of(*names: str) -> str:
    """The warning beside names of which one is not what it looks like; "" if all are."""
    if any(map(mixed_script, names)):
        return _MIXED
    return _HIDDEN if any(visible(name) != name for name in names) else ""


def keys_of(source: Source) -> frozenset[str]:
    """The keys of a source: two that may be one and the same share at least one."""
    sort = sort_of(source)
    if sort is None:
        return frozenset()
    names = {
        written
        for name in (source.name, *source.aliases)
        for written in (name, looks(name) if name.isupper() or mixed_script(name) else name)
    }
    found: set[str] = set()
    if sort is Sort.BODY:
        found |= {f"B:{key}" for name in names for key in _keys_of_body(name)}
    if sort is Sort.PERSON or surname_of(source):
        found |= {f"P:{key}" for name in names for key in _keys_of_person(name)}
    return frozenset(found)


def surname_of(source: Source) -> str:
    """The name of a body of one word that nothing else tells of, and so may be a surname."""
    alone = source.kind is SourceKind.ORGANISATION and source.name.istitle()
    return source.name if alone and source.name.isalpha() else ""


def _keys_of_person(name: str) -> Iterator[str]:
    words = [sound(word) for word in words_of(name, Sort.PERSON)]
    if words:
        yield words[-1]
    if len(words) > 1:
        yield " ".join(sorted((words[0], words[-1])))


def _keys_of_body(name: str) -> Iterator[str]:
    words = sorted({sound(word) for word in words_of(name, Sort.BODY)})
    yield " ".join(words)
    yield from (" ".join(pair) for pair in combinations(words, 2))
    initials = initials_of(name) | initials_of(name.partition(" ")[2])
    for letters in initials.union(*map(spellings_of, map(acronym, name.split()))) - {""}:
        yield f"*{''.join(sorted(letters))}"


def spellings_of(letters: str) -> frozenset[str]:
    """The initials that an acronym may stand for: all its letters, or the capitals only."""
    capitals = "".join(letter for letter in letters if letter.isupper())
    return frozenset((letters.casefold(), capitals.casefold()))


def sound(word: str) -> str:
    """What all spellings of a word have in common: its consonants by sound, each once in a row."""
    reduced = word
    for written, heard in _SOUNDS:
        reduced = reduced.replace(written, heard)
    reduced = re.sub(r"(.)\1+", r"\1", reduced.translate(_SAME_SOUND))
    return reduced or word
