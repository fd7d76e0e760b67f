"""The ledger as it stood: a private copy, from which everything that came later is taken back.

The copy lies in a temporary database without a name, which SQLite keeps to itself and drops when
it is closed; whatever database the ledger has its home in.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    create_engine,
    delete,
    event,
    func,
    insert,
    select,
    type_coerce,
    update,
)
from sqlalchemy.pool import StaticPool
from sqlalchemy.types import NullType

from tracker.domain.article import Article
from tracker.domain.claim import Claim
from tracker.domain.errors import RefusedError
from tracker.domain.event import Event
from tracker.domain.evidence import Attempt, Evidence, Note
from tracker.domain.history import GENESIS, Entry, Verb
from tracker.domain.match import Match
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation
from tracker.domain.source import Source
from tracker.store import search, search_sqlite, tables, triggers
from tracker.store.chronicle import Chronicle, anchored, reader_of, restored
from tracker.store.journal import Journal
from tracker.store.search_text import VIEWS
from tracker.store.shelf import Shelf
from tracker.store.shelves import Shelves

_ROWS_AT_ONCE = 1_000
_KEYS = 500
_LEFT_OUT = frozenset({"capture", "tally"})
"""Tables that no report reads, for captured copies are large; and what is counted anew."""

_VALUES: dict[Kind, type[Any]] = {
    Kind.ARTICLE: Article,
    Kind.CLAIM: Claim,
    Kind.EVENT: Event,
    Kind.MATCH: Match,
    Kind.NOTE: Note,
    Kind.RELATION: Relation,
    Kind.SOURCE: Source,
    Kind.ATTEMPT: Attempt,
    Kind.EVIDENCE: Evidence,
}
_NOT_OF_THE_VALUE = frozenset({"restricted_name", "restricted_name_erased", "sha256"})
_PROTECTED = frozenset({"name", "role", "aliases", "restricted"})
"""What stays as it is now of a protected source: it may have been called by its name then."""


class _Unwritten(Journal):
    """A journal for the copy, whose history is not written on."""

    def _note(self, subject: Ref, verb: Verb, changes: Mapping[str, tuple[object, object]]) -> None:
        self.seq += 1  # what was read before it is not to be relied on any more


@dataclass
class _Former:
    """What is known of a thing as it was: whether it was there, and fields that were other."""

    there: bool = True
    fields: dict[str, object] = field(default_factory=dict)


@contextmanager
def standing_at(
    present: Connection, moment: datetime, new_uid: Callable[[], str], *, searched: bool
) -> Iterator[Shelves]:
    """Open a copy of a ledger as it stood at a moment.

    Raises:
        RefusedError: it held an article then that was taken away since; its text is nowhere.
    """
    engine = _nameless()
    try:
        with engine.begin() as connection:
            tables.metadata.create_all(connection)
            seq = Chronicle(present).last_before(moment)
            _copy(present, connection, seq)
            shelves = Shelves(
                connection, _Unwritten(connection, (0, GENESIS), by="", did="", at=moment), new_uid
            )
            _walk_back(shelves, connection, _former(Chronicle(present), seq))
            if searched:
                _make_searchable(connection)
            yield Shelves(connection, None, new_uid)
    finally:
        engine.dispose()


def _nameless() -> Engine:
    def connect() -> sqlite3.Connection:
        file = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        file.execute("PRAGMA journal_mode = OFF")  # the copy is never rolled back, only dropped
        search.lend_means(file)
        return file

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _copy(present: Connection, copy: Connection, seq: int) -> None:
    """Copy every row; of the history only what had been written then."""
    for table in tables.metadata.sorted_tables:
        if table.name in _LEFT_OUT:
            continue
        columns = [column for column in table.columns if column.computed is None]
        # As they lie there: a value that nobody looks at need not be read.
        query = select(*(type_coerce(column, NullType()).label(column.name) for column in columns))
        if table is tables.history:
            query = query.where(tables.history.c.seq <= seq)
        names = [column.name for column in columns]
        put = str(insert(table).compile(dialect=copy.dialect, column_keys=names))
        rows = present.execution_options(yield_per=_ROWS_AT_ONCE).execute(query)
        for some in rows.partitions():
            copy.exec_driver_sql(put, [tuple(row) for row in some])


def _walk_back(shelves: Shelves, connection: Connection, former: Mapping[Ref, _Former]) -> None:
    for kind in Kind:
        of_kind = {ref.number: one for ref, one in former.items() if ref.kind is kind}
        gone = [number for number, one in of_kind.items() if not one.there]
        _take_away(connection, shelves.of_kind(kind), gone)
        _restore(shelves, kind, {number: one for number, one in of_kind.items() if one.there})
    _date_claims(connection, [ref.number for ref in former if ref.kind is Kind.CLAIM])
    for statement in (triggers.RECKON_ALL, *triggers.RETELL):
        connection.exec_driver_sql(statement)


def _make_searchable(connection: Connection) -> None:
    for statement in (*VIEWS, search_sqlite.TABLE):
        connection.exec_driver_sql(statement)
    search.rebuild(connection)


def _former(chronicle: Chronicle, seq: int) -> dict[Ref, _Former]:
    """Gather what everything that was touched later was before."""
    found: dict[Ref, _Former] = {}
    for entry in chronicle.back_to(seq):
        one = found.setdefault(entry.subject, _Former())
        one.there = entry.verb is not Verb.ADDED
        if one.there:
            one.fields.update(_olds(entry))
        else:
            one.fields.clear()
    return found


def _olds(entry: Entry) -> Mapping[str, object]:
    return {name: old for name, (old, _) in entry.changes.items() if name not in _NOT_OF_THE_VALUE}


def _take_away(connection: Connection, shelf: Shelf[Any], numbers: Sequence[int]) -> None:
    """Take away what was not there yet, with its parts; nothing in the copy points back."""
    for some in _parted(numbers):
        for part in shelf.own_parts:
            connection.execute(delete(part.table).where(part.table.c[part.owner].in_(some)))
        connection.execute(delete(shelf.table).where(shelf.table.c.id.in_(some)))


def _parted(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[start : start + _KEYS] for start in range(0, len(numbers), _KEYS))


def _restore(shelves: Shelves, kind: Kind, former: Mapping[int, _Former]) -> None:
    shelf = shelves.of_kind(kind)
    for some in _parted(list(former)):
        now = shelf.get_many(some)
        for number in some:
            fields, value = former[number].fields, now.get(number)
            if value is None:
                shelf.add(_again(shelves, Ref(kind, number), fields))
                continue
            if isinstance(value, Source) and value.restricted:
                fields = {name: old for name, old in fields.items() if name not in _PROTECTED}
            back = restored(value, fields)
            shelf.save(anchored(back, shelves.articles.get) if "passages" in fields else back)


def _again(shelves: Shelves, ref: Ref, fields: Mapping[str, object]) -> Any:
    """Make a thing again that was there once."""
    if ref.kind is Kind.ARTICLE:
        raise RefusedError(
            f"the ledger held {ref} then, which was taken away since; the history keeps no text "
            "of an article, so choose another moment."
        )
    whole = reader_of(_VALUES[ref.kind]).validate_python({**fields, "id": ref.number})
    return anchored(whole, shelves.articles.get) if isinstance(whole, Claim) else whole


def _date_claims(connection: Connection, numbers: list[int]) -> None:
    """Give claims the times of their first and last entry until then."""
    about = (tables.history.c.subject_kind == Kind.CLAIM, tables.history.c.subject_id)
    first, last = (
        select(moment(tables.history.c.at))
        .where(about[0], about[1] == tables.claim.c.id)
        .scalar_subquery()
        for moment in (func.min, func.max)
    )
    for some in _parted(numbers):
        connection.execute(
            update(tables.claim)
            .where(tables.claim.c.id.in_(some), last.is_not(None))
            .values(created_at=first, updated_at=last)
        )
