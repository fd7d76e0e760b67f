"""A text in one spelling, for all the ways in which the same letters can be written.

Case, accents, forms for compatibility (Unicode's NFKD), characters that nobody sees and the
encoding of addresses make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

_ENCODED = re.compile("((?:%[0-9A-Fa-f]{2})+)")
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
"""Fillers and such, which are no format characters, and yet nobody sees them."""
_BLANK = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85"


def plain(text: str) -> str:
    """A text in its one spelling."""
    if _is_usual(text):
        return text.lower()
    if "%" not in text:
        return text.translate(_PLAIN)
    return "".join(spelt for spelt, _ in _pieces(text))


class Places:
    """Where the characters of a text's one spelling stand in it as it was written."""

    def __init__(self, text: str) -> None:
        self._starts: Sequence[int] = range(len(text))
        self._ends: Sequence[int] = range(1, len(text) + 1)
        if not _is_usual(text):
            self._starts, self._ends = _starts_and_ends(text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of what is written (code points, end exclusive), from that of its spelling."""
        return self._starts[start], self._ends[end - 1]


def _starts_and_ends(text: str) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for spelt, end in _pieces(text):
        if not spelt and ends:
            ends[-1] = end  # an accent goes with the letter before it
        starts += [at] * len(spelt)
        ends += [end] * len(spelt)
        at = end
    return starts, ends


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Each character, or what is encoded at one stretch, plainly spelt, and where it ends."""
    end = 0
    for number, part in enumerate(_ENCODED.split(text)):
        if number % 2:
            end += len(part)
            yield _decoded(part).translate(_PLAIN), end
            continue
        for sign in part:
            end += 1
            yield _PLAIN[ord(sign)], end


def _is_usual(text: str) -> bool:
    """Whether a text differs from its one spelling in no more than case."""
    return text.isascii() and text.isprintable() and "%" not in text


def _decoded(encoded: str) -> str:
    try:
        return bytes.fromhex(encoded.replace("%", "")).decode()
    except UnicodeDecodeError:
        return encoded


class _Plain(dict[int, str]):
    """How each character is spelt, found out when it is first met."""

    def __missing__(self, point: int) -> str:
        spelt = self[point] = _spelt(chr(point))
        return spelt


def _spelt(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Cf" or (kind == "Cc" and sign not in _BLANK) or sign in _UNSEEN:
        return ""
    if "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef":  # variants of a form
        return ""
    low = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
    kept = "".join(one for one in low if not "\u0300" <= one <= "\u036f")
    return kept.replace("ı", "i")


_PLAIN = _Plain()
