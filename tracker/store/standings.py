"""Where the desk stands with the claims in the ledger, without what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from tracker.domain.reference import Kind
from tracker.domain.standing import Proposal, Standing
from tracker.store import tables
from tracker.store.shelf import Shelf

_IDENTITY = ("id", "uid", "version")
_NAMES = tuple(one.name for one in fields(Standing))
_ALIKE = tuple(name for name in _NAMES if name != "proposed")
_WRITTEN = tuple(name for name in _ALIKE if name not in _IDENTITY)


class Standings(Shelf[Standing]):
    """The shelf of claims, for moves that look at nothing else of them."""

    kind = Kind.CLAIM
    table = tables.claim
    columns = tuple(tables.claim.c[name] for name in (*_NAMES, "proposed_reason"))

    def _value(self, row: RowMapping, parts: Mapping[str, Any]) -> Standing:
        return Standing.made_of(standing_of(row))

    def _row(self, value: Standing) -> dict[str, Any]:
        return standing_row(value)

    def _times(self, value: Standing) -> dict[str, datetime]:
        return standing_times(value, self._journal.at)


def standing_of(row: RowMapping) -> dict[str, Any]:
    """What a claim's row tells of where the desk stands with it, by field."""
    proposed = row["proposed"]
    told = {name: row[name] for name in _ALIKE}
    told["proposed"] = Proposal(proposed, row["proposed_reason"]) if proposed else None
    return told


def standing_row(value: Standing) -> dict[str, Any]:
    """The same as columns, without those of its identity."""
    row = {name: getattr(value, name) for name in _WRITTEN}
    row["settled"] = value.settled
    row["proposed"] = value.proposed.status if value.proposed else None
    row["proposed_reason"] = value.proposed.reason if value.proposed else ""
    return row


def standing_times(value: Standing, now: datetime) -> dict[str, datetime]:
    """When a claim came in, and when it was last changed: now."""
    return {"created_at": value.created_at or now, "updated_at": now}
