"""The tray: what comes in from another ledger lies here until it is put where it belongs.

It is a file of SQLite without a name: it lies on the disk, nobody else can open it, and it is gone
with the program, whatever becomes of that. So a million things take as little memory as a few.
"""

from __future__ import annotations

import json
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from tracker.domain.errors import BadInputError, TrackerError
from tracker.domain.history import GENESIS, ForeignEntry, Verb
from tracker.domain.holdings import Copy
from tracker.domain.reference import Kind, Ref

_AT_ONCE = 500
_MOST_BYTES = 1 << 22
"""Of large things fewer are taken out at a time."""
_CACHE_KB = 8 * 1024

_TABLES = """
CREATE TABLE body (place INTEGER PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE thing (
  kind TEXT, number INTEGER, uid TEXT, place INTEGER, here INTEGER, met INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, number)) WITHOUT ROWID;
CREATE UNIQUE INDEX thing_uid ON thing (kind, uid) WHERE place IS NOT NULL;
CREATE INDEX thing_place ON thing (kind, place) WHERE place IS NOT NULL;
CREATE TABLE copy (place INTEGER PRIMARY KEY);
CREATE TABLE entry (
  place INTEGER PRIMARY KEY, own INTEGER NOT NULL, hash TEXT NOT NULL, previous TEXT NOT NULL,
  kind TEXT NOT NULL, number INTEGER NOT NULL, uid TEXT NOT NULL,
  known INTEGER NOT NULL DEFAULT 0);
"""
"""``here`` is the number that a thing has in this ledger, ``met`` says that it was here before; a
thing without a place is one of which only the history tells. Of ``entry``, ``own`` are those of
the ledger that it comes from, the others are those that it had taken in; ``known`` are here too."""

_SETTLE = (
    """UPDATE entry SET uid = coalesce((SELECT uid FROM thing
    WHERE thing.kind = entry.kind AND thing.number = entry.number), '') WHERE own""",
    "CREATE INDEX entry_uid ON entry (uid)",
    "CREATE INDEX entry_hash ON entry (hash)",
)


class Placed(NamedTuple):
    """Where a thing of theirs is in this ledger, and whether it was there before."""

    here: int
    met: bool


