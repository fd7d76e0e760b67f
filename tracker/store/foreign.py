"""The histories of other ledgers, kept word for word with what was taken over from there.

Every entry holds the hash of the one before it, which is another foreign entry or, where both
ledgers have a beginning in common, one of our own: so each foreign chain can be verified.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from tracker.domain.errors import UnknownRefError
from tracker.domain.history import GENESIS, Entry, ForeignEntry, Verb, canonical_json
from tracker.domain.reference import Ref
from tracker.store.tables import foreign_entry, history
from tracker.store.types import utc_text

_BATCH = 500


class ForeignHistory:
    """Reads and adds entries; none is ever changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, hashes: Iterable[str]) -> set[str]:
        """Which of these hashes are of entries that are here, our own or foreign."""
        wanted = list(hashes)
        found: set[str] = set()
        for start in range(0, len(wanted), _BATCH):
            some = wanted[start : start + _BATCH]
            for column in (history.c.hash, foreign_entry.c.hash):
                found.update(self._connection.scalars(select(column).where(column.in_(some))))
        return found

    def hashes_about(self, uid: str) -> set[str]:
        """The hashes of the foreign entries about a thing."""
        query = select(foreign_entry.c.hash).where(foreign_entry.c.uid == uid)
        return set(self._connection.scalars(query))

    def about(self, uid: str) -> tuple[Entry, ...]:
        """The foreign entries about a thing, in the order in which they came here."""
        query = select(foreign_entry.c.entry).where(foreign_entry.c.uid == uid)
        rows = self._connection.scalars(query.order_by(foreign_entry.c.number))
        return tuple(_entry(text) for text in rows)

    def forks(self) -> frozenset[str]:
        """The hashes of entries that a foreign one follows which does not come right after it."""
        before = foreign_entry.alias("before")
        follows = before.c.hash == foreign_entry.c.previous
        apart = before.c.number != foreign_entry.c.number - 1
        queries = (
            select(foreign_entry.c.previous).join(before, follows).where(apart),
            select(foreign_entry.c.previous).join(
                history, history.c.hash == foreign_entry.c.previous
            ),
        )
        return frozenset(one for query in queries for one in self._connection.scalars(query))

    def add(self, entries: Sequence[ForeignEntry]) -> None:
        """Keep entries, in this order, after those that are here."""
        last = self._connection.scalar(select(func.max(foreign_entry.c.number))) or 0
        if entries:
            rows = [foreign_row(one, last + place) for place, one in enumerate(entries, 1)]
            self._connection.execute(insert(foreign_entry), rows)

    def broken_links(self) -> Iterator[str]:
        """Verify every foreign entry; say of each that does not hold what is wrong."""
        known = {GENESIS}
        query = select(foreign_entry).order_by(foreign_entry.c.number)
        rows = self._connection.execute(query, execution_options={"yield_per": _BATCH})
        for row in rows:
            if not self._follows(row.previous, known):
                yield f"entry {row.number} of the foreign history follows nothing that is here"
            if _altered(row):
                yield f"entry {row.number} of the foreign history was altered"
            known.add(row.hash)

    def _follows(self, previous: str, known: set[str]) -> bool:
        return previous in known or bool(self.known([previous]))


def foreign_row(foreign: ForeignEntry, number: int) -> dict[str, Any]:
    """Write a foreign entry."""
    entry = foreign.entry
    return {
        "number": number,
        "hash": entry.hash,
        "previous": entry.previous,
        "uid": foreign.uid,
        "entry": canonical_json(_record(entry)),
    }


def _record(entry: Entry) -> dict[str, Any]:
    """An entry as it leaves the ledger; see ``records``."""
    return {
        "seq": entry.seq,
        "action": entry.action,
        "at": utc_text(entry.at),
        "by": entry.by,
        "did": entry.did,
        "subject": str(entry.subject),
        "verb": entry.verb.value,
        "changes": {name: list(pair) for name, pair in entry.changes.items()},
        "reason": entry.reason,
        "undoes": entry.undoes,
        "previous": entry.previous,
        "hash": entry.hash,
    }


def _entry(text: str) -> Entry:
    record = json.loads(text)
    meant = {
        "at": datetime.fromisoformat(record["at"]),
        "subject": Ref.parse(record["subject"]),
        "verb": Verb(record["verb"]),
        "changes": {name: (old, new) for name, (old, new) in record["changes"].items()},
    }
    return Entry(**{**record, **meant})


def _altered(row: Row[Any]) -> bool:
    """Whether an entry is not what its hash says; one that is past reading is altered too."""
    try:
        entry = _entry(row.entry)
        return (entry.sealed(), entry.previous, entry.hash) != (row.hash, row.previous, row.hash)
    except (ValueError, TypeError, AttributeError, LookupError, UnknownRefError):
        return True
