"""The journal of one action: what every save, addition and removal leaves in the history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from tracker.domain.history import Entry, Verb, canonical_json
from tracker.domain.history_words import changes_said, shortened
from tracker.domain.record import Record, differences, is_empty
from tracker.domain.reference import Ref
from tracker.domain.veil import veiled
from tracker.store.asked import done
from tracker.store.rows import rows_where
from tracker.store.tables import editor, history
from tracker.store.veiling import stand_ins

_NOTE = insert(history)
_MOST_SAID = 100
"""Code points of what somebody else changed; more of it is in the history."""
_MEET = sqlite_insert(editor).on_conflict_do_nothing()


class Journal:
    """Notes entries of one action, each chained to the one before it, the first to ``head``."""

    def __init__(
        self,
        connection: Connection,
        head: tuple[int, str],
        *,
        by: str,
        did: str,
        at: datetime,
        reason: str = "",
        undoes: int | None = None,
    ) -> None:
        self._connection = connection
        self.by = by
        self.did = did
        self.at = at
        self.reason = reason
        self.undoes = undoes
        self.action: int | None = None
        self.seq, self._hash = head
        """The number and hash of the last entry, of this action or of one before it."""
        self.known: set[str] = set()
        """Editors who are in their list for certain; nobody is ever taken out of it."""
        self.protected = stand_ins(connection)
        """What is said instead of each protected name."""

    @property
    def head(self) -> tuple[int, str]:
        """The number and hash of the last entry, of this action or of one before it."""
        return self.seq, self._hash

    def start_action(self) -> None:
        """Let the next entry begin an action of its own."""
        self.action = None

    def added(self, subject: Ref, record: Record) -> None:
        """Note that something is new."""
        self._note(subject, Verb.ADDED, differences({}, _not_empty(record)))

    def all_added(self, things: Iterable[tuple[Ref, Record]]) -> None:
        """Note of several things that each is new."""
        rows = [
            self._entry(subject, Verb.ADDED, differences({}, _not_empty(record)))
            for subject, record in things
        ]
        if rows:
            self._connection.execute(_NOTE, rows)

    def changed(self, subject: Ref, changes: Mapping[str, tuple[object, object]]) -> None:
        """Note what changed; nothing, if nothing did."""
        if changes:
            self._note(subject, Verb.CHANGED, changes)

    def removed(self, subject: Ref, record: Record) -> None:
        """Note that something was taken away."""
        self._note(subject, Verb.REMOVED, differences(record, {}))

    def remarked(self, subject: Ref, word: str) -> None:
        """Note that something was set whose value the history must not hold."""
        self._note(subject, Verb.CHANGED, {word: (None, "set")})

    def protect(self, name: str, stand_in: str) -> None:
        """Keep a name out of this and every later entry."""
        self.protected[name] = stand_in

    def know_editor(self, name: str | None) -> None:
        """Enter a name in the list of editors, once."""
        if name is None or name in self.known:
            return
        self.known.add(name)
        if not any(rows_where(self._connection, editor.c.name, [name])):
            self._connection.execute(_MEET, {"name": name, "since": self.at})

    def who_changed(self, ref: Ref) -> str:
        """Say who changed a thing last, when (local time), and what."""
        rows = self._connection.execute(
            select(history)
            .where(history.c.subject_kind == ref.kind, history.c.subject_id == ref.number)
            .order_by(history.c.seq.desc())
            .limit(1)
        )
        last = rows.mappings().first()
        if last is None:
            return f"{ref} was changed meanwhile"
        entry = veiled(entry_of(last), self.protected)
        what = shortened(changes_said(entry), _MOST_SAID)
        return f"{ref} was changed by {entry.by} at {entry.at.astimezone():%H:%M} ({what})"

    def _note(self, subject: Ref, verb: Verb, changes: Mapping[str, tuple[object, object]]) -> None:
        done(self._connection, _NOTE, self._entry(subject, verb, changes))

    def _entry(
        self, subject: Ref, verb: Verb, changes: Mapping[str, tuple[object, object]]
    ) -> dict[str, Any]:
        """The row of the next entry, chained to the last."""
        self.know_editor(self.by)
        self.seq += 1
        if self.action is None:
            self.action = self.seq
        entry = Entry(
            seq=self.seq,
            action=self.action,
            at=self.at,
            by=self.by,
            did=self.did,
            subject=subject,
            verb=verb,
            changes=veiled(changes, self.protected),
            reason=veiled(self.reason, self.protected),
            undoes=self.undoes,
            previous=self._hash,
        )
        self._hash = entry.sealed()
        return {**entry_row(entry), "hash": self._hash}


def _not_empty(record: Record) -> Record:
    return {name: value for name, value in record.items() if not is_empty(value)}


def changes_text(entry: Entry) -> str:
    """What an entry changes, as it is written: canonical JSON."""
    return canonical_json({name: list(pair) for name, pair in entry.changes.items()})


def entry_row(entry: Entry) -> dict[str, Any]:
    """Write a line of the history."""
    return {
        "seq": entry.seq,
        "action": entry.action,
        "at": entry.at,
        "by": entry.by,
        "did": entry.did,
        "subject_kind": entry.subject.kind,
        "subject_id": entry.subject.number,
        "verb": entry.verb,
        "changes": changes_text(entry),
        "reason": entry.reason,
        "undoes": entry.undoes,
        "previous": entry.previous,
        "hash": entry.hash,
    }


def entry_of(row: Mapping[Any, Any]) -> Entry:
    """Read a line of the history back."""
    return Entry(
        seq=row["seq"],
        action=row["action"],
        at=row["at"],
        by=row["by"],
        did=row["did"],
        subject=Ref(row["subject_kind"], row["subject_id"]),
        verb=row["verb"],
        changes={name: (old, new) for name, (old, new) in json.loads(row["changes"]).items()},
        reason=row["reason"],
        undoes=row["undoes"],
        previous=row["previous"],
        hash=row["hash"],
    )
