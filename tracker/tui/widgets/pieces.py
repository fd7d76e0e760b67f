"""Pieces of styled text, fitted into a number of terminal cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from tracker.domain.visible import visible

ELLIPSIS = "…"

_UNSTEADY = re.compile(
    "\ufe0f|[\U0001f3fb-\U0001f3ff]|\u200d(?!\\w)|[\u200c\u200d](?=[\u200c\u200d])"
)
"""What makes an emoji wider on one terminal than on the next: joiners, tones, variation."""
_MOST_PER_CELL = 12
"""Code points looked at per cell: a letter and its marks. Ten megabytes of text are not read."""


class Piece(NamedTuple):
    """A text, never markup, and its style in Textual's words, such as "bold $status-refuted"."""

    text: str
    style: str = ""


Cell = str | Piece | Sequence[Piece]
"""What a column draws: plain text, one piece, or several side by side."""


def fit(cell: Cell, width: int, *, right: bool = False) -> list[Piece]:
    """Make a cell exactly so many terminal cells wide: padded, or cut with an ellipsis.

    Text is made visible here, so a column may hand on whatever an article said. Wide letters and
    combining marks are measured as a terminal draws them.
    """
    if width <= 0:
        return []
    most = (width + 1) * _MOST_PER_CELL
    pieces = [Piece(_steady(text[:most]), style) for text, style in _pieces(cell)]
    whole = sum(cell_len(text) for text, _ in pieces)
    if whole > width:
        return _cut(pieces, width)
    padding = Piece(" " * (width - whole))
    if whole == width:
        return pieces
    return [padding, *pieces] if right else [*pieces, padding]


def _pieces(cell: Cell) -> Sequence[Piece]:
    match cell:
        case str():
            return (Piece(cell),)
        case Piece():
            return (cell,)
        case _:
            return cell


@lru_cache(4096)
def _steady(text: str) -> str:
    shown = visible(text)
    return shown if shown.isascii() else _UNSTEADY.sub("", shown)


def _cut(pieces: Sequence[Piece], width: int) -> list[Piece]:
    room = width - cell_len(ELLIPSIS)
    kept: list[Piece] = []
    for text, style in pieces:
        size = cell_len(text)
        if size > room:
            kept.append(Piece(set_cell_size(text, room) + ELLIPSIS, style))
            return kept
        kept.append(Piece(text, style))
        room -= size
    raise AssertionError("nothing was to be cut")
