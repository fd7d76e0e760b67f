"""Work under way that keeps others from writing for long: whose it is, and since when.

It is entered in an action of its own, so that others can read it while the work goes on; the work
itself takes it out, so that it is gone when all is written. What a killed program leaves behind
misleads nobody: it is looked at only while somebody does hold the ledger.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from tracker.store.tables import under_way


def announce(connection: Connection, *, did: str, by: str, since: datetime) -> None:
    """Enter a work that is to begin."""
    connection.execute(delete(under_way))
    connection.execute(insert(under_way), [{"did": did, "by": by, "since": since}])


def finish(connection: Connection) -> None:
    """Take it out, as a part of the work."""
    connection.execute(delete(under_way))


def told(connection: Connection) -> str:
    """Say what may be under way; empty if nothing is."""
    row = connection.execute(select(under_way)).first()
    if row is None:
        return ""
    return f"{row.by} is importing into this ledger since {row.since.astimezone():%H:%M}"
