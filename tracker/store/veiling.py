"""The protected names of a ledger, and what is said instead of them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from tracker.store.asked import asked
from tracker.store.tables import restricted_name, source

# Joined outer, or SQLite would go through all sources to find the few that are protected.
_STAND_INS = select(restricted_name.c.name, source.c.name.label("instead")).outerjoin(
    source, source.c.id == restricted_name.c.source_id
)


def stand_ins(connection: Connection) -> dict[str, str]:
    """What is said instead of each protected name."""
    return {row["name"]: row["instead"] for row in asked(connection, _STAND_INS)}
