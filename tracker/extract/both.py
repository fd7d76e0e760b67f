"""Both: what "both the guild and the mill" say, each of them says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_FEWEST = 4
"""Words of "both Norland and Tavria"."""


def each_of_both(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Give to each of two what both are said to say."""
    return [each for one in found for each in _each(text, one)]


def _each(text: ParsedText, one: FoundAttribution) -> Iterator[FoundAttribution]:
    words = text.tokens(one.source) if one.source is not None else []
    joints = [at for at, word in enumerate(words) if word.lower_ == "and"]
    if len(words) < _FEWEST or words[0].lower_ != "both" or len(joints) != 1:
        yield one
        return
    two = words[1 : joints[0]], words[joints[0] + 1 :]
    if not all(map(_names, two)):
        yield one
        return
    for each in two:
        yield replace(one, source=Span(each[0].start, each[-1].end))


def _names(words: Sequence[Word]) -> bool:
    naming = naming_of(words)
    return bool(words) and bool(naming.kind or naming.name)
