"""All the shelves of an open ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from tracker.domain.listing import Filter
from tracker.domain.reference import Kind
from tracker.store.articles import Articles
from tracker.store.bearings import Attempts, EvidenceShelf, Notes
from tracker.store.chronicle import Chronicle
from tracker.store.claims import Claims
from tracker.store.dossiers import Dossiers
from tracker.store.events import Events
from tracker.store.flat_rows import flat_rows
from tracker.store.foreign import ForeignHistory
from tracker.store.journal import Journal
from tracker.store.lists import Lists
from tracker.store.marks import Marks
from tracker.store.matches import Matches
from tracker.store.queue import Queue
from tracker.store.records import Records
from tracker.store.relations import Relations
from tracker.store.shelf import Shelf
from tracker.store.sources import Sources
from tracker.store.telling import Telling


class Shelves:
    """What can be reached through a door of the ledger."""

    def __init__(
        self, connection: Connection, journal: Journal | None, new_uid: Callable[[], str]
    ) -> None:
        self.articles = Articles(connection, journal, new_uid)
        self.sources = Sources(connection, journal, new_uid)
        self.claims = Claims(connection, journal, new_uid)
        self.events = Events(connection, journal, new_uid)
        self.relations = Relations(connection, journal, new_uid)
        self.matches = Matches(connection, journal, new_uid)
        self.evidence = EvidenceShelf(connection, journal, new_uid)
        self.attempts = Attempts(connection, journal, new_uid)
        self.notes = Notes(connection, journal, new_uid)
        self.history = Chronicle(connection)
        self.foreign = ForeignHistory(connection)
        self.queue = Queue(connection)
        self.lists = Lists(connection)
        self.telling = Telling(connection)
        self.marks = Marks(connection)
        self.dossiers = Dossiers(self)
        self.journal = journal
        self._connection = connection

    def records(self, wanted: Mapping[str, Sequence[Any]] | None = None) -> Records:
        """The records of the ledger, all or those wanted."""
        return Records(self._connection, wanted)

    def flat_rows(self, where: Filter) -> Iterator[list[Any]]:
        """The claims that pass a filter as rows of a spreadsheet; see ``FLAT_COLUMNS``."""
        return flat_rows(self._connection, where)

    def of_kind(self, kind: Kind) -> Shelf[Any]:
        """The shelf where things of a kind are kept."""
        shelves: tuple[Shelf[Any], ...] = (
            self.articles,
            self.sources,
            self.claims,
            self.events,
            self.relations,
            self.matches,
            self.evidence,
            self.attempts,
            self.notes,
        )
        return next(shelf for shelf in shelves if shelf.kind is kind)
