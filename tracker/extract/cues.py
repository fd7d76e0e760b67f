"""The lexicons, of words that attribute and of words at large: a word's classes."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files

_ATTRIBUTING, _AT_LARGE = "cues.txt", "kinds.txt"
_KINDS = {
    "VERB": "vmV",
    "AUX": "vmV",
    "NOUN": "nsN",
    "PROPN": "nsN",
    "PRON": "sc",
    "ADJ": "apA",
    "ADV": "apcmA",
}
_OTHER_KINDS = "apcms"
_DOUBLED = frozenset("bdgmnprt")
_VOWELS = frozenset("aeiou")

Entries = list[tuple[str, int]]


@cache
def class_names() -> tuple[str, ...]:
    """Name the classes, in the order of the files: ``v.say``, ``n.claim``, ``V.motion``."""
    return tuple(name for file in (_ATTRIBUTING, _AT_LARGE) for name, _ in _lines(file))


@lru_cache(maxsize=1 << 15)
def classes_of(lemma: str, lower: str, part_of_speech: str) -> tuple[int, ...]:
    """Number the classes of a word: those of its part of speech, else those that attribute.

    Parsers tag headlines badly ("Minister slams plan") and lemmatize some forms wrongly
    ("hoping" as hop), so that the form as written counts too.
    """
    kinds = _KINDS.get(part_of_speech, _OTHER_KINDS)
    entries = _entries(_ATTRIBUTING, lemma.lower(), lower)
    own = tuple(number for kind, number in entries if kind in kinds)
    attributing = own or tuple(number for _, number in entries)
    at_large = _entries(_AT_LARGE, lemma.lower(), lower)
    return attributing + tuple(number for kind, number in at_large if kind in kinds)


def _entries(file: str, lemma: str, lower: str) -> Entries:
    known = _lexicon(file)
    return known.get(lemma) or known.get(lower) or _forms(file).get(lower) or []


@cache
def _lexicon(file: str) -> dict[str, Entries]:
    lexicon: dict[str, Entries] = defaultdict(list)
    first = class_names().index(_lines(file)[0][0])
    for number, (name, lemmas) in enumerate(_lines(file), first):
        for lemma in dict.fromkeys(lemmas):
            lexicon[lemma].append((name[0], number))
    return dict(lexicon)


@cache
def _forms(file: str) -> dict[str, Entries]:
    """Map regular inflected forms of a lexicon's verbs and nouns to their classes."""
    forms: dict[str, Entries] = {}
    for lemma, entries in _lexicon(file).items():
        if any(kind in "vnVN" for kind, _ in entries):
            for form in _inflected(lemma):
                forms.setdefault(form, entries)
    return forms


def _inflected(lemma: str) -> list[str]:
    stem = lemma
    if lemma.endswith("e"):
        stem = lemma[:-1]
    elif len(lemma) > 2 and lemma[-1] in _DOUBLED and lemma[-2] in _VOWELS:  # noqa: PLR2004
        if lemma[-3] not in _VOWELS:
            return [*_plural(lemma), f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"]
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return [*_plural(lemma), f"{lemma[:-1]}ied", f"{lemma}ing"]
    return [*_plural(lemma), f"{stem}ed", f"{stem}ing"]


def _plural(lemma: str) -> list[str]:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return [f"{lemma[:-1]}ies"]
    return [f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else f"{lemma}s"]


@cache
def _lines(file: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = files("tracker.extract").joinpath(file).read_text(encoding="utf-8")
    pairs = (line.split(":", 1) for line in text.splitlines() if line and line[0] != "#")
    return tuple((name, tuple(lemmas.split())) for name, lemmas in pairs)
