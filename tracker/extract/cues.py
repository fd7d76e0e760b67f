"""The lexicon of words that attribute: which classes a word stands in."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files

_KINDS = {
    "VERB": "vm",
    "AUX": "vm",
    "NOUN": "ns",
    "PROPN": "ns",
    "PRON": "sc",
    "ADJ": "ap",
    "ADV": "apcm",
}
_OTHER_KINDS = "apcms"
_DOUBLED = frozenset("bdgmnprt")
_VOWELS = frozenset("aeiou")


@cache
def class_names() -> tuple[str, ...]:
    """Name the classes, in the order of the file: ``v.say``, ``n.claim`` and so on."""
    return tuple(name for name, _ in _lines())


@cache
def classes_of(lemma: str, lower: str, part_of_speech: str) -> tuple[int, ...]:
    """Number the classes of a word: those of its part of speech, else those of any.

    Parsers tag headlines badly ("Minister slams plan") and lemmatize some forms wrongly
    ("hoping" as hop), so that the form as written counts too.
    """
    known = _lexicon()
    entries = known.get(lemma.lower()) or known.get(lower) or _forms().get(lower) or []
    kinds = _KINDS.get(part_of_speech, _OTHER_KINDS)
    own = tuple(number for kind, number in entries if kind in kinds)
    return own or tuple(number for _, number in entries)


@cache
def _lexicon() -> dict[str, list[tuple[str, int]]]:
    lexicon: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, (name, lemmas) in enumerate(_lines()):
        for lemma in dict.fromkeys(lemmas):
            lexicon[lemma].append((name[0], number))
    return dict(lexicon)


@cache
def _forms() -> dict[str, list[tuple[str, int]]]:
    """Map regular inflected forms of the lexicon's verbs and nouns to their classes."""
    forms: dict[str, list[tuple[str, int]]] = {}
    for lemma, entries in _lexicon().items():
        if any(kind in "vn" for kind, _ in entries):
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
def _lines() -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = files("tracker.extract").joinpath("cues.txt").read_text(encoding="utf-8")
    pairs = (line.split(":", 1) for line in text.splitlines() if line and line[0] != "#")
    return tuple((name, tuple(lemmas.split())) for name, lemmas in pairs)
