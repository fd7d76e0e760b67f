"""A ledger that was brought up to date while an older program had it open."""

from __future__ import annotations

from sqlalchemy import Connection, column, text

from tracker.domain.errors import LedgerError
from tracker.store.asked import asked
from tracker.store.home import HEAD, REVISION

_REVISION = text(REVISION).columns(column("version_num"))


def refuse_outgrown(connection: Connection, name: str) -> None:
    """Refuse to write what a newer version of the program has brought up to date meanwhile.

    Raises:
        LedgerError: it did.
    """
    found = [row["version_num"] for row in asked(connection, _REVISION)]
    if found != [HEAD]:
        raise LedgerError(
            f"{name} was brought up to date by a newer version of tracker (revision "
            f"{', '.join(found)}) while it was open; nothing was changed. Go on in that version."
        )
