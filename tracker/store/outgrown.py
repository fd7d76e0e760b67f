"""What an action goes on from, unless the ledger was brought up to date meanwhile."""

from __future__ import annotations

from sqlalchemy import Connection, column, func, select, table

from tracker.domain.errors import LedgerError
from tracker.domain.history import GENESIS
from tracker.store.asked import asked
from tracker.store.home import HEAD
from tracker.store.tables import history

_REVISION = table("alembic_version", column("version_num"))
_LAST = history.c.seq == select(func.max(history.c.seq)).scalar_subquery()
_BEGINNING = select(_REVISION, history.c.seq, history.c.hash).outerjoin_from(
    _REVISION, history, _LAST
)


def head_of(connection: Connection, name: str) -> tuple[int, str]:
    """The number and hash of the history's last entry, in a ledger that is to be written.

    Raises:
        LedgerError: a newer version of the program has brought it up to date.
    """
    rows = asked(connection, _BEGINNING)
    found = [row["version_num"] for row in rows]
    if found != [HEAD]:
        raise LedgerError(
            f"{name} was brought up to date by a newer version of tracker (revision "
            f"{', '.join(found)}) while it was open; nothing was changed. Go on in that version."
        )
    return rows[0]["seq"] or 0, rows[0]["hash"] or GENESIS
