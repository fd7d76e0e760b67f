"""Happenings: the things that a claim speaks of, and which of them tell that something happened."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.domain.meanings import lexicon, stem
from tracker.domain.numerals.measures import UNIT_WORDS
from tracker.extract.dating import DATES, TIMES
from tracker.extract.occurrences import is_occurrence
from tracker.extract.words import Word

_NOUNS = frozenset({"NOUN", "PROPN"})
_WHEN = DATES | TIMES
_MOST_WORDS = 5
_SHORTEST = 2
_COUNTS = frozenset(
    """amount casualty dozen fatality figure half hundred lot man number part people percent person
    rest side ten thousand toll woman""".split()  # noqa: SIM905
)
"""Nouns that only count others, or say that it was somebody."""
_VERDICTS = frozenset(
    "fabrication fairy-tale fantasy invention lie nonsense propaganda rubbish slander smear".split()  # noqa: SIM905
)
"""Nouns that only judge what somebody said."""
_TELLING = frozenset({"inform", "sound", "tell", "warn"})
"""What only tells of what happened: "alarm", "alert", "siren"."""
_BINDING = frozenset({"case", "charge", "order", "response", "return"})
"""Nouns that tell of nothing behind "in"."""


def things_in(tokens: Iterable[Word]) -> dict[str, Word]:
    """The telling nouns among some words, by their roots."""
    things: dict[str, Word] = {}
    for token in tokens:
        if _tells(token):
            things.setdefault(token.lemma_.lower(), token)
    return things


def is_happening(noun: Word) -> bool:
    """Whether a noun tells that something happened: "shelling", "vote", and no "warning"."""
    senses = lexicon().told.get((stem(noun.lower_),), frozenset())
    return noun.pos_ == "NOUN" and not senses <= _TELLING


def called(noun: Word) -> str:
    """What a noun is called, without adjectives, which may take sides: "wing of the old mill"."""
    while noun.dep_ == "compound" and noun.head.i > noun.i and not is_occurrence(noun):
        noun = noun.head
    joined = [one for one in noun.lefts if one.dep_ in ("compound", "nmod")]
    first = joined[0].left_edge if joined else noun
    last = noun
    for led in noun.rights[:1]:
        whole = next((one for one in led.children if one.dep_ == "pobj"), None)
        counted = whole is not None and any(one.like_num for one in noun.doc[noun.i : whole.i])
        if led.lower_ == "of" and whole is not None and whole.i - noun.i <= _MOST_WORDS:
            last = noun if counted else whole
    words = "".join(word.text_with_ws for word in noun.doc[first.i : last.i + 1]).strip()
    if any(word.is_punct and word.text != "-" for word in noun.doc[first.i : last.i + 1]):
        return noun.text
    named = first.pos_ == "PROPN" or not words[1:2].islower()
    return words if named else words[0].lower() + words[1:]


def _only_binds(noun: Word) -> bool:
    """Whether a noun is part of a phrase of its own sense: "in order to", "in good order"."""
    if noun.lower_ not in _BINDING:
        return False
    at = noun.i - 1
    while at > 0 and noun.doc[at].pos_ == "ADJ":
        at -= 1
    return at >= 0 and noun.doc[at].lower_ == "in"


def _tells(token: Word) -> bool:
    return (
        token.pos_ in _NOUNS
        and not token.is_stop
        and len(token.text) > _SHORTEST
        and token.lower_ not in _WHEN | UNIT_WORDS.keys()
        and token.lemma_.lower() not in _COUNTS | _VERDICTS
        and not _only_binds(token)
    )
