"""Cells: what a column may hold, and those of a ledger that hold what nobody can read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    Integer,
    LargeBinary,
    Table,
)
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeDecorator

from tracker.domain.errors import LedgerError, TrackerError
from tracker.domain.reference import Kind, Ref
from tracker.store.tables import metadata
from tracker.store.types import Quantity, UnreadableError

_QUOTED = 24
"""Characters of an unreadable value that are told; it may be pages."""
_AT_ONCE = 1000
_MET = (ValueError, TypeError, LookupError, AttributeError)
"""What becomes of a row that holds a value nobody could have written."""
_NO_TEXT = ("Could not decode", "user-defined function raised exception")
"""What SQLite says of a text that is not UTF-8."""
_OWNERS = {"claim_id": Kind.CLAIM, "source_id": Kind.SOURCE, "article_id": Kind.ARTICLE}


@dataclass(frozen=True)
class Cell:
    """A value that cannot be read: where it stands, and what stands there."""

    column: Column[Any]
    key: tuple[Any, ...]
    value: Any

    def __str__(self) -> str:
        return f"{self._row}: {self.column.name} cannot be read{self._quoted}"

    @property
    def owner(self) -> Ref | None:
        """The thing whose row it is in, or the row of a part of which; None if there is none."""
        table, number = self.column.table, self.key[0]
        first = next(iter(table.primary_key)).name
        kind = Kind.__members__.get(table.name.upper(), _OWNERS.get(first))
        return Ref(kind, number) if kind and isinstance(number, int) else None

    @property
    def _row(self) -> str:
        table = self.column.table
        if self.owner is None:
            number = self.key[0]
            return f"row {number} of {table.name}" if isinstance(number, int) else (
                f"a row of {table.name}"
            )  # fmt: skip
        place = "".join(f" {one + 1}" for one in self.key[1:] if isinstance(one, int))
        return f"{table.name}{place} {'of ' if len(self.key) > 1 else ''}{self.owner}"

    @property
    def _quoted(self) -> str:
        """The value, unless it is a text of people, which may name whom nobody shall know."""
        if self.value is None:
            return " (it is empty)"
        if not isinstance(self.column.type, TypeDecorator) or not isinstance(self.value, str):
            return ""
        legible = self.value.encode("utf-8", "replace").decode()
        return f" (“{legible[:_QUOTED]}{'…' if len(legible) > _QUOTED else ''}”)"


def unreadable(
    connection: Connection, doing: Callable[[str], None] = lambda _: None
) -> Iterator[Cell]:
    """Walk every column of every table; yields the cells that hold what their type cannot."""
    driver: Any = connection.connection.dbapi_connection
    for table in metadata.sorted_tables:
        doing(f"cells of {table.name}")
        yield from unreadable_in(table, driver, lambda words: _rows(connection, words))


def _rows(connection: Connection, words: str) -> Iterable[Sequence[Any]]:
    return connection.exec_driver_sql(words, execution_options={"yield_per": _AT_ONCE})


def unreadable_in(
    table: Table, driver: object, ask: Callable[[str], Iterable[Sequence[Any]]]
) -> Iterator[Cell]:
    """Walk every column of one table; ``ask`` gives the rows that answer SQL."""
    columns = [*table.columns]
    legible = [*map(legible_in, columns)]
    places = [columns.index(key) for key in table.primary_key]
    listed = ", ".join(f'"{column.name}"' for column in columns)
    with as_it_lies(driver):
        rows = iter(ask(f'SELECT {listed} FROM "{table.name}"'))
        while some := list(islice(rows, _AT_ONCE)):
            # Most columns hold the same few values again and again.
            spoilt = {
                at: {value for value in set(values) if not legible[at](value)}
                for at, values in enumerate(zip(*some, strict=True))
            }
            if not any(spoilt.values()):
                continue
            for row in some:
                for at, column in enumerate(columns):
                    if row[at] in spoilt[at]:
                        yield Cell(column, tuple(row[place] for place in places), row[at])


def say_damage(error: BaseException, connection: Connection) -> None:
    """Say of an error that a cell is why, if one is; the transaction it ended must be over.

    Raises:
        LedgerError: a cell cannot be read; named is the one that was met, if that is known.
    """
    if not _may_be_met(error):
        return
    met = error.value if isinstance(error, UnreadableError) else None
    try:
        cells = unreadable(connection)
        first = next(cells, None)
        same = (cell for cell in chain([first], cells) if cell and cell.value == met)
        cell = first if met is None else next(same, first)
    except (DBAPIError, sqlite3.Error):
        return  # there is more wrong than a cell
    if cell is not None:
        raise LedgerError(f"{cell}; the ledger is damaged: run “tracker ledger check”.") from error


def _may_be_met(error: BaseException) -> bool:
    if isinstance(error, DBAPIError | sqlite3.Error):
        return any(sign in str(error) for sign in _NO_TEXT)
    return isinstance(error, _MET) and not isinstance(error, TrackerError | UnicodeEncodeError)


@contextmanager
def as_it_lies(driver: object) -> Iterator[None]:
    """Let SQLite's driver give texts whatever their bytes are: those of no UTF-8 as surrogates."""
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    usual, driver.text_factory = driver.text_factory, _text
    try:
        yield
    finally:
        driver.text_factory = usual


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def legible_in(column: Column[Any]) -> Callable[[Any], bool]:
    """What tells whether a column can hold a value, as the driver gives it."""
    by_type, optional = _legible(column), bool(column.nullable)
    return lambda value: optional if value is None else by_type(value)


def _legible(column: Column[Any]) -> Callable[[Any], bool]:
    match column.type:
        case Boolean():
            return lambda value: value in (0, 1)
        case Integer():
            return lambda value: isinstance(value, int)
        case Float() | Quantity():
            return lambda value: isinstance(value, int | float)
        case LargeBinary():
            return lambda value: isinstance(value, bytes | memoryview)
        case TypeDecorator() as kind:
            return _reads(kind)
    return _is_text


def _reads(kind: TypeDecorator[Any]) -> Callable[[Any], bool]:
    read = kind.result_processor(sqlite_dialect(), None)
    assert read is not None

    def reads(value: Any) -> bool:
        try:
            read(value)
        except UnreadableError:
            return False
        return True

    return reads


def _is_text(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        value.isascii() or value.encode()
    except UnicodeEncodeError:
        return False
    return True
