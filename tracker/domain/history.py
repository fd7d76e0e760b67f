"""History: who did what, when and why; append-only and hash-chained."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

from tracker.domain.reference import Ref

_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False)
GENESIS = "0" * 64
"""The hash before the first entry."""


class Verb(StrEnum):
    """What happened to the subject of an entry."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class Entry:
    """One line of the history.

    ``action`` is the number of the first entry written in the same transaction; ``did`` the
    command in a word ("mark"). ``changes`` maps a field to its old and new value as JSON.
    ``undoes`` is the action that this entry takes back. ``previous`` and ``hash`` chain it.
    """

    seq: int
    action: int
    at: datetime
    by: str
    did: str
    subject: Ref
    verb: Verb
    changes: Mapping[str, tuple[object, object]]
    reason: str = ""
    undoes: int | None = None
    previous: str = GENESIS
    hash: str = ""

    def sealed(self) -> str:
        """Hash the entry with the hash before it: SHA-256 over canonical JSON (RFC 8785 style)."""
        content = {
            "action": self.action,
            "at": self.at.astimezone(UTC).isoformat(),
            "by": self.by,
            "changes": {name: list(pair) for name, pair in self.changes.items()},
            "did": self.did,
            "previous": self.previous,
            "reason": self.reason,
            "seq": self.seq,
            "subject": str(self.subject),
            "undoes": self.undoes,
            "verb": self.verb,
        }
        return sha256(canonical_json(content).encode()).hexdigest()


@dataclass(frozen=True)
class Seal:
    """How far a history went at some time: its entries, and the hash of the last.

    Kept outside of the ledger, it shows later whether these entries are still the same ones.
    """

    entries: int
    head: str

    def __post_init__(self) -> None:
        """Refuse what no history can come to.

        Raises:
            ValueError: it is no number of entries, or no hash of the last of them.
        """
        whole = self.entries.__class__ is int and self.entries >= 0
        if not whole or not re.fullmatch("[0-9a-f]{64}" if self.entries else "", self.head):
            raise ValueError

    def broken(self, entries: int, found: str | None) -> str:
        """Say what is wrong with a history of ``entries``, whose sealed one has the hash ``found``.

        Empty where all is as it was sealed.
        """
        if entries < self.entries:
            return (
                f"{self.entries:,} entries were sealed, {entries:,} are left: its end was cut off"
            )
        if (found or "") != self.head:
            return f"entry {self.entries} is not the one that was sealed: the history was rewritten"
        return ""


@dataclass(frozen=True)
class ForeignEntry:
    """A line of another ledger's history, kept word for word with what was taken over from there.

    ``uid`` is that of its subject, whose number was another there; it is empty if the thing was
    gone. The entry may follow one of our own, where both histories have a beginning in common.
    """

    entry: Entry
    uid: str = ""


class Chain:
    """A chain that is verified entry by entry, from its first."""

    def __init__(self) -> None:
        self._expected, self._previous = 1, GENESIS

    def broken_by(self, entry: Entry) -> Iterator[str]:
        """Take the next entry; say what is wrong with the links that break at it."""
        if entry.seq != self._expected:
            yield f"entry {self._expected} of the history is missing"
        elif entry.previous != self._previous:
            yield f"entry {entry.seq} of the history does not follow the one before it"
        if entry.sealed() != entry.hash:
            yield f"entry {entry.seq} of the history was altered ({entry.subject}, {entry.did})"
        self._expected, self._previous = entry.seq + 1, entry.hash


def broken_links(entries: Iterable[Entry]) -> Iterator[str]:
    """Verify a chain from its first entry; say of each broken link what is wrong."""
    chain = Chain()
    for entry in entries:
        yield from chain.broken_by(entry)


def canonical_json(value: object) -> str:
    """Write JSON that is the same for the same value: sorted keys, no spaces, ASCII."""
    return _CANONICAL.encode(value)
