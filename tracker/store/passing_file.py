"""A file of SQLite without a name: what is too much for memory lies there while it is worked on.

It is on the disk, nobody else can open it, and it is gone with the program, whatever becomes of
that. So a million things take as little memory as a few.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from pydantic import ConfigDict, TypeAdapter

from tracker.domain.errors import TrackerError
from tracker.domain.holdings import SECTIONS

AT_ONCE = 500
_MOST_BYTES = 1 << 22
"""Of large values fewer are taken out at a time."""
_CACHE_KB = 8 * 1024
_CONFIG = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")


class PassingFile:
    """Keeps values word for word, each at a place, and tables that tell of them."""

    def __init__(self, tables: str) -> None:
        self._last = 0
        self._file = sqlite3.connect("", isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE_KB}"):
            self._file.execute(f"PRAGMA {pragma}")
        self._file.executescript(
            f"{tables} CREATE TABLE body (place INTEGER PRIMARY KEY, value BLOB NOT NULL);"
        )
        self._file.execute("BEGIN")  # and never committed: none of it is to last

    def close(self) -> None:
        """Throw everything away."""
        self._file.close()

    def keep(self, values: Sequence[Any]) -> list[tuple[int, Any]]:
        """Keep values; returns each with its place."""
        placed = list(enumerate(values, self._last + 1))
        self._last += len(values)
        bodies = [(place, _closed(value)) for place, value in placed]
        self.each("INSERT INTO body VALUES (?, ?)", bodies)
        return placed

    def do(self, statement: str, *bound: Any) -> sqlite3.Cursor:
        """Do what a statement says."""
        with _room():
            return self._file.execute(statement, bound)

    def each(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Do what a statement says for each row."""
        with _room():
            self._file.executemany(statement, rows)

    def some(self, query: str, *bound: Any) -> Iterator[list[Any]]:
        """Rows of a query, some at a time, by the places that come first; what is noted counts.

        The last value that is bound is the place after which they are.
        """
        last = 0
        while True:
            rows, size = [], 0
            for row in self._file.execute(query, (*bound, last)):
                rows.append(row)
                size += len(row[-1]) if isinstance(row[-1], bytes) else 0
                if len(rows) == AT_ONCE or size > _MOST_BYTES:
                    break
            if not rows:
                return
            last = rows[-1][0]
            yield rows

    def values(self, table: str, which: str, *bound: Any) -> Iterator[list[Any]]:
        """The values that a table tells of, some at a time, in the order in which they came."""
        query = (
            f"SELECT place, value FROM {table} JOIN body USING (place) WHERE {which} "  # noqa: S608
            "AND place > ? ORDER BY place"
        )
        for rows in self.some(query, *bound):
            yield [opened(body) for _, body in rows]


def opened(body: bytes) -> Any:
    """A value that was kept."""
    name, _, told = body.partition(b"\n")
    (value,) = _adapter(name.decode()).validate_json(told)
    return value


def _closed(value: Any) -> bytes:
    """A value as it is kept: what it is, and its fields."""
    name = next(one.one for one in SECTIONS if isinstance(value, one.value))
    return name.encode() + b"\n" + _adapter(name).dump_json((value,))


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    kept: Any = next(one.value for one in SECTIONS if one.one == name)
    return TypeAdapter(tuple[kept], config=_CONFIG)


@contextmanager
def _room() -> Iterator[None]:
    """Say plainly that the disk is full.

    Raises:
        TrackerError: it is.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        raise TrackerError(
            "there is no room on the disk for what comes in (TMPDIR names another folder for it); "
            "nothing was changed."
        ) from error
