"""Words laid out on lines: pieces that look alike, and cells of a table side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.domain.cells import padded, width
from tracker.domain.visible import visible
from tracker.report.page import Line, Table

STRONG, QUIET = "strong", "quiet"


class Piece(NamedTuple):
    """Words that look alike; ``look`` is "strong", "quiet", a tone, or nothing."""

    text: str
    look: str = ""


Laid = tuple[Piece, ...]
"""One line."""


def shown(line: Line) -> str:
    """A line's words, and its address where it has one."""
    return f"{line.text} {line.link}" if line.link else line.text


def needs_of(table: Table) -> list[int]:
    """How many cells each column would like to have."""
    return [
        max(
            width(visible(column)),
            *(width(visible(shown(line))) for row in table.rows for line in row[place]),
            1,
        )
        for place, column in enumerate(table.columns)
    ]


def shares_of(needs: Sequence[int], room: int) -> list[int]:
    """Share the room out between columns: to each what it needs, to the longest what is left."""
    free = room - 2 * (len(needs) - 1)
    shares = [0] * len(needs)
    the_least_first = sorted(range(len(needs)), key=needs.__getitem__)
    for served, place in enumerate(the_least_first):
        shares[place] = min(needs[place], free // (len(needs) - served))
        free -= shares[place]
    return shares


def across(cells: Sequence[Sequence[Piece]], shares: Sequence[int]) -> Iterator[Laid]:
    """Set cells of several lines side by side."""
    for number in range(max(map(len, cells))):
        here = [cell[number] if number < len(cell) else Piece("") for cell in cells]
        yield tuple(
            Piece(f"{padded(piece.text, share)}  ", piece.look)
            for piece, share in zip(here, shares, strict=True)
        )
