"""What the history of another ledger tells, while it is being merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker.domain.history import GENESIS, ForeignEntry, Verb
from tracker.store.passing_file import PassingFile, opened

TABLES = """
CREATE TABLE entry (
  place INTEGER PRIMARY KEY, own INTEGER NOT NULL, hash TEXT NOT NULL, previous TEXT NOT NULL,
  kind TEXT NOT NULL, number INTEGER NOT NULL, uid TEXT NOT NULL,
  known INTEGER NOT NULL DEFAULT 0);
"""
"""``own`` are lines of the ledger that it comes from, the others are those that it had taken in;
``known`` are here too."""

_SETTLE = (
    """UPDATE entry SET uid = coalesce((SELECT uid FROM thing
    WHERE thing.kind = entry.kind AND thing.number = entry.number), '') WHERE own""",
    "CREATE INDEX entry_uid ON entry (uid)",
    "CREATE INDEX entry_hash ON entry (hash)",
)
_FOLLOWED = """
SELECT place, number, previous FROM entry WHERE NOT own AND previous <> ?
  AND NOT EXISTS (SELECT 1 FROM entry AS other WHERE other.hash = entry.previous)
  AND place > ? ORDER BY place
"""
_NEWS = """
SELECT place, entry.uid, value FROM entry JOIN body USING (place)
  WHERE own = ? AND NOT known AND place > ? ORDER BY place
"""


class ToldThere:
    """The lines of a history that comes in, in a passing file that has the things too."""

    def __init__(self, file: PassingFile) -> None:
        self._file = file

    def put(self, entries: Sequence[ForeignEntry], *, own: bool) -> None:
        """Put lines in: of the ledger that it comes from, or those that it took in."""
        self._file.each(
            "INSERT INTO entry (place, own, hash, previous, kind, number, uid) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(place, own, one.entry.hash, one.entry.previous),
                    *(one.entry.subject.kind.value, one.entry.subject.number, one.uid),
                )
                for place, one in self._file.keep(entries)
            ],
        )
        if own:  # what is gone by now has a uid too
            self._file.each(
                "INSERT OR IGNORE INTO thing (kind, number, uid) VALUES (?, ?, ?)",
                [
                    (entry.subject.kind.value, entry.subject.number, str(entry.changes["uid"][1]))
                    for entry in (one.entry for one in entries)
                    if entry.verb is Verb.ADDED and "uid" in entry.changes
                ],
            )

    def settle(self) -> None:
        """Say of each line which thing it tells of, when all is in."""
        for statement in _SETTLE:
            self._file.do(statement)

    def hashes(self) -> Iterator[list[str]]:
        """The hashes of all lines, some at a time."""
        for rows in self._file.some("SELECT place, hash FROM entry WHERE place > ? ORDER BY place"):
            yield [row[1] for row in rows]

    def know(self, hashes: Iterable[str]) -> None:
        """Note which lines are here too."""
        self._file.each("UPDATE entry SET known = 1 WHERE hash = ?", ((one,) for one in hashes))

    def followed(self) -> Iterator[list[tuple[int, str]]]:
        """What the lines that were taken in there follow and is not there: number, hash."""
        for rows in self._file.some(_FOLLOWED, GENESIS):
            yield [(row[1], row[2]) for row in rows]

    def news(self) -> Iterator[list[ForeignEntry]]:
        """The lines that are not here yet: those of that ledger, then those that it took in."""
        for own in (True, False):
            for rows in self._file.some(_NEWS, own):
                yield [ForeignEntry(opened(body).entry, uid) for _, uid, body in rows]

    def about(self, uid: str) -> dict[str, bool]:
        """The hashes of the lines about a thing, and whether each is here too."""
        query = "SELECT hash, known FROM entry WHERE uid = ?"
        return {one: bool(known) for one, known in self._file.do(query, uid)}
