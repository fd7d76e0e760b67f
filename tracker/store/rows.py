"""Rows by key, however many: statements made once, asked in batches.

Making a statement takes the library twice as long as asking it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Column, Connection, RowMapping, Select, bindparam, select

BATCH = 500
"""Keys asked for at once: well below SQLite's limit on bound values."""


def rows_where(
    connection: Connection, column: Column[Any], keys: Iterable[Any], *order: Column[Any]
) -> Iterator[RowMapping]:
    """The rows whose column holds one of these keys, in order within each batch of keys."""
    query, wanted = _whole_rows(column, order), list(keys)
    for start in range(0, len(wanted), BATCH):
        yield from connection.execute(query, {"keys": wanted[start : start + BATCH]}).mappings()


@cache
def _whole_rows(column: Column[Any], order: tuple[Column[Any], ...]) -> Select[Any]:
    keys: BindParameter[Any] = bindparam("keys", expanding=True)
    return select(column.table).where(column.in_(keys)).order_by(*order)
