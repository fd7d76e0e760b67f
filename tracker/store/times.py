"""Time ranges as columns, and back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import RowMapping

from tracker.domain.timerange import Precision, TimeRange


def time_of(row: RowMapping, prefix: str) -> TimeRange | None:
    """Read a time range; None where no words were kept."""
    words = row[f"{prefix}_words"]
    if words is None:
        return None
    return TimeRange(
        words,
        row[f"{prefix}_start"],
        row[f"{prefix}_end"],
        row[f"{prefix}_precision"] or Precision.UNKNOWN,
    )


def time_row(time: TimeRange | None, prefix: str) -> dict[str, Any]:
    """Write a time range."""
    return {
        f"{prefix}_words": time.words if time else None,
        f"{prefix}_start": time.start if time else None,
        f"{prefix}_end": time.end if time else None,
        f"{prefix}_precision": time.precision if time else None,
    }
