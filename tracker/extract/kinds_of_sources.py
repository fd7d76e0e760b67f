"""The nouns that say what a source is: a lexicon of general words, no names of people or places."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files

from tracker.domain.source import SourceKind

_ENDS = ("men", "man", "woman", "women", "person")


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a class of the lexicon."""
    return frozenset(word for word, classes in _classes().items() if name in classes)


def is_person(word: str) -> bool:
    """Whether a noun is for a person by what they do or are to others."""
    return word in words_of("person")


def is_masthead(word: str) -> bool:
    """Whether a word ends the names of newspapers."""
    return word.casefold() in words_of("masthead")


def is_trade(word: str) -> bool:
    """Whether a word ends the names of companies by what they make or sell."""
    return word.casefold() in words_of("trade")


def is_form(word: str) -> bool:
    """Whether a word behind a company's name only says what it is in law: "AG", "Ltd"."""
    return word[:1].isupper() and word.casefold().replace(".", "") in words_of("form")


def is_title(word: str) -> bool:
    """Whether a word may stand before a person's name without being part of it."""
    plain = word.casefold().strip(".")
    return plain in words_of("person") or plain in words_of("title")


def is_suffix(word: str) -> bool:
    """Whether a word may stand behind a person's name without being part of it: "QC", "MP"."""
    return word.isupper() and word.casefold().replace(".", "") in words_of("suffix")


@cache
def kind_of_noun(noun: str) -> SourceKind | None:
    """What a source called by this noun is; None where the noun names no kind of source.

    A person or crowd without a name counts as unnamed.
    """
    word = noun.casefold()
    singular = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    for form in (word, singular, word.removesuffix("es")):
        classes = _classes().get(form, ())
        if "person" in classes or "crowd" in classes:
            return SourceKind.UNNAMED
        kind = next((name for name in classes if name in list(SourceKind)), None)
        if kind is not None:
            return SourceKind(kind)
    if word.endswith(_ENDS) and word not in _ENDS:
        return SourceKind.UNNAMED
    return None


@cache
def _classes() -> dict[str, list[str]]:
    classes: defaultdict[str, list[str]] = defaultdict(list)
    text = files("tracker.extract").joinpath("sources.txt").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line and line[0] != "#":
            name, words = line.split(":", 1)
            for word in words.split():
                classes[word].append(name)
    return dict(classes)
