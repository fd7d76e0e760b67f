"""Mending: what follows from the things of a ledger is built anew, as far as they can be read."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from tracker.domain.errors import LedgerError
from tracker.store import derived, following, search
from tracker.store.complaints import is_damage
from tracker.store.past_reading import past_reading


def mend(connection: Connection, name: str, doing: Callable[[str], None]) -> None:
    """Build anew the triggers, counts, keys and the search index of a ledger of a name.

    Raises:
        LedgerError: pages of its file are damaged.
    """
    try:
        doing("counts")
        derived.renew(connection)
        unread = past_reading(connection, doing)
        following.put_right(connection, unread, doing)
        doing("search index")
        search.rebuild(connection)
    except DBAPIError as error:
        if is_damage(error):
            raise LedgerError(
                f"{name} has lost pages, which cannot be mended; nothing was changed. "
                "“tracker ledger recover FILE” saves what can be read."
            ) from error
        raise
