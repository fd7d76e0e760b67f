"""Phrasing: words and names as sentences join, begin and hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.domain.source import Source, SourceKind

_FURTHER = re.compile(r" (?:of|at|in|on|from|for|with|who|near)\b")
_DETERMINERS = frozenset("the a an its his her their our some one two three several many".split())  # noqa: SIM905
_PLURALS = frozenset("people police staff men women children crew".split())  # noqa: SIM905


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def capital(sentence: str) -> str:
    """Begin a sentence with a capital letter."""
    return sentence[0].upper() + sentence[1:] if "a" <= sentence[:1] <= "z" else sentence


def in_a_sentence(source: Source) -> str:
    """A source's name as a sentence has it: "the union", "a mission official", "Okri"."""
    name = source.name
    first = name.partition(" ")[0]
    if not first.isalpha() or not first.islower() or first in _DETERMINERS:
        return name
    if source.kind is not SourceKind.UNNAMED:
        return f"the {name}"
    head = _FURTHER.split(name, maxsplit=1)[0].rpartition(" ")[2]
    if head in _PLURALS or (head.endswith("s") and not head.endswith(("ss", "us", "is"))):
        return name
    return f"{'an' if first[0] in 'aeiou' else 'a'} {name}"
