"""Work under way that keeps others from writing for long: whose it is, and since when.

It is entered in an action of its own, so that others can read it while the work goes on; the work
itself takes it out, so that it is gone when all is written. What a killed program leaves behind
misleads nobody: it is looked at only while somebody does hold the ledger, and the next program
that writes takes it out.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from tracker.domain.errors import LedgerError
from tracker.store.tables import under_way

_NOTHING = delete(under_way)
_WHAT = select(under_way)


def announce(connection: Connection, *, did: str, by: str, since: datetime) -> None:
    """Enter a work that is to begin."""
    connection.execute(_NOTHING)
    connection.execute(insert(under_way), [{"did": did, "by": by, "since": since}])


def finish(connection: Connection) -> None:
    """Take it out, as a part of the work."""
    connection.execute(_NOTHING)


def refuse(connection: Connection) -> None:
    """Say what was announced to whoever waits for it; do nothing, if nothing was.

    Raises:
        LedgerError: a work is under way.
    """
    row = connection.execute(_WHAT).first()
    if row is not None:
        raise LedgerError(
            f"{row.by} is importing into this ledger since {row.since.astimezone():%H:%M}; "
            "nothing was changed. Try again in a moment."
        )
