"""Keying: with which lexicon the claims' keys were made, since another makes others of them."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from tracker.domain.meanings import lexicon_digest
from tracker.store.tables import claim, keyed_by


def note_lexicon(connection: Connection) -> None:
    """Note that all claim keys were made anew with the lexicon of this program."""
    connection.execute(delete(keyed_by))
    connection.execute(insert(keyed_by).values(lexicon=lexicon_digest()))


def note_in_new_ledger(connection: Connection) -> None:
    """The same of a ledger that holds no claim yet."""
    if connection.execute(select(claim.c.id).limit(1)).first() is None:
        note_lexicon(connection)


def is_outgrown(connection: Connection) -> bool:
    """Whether the claim keys were made with another lexicon than this program has."""
    noted = connection.scalar(select(keyed_by.c.lexicon))
    return noted is not None and noted != lexicon_digest()
