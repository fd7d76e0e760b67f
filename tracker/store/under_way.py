"""Work under way that keeps others from writing for long: whose it is, and since when.

It is entered in an action of its own, so that others can read it while the work goes on; the work
itself takes it out, so that it is gone when all is written. What a killed program leaves behind
misleads nobody: it is looked at only while somebody does hold the ledger, and the next program
that writes takes it out.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Transaction, delete, insert, select

from tracker.domain.errors import LedgerError
from tracker.store.home import ANNOUNCED
from tracker.store.tables import under_way

_NOTHING = delete(under_way)
_WHAT = select(under_way)
_TIMES = 20
"""So often it is announced anew; in the end the work goes on untold."""


def begun(connection: Connection, did: str, by: str, since: datetime) -> Transaction:
    """Begin a work of which others are told, in the transaction that is returned.

    Whoever writes between the announcement and our turn takes it out; then it is made again.
    """
    for _ in range(_TIMES):
        with connection.begin():
            connection.execute(_NOTHING)
            connection.execute(insert(under_way), [{"did": did, "by": by, "since": since}])
        connection.execution_options(**{ANNOUNCED: True})
        transaction = connection.begin()
        if connection.execute(_WHAT).first() is not None:
            return transaction
        transaction.rollback()
    return connection.begin()


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
            f"{row.by} has been importing into this ledger since {row.since.astimezone():%H:%M}; "
            "nothing was changed. Try again in a moment."
        )
