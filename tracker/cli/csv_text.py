"""CSV that a spreadsheet takes for text: no cell is read as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import chain

from tracker.cli.output import Output
from tracker.domain.spreadsheet import inert
from tracker.domain.visible import visible


def write_csv(out: Output, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a heading and rows; control characters are made visible."""
    end = "\n" if out.terminal else "\r\n"  # RFC 4180
    for row in chain([header], rows):
        out.raw(_line(row, end))


def _line(cells: Sequence[str], end: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator=end).writerow(
        inert(visible(cell, lines=True)) for cell in cells
    )
    return line.getvalue()
