"""Triggers: a history that only grows, and the mark of a contested claim."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.domain.relation import AGAINST, RelationState
from tracker.store import search_postgres, search_sqlite
from tracker.store.trigger import Trigger

GROWING = ("history", "foreign_entry")
"""The tables of which no row is ever altered or taken away."""

_AGAINST = ", ".join(f"'{kind}'" for kind in AGAINST)

RECKON_ALL = (
    "UPDATE claim SET contested = EXISTS (SELECT 1 FROM relation WHERE claim.id IN (a, b) "
    f"AND kind IN ({_AGAINST}) AND state <> '{RelationState.REJECTED}')"
)
_RECKON = RECKON_ALL + " WHERE id IN ({row}.a, {row}.b);"


def _append_only(*ways: str) -> Iterator[Trigger]:
    for table in GROWING:
        for what in ways:
            yield Trigger(f"{table}_no_{what.lower()}", "BEFORE", what, table)


def _contested() -> Iterator[Trigger]:
    watched = {
        "insert": ("INSERT", ("NEW",)),
        "update": ("UPDATE OF a, b, kind, state", ("OLD", "NEW")),
        "delete": ("DELETE", ("OLD",)),
    }
    for name, (what, rows) in watched.items():
        does = " ".join(_RECKON.format(row=row) for row in rows)
        yield Trigger(f"contested_{name}", "AFTER", what, "relation", does)


def triggers(dialect: str = "sqlite") -> dict[str, str]:
    """Every trigger of a ledger as a database is told to make it, by name."""
    if dialect == "postgresql":
        kept = (*_append_only("UPDATE", "DELETE", "TRUNCATE"), *_contested())
        made = (*kept, *search_postgres.triggers())
        return {trigger.name: trigger.in_postgres() for trigger in made}
    made = (*_append_only("UPDATE", "DELETE"), *_contested(), *search_sqlite.triggers())
    return {trigger.name: trigger.in_sqlite() for trigger in made}
