"""What a ledger holds, so that two moments can be compared."""

from __future__ import annotations

from typing import Any

from tracker.desk.desk import Desk
from tracker.domain.record import as_json
from tracker.domain.reference import Kind

OF_THE_ROW = {"id", "version", "created_at", "updated_at"}


def state_of(desk: Desk) -> dict[str, dict[str, Any]]:
    """Every thing by its public id, field by field."""
    with desk._database.reading() as shelves:
        return {
            str(value.ref): {
                name: kept for name, kept in as_json(value).items() if name not in OF_THE_ROW
            }
            for kind in Kind
            for value in shelves.of_kind(kind).get_many(range(1, 16)).values()
        }


def problems_of(desk: Desk) -> list[str]:
    """What checking finds wrong."""
    return [problem for checked in desk.auditing.check() for problem in checked.problems]
