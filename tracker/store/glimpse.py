"""The first lines of the queue, read by SQLite's own driver before the library is loaded.

Loading it takes longer than everything else that a desk does until its first rows are seen.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from tracker.domain.listing import ClaimLine
from tracker.domain.status import Stage, Status
from tracker.store.home import APPLICATION_ID, HEAD, REVISION

_COUNT = "SELECT sum(claims) FROM tally"
_FIRST = """
SELECT claim.id, claim.version, claim.statement, claim.status, claim.stage,
  source.name AS source, event.title AS event, claim.hedge, claim.contested, claim.stale,
  claim.proposed, claim.assignee, claim.due, claim.created_at
FROM (SELECT id FROM claim ORDER BY queue_key, id LIMIT ?) AS first
JOIN claim ON claim.id = first.id
LEFT JOIN source ON source.id = claim.speaker_id
LEFT JOIN event ON event.id = claim.event_id
ORDER BY claim.queue_key, claim.id
"""


class Glimpse(NamedTuple):
    """The first lines of the queue, and how many claims there are."""

    lines: tuple[ClaimLine, ...]
    claims: int


NOTHING = Glimpse((), 0)


def glimpse_of(path: Path, limit: int) -> Glimpse:
    """Glimpse the queue of a file; nothing where it takes more than that to read it.

    That is so of a ledger that is to be made or brought up to date, of one that cannot be read,
    which will say so when it is opened, and of one that has names to veil.
    """
    try:
        if not path.is_file():
            return NOTHING
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            ours = file.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
            if not ours or file.execute(REVISION).fetchall() != [(HEAD,)]:
                return NOTHING
            if file.execute("SELECT 1 FROM restricted_name LIMIT 1").fetchone():
                return NOTHING
            file.row_factory = sqlite3.Row
            lines = tuple(_line(dict(row)) for row in file.execute(_FIRST, (limit,)))
            return Glimpse(lines, file.execute(_COUNT).fetchone()[0] or 0)
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return NOTHING


def _line(row: Mapping[str, Any]) -> ClaimLine:
    return ClaimLine(
        **{
            **row,
            "status": Status(row["status"]),
            "stage": Stage(row["stage"]),
            "contested": bool(row["contested"]),
            "stale": bool(row["stale"]),
            "proposed": Status(row["proposed"]) if row["proposed"] else None,
            "due": datetime.fromisoformat(row["due"]) if row["due"] else None,
            "created_at": datetime.fromisoformat(row["created_at"]),
        }
    )
