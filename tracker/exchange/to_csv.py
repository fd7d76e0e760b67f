"""Claims as CSV: a row each, no cell that a spreadsheet would calculate; or raw, for machines."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import Any

from tracker.domain.spreadsheet import inert

_AT_ONCE = 1000
_MAY_CALCULATE = frozenset("'=+-@\t\r\n＝＋－＠")

Cells = Sequence[Any]


def to_csv(columns: Sequence[str], rows: Iterable[Cells], *, raw: bool) -> Iterator[str]:
    """Write a heading and rows; what is not there is an empty cell."""
    lines = iter(rows) if raw else map(_inert, rows)
    some: list[Cells] = [columns]
    while some:
        yield _written(some)
        some = list(islice(lines, _AT_ONCE))


def _written(rows: Iterable[Cells]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _inert(row: Cells) -> Cells:
    # Most rows have no such cell, and of a million each is looked at.
    if True not in [cell[:1] in _MAY_CALCULATE for cell in row if cell.__class__ is str]:
        return row
    return [inert(cell) if isinstance(cell, str) else cell for cell in row]
