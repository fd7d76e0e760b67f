"""Events in the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping, select

from tracker.domain.event import Event
from tracker.domain.reference import Kind
from tracker.store import tables
from tracker.store.shelf import Shelf
from tracker.store.times import time_of, time_row

_PLAIN = ("title", "place", "place_name", "merged_into")


class Events(Shelf[Event]):
    """The shelf of events."""

    kind = Kind.EVENT
    table = tables.event

    def titled(self, title: str) -> Event | None:
        """Find the event of exactly this title; None if there is none, or several."""
        table = tables.event
        query = select(table.c.id).where(table.c.title == title, table.c.merged_into.is_(None))
        numbers = self._connection.scalars(query.limit(2)).all()
        return self.get(numbers[0]) if len(numbers) == 1 else None

    def _value(self, row: RowMapping, parts: Mapping[str, Any]) -> Event:
        return Event(
            **{name: row[name] for name in _PLAIN},
            time=time_of(row, "time"),
            id=row["id"],
            uid=row["uid"],
            version=row["version"],
        )

    def _row(self, value: Event) -> dict[str, Any]:
        return {**{name: getattr(value, name) for name in _PLAIN}, **time_row(value.time, "time")}
