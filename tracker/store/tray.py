"""The tray: what comes in from another ledger lies here until it is put where it belongs."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tracker.domain.errors import BadInputError
from tracker.domain.holdings import Copy
from tracker.domain.reference import Kind, Ref
from tracker.store import told_there
from tracker.store.passing_file import AT_ONCE, PassingFile, opened

_TABLES = """
CREATE TABLE thing (
  kind TEXT, number INTEGER, uid TEXT, place INTEGER, here INTEGER, met INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, number)) WITHOUT ROWID;
CREATE UNIQUE INDEX thing_uid ON thing (kind, uid) WHERE place IS NOT NULL;
CREATE INDEX thing_place ON thing (kind, place) WHERE place IS NOT NULL;
CREATE TABLE copy (place INTEGER PRIMARY KEY);
"""
"""``here`` is the number that a thing has in this ledger, ``met`` says that it was here before. A
thing without a place is one of which only the history tells."""

_PUT = """
INSERT INTO thing (kind, number, uid, place) VALUES (?, ?, ?, ?)
  ON CONFLICT (kind, number) DO UPDATE SET uid = excluded.uid, place = excluded.place
  WHERE place IS NULL
"""
_LISTED = "number IN (SELECT value FROM json_each(?))"


class Placed(NamedTuple):
    """The number that a thing of theirs has here, and whether it was here before."""

    here: int
    met: bool


class Tray:
    """Keeps what comes in, and notes which number each thing has here."""

    def __init__(self) -> None:
        self._file = PassingFile(_TABLES + told_there.TABLES)
        self.history = told_there.ToldThere(self._file)

    def close(self) -> None:
        """Throw everything away."""
        self._file.close()

    def put_things(self, values: Sequence[Any]) -> None:
        """Put things in.

        Raises:
            BadInputError: one has a number or uid that another of its kind has.
        """
        for place, value in self._file.keep(values):
            try:
                row = (value.ref.kind.value, value.id, value.uid, place)
                done = self._file.do(_PUT, *row).rowcount
            except sqlite3.IntegrityError:
                done = 0
            if not done:
                raise BadInputError(f"{value.ref} is there twice, by its number or its uid.")

    def put_copies(self, copies: Sequence[Copy]) -> None:
        """Put captured copies in."""
        places = [(place,) for place, _ in self._file.keep(copies)]
        self._file.each("INSERT INTO copy VALUES (?)", places)

    def new(self, kind: Kind) -> Iterator[list[Any]]:
        """Those of a kind that are not here yet, some at a time."""
        return self._file.values("thing", "kind = ? AND here IS NULL", kind.value)

    def met(self, kind: Kind) -> Iterator[list[Any]]:
        """Those of a kind that were here before, some at a time."""
        return self._file.values("thing", "kind = ? AND met", kind.value)

    def of_numbers(self, kind: Kind, numbers: Sequence[int]) -> Iterator[list[Any]]:
        """Those of a kind that have one of these numbers there, some at a time."""
        for start in range(0, len(numbers), AT_ONCE):
            some = json.dumps(numbers[start : start + AT_ONCE])
            yield from self._file.values("thing", f"kind = ? AND {_LISTED}", kind.value, some)

    def copies(self) -> Iterator[list[Copy]]:
        """The captured copies, some at a time."""
        return self._file.values("copy", "true")

    def thing(self, ref: Ref) -> Any | None:
        """One thing."""
        query = "SELECT value FROM thing JOIN body USING (place) WHERE kind = ? AND number = ?"
        row = self._file.do(query, ref.kind.value, ref.number).fetchone()
        return row and opened(row[0])

    def uids(self, kind: Kind) -> Iterator[dict[str, Ref]]:
        """The uids of the things of a kind, some at a time, each with its number there."""
        query = "SELECT place, uid, number FROM thing WHERE kind = ? AND place > ? ORDER BY place"
        for rows in self._file.some(query, kind.value):
            yield {uid: Ref(kind, number) for _, uid, number in rows}

    def place(self, numbers: Iterable[tuple[Ref, int]], *, met: bool) -> None:
        """Note which numbers things have here, and whether they were here before."""
        self._file.each(
            "UPDATE thing SET here = ?, met = ? WHERE kind = ? AND number = ?",
            [(here, met, ref.kind.value, ref.number) for ref, here in numbers],
        )

    def placed(self, refs: Iterable[Ref]) -> dict[Ref, Placed]:
        """Where things of theirs are here, as far as they are."""
        wanted: dict[Kind, set[int]] = {}
        for ref in refs:
            wanted.setdefault(ref.kind, set()).add(ref.number)
        query = (
            "SELECT number, here, met FROM thing "  # noqa: S608 - what is read in is bound
            f"WHERE kind = ? AND here IS NOT NULL AND {_LISTED}"
        )
        return {
            Ref(kind, number): Placed(here, bool(met))
            for kind, numbers in wanted.items()
            for number, here, met in self._file.do(query, kind.value, json.dumps([*numbers]))
        }
