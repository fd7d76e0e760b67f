"""Loading: a whole ledger comes into an empty one, as it was.

Tables first, then what follows from them, then the indexes, and the search index at the end: five
times as quick as keeping all of them at every row. Only here do deferred keys and dropped triggers
come in, and only inside one transaction, which leaves all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Index, Table, func, insert, select, union, update
from sqlalchemy.exc import IntegrityError

from tracker.domain.claim import Claim
from tracker.domain.errors import BadInputError
from tracker.domain.history import GENESIS, Entry, ForeignEntry
from tracker.domain.holdings import Section
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import AGAINST, RelationState
from tracker.store import search, tables
from tracker.store.bulk import Bulk
from tracker.store.checking import words_at
from tracker.store.derived import create_derived, drop_derived, keep_used
from tracker.store.foreign import foreign_row
from tracker.store.journal import entry_row
from tracker.store.keying import note_lexicon
from tracker.store.shelves import Shelves

_MOST_KEYS = 500
_Rows = list[dict[str, Any]]


class Loading:
    """Puts in the things of a ledger, section by section."""

    def __init__(self, connection: Connection, shelves: Shelves) -> None:
        self._connection = connection
        self._shelves = shelves
        self._known: dict[str, set[Any]] = {}
        self._awaited: dict[str, dict[Any, str]] = {}
        self._texts: dict[int, str] = {}
        self._bulk = Bulk(connection)
        self._last: Entry | None = None
        self._foreign = 0

    def begin(self) -> None:
        """Put aside what would be kept up at every row."""
        self._bulk.begin()
        drop_derived(self._connection)
        for index in _indexes():
            index.drop(self._connection)

    def put(self, section: Section, values: Sequence[Any]) -> None:
        """Put in some things of a section, in the order of ``SECTIONS``.

        Raises:
            BadInputError: one of them breaks a rule of the ledger, or points nowhere.
        """
        if section.value is Claim:
            self._check_anchors(values)
        if section.value is Entry:
            self._check_chain(values)
        for table, rows in self._rows(section, values):
            if rows:
                self._insert(table, rows)
        if section.value is ForeignEntry:
            self._check_foreign(values)

    def finish(self) -> None:
        """Build what follows from the tables.

        Raises:
            BadInputError: something points at what never came.
        """
        for table, awaited in self._awaited.items():
            for key in awaited.keys() - self._known[table]:
                raise BadInputError(f"{awaited[key]} points at {table} {key}, which is not there.")
        self._bulk.settle()
        self._mark_contested()
        for index in _indexes():
            index.create(self._connection)
        self._bulk.finish()
        create_derived(self._connection)
        search.rebuild(self._connection)
        keep_used(self._connection, self._numbers_used())
        note_lexicon(self._connection)

    def _rows(self, section: Section, values: Sequence[Any]) -> Iterator[tuple[Table, _Rows]]:
        if section.kind is not None:
            if section.value is Claim:
                yield tables.tag, [{"word": word} for word in self._new_tags(values)]
            yield from self._shelves.of_kind(section.kind).rows_of(values)
        elif section.value is Entry:
            yield tables.history, [entry_row(entry) for entry in values]
        elif section.value is ForeignEntry:
            first = self._foreign + 1
            self._foreign += len(values)
            numbered = enumerate(values, first)
            yield tables.foreign_entry, [foreign_row(one, number) for number, one in numbered]
        else:
            yield _PLAIN[section.one], [asdict(value) for value in values]

    def _new_tags(self, claims: Iterable[Claim]) -> list[str]:
        known = self._known.setdefault("tag", set())
        words = dict.fromkeys(word for claim in claims for word in claim.tags)
        return [word for word in words if word not in known]

    def _insert(self, table: Table, rows: _Rows) -> None:
        try:
            with self._connection.begin_nested():
                self._bulk.put(table, rows)
        except IntegrityError:
            for row in rows:  # one by one, to find which it was
                try:
                    self._connection.execute(insert(table), [row])
                except IntegrityError as error:
                    raise BadInputError(f"{_named(table, row)} {_broken(error)}.") from error
            raise
        for key in table.primary_key.columns if len(table.primary_key.columns) == 1 else ():
            self._known.setdefault(table.name, set()).update(row[key.name] for row in rows)
        self._check_pointers(table, rows)

    def _check_pointers(self, table: Table, rows: _Rows) -> None:
        for key in table.foreign_keys:
            target, name = key.column.table.name, key.parent.name
            known = self._known.setdefault(target, set())
            missing = {row[name] for row in rows} - known - {None}
            for row in rows if missing else ():
                if row[name] in missing:
                    # A thing may point ahead at its like: what it was merged into, or its revision.
                    if target != table.name:
                        what = f"points at {target} {row[name]}, which is not there"
                        raise BadInputError(f"{_named(table, row)} {what}.")
                    self._awaited.setdefault(target, {})[row[name]] = _named(table, row)

    def _check_anchors(self, claims: Sequence[Claim]) -> None:
        wanted = {passage.article_id for claim in claims for passage in claim.passages}
        self._texts = {number: self._texts[number] for number in wanted & self._texts.keys()}
        missing = sorted(wanted - self._texts.keys())
        for start in range(0, len(missing), _MOST_KEYS):
            some = tables.article.c.id.in_(missing[start : start + _MOST_KEYS])
            query = select(tables.article.c.id, tables.article.c.text).where(some)
            self._texts |= {row.id: row.text for row in self._connection.execute(query)}
        for claim in claims:
            for passage in claim.passages:
                text = self._texts.get(passage.article_id, "")
                if words_at(text, passage.spans) != passage.exact:
                    raise BadInputError(
                        f"{claim.ref} has a passage whose words do not stand in its article at "
                        "those spans."
                    )

    def _check_chain(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            before = (self._last.seq, self._last.hash) if self._last else (0, GENESIS)
            if (entry.seq - 1, entry.previous) != before:
                raise BadInputError(f"entry {entry.seq} of the history does not follow the last.")
            if entry.sealed() != entry.hash:
                raise BadInputError(f"entry {entry.seq} of the history was altered.")
            self._last = entry

    def _check_foreign(self, foreign: Sequence[ForeignEntry]) -> None:
        previous = {one.entry.previous for one in foreign} - {GENESIS}
        if previous - self._shelves.foreign.known(previous):
            raise BadInputError("the foreign history has an entry that follows nothing.")
        for one in foreign:
            if one.entry.sealed() != one.entry.hash:
                raise BadInputError(f"entry {one.entry.seq} of the foreign history was altered.")

    def _mark_contested(self) -> None:
        against = [
            select(end)
            .where(tables.relation.c.kind.in_(AGAINST))
            .where(tables.relation.c.state != RelationState.REJECTED)
            for end in (tables.relation.c.a, tables.relation.c.b)
        ]
        self._connection.execute(
            update(tables.claim)
            .where(tables.claim.c.id.in_(union(*against)))
            .values(contested=True)
        )

    def _numbers_used(self) -> dict[str, int]:
        """The highest number that the history tells of, by table: it may be gone by now."""
        rows = self._connection.execute(
            select(
                tables.history.c.subject_kind, func.max(tables.history.c.subject_id).label("most")
            ).group_by(tables.history.c.subject_kind)
        )
        return {self._shelves.of_kind(row.subject_kind).table.name: row.most for row in rows}


_PLAIN = {
    "editor": tables.editor,
    "restricted_name": tables.restricted_name,
    "copy": tables.capture,
}


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever done in a ledger."""
    one_of_each = (select(table).limit(1) for table in (tables.history, tables.foreign_entry))
    return all(connection.execute(query).first() is None for query in one_of_each)


def _indexes() -> list[Index]:
    made = (index for table in tables.metadata.sorted_tables for index in table.indexes)
    return sorted(made, key=lambda index: str(index.name))


def _named(table: Table, row: dict[str, Any]) -> str:
    """What a row is or is part of, as its public id."""
    words = {kind.word: kind for kind in Kind}
    if table.name in words:
        return str(Ref(words[table.name], row["id"]))
    for column, kind in (("claim_id", Kind.CLAIM), ("source_id", Kind.SOURCE)):
        if column in row and row[column] is not None:
            return str(Ref(kind, row[column]))
    return f"a row of {table.name}"


def _broken(error: IntegrityError) -> str:
    words = str(error.orig)
    if words.startswith("UNIQUE"):
        return f"is there twice ({words.rsplit(': ', 1)[-1]})"
    return f"breaks a rule of the ledger ({words})"
