"""What bears on a claim in the ledger: evidence, attempts, notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import RowMapping, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from tracker.domain.evidence import Attempt, Evidence, Note
from tracker.domain.reference import Kind
from tracker.store import tables
from tracker.store.shelf import Shelf, Thing

_IDENTITY = frozenset({"id", "uid", "version"})


class _OfClaim(Shelf[Thing]):
    """A shelf of flat values that belong to a claim."""

    value_class: type[Any]

    def of_claim(self, claim_id: int) -> tuple[Thing, ...]:
        """Fetch those of a claim, oldest first."""
        return self.having("claim_id", claim_id)

    def _value(self, row: RowMapping, parts: Mapping[str, Any]) -> Thing:
        value: Thing = self.value_class(
            **{one.name: row[one.name] for one in fields(self.value_class)}
        )
        return value

    def _row(self, value: Thing) -> dict[str, Any]:
        return {
            one.name: getattr(value, one.name)
            for one in fields(self.value_class)
            if one.name not in _IDENTITY
        }


class EvidenceShelf(_OfClaim[Evidence]):
    """The shelf of evidence, and of the captured copies."""

    kind = Kind.EVIDENCE
    table = tables.evidence
    value_class = Evidence

    def keep_copy(self, content: bytes, media_type: str, at: datetime) -> str:
        """Keep a captured copy under its SHA-256, once; returns the hash in hexadecimal."""
        digest = sha256(content).hexdigest()
        self._connection.execute(
            sqlite_insert(tables.capture)
            .values(sha256=digest, content=content, media_type=media_type, captured_at=at)
            .on_conflict_do_nothing()
        )
        return digest

    def has_copy(self, digest: str) -> bool:
        """Whether there is a captured copy of this SHA-256."""
        query = select(tables.capture.c.sha256).where(tables.capture.c.sha256 == digest)
        return self._connection.scalar(query) is not None

    def copy(self, digest: str) -> bytes | None:
        """Fetch a captured copy."""
        query = select(tables.capture.c.content).where(tables.capture.c.sha256 == digest)
        return self._connection.scalar(query)


class Attempts(_OfClaim[Attempt]):
    """The shelf of attempts."""

    kind = Kind.ATTEMPT
    table = tables.attempt
    value_class = Attempt


class Notes(_OfClaim[Note]):
    """The shelf of notes."""

    kind = Kind.NOTE
    table = tables.note
    value_class = Note
