"""All the shelves of an open ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from tracker.domain.listing import Filter
from tracker.domain.reference import Kind
from tracker.store.journal import Journal

if TYPE_CHECKING:
    from tracker.store.articles import Articles
    from tracker.store.bearings import Attempts, EvidenceShelf, Notes
    from tracker.store.chronicle import Chronicle
    from tracker.store.claims import Claims
    from tracker.store.dossiers import Dossiers
    from tracker.store.events import Events
    from tracker.store.foreign import ForeignHistory
    from tracker.store.lists import Lists
    from tracker.store.marks import Marks
    from tracker.store.matches import Matches
    from tracker.store.queue import Queue
    from tracker.store.records import Records
    from tracker.store.relations import Relations
    from tracker.store.shelf import Shelf
    from tracker.store.sources import Sources
    from tracker.store.standings import Standings
    from tracker.store.telling import Telling

_KEPT = {
    "articles": "articles.Articles",
    "sources": "sources.Sources",
    "claims": "claims.Claims",
    "standings": "standings.Standings",
    "events": "events.Events",
    "relations": "relations.Relations",
    "matches": "matches.Matches",
    "evidence": "bearings.EvidenceShelf",
    "attempts": "bearings.Attempts",
    "notes": "bearings.Notes",
}
"""The shelves, each with its class."""

_READ = {
    "history": "chronicle.Chronicle",
    "foreign": "foreign.ForeignHistory",
    "queue": "queue.Queue",
    "lists": "lists.Lists",
    "telling": "telling.Telling",
    "marks": "marks.Marks",
}
"""What is only read from here, each with its class."""


class Shelves:
    """What can be reached through a door of the ledger, loaded when it is first asked for."""

    articles: Articles
    sources: Sources
    claims: Claims
    standings: Standings
    events: Events
    relations: Relations
    matches: Matches
    evidence: EvidenceShelf
    attempts: Attempts
    notes: Notes
    history: Chronicle
    foreign: ForeignHistory
    queue: Queue
    lists: Lists
    telling: Telling
    marks: Marks
    dossiers: Dossiers

    def __init__(
        self, connection: Connection, journal: Journal | None, new_uid: Callable[[], str]
    ) -> None:
        self.journal = journal
        self._connection = connection
        self._new_uid = new_uid

    def __getattr__(self, name: str) -> Any:
        made: Any
        if name in _KEPT:
            made = _class(_KEPT[name])(self._connection, self.journal, self._new_uid)
        elif name in _READ:
            made = _class(_READ[name])(self._connection)
        elif name == "dossiers":
            return _class("dossiers.Dossiers")(self)  # kept, each would keep the other in memory
        else:
            raise AttributeError(f"there is no shelf {name}")
        self.__dict__[name] = made
        return made

    def records(self, wanted: Mapping[str, Sequence[Any]] | None = None) -> Records:
        """The records of the ledger, all or those wanted."""
        from tracker.store.records import Records  # noqa: PLC0415 - what is handed over

        return Records(self._connection, wanted)

    def keys_are_outgrown(self) -> bool:
        """Whether the claim keys were made with another lexicon than this program's."""
        from tracker.store.keying import is_outgrown  # noqa: PLC0415 - only a check asks

        return is_outgrown(self._connection)

    def flat_rows(self, where: Filter) -> Iterator[list[Any]]:
        """The claims that pass a filter as rows of a spreadsheet; see ``FLAT_COLUMNS``."""
        from tracker.store.flat_rows import flat_rows  # noqa: PLC0415 - what is handed over

        return flat_rows(self._connection, where)

    def of_kind(self, kind: Kind) -> Shelf[Any]:
        """The shelf where things of a kind are kept."""
        shelves: Iterator[Shelf[Any]] = (getattr(self, name) for name in _KEPT)
        return next(shelf for shelf in shelves if shelf.kind is kind)


@cache
def _class(path: str) -> Any:
    module, name = path.split(".")
    return getattr(import_module(f"tracker.store.{module}"), name)
