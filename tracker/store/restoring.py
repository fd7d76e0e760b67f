"""Restoring: what is lost from the tables, and the history still tells, is put there again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.exc import IntegrityError

from tracker.domain.claim import Claim
from tracker.domain.errors import TrackerError
from tracker.domain.history import Verb
from tracker.domain.holdings import SECTIONS, Section
from tracker.domain.record import emptied
from tracker.domain.reference import Kind, Ref
from tracker.domain.retold import Likeness, Retold
from tracker.store.chronicle import anchored, reader_of, restored, sealed
from tracker.store.parts import Part, rows_of
from tracker.store.past_reading import PastReading
from tracker.store.records import raw
from tracker.store.retelling import changes_in, likeness, told_and_kept
from tracker.store.rows import rows_where
from tracker.store.shelves import Shelves
from tracker.store.tables import history

_AT_ONCE = 200
_ALL_READ = PastReading()


@dataclass
class Restored:
    """What came of it, table by table: rows that were put, and rows that could not be.

    ``things`` are those of the latter that have a public id; ``tables`` those that the history
    tells row by row.
    """

    tables: set[str] = field(default_factory=set)
    put: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    things: list[Ref] = field(default_factory=list)


def restore(connection: Connection) -> Restored:
    """Put every thing again, and every part of one, that the history tells and the tables lack.

    What is there stays as it is. A thing that is there is given parts only where its history tells
    of as many saves as it had: else one that is lost may have taken them away.
    """
    came, same = Restored(), likeness(connection, _ALL_READ)
    shelves = Shelves(connection, None, _no_uid)
    for section in SECTIONS:
        if section.kind is None:
            continue
        work = _Restoring(connection, shelves, section, came)
        lacking = work.lacking(same)
        for start in range(0, len(lacking), _AT_ONCE):
            work.put(lacking[start : start + _AT_ONCE], same)
    return came


class _Restoring:
    """Puts the things of one section."""

    def __init__(
        self, connection: Connection, shelves: Shelves, section: Section, came: Restored
    ) -> None:
        assert section.kind is not None
        self._connection, self._shelves, self._came = connection, shelves, came
        self._section, self._shelf = section, shelves.of_kind(section.kind)
        self._parts = self._shelf.own_parts
        came.tables |= {self._shelf.table.name, *(part.table.name for part in self._parts)}

    def lacking(self, same: Likeness) -> list[int]:
        """The numbers of the things of which something is told that is not there."""
        fields = [part.field for part in self._parts]
        return [
            ref.number
            for ref, story, kept in told_and_kept(self._connection, self._section, same, _ALL_READ)
            if story is not None
            and story.there
            and not (kept and all(same(story.fields.get(one), kept[one]) for one in fields))
        ]

    def put(self, numbers: Sequence[int], same: Likeness) -> None:
        """Put what is lacking of some things."""
        here = self._shelf.get_many(numbers)
        places = {part.field: self._places(part, numbers) for part in self._parts}
        for number, story in _stories(self._connection, self._shelf.kind, numbers, same):
            value, is_whole = here.get(number), True
            if value is not None:
                is_whole = story.saves == value.version
                value = self._with_told(value, story)
            else:
                value = self._again(number, story)
                if value is None or not self._put(self._shelf.table, self._row(value)):
                    self._came.missing[self._shelf.table.name] += 1
                    self._came.things.append(Ref(self._shelf.kind, number))
                    continue
            for part in self._parts if value is not None else ():
                for row in rows_of(part, value):
                    if (number, row["position"]) not in places[part.field] and not (
                        is_whole and self._put(part.table, row)
                    ):
                        self._came.missing[part.table.name] += 1

    def _places(self, part: Part, numbers: Sequence[int]) -> set[tuple[int, int]]:
        """Which places among the parts of some things are taken."""
        rows = rows_where(self._connection, part.order[0], numbers, only=part.order)
        return {(row[part.owner], row["position"]) for row in rows}

    def _again(self, number: int, story: Retold) -> Any:
        """Make a thing anew; None where the history does not tell it wholly."""
        if not story.whole or self._shelf.leaving_out:
            return None
        kind = self._section.value
        told = {**emptied(kind), **story.fields, "id": number, "version": story.saves}
        try:
            value = reader_of(kind).validate_python(told)
        except ValueError:
            return None
        return self._anchored(self._dated(value) if isinstance(value, Claim) else value)

    def _dated(self, claim: Claim) -> Claim:
        """Give a claim the times of its first entry and of its last."""
        at = history.c.at
        first, last = self._connection.execute(
            select(func.min(at, type_=at.type), func.max(at, type_=at.type))
            .where(history.c.subject_kind == self._shelf.kind)
            .where(history.c.subject_id == claim.id)
        ).one()
        return replace(claim, created_at=first, updated_at=last)

    def _with_told(self, value: Any, story: Retold) -> Any:
        """The thing that is there with the parts that are told of it; None if none could be."""
        told = {part.field: story.fields.get(part.field) or [] for part in self._parts}
        try:
            return self._anchored(restored(value, told))
        except ValueError:
            return None

    def _anchored(self, value: Any) -> Any:
        """Read a claim's passages from the articles: what the history tells may be veiled."""
        if not isinstance(value, Claim):
            return value
        try:
            return anchored(value, self._shelves.articles.get)
        except TrackerError:  # the article is lost, and the passage with it
            return value

    def _row(self, value: Any) -> Mapping[str, Any]:
        _, rows = next(self._shelf.rows_of([value]))
        return rows[0]

    def _put(self, table: Table, row: Mapping[str, Any]) -> bool:
        try:
            self._connection.execute(insert(table), [dict(row)])
        except IntegrityError:
            return False
        self._came.put[table.name] += 1
        return True


def _stories(
    connection: Connection, kind: Kind, numbers: Sequence[int], same: Likeness
) -> Iterator[tuple[int, Retold]]:
    """What the history comes to of some things; an entry that was altered tells nothing."""
    rows = connection.execute(
        select(*map(raw, history.c))
        .where(history.c.subject_kind == kind, history.c.subject_id.in_(numbers))
        .order_by(history.c.subject_id, history.c.seq)
    )
    for number, entries in groupby(rows.mappings(), key=itemgetter("subject_id")):
        story = Retold()
        for row in entries:
            changes = changes_in(row["changes"]) if sealed(row) == row["hash"] else None
            story.follow(row["seq"], Verb(row["verb"]), changes, same)
        yield number, story


def _no_uid() -> str:
    raise AssertionError("nothing is added here")
