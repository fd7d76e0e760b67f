"""Rebuilding: cells that cannot be read are told anew by the history, or left empty."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from sqlalchemy import Column, Table

from tracker.domain.history import Verb
from tracker.domain.reference import Kind
from tracker.store.cells import Cell, legible_in, unreadable_in
from tracker.store.tables import editor

_AT = {"created_at": "min", "updated_at": "max"}
"""Times that no entry tells: they are those of a thing's first entry and of its last."""
_ABOUT = "subject_kind = ? AND subject_id = ?"


def rebuild_cells(saved: sqlite3.Connection, table: Table) -> tuple[int, int]:
    """Make every cell of a table readable; a row that can tell nothing without one is left out.

    Returns how many cells could not be brought back, and how many rows were left out.
    """
    lost = left_out = 0
    for cell in list(unreadable_in(table, saved, saved.execute)):
        value, known = _told(saved, cell)
        if not known:
            lost += 1
            value = _letters_left(cell)
        if value is None and not cell.column.nullable:
            lost -= not known
            left_out += _leave_out(saved, cell)
        else:
            _put(saved, cell, value)
    return lost, left_out


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
    saved.execute(
        f'UPDATE "{cell.column.table.name}" SET "{cell.column.name}" = ? WHERE {_here(cell)}',
        (value, *cell.key),
    )


def _leave_out(saved: sqlite3.Connection, cell: Cell) -> int:
    words = f'DELETE FROM "{cell.column.table.name}" WHERE {_here(cell)}'
    return saved.execute(words, cell.key).rowcount


def _here(cell: Cell) -> str:
    return " AND ".join(f'"{key.name}" IS ?' for key in cell.column.table.primary_key)
