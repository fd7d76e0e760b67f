"""Claims as CSV: a row each, no cell that a spreadsheet would calculate; or raw, for machines."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import Any

from tracker.domain.spreadsheet import inert

_AT_ONCE = 1000
_MAY_CALCULATE = frozenset("'=+-@\t\r\n＝＋－＠")

Cells = Sequence[Any]


def to_csv(columns: Sequence[str], rows: Iterable[Cells], *, raw: bool) -> Iterator[str]:
    """Write a heading and rows; flags become yes and no, what is not there an empty cell."""
    shown: Callable[[Cells], list[Any]] = _plain if raw else _inert
    written = StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(columns)
    lines = map(shown, rows)
    while True:
        some = list(islice(lines, _AT_ONCE))
        table.writerows(some)
        yield written.getvalue()
        if len(some) < _AT_ONCE:
            return
        written.seek(0)
        written.truncate()


def _plain(row: Cells) -> list[Any]:
    return [_FLAGS[cell] if cell is True or cell is False else cell for cell in row]


def _inert(row: Cells) -> list[Any]:
    return [
        inert(cell)
        if cell.__class__ is str and cell[:1] in _MAY_CALCULATE
        else _FLAGS[cell]
        if cell is True or cell is False
        else cell
        for cell in row
    ]


_FLAGS = {True: "yes", False: "no"}
