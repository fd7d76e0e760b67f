"""Owned: things that neither speak nor act, but have an owner, a captain, a driver who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.extract.found import FoundAttribution
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OF_THINGS = frozenset(
    """builder captain crew driver maker manufacturer operator owner pilot skipper""".split()  # noqa: SIM905
)


def things_owned(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[Word]:
    """What opens the words of whoever owns or steers it: "A ferry sank, its owner said"."""
    for one in found:
        owner = text.tokens(one.source) if one.source is not None else []
        whose = owner and owner[0].lower_ == "its"
        if not whose or not any(word.lemma_ in _OF_THINGS for word in owner):
            continue
        said = text.tokens(one.content[0])
        subject = next((word for word in said if word.dep_ in _SUBJECTS), None)
        if subject is None or subject.pos_ != "NOUN" or subject.i > owner[0].i:
            continue
        if is_fronted(subject.head) and kind_of_noun(subject.lemma_) is None:
            yield subject


def is_fronted(verb: Word) -> bool:
    """Whether a clause stands before the words that say who says it: "It left, its owner said"."""
    return verb.dep_ == "ccomp" and verb.i < verb.head.i
