"""Setting a text in lines: where each begins and ends, without drawing any of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from tracker.domain.visible import is_plain, visible_signs

_LEAST = 8
"""Cells below which no text can be set."""


class Sign(NamedTuple):
    """So many cells in front of a code point of the text, for what stands between its words."""

    at: int
    cells: int


class Line(NamedTuple):
    """The code points that a line shows, end exclusive; none where a line is left free."""

    start: int
    end: int


def set_in_lines(text: str, width: int, signs: Sequence[Sign] = ()) -> list[Line]:
    """Set a text in lines of so many cells; line feeds end a line, and free lines are not doubled.

    Signs are in the order of the text, and stay with the word that they stand before.
    """
    lines: list[Line] = []
    start = 0
    taken = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        before = taken
        while taken < len(signs) and signs[taken].at <= end:
            taken += 1
        if text[start:end].strip():
            lines += _paragraph(text[start:end], start, max(_LEAST, width), signs[before:taken])
        elif lines and lines[-1].start < lines[-1].end:
            lines.append(Line(start, start))
        start = end + 1
    while lines and lines[-1].start == lines[-1].end:
        lines.pop()
    return lines


def line_at(lines: Sequence[Line], at: int) -> int:
    """The number of the line on which a code point stands, or which it comes after."""
    return max(0, bisect_right(lines, at, key=lambda line: line.start) - 1)


def _paragraph(text: str, start: int, width: int, signs: Sequence[Sign]) -> Iterator[Line]:
    cells, ends = _in_cells(text, start, signs)
    wide = 0 if ends is None else 1  # a letter of two cells may stand across a line's end
    for found in _pattern(width - wide).finditer(cells):
        if ends is None:
            yield Line(start + found.start(), start + found.end())
        else:
            first = bisect_right(ends, found.start()) if found.start() else 0
            yield Line(start + first, start + bisect_right(ends, found.end()))


def _in_cells(text: str, start: int, signs: Sequence[Sign]) -> tuple[str, list[int] | None]:
    """Write a letter for each cell of a text; and where each code point's cells end.

    None for the ends where each code point has just the cell of its own number.
    """
    plain = is_plain(text)
    if plain and not signs:
        return text, None
    drawn = list(text) if plain else [_cells_of(sign) for sign in visible_signs(text)]
    for at, cells in signs:
        here = min(at - start, len(drawn) - 1)
        drawn[here] = "x" * cells + drawn[here]
    return "".join(drawn), list(accumulate(map(len, drawn)))


@lru_cache(4096)
def _cells_of(shown: str) -> str:
    return " " if shown == " " else "x" * cell_len(shown)


@lru_cache(16)
def _pattern(width: int) -> re.Pattern[str]:
    """As many whole words as a line holds, or a line's part of a longer one."""
    return re.compile(rf"[^ ].{{0,{width - 1}}}(?<! )(?= |$)|[^ ]{{1,{width}}}")
