"""From the word that names a speaker to the words that do: title, name and apposition together."""

from __future__ import annotations

from collections.abc import Container

import numpy as np

from tracker.domain.article import Span
from tracker.extract.grammar import dep_flags
from tracker.extract.tokens import TAGS, Tokens

_CLAUSES = dep_flags(("relcl", "advcl", "ccomp", "parataxis"))
_PAUSE = np.isin(np.arange(len(TAGS) + 1), [TAGS.index(each) for each in (",", ":", "-LRB-")])
_LONGEST = 60
"""Words on either side of the head that a source may have."""
_MARKS = frozenset(" \t\r,;:-–—“”\"'")


def source_rows(tokens: Tokens, head: int, cue: int, said: Container[int]) -> tuple[int, int]:
    """Return the first row and the last row of the phrase that ``head`` stands for.

    The phrase ends where the cue or what is ``said`` begins, and before a clause about it.
    """
    low, high = max(int(tokens.left[head]), head - _LONGEST), int(tokens.right[head])
    for row in range(head - 1, low - 1, -1):
        if row == cue or row in said:
            low = row + 1
            break
    for row in range(head + 1, min(high, head + _LONGEST) + 1):
        if row == cue or row in said or _begins_clause(tokens, row, head, cue):
            return low, row - 1
    return low, min(high, head + _LONGEST)


def source_span(tokens: Tokens, text: str, rows: tuple[int, int]) -> Span:
    """Return the characters of the phrase without marks at its edges."""
    return trimmed(text, int(tokens.start[rows[0]]), int(tokens.end[rows[1]]))


def trimmed(text: str, start: int, end: int) -> Span:
    """Shorten a stretch by the blanks and marks at its edges, unless nothing would be left."""
    low, high = start, end
    while low < high and text[low] in _MARKS:
        low += 1
    while high > low and text[high - 1] in _MARKS:
        high -= 1
    return Span(low, high) if low < high else Span(start, end)


def _begins_clause(tokens: Tokens, row: int, head: int, cue: int) -> bool:
    """Tell if a clause begins at ``row`` that adds something after a pause, or holds the cue."""
    at = row
    for _ in range(6):
        if at == head:
            return False
        if _CLAUSES[tokens.dep[at]]:
            holds = tokens.left[at] <= cue <= tokens.right[at]
            return bool(tokens.left[at] == row and (holds or _PAUSE[tokens.tag[row - 1]]))
        at = int(tokens.head[at])
    return False
