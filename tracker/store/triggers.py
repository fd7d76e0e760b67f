"""Triggers: a history that only grows, and the mark of a contested claim."""

from __future__ import annotations

from tracker.domain.relation import AGAINST, RelationState
from tracker.store import search

_AGAINST = ", ".join(f"'{kind}'" for kind in AGAINST)

_RECKON = (
    "UPDATE claim SET contested = EXISTS (SELECT 1 FROM relation WHERE claim.id IN (a, b) "
    f"AND kind IN ({_AGAINST}) AND state <> '{RelationState.REJECTED}') "
    "WHERE id IN ({row}.a, {row}.b);"
)


def _append_only() -> dict[str, str]:
    return {
        f"history_no_{what.lower()}": (
            f"CREATE TRIGGER history_no_{what.lower()} BEFORE {what} ON history BEGIN "
            "SELECT RAISE(ABORT, 'the history only grows'); END"
        )
        for what in ("UPDATE", "DELETE")
    }


def _contested() -> dict[str, str]:
    watched = {
        "insert": ("INSERT", ("NEW",)),
        "update": ("UPDATE OF a, b, kind, state", ("OLD", "NEW")),
        "delete": ("DELETE", ("OLD",)),
    }
    return {
        f"contested_{name}": (
            f"CREATE TRIGGER contested_{name} AFTER {what} ON relation BEGIN "
            + " ".join(_RECKON.format(row=row) for row in rows)
            + " END"
        )
        for name, (what, rows) in watched.items()
    }


def triggers() -> dict[str, str]:
    """Every trigger of a ledger, by name."""
    return {**_append_only(), **_contested(), **search.triggers()}
