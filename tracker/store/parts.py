"""Parts of a thing that lie in tables of their own, ordered by position within their owner."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, Table, delete

from tracker.store.asked import add_rows
from tracker.store.rows import rows_where


@dataclass(frozen=True)
class Part:
    """One field of an owner kept as rows: how a row becomes a value, and a value a row."""

    field: str
    table: Table
    owner: str
    value: Callable[[RowMapping], Any]
    row: Callable[[Any], dict[str, Any]]

    @cached_property
    def order(self) -> tuple[Column[Any], Column[Any]]:
        """The column of the owner, and that of the place within it."""
        return self.table.c[self.owner], self.table.c.position


def fetch(
    connection: Connection, parts: Sequence[Part], numbers: Collection[int]
) -> dict[int, dict[str, Any]]:
    """Fetch the parts of several owners: owner → field → tuple of values."""
    found: dict[int, dict[str, Any]] = {
        number: {part.field: () for part in parts} for number in numbers
    }
    for part in parts:
        for row in rows_where(connection, part.order[0], numbers, *part.order):
            found[row[part.owner]][part.field] += (part.value(row),)
    return found


def put(connection: Connection, parts: Sequence[Part], value: Any, old: Any | None) -> None:
    """Replace the parts of an owner that differ from the old ones."""
    for part in parts:
        wanted = getattr(value, part.field)
        if old is not None:
            if getattr(old, part.field) == wanted:
                continue
            drop(connection, [part], value.id)
        add_rows(connection, part.table, rows_of(part, value))


def rows_of(part: Part, value: Any) -> list[dict[str, Any]]:
    """The rows that hold one field of an owner."""
    return [
        {part.owner: value.id, "position": position, **part.row(item)}
        for position, item in enumerate(getattr(value, part.field))
    ]


def drop(connection: Connection, parts: Sequence[Part], number: int) -> None:
    """Take away the parts of an owner."""
    for part in parts:
        connection.execute(delete(part.table).where(part.table.c[part.owner] == number))
