"""Changes from one revision of a text to the next, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_PIECE = re.compile(r"[^\n]{0,2000}?(?:[.!?…][\"'”’»)\]]{0,3}(?=[ \t]|\n|\Z)|\n|\Z)|[^\n]{1,2000}")
"""A sentence or a line; no longer than what a person compares at a glance."""


class Sign(StrEnum):
    """What became of a piece of text; the signs are those of ``diff``."""

    KEPT = " "
    GONE = "-"
    NEW = "+"
    GAP = "…"


@dataclass(frozen=True)
class Change:
    """A sentence, or a gap where nothing changed."""

    sign: Sign
    text: str = ""


def changes(old: str, new: str) -> tuple[Change, ...]:
    """Tell what changed, each change between the sentence before and the one after it."""
    one, other = _pieces(old), _pieces(new)
    matcher = SequenceMatcher(None, one, other)  # its junk rule keeps it quick on repetition
    return tuple(_told(matcher, one, other))


def _told(matcher: SequenceMatcher[str], one: list[str], other: list[str]) -> Iterator[Change]:
    end = 0
    for group in matcher.get_grouped_opcodes(1):
        if group[0][1] > end:
            yield Change(Sign.GAP)
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (Change(Sign.KEPT, piece) for piece in one[i1:i2])
                continue
            yield from (Change(Sign.GONE, piece) for piece in one[i1:i2])
            yield from (Change(Sign.NEW, piece) for piece in other[j1:j2])
        end = group[-1][2]
    if 0 < end < len(one):
        yield Change(Sign.GAP)


def _pieces(text: str) -> list[str]:
    return [piece for found in _PIECE.finditer(text) if (piece := " ".join(found[0].split()))]
