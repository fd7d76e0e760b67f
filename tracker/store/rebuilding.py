"""Rebuilding: cells that cannot be read are told anew by the history, or left empty."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import Column, Table

from tracker.domain.history import Verb
from tracker.domain.reference import Kind
from tracker.store.cells import Cell, legible_in, unreadable_in
from tracker.store.tables import editor, metadata

_AT = {"created_at": "min", "updated_at": "max"}
"""Times that no entry tells: they are those of a thing's first entry and of its last."""
_ABOUT = "subject_kind = ? AND subject_id = ?"

Row = tuple[Any, ...]


@dataclass
class Rebuilt:
    """What came of it, table by table: cells that could not be brought back, rows left out.

    ``aside`` are rows of parts, which the history may tell whole: each as it is without what
    cannot be read, and how many cells those are; None for one that means nothing without.
    """

    cells: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    aside: list[tuple[Table, Row, Row | None, int]] = field(default_factory=list)


def rebuild_cells(saved: sqlite3.Connection) -> Rebuilt:
    """Make every cell readable; a row that can tell nothing without one is left out."""
    rebuilt = Rebuilt()
    saved.execute("PRAGMA ignore_check_constraints = ON")
    for table in metadata.sorted_tables:
        found = list(unreadable_in(table, saved, saved.execute))
        for _, cells in groupby(found, key=lambda cell: cell.key):
            if "position" in table.c:
                _set_aside(saved, table, list(cells), rebuilt)
            else:
                _rebuild(saved, table, list(cells), rebuilt)
    saved.execute("PRAGMA ignore_check_constraints = OFF")
    return rebuilt


def put_back(saved: sqlite3.Connection, rebuilt: Rebuilt) -> Counter[str]:
    """Put back what was set aside and the history did not tell; how many rows, by table."""
    came: Counter[str] = Counter()
    for table, key, row, cells in rebuilt.aside:
        if saved.execute(f'SELECT 1 FROM "{table.name}" WHERE {_here(table)}', key).fetchone():
            continue
        if row is None:
            rebuilt.left_out[table.name] += 1
            continue
        places = ", ".join("?" * len(row))
        saved.execute(f'INSERT INTO "{table.name}" ({_listed(table)}) VALUES ({places})', row)
        rebuilt.cells[table.name] += cells
        came[table.name] += 1
    return came


def _set_aside(
    saved: sqlite3.Connection, table: Table, cells: list[Cell], rebuilt: Rebuilt
) -> None:
    key = cells[0].key
    left = {cell.column.name: _letters_left(cell) for cell in cells}
    row = None
    if all(left[cell.column.name] is not None or cell.column.nullable for cell in cells):
        for cell in cells:
            _put(saved, cell, left[cell.column.name])
        query = f'SELECT {_listed(table)} FROM "{table.name}" WHERE {_here(table)}'
        row = saved.execute(query, key).fetchone()
    rebuilt.aside.append((table, key, row, len(cells)))
    saved.execute(f'DELETE FROM "{table.name}" WHERE {_here(table)}', key)


def _rebuild(saved: sqlite3.Connection, table: Table, cells: list[Cell], rebuilt: Rebuilt) -> None:
    lost = 0
    for cell in cells:
        value, known = _told(saved, cell)
        if not known:
            lost += 1
            value = _letters_left(cell)
        if value is None and not cell.column.nullable:
            words = f'DELETE FROM "{table.name}" WHERE {_here(table)}'
            rebuilt.left_out[table.name] += saved.execute(words, cell.key).rowcount
            return
        _put(saved, cell, value)
    rebuilt.cells[table.name] += lost


def _told(saved: sqlite3.Connection, cell: Cell) -> tuple[Any, bool]:
    """What the history says should stand there, and whether it can say."""
    column = cell.column
    if column is editor.c.since:
        return _time(saved, column, "min", '"by" = ?', cell.key)
    kind = Kind.__members__.get(column.table.name.upper())
    if kind is None:
        return None, False
    of = (str(kind), cell.key[0])
    if column.name in _AT:
        return _time(saved, column, _AT[column.name], _ABOUT, of)
    entries = f"SELECT verb, changes FROM history WHERE {_ABOUT} ORDER BY seq DESC"
    for verb, changes in saved.execute(entries, of):
        try:
            fields = json.loads(changes)
        except (ValueError, TypeError):
            break  # it may have told of this very field
        if column.name in fields:
            value = fields[column.name][1]
            return value, legible_in(column)(value)
        if verb == Verb.ADDED:  # of what was empty nothing is told
            return None, bool(column.nullable)
    return None, False


def _time(
    saved: sqlite3.Connection, column: Column[Any], end: str, where: str, of: tuple[Any, ...]
) -> tuple[Any, bool]:
    (found,) = saved.execute(f"SELECT {end}(at) FROM history WHERE {where}", of).fetchone()
    return found, found is not None and legible_in(column)(found)


def _letters_left(cell: Cell) -> str | None:
    """A text without the letters that are lost; None of what was no text."""
    if not isinstance(cell.value, bytes):
        return None
    text = cell.value.decode("utf-8", "replace")
    return text if legible_in(cell.column)(text) else None


def _put(saved: sqlite3.Connection, cell: Cell, value: object) -> None:
    table = cell.column.table
    saved.execute(
        f'UPDATE "{table.name}" SET "{cell.column.name}" = ? WHERE {_here(table)}',
        (value, *cell.key),
    )


def _here(table: Table) -> str:
    return " AND ".join(f'"{key.name}" IS ?' for key in table.primary_key)


def _listed(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.c)
