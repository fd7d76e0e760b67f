"""The history in the ledger: read, restored from, verified."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, select

from tracker.domain.history import GENESIS, Entry, Verb
from tracker.domain.record import as_json
from tracker.domain.reference import Kind, Ref
from tracker.store.journal import entry_of
from tracker.store.tables import history

_TRANSIENT = ("id", "uid", "version")


class Chronicle:
    """Reads the history; only the journal writes it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, subject: Ref) -> tuple[Entry, ...]:
        """The entries about one thing, oldest first."""
        rows = self._connection.execute(
            select(history)
            .where(history.c.subject_kind == subject.kind)
            .where(history.c.subject_id == subject.number)
            .order_by(history.c.seq)
        )
        return tuple(entry_of(row) for row in rows.mappings())

    def latest(self, limit: int) -> tuple[Entry, ...]:
        """The newest entries, newest first."""
        rows = self._connection.execute(select(history).order_by(history.c.seq.desc()).limit(limit))
        return tuple(entry_of(row) for row in rows.mappings())

    def hash_of(self, seq: int) -> str | None:
        """The hash of an entry, by its place in the history."""
        return self._connection.scalar(select(history.c.hash).where(history.c.seq == seq))

    def of_action(self, action: int) -> tuple[Entry, ...]:
        """The entries of one action, oldest first."""
        rows = self._connection.execute(
            select(history).where(history.c.action == action).order_by(history.c.seq)
        )
        return tuple(entry_of(row) for row in rows.mappings())

    def last_standing_action(self, by: str) -> int | None:
        """An editor's newest action that is no undo and was not undone."""
        undone = select(history.c.undoes).where(history.c.undoes.is_not(None))
        return self._connection.scalar(
            select(history.c.action)
            .where(history.c.by == by, history.c.undoes.is_(None))
            .where(history.c.action.not_in(undone))
            .order_by(history.c.action.desc())
            .limit(1)
        )

    def last_about(
        self, subject: Ref, fields: frozenset[str] | None, since: int, *, leaving_out: int
    ) -> Entry | None:
        """The newest entry after ``since``, of another action, that touched any of these fields.

        None stands for every field. A change that was itself undone does not count, nor does its
        undoing.
        """
        undone = select(history.c.undoes).where(history.c.undoes.is_not(None))
        rows = self._connection.execute(
            select(history)
            .where(history.c.subject_kind == subject.kind)
            .where(history.c.subject_id == subject.number)
            .where(history.c.seq > since, history.c.action != leaving_out)
            .where(history.c.undoes.is_(None), history.c.action.not_in(undone))
            .order_by(history.c.seq.desc())
        )
        for row in rows.mappings():
            entry = entry_of(row)
            if fields is None or fields & entry.changes.keys():
                return entry
        return None

    def broken_links(self) -> Iterator[str]:
        """Verify the chain from its first entry; say of each broken link what is wrong."""
        expected, previous = 1, GENESIS
        # As the rows lie there: one that was altered may be past reading as an entry.
        rows = self._connection.exec_driver_sql("SELECT * FROM history ORDER BY seq")
        for row in rows.mappings():
            number, subject = row["seq"], f"{row['subject_kind']}{row['subject_id']}"
            if number != expected:
                yield f"entry {expected} of the history is missing"
            elif row["previous"] != previous:
                yield f"entry {number} of the history does not follow the one before it"
            if _sealed(row) != row["hash"]:
                yield f"entry {number} of the history was altered ({subject}, {row['did']})"
            expected, previous = number + 1, row["hash"]


def _sealed(row: Mapping[Any, Any]) -> str | None:
    """Hash a row of the history as it lies there; None if it is past reading."""
    try:
        meant = {
            "at": datetime.fromisoformat(row["at"]),
            "subject_kind": Kind(row["subject_kind"]),
            "verb": Verb(row["verb"]),
        }
        return entry_of({**row, **meant}).sealed()
    except (ValueError, TypeError, AttributeError, LookupError):
        return None


def restored(value: Any, fields: dict[str, object]) -> Any:
    """Give a value's fields the contents that the history kept of them."""
    whole = {**as_json(value), **fields}
    made = TypeAdapter(type(value)).validate_python(whole)
    return replace(made, **{name: getattr(value, name) for name in _TRANSIENT})
