"""How wide text is on a terminal, and text cut, padded and wrapped to a width in cells."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

CUT = "…"


def width(text: str) -> int:
    """How many cells a text takes up (Unicode Standard Annex #11: wide ones take two)."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def cut(text: str, most: int, mark: str = CUT) -> str:
    """Shorten a text to so many cells, saying by a mark that it was."""
    if width(text) <= most:
        return text
    return _head(text, most - width(mark)).rstrip() + mark


def padded(text: str, cells: int) -> str:
    """Fill a text up with spaces to so many cells."""
    return text + " " * (cells - width(text))


def wrapped(text: str, most: int | None) -> list[str]:
    """Break a text into lines of at most so many cells; None leaves it in one line."""
    if most is None or width(text) <= most:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if width(joined) <= most:
            line = joined
            continue
        if line:
            lines.append(line)
        while width(word) > most:
            head = _head(word, max(most, 2))
            lines.append(head)
            word = word[len(head) :]  # noqa: PLW2901 - what is left of the word
        line = word
    return [*lines, line]


def _head(text: str, most: int) -> str:
    taken = 0
    for place, character in enumerate(text):
        taken += _cells(character)
        if taken > most:
            return text[:place]
    return text


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
