"""Tables: plain aligned columns, fitted to the terminal, uncut in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, zip_longest
from typing import NamedTuple

from tracker.cli.output import Output
from tracker.cli.styles import Line, like, strong
from tracker.domain.cells import CUT, cut, padded, width, wrapped

GAP = "  "
_MEASURED = 200
_LEAST_FREE = 24


class Column(NamedTuple):
    """A column; ``most`` cells wide on a terminal, 0 for whatever is free.

    Where the terminal is narrow, columns go in the order of ``drop``; 0 stays.
    """

    title: str
    most: int = 0
    drop: int = 0


def write_table(
    out: Output, columns: Sequence[Column], rows: Iterable[Sequence[str]], *, whole: bool = False
) -> None:
    """Write rows under their headings."""
    out.lines(table_lines(out, columns, rows, whole=whole))


def table_lines(
    out: Output, columns: Sequence[Column], rows: Iterable[Sequence[str]], *, whole: bool = False
) -> Iterator[Line]:
    """Lay rows out; widths are measured on the first of them.

    Cells too long for a terminal are cut, or ``whole`` wrapped over several lines.
    """
    rest = iter(rows)
    first = list(islice(rest, _MEASURED))
    widths = _widths(out, columns, first)
    shown = [place for place, cells in enumerate(widths) if cells]
    header = [strong(column.title) for column in columns]
    for row in chain([header], first, rest):
        cells = [(row[place], widths[place]) for place in shown]
        yield from _wrapped(out, cells) if whole else [_cut(out, cells)]


def _widths(out: Output, columns: Sequence[Column], rows: list[Sequence[str]]) -> list[int]:
    """The width of each column; 0 for one that is left out."""
    widths = [
        max(width(out.shown(row[place])) for row in [[column.title for column in columns], *rows])
        for place in range(len(columns))
    ]
    if out.width is None:
        return widths
    widths = [
        min(cells, max(column.most, width(column.title))) if column.most else cells
        for cells, column in zip(widths, columns, strict=True)
    ]
    for place, column in enumerate(columns):
        if column.drop and not any(row[place] for row in rows):
            widths[place] = 0  # nothing in it
    for place in sorted(
        (place for place, column in enumerate(columns) if column.drop),
        key=lambda place: columns[place].drop,
    ):
        if _free(out.width, columns, widths) >= _LEAST_FREE:
            break
        widths[place] = 0
    free = max(_free(out.width, columns, widths), _LEAST_FREE // 2)
    return [
        cells if column.most else min(cells, free)
        for cells, column in zip(widths, columns, strict=True)
    ]


def _free(most: int, columns: Sequence[Column], widths: list[int]) -> int:
    fixed = [cells for cells, column in zip(widths, columns, strict=True) if cells and column.most]
    open_ones = sum(not column.most for column in columns)
    gaps = len(GAP) * (len(fixed) + open_ones - 1)
    return (most - sum(fixed) - gaps) // max(open_ones, 1)


def _cut(out: Output, cells: list[tuple[str, int]]) -> Line:
    mark = CUT if out.can_write(CUT) else "~"
    fits = out.width is None
    texts = [out.shown(piece) for piece, _ in cells]
    return _line(
        (like(piece, text if fits else cut(text, most, mark)), most)
        for (piece, most), text in zip(cells, texts, strict=True)
    )


def _wrapped(out: Output, cells: list[tuple[str, int]]) -> Iterator[Line]:
    parts = [
        [like(piece, part) for part in wrapped(out.read(piece), out.width and most)]
        for piece, most in cells
    ]
    for row in zip_longest(*parts, fillvalue=""):
        yield _line(zip(row, (most for _, most in cells), strict=True))


def _line(cells: Iterable[tuple[str, int]]) -> Line:
    line: list[str] = []
    for piece, most in cells:
        line += [GAP] if line else []
        line.append(like(piece, padded(piece, most)))
    return line