class Tray:
    """Keeps what comes in, and notes which number each thing has here."""

    def __init__(self) -> None:
        self._last = 0
        self._file = sqlite3.connect("", isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE_KB}"):
            self._file.execute(f"PRAGMA {pragma}")
        self._file.executescript(_TABLES)
        self._file.execute("BEGIN")  # and never committed: none of it is to last

    def close(self) -> None:
        """Throw everything away."""
        self._file.close()

    def put_things(self, values: Sequence[Any]) -> None:
        """Put things in.

        Raises:
            BadInputError: one has a number or uid that another of its kind has.
        """
        rows = [
            (value.ref.kind.value, value.id, value.uid, place)
            for place, value in self._keep(values)
        ]
        with _room():
            for row in rows:
                try:
                    done = self._file.execute(
                        "INSERT INTO thing (kind, number, uid, place) VALUES (?, ?, ?, ?) "
                        "ON CONFLICT (kind, number) DO UPDATE SET uid = excluded.uid, "
                        "place = excluded.place WHERE place IS NULL",
                        row,
                    ).rowcount
                except sqlite3.IntegrityError:
                    done = 0
                if not done:
                    ref = Ref(Kind(row[0]), row[1])
                    raise BadInputError(f"{ref} is there twice, by its number or its uid.")

    def put_copies(self, copies: Sequence[Copy]) -> None:
        """Put captured copies in."""
        places = [(place,) for place, _ in self._keep(copies)]
        self._many("INSERT INTO copy VALUES (?)", places)

    def put_entries(self, entries: Sequence[ForeignEntry], *, own: bool) -> None:
        """Put lines of history in: of the ledger that it comes from, or those that it took in."""
        self._many(
            "INSERT INTO entry (place, own, hash, previous, kind, number, uid) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(place, own, one.entry.hash, one.entry.previous),
                    *(one.entry.subject.kind.value, one.entry.subject.number, one.uid),
                )
                for place, one in self._keep(entries)
            ],
        )
        if own:
            self._many(
                "INSERT OR IGNORE INTO thing (kind, number, uid) VALUES (?, ?, ?)",
                [
                    (entry.subject.kind.value, entry.subject.number, entry.changes["uid"][1])
                    for entry in (one.entry for one in entries)
                    if entry.verb is Verb.ADDED and "uid" in entry.changes
                ],
            )

    def settle(self) -> None:
        """Say of each line of history which thing it tells of, when all is in."""
        with _room():
            for statement in _SETTLE:
                self._file.execute(statement)

    def new(self, kind: Kind) -> Iterator[list[Any]]:
        """Those of a kind that are not here yet."""
        return self._values("thing", "kind = ? AND here IS NULL", kind.value)

    def met(self, kind: Kind) -> Iterator[list[Any]]:
        """Those of a kind that were here before."""
        return self._values("thing", "kind = ? AND met", kind.value)

    def of_numbers(self, kind: Kind, numbers: Sequence[int]) -> Iterator[list[Any]]:
        """Those of a kind that have one of these numbers there, some at a time."""
        for start in range(0, len(numbers), _AT_ONCE):
            some = _listed(numbers[start : start + _AT_ONCE])
            which = "kind = ? AND number IN (SELECT value FROM json_each(?))"
            yield from self._values("thing", which, kind.value, some)

    def copies(self) -> Iterator[list[Copy]]:
        """The captured copies, some at a time."""
        return self._values("copy", "true")

    def thing(self, ref: Ref) -> Any | None:
        """One thing."""
        query = "SELECT value FROM thing JOIN body USING (place) WHERE kind = ? AND number = ?"
        row = self._file.execute(query, (ref.kind.value, ref.number)).fetchone()
        return row and _opened(row[0])

    def uids(self, kind: Kind) -> Iterator[dict[str, Ref]]:
        """The uids of the things of a kind, some at a time, each with its number there."""
        query = "SELECT place, uid, number FROM thing WHERE kind = ? AND place > ? ORDER BY place"
        for rows in self._some(query, kind.value):
            yield {uid: Ref(kind, number) for _, uid, number in rows}

    def place(self, numbers: Iterable[tuple[Ref, int]], *, met: bool) -> None:
        """Note which numbers things have here, and whether they were here before."""
        self._many(
            "UPDATE thing SET here = ?, met = ? WHERE kind = ? AND number = ?",
            [(here, met, ref.kind.value, ref.number) for ref, here in numbers],
        )

    def placed(self, refs: Iterable[Ref]) -> dict[Ref, Placed]:
        """Where things of theirs are here, as far as they are."""
        wanted: dict[Kind, set[int]] = {}
        for ref in refs:
            wanted.setdefault(ref.kind, set()).add(ref.number)
        query = (
            "SELECT number, here, met FROM thing WHERE kind = ? AND here IS NOT NULL "
            "AND number IN (SELECT value FROM json_each(?))"
        )
        return {
            Ref(kind, number): Placed(here, bool(met))
            for kind, numbers in wanted.items()
            for number, here, met in self._file.execute(query, (kind.value, _listed(numbers)))
        }

    def hashes(self) -> Iterator[list[str]]:
        """The hashes of all lines of history, some at a time."""
        for rows in self._some("SELECT place, hash FROM entry WHERE place > ? ORDER BY place"):
            yield [row[1] for row in rows]

    def know(self, hashes: Iterable[str]) -> None:
        """Note which lines of history are here too."""
        self._many("UPDATE entry SET known = 1 WHERE hash = ?", [(one,) for one in hashes])

    def followed(self) -> Iterator[list[tuple[int, str]]]:
        """What the lines that were taken in there follow and is not in here: number, hash."""
        query = (
            "SELECT place, number, previous FROM entry WHERE NOT own AND previous <> ? "
            "AND NOT EXISTS (SELECT 1 FROM entry AS other WHERE other.hash = entry.previous) "
            "AND place > ? ORDER BY place"
        )
        for rows in self._some(query, GENESIS):
            yield [(row[1], row[2]) for row in rows]

    def news(self) -> Iterator[list[ForeignEntry]]:
        """The lines of history that are not here yet: those of that ledger, then the others."""
        for own in (1, 0):
            query = (
                "SELECT place, entry.uid, value FROM entry JOIN body USING (place) "
                "WHERE own = ? AND NOT known AND place > ? ORDER BY place"
            )
            for rows in self._some(query, own):
                yield [ForeignEntry(_opened(body).entry, uid) for _, uid, body in rows]

    def told_of(self, uid: str) -> dict[str, bool]:
        """The hashes of the lines about a thing, and whether each is here too."""
        query = "SELECT hash, known FROM entry WHERE uid = ?"
        return {one: bool(known) for one, known in self._file.execute(query, (uid,))}

    def _keep(self, values: Sequence[Any]) -> list[tuple[int, Any]]:
        """Keep values word for word; returns each with its place."""
        placed = list(enumerate(values, self._last + 1))
        self._last += len(values)
        rows = [(place, pickle.dumps(value, pickle.HIGHEST_PROTOCOL)) for place, value in placed]
        self._many("INSERT INTO body VALUES (?, ?)", rows)
        return placed

    def _many(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        with _room():
            self._file.executemany(statement, rows)

    def _values(self, table: str, which: str, *bound: Any) -> Iterator[list[Any]]:
        query = (
            f"SELECT place, value FROM {table} JOIN body USING (place) WHERE {which} "  # noqa: S608
            "AND place > ? ORDER BY place"
        )
        for rows in self._some(query, *bound):
            yield [_opened(body) for _, body in rows]

    def _some(self, query: str, *bound: Any) -> Iterator[list[Any]]:
        """Rows of a query, some at a time, by their places; what is noted meanwhile counts."""
        last = 0
        while True:
            rows, size = [], 0
            for row in self._file.execute(query, (*bound, last)):
                rows.append(row)
                size += len(row[-1]) if isinstance(row[-1], bytes) else 0
                if len(rows) == _AT_ONCE or size > _MOST_BYTES:
                    break
            if not rows:
                return
            last = rows[-1][0]
            yield rows


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
            "there is no room on the disk for what comes in (set TMPDIR to a folder that has "
            "more); nothing was changed."
        ) from error


def _opened(body: bytes) -> Any:
    return pickle.loads(body)  # noqa: S301 - this program's own, from a file that only it can open


def _listed(numbers: Iterable[int]) -> str:
    return json.dumps(sorted(numbers))
