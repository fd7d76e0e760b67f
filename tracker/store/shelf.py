"""A shelf: where one kind of thing is kept, fetched, added, saved and removed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import Column, Connection, RowMapping, Table, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from tracker.domain.errors import (
    BadInputError,
    ChangedMeanwhileError,
    RefusedError,
    UnknownRefError,
)
from tracker.domain.record import changes_between, record_of
from tracker.domain.reference import Kind, Ref
from tracker.store import parts
from tracker.store.asked import add_row, add_rows, done
from tracker.store.journal import Journal
from tracker.store.parts import Part
from tracker.store.rows import numbers_where, over, rows_where

_MOST_KEPT = 1000
"""Things that an action has read and keeps in mind."""

_NAMES = frozenset({"by", "judged_by", "readied_by", "signed_by", "assignee"})
"""The fields that name an editor."""

Thing = TypeVar("Thing", bound=Any)


class Shelf(Generic[Thing]):
    """Keeps one kind of value. Every write is noted in the journal of the action.

    A subject's own file says how a row becomes a value and back (``_value``, ``_row``) and, where
    it has parts in tables of their own, which those are (``own_parts``).
    """

    kind: ClassVar[Kind]
    table: ClassVar[Table]
    leaving_out: ClassVar[frozenset[str]] = frozenset()
    """Fields too large for the history, which keeps their hash by other means."""
    own_parts: ClassVar[tuple[Part, ...]] = ()
    columns: ClassVar[tuple[Column[Any], ...]] = ()
    """Those of the table that are looked at, where it is not all."""

    def __init__(
        self, connection: Connection, journal: Journal | None, new_uid: Callable[[], str]
    ) -> None:
        self._connection = connection
        self._journal_or_none = journal
        self._new_uid = new_uid
        self._kept: dict[int, Thing] = {}
        self._kept_at: int | None = None

    def get(self, number: int) -> Thing:
        """Fetch one.

        Raises:
            UnknownRefError: there is none of this number.
        """
        thing = self._read_before().get(number) or self.get_many([number]).get(number)
        if thing is None:
            raise UnknownRefError(
                f"there is no {self.kind.word} {Ref(self.kind, number)} in this ledger."
            )
        return thing

    def get_many(self, numbers: Iterable[int]) -> dict[int, Thing]:
        """Fetch several by number, in the order asked for, leaving out those not there."""
        wanted = list(dict.fromkeys(numbers))
        kept = self._read_before()
        found = self._where(self.table.c.id, [one for one in wanted if one not in kept])
        if self._journal_or_none is not None:
            kept.update(found)
        return {one: thing for one in wanted if (thing := found.get(one) or kept.get(one))}

    def of_uids(self, uids: Iterable[str]) -> dict[str, Thing]:
        """Fetch those of these uids that are here, by uid."""
        return {thing.uid: thing for thing in self._where(self.table.c.uid, uids).values()}

    def numbers_of(self, uids: Iterable[str]) -> dict[str, int]:
        """The numbers of those of these uids that are here, by uid."""
        return numbers_where(self._connection, self.table.c.uid, uids)

    def size(self) -> int:
        """How many there are."""
        return self._connection.scalar(select(func.count()).select_from(self.table)) or 0

    def having(self, column: str, number: int) -> tuple[Thing, ...]:
        """Fetch all whose column holds a number, by id."""
        return tuple(self._where(self.table.c[column], [number]).values())

    def having_any(self, column: str, numbers: Iterable[int]) -> dict[int, tuple[Thing, ...]]:
        """Fetch all whose column holds one of these numbers, by that number."""
        found: dict[int, tuple[Thing, ...]] = {}
        for thing in self._where(self.table.c[column], numbers).values():
            found[getattr(thing, column)] = (*found.get(getattr(thing, column), ()), thing)
        return found

    def add(self, value: Thing) -> Thing:
        """Add a value; it comes back with its number, uid and version."""
        fresh = self._fresh(value)
        columns = {"uid": fresh.uid, "version": 1, **self._row(fresh)}
        if fresh.id:
            columns["id"] = fresh.id
        try:
            number = add_row(self._connection, self.table, columns)
        except IntegrityError as error:
            raise BadInputError(f"a {self.kind.word} breaks a rule: {error.orig}.") from error
        new: Thing = replace(fresh, id=number)
        self._put_parts(new, None)
        self._journal.added(new.ref, self.record(new))
        return new

    def add_all(self, values: Sequence[Thing]) -> list[Thing]:
        """Add new values, as ``add`` does one: by a statement for each table."""
        fresh = [self._fresh(value) for value in values]
        rows = [{"uid": value.uid, "version": 1, **self._row(value)} for value in fresh]
        statement = insert(self.table).returning(self.table.c.uid, self.table.c.id)
        try:
            numbers = {row[0]: row[1] for row in self._connection.execute(statement, rows)}
        except IntegrityError as error:
            raise BadInputError(f"a {self.kind.word} breaks a rule: {error.orig}.") from error
        added = [replace(one, id=numbers[one.uid]) for one in fresh]
        for table, parted in self.rows_of(added):
            if table is not self.table:
                add_rows(self._connection, table, parted)
        self._journal.all_added((one.ref, self.record(one)) for one in added)
        return added

    def save(self, value: Thing) -> Thing:
        """Save a changed value over the version that it was made from.

        Raises:
            ChangedMeanwhileError: somebody saved another version since.
            UnknownRefError: it is gone.
        """
        old = self.get(value.id)
        if old.version != value.version:
            raise ChangedMeanwhileError(self._journal.who_changed(value.ref))
        changes = changes_between(old, value, leaving_out=self.leaving_out)
        if not changes:
            return value
        self._enter_names(value, changes)
        saved: Thing = value.but(version=value.version + 1, **self._times(value))
        before, row = self._row(old), self._row(saved)
        changed = {name: now for name, now in row.items() if now != before[name]}
        written = done(
            self._connection,
            over(self.table),
            {
                **changed,
                "version": saved.version,
                "old_id": value.id,
                "old_version": value.version,
            },
        )
        if not written:  # by a program that does not wait for its turn
            raise ChangedMeanwhileError(self._journal.who_changed(value.ref))
        self._put_parts(saved, old)
        self._journal.changed(saved.ref, changes)
        return saved

    def remove(self, value: Thing) -> None:
        """Take a value away; only undoing an addition does."""
        parts.drop(self._connection, self.own_parts, value.id)
        try:
            self._connection.execute(delete(self.table).where(self.table.c.id == value.id))
        except IntegrityError as error:
            raise RefusedError(
                f"{value.ref} cannot be taken back: other work builds on it by now."
            ) from error
        self._journal.removed(value.ref, self.record(value))

    def rows_of(self, values: Sequence[Thing]) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
        """The rows of whole values, as they lie in another ledger, table by table."""
        yield (
            self.table,
            [
                {"id": value.id, "uid": value.uid, "version": value.version, **self._row(value)}
                for value in values
            ],
        )
        for part in self.own_parts:
            yield part.table, [row for value in values for row in parts.rows_of(part, value)]

    def record(self, value: Thing) -> dict[str, Any]:
        """What the history keeps of a value."""
        return record_of(value, leaving_out=self.leaving_out)

    @property
    def _journal(self) -> Journal:
        assert self._journal_or_none is not None, "written through the reading door"
        return self._journal_or_none

    def _fresh(self, value: Thing) -> Thing:
        """A new value with what it needs to be added, the editors that it names entered."""
        uid = value.uid or self._new_uid()
        fresh: Thing = replace(value, uid=uid, version=1, **self._times(value))
        self._enter_names(fresh, _NAMES)
        return fresh

    def _enter_names(self, value: Thing, fields: Collection[str]) -> None:
        """Enter the editors that fields of a value name in their list."""
        for name in _NAMES.intersection(fields):
            self._journal.know_editor(getattr(value, name, None))

    def _read_before(self) -> dict[int, Thing]:
        """What an action has read and, since nobody else writes meanwhile, need not read again.

        What it wrote itself may have changed more than it named: a trigger tells counter-claims.
        """
        journal = self._journal_or_none
        if journal is not None and (self._kept_at != journal.seq or len(self._kept) > _MOST_KEPT):
            self._kept, self._kept_at = {}, journal.seq
        return self._kept

    def _where(self, column: Column[Any], keys: Iterable[Any]) -> dict[int, Thing]:
        """Fetch those whose column holds one of these keys, by number, in its order."""
        told = rows_where(self._connection, column, keys, self.table.c.id, only=self.columns)
        rows = {row["id"]: row for row in told}
        found = parts.fetch(self._connection, self.own_parts, rows) if self.own_parts else {}
        return {number: self._value(row, found.get(number, {})) for number, row in rows.items()}

    def _value(self, row: RowMapping, parts: Mapping[str, Any]) -> Thing:
        raise NotImplementedError

    def _row(self, value: Thing) -> dict[str, Any]:
        raise NotImplementedError

    def _times(self, value: Thing) -> dict[str, datetime]:
        """The times that a value keeps of itself, which its history does not tell."""
        return {}

    def _put_parts(self, value: Thing, old: Thing | None) -> None:
        """Put the parts that changed."""
        parts.put(self._connection, self.own_parts, value, old)
