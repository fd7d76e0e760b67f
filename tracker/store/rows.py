"""Rows by key, however many: statements made once, asked in batches.

Making a statement takes the library twice as long as asking it again; and a list of keys takes
half as long again as a single one, which it mostly is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    Connection,
    RowMapping,
    Select,
    Table,
    Update,
    bindparam,
    select,
    update,
)

from tracker.store.asked import asked

Columns = tuple[Column[Any], ...]

BATCH = 500
"""Keys asked for at once: well below SQLite's limit on bound values."""
FEW = 4
"""Keys that are asked for one by one sooner than all at once."""


def rows_where(
    connection: Connection,
    column: Column[Any],
    keys: Iterable[Any],
    *order: Column[Any],
    only: Columns = (),
) -> Iterator[RowMapping]:
    """The rows whose column holds one of these keys, in order within each batch of keys.

    They are told whole, or ``only`` some columns of them.
    """
    wanted = list(keys)
    # A server is asked once: each question is a way there and back.
    if len(wanted) <= (FEW if connection.dialect.name == "sqlite" else 1):
        for key in wanted:
            yield from asked(connection, _rows(column, order, only), key=key)
        return
    for start in range(0, len(wanted), BATCH):
        some = {"keys": wanted[start : start + BATCH]}
        yield from connection.execute(_rows_of_several(column, order, only), some).mappings()


def numbers_where(
    connection: Connection, column: Column[Any], keys: Iterable[Any]
) -> dict[Any, int]:
    """The numbers of the rows whose column holds one of these keys, by that."""
    wanted = list(keys)
    found: dict[Any, int] = {}
    for start in range(0, len(wanted), BATCH):
        some = {"keys": wanted[start : start + BATCH]}
        rows = connection.execute(_numbers_of_several(column), some)
        found |= {row[0]: row[1] for row in rows}
    return found


@cache
def _numbers_of_several(column: Column[Any]) -> Select[Any]:
    keys: BindParameter[Any] = bindparam("keys", expanding=True)
    return select(column, column.table.c.id).where(column.in_(keys))


@cache
def _rows(column: Column[Any], order: Columns, only: Columns) -> Select[Any]:
    return select(*only or (column.table,)).where(column == bindparam("key")).order_by(*order)


@cache
def _rows_of_several(column: Column[Any], order: Columns, only: Columns) -> Select[Any]:
    keys: BindParameter[Any] = bindparam("keys", expanding=True)
    return select(*only or (column.table,)).where(column.in_(keys)).order_by(*order)


@cache
def over(table: Table) -> Update:
    """The statement that saves over the version that was read (``old_id``, ``old_version``)."""
    same = (table.c.id == bindparam("old_id"), table.c.version == bindparam("old_version"))
    return update(table).where(*same)
