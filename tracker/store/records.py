"""The ledger as plain records, streamed: what leaves it for other programs.

A record is a value of the domain as JSON, made straight from the rows: of a million claims only a
few are in memory, and times and words need not be read to be written again.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, Table, func, select, type_coerce

from tracker.domain.evidence import Attempt, Evidence, Note
from tracker.domain.holdings import SECTIONS, Copy
from tracker.domain.match import Match
from tracker.domain.relation import Relation
from tracker.store import tables
from tracker.store.past_reading import PastReading, but
from tracker.store.record_shapes import (
    ALIASES,
    ARTICLE,
    CLAIM,
    CLAIM_PARTS,
    EVENT,
    PUBLICATIONS,
    SOURCE,
    Part,
    Record,
    Shape,
    flat,
)
from tracker.store.types import Utc, Word

_AT_ONCE = 1000
_FEWER = {"capture": 1, "article": 50}
"""Of tables with large rows fewer are fetched at a time."""
_MOST_KEYS = 500
_NO_MORE = (2**64,)


class Records:
    """Streams the records of each section by number; of those wanted only, where some are."""

    def __init__(
        self,
        connection: Connection,
        wanted: Mapping[str, Sequence[int]] | None,
        leaving_out: PastReading | None = None,
    ) -> None:
        """Take what is wanted: sorted numbers by section; a section that is not named is empty.

        Things that are past reading can be left out.
        """
        self._connection = connection
        self._wanted = wanted
        self._leaving_out = leaving_out or PastReading()

    def count(self, section: str) -> int:
        """How many records a section has."""
        if self._wanted is not None:
            return len(self._wanted.get(section, ()))
        table = _TABLES[section]
        return self._connection.scalar(select(func.count()).select_from(table)) or 0

    def of(self, section: str) -> Iterator[Record]:
        """Stream the records of a section."""
        streams: dict[str, Callable[[], Iterator[Record]]] = {
            "editors": self._editors,
            "sources": lambda: self._with(SOURCE, ALIASES),
            "matches": lambda: self._with(flat(tables.match, Match)),
            "restricted_names": self._restricted_names,
            "articles": lambda: self._with(ARTICLE, PUBLICATIONS),
            "events": lambda: self._with(EVENT),
            "claims": lambda: self._with(CLAIM, *CLAIM_PARTS),
            "relations": lambda: self._with(flat(tables.relation, Relation)),
            "copies": self._copies,
            "evidence": lambda: self._with(flat(tables.evidence, Evidence)),
            "attempts": lambda: self._with(flat(tables.attempt, Attempt)),
            "notes": lambda: self._with(flat(tables.note, Note)),
            "history": self._history,
            "foreign_history": self._foreign_history,
        }
        return streams[section]()

    def _editors(self) -> Iterator[Record]:
        # Sorted here: each database has an order of its own for letters.
        editors = self._plain(tables.editor, ("name", "since"), "name")
        return iter(sorted(editors, key=lambda record: str(record["name"])))

    def _restricted_names(self) -> Iterator[Record]:
        return self._plain(tables.restricted_name, ("source_id", "name"), "source_id")

    def _copies(self) -> Iterator[Record]:
        names = [one.name for one in fields(Copy)]
        for record in self._plain(tables.capture, names, "sha256"):
            yield {**record, "content": b64encode(record["content"]).decode("ascii")}

    def _history(self) -> Iterator[Record]:
        return map(_entry, self._rows(tables.history, _ENTRY, "seq"))

    def _foreign_history(self) -> Iterator[Record]:
        rows = self._rows(tables.foreign_entry, ("entry", "uid"), "number")
        return ({"entry": json.loads(row[0]), "uid": row[1]} for row in rows)

    def _plain(self, table: Table, names: Sequence[str], key: str) -> Iterator[Record]:
        rows = self._rows(table, names, key)
        return (dict(zip(names, row, strict=False)) for row in rows)

    def _with(self, shape: Shape, *parts: Part) -> Iterator[Record]:
        """Put the parts of each record into it; both come in the order of the owner's number."""
        heads = [_Head(part, self._part_rows(part, shape.table)) for part in parts]
        for row in self._rows(shape.table, shape.columns, "id"):
            record = shape.make(row)
            number = record["id"]
            for head in heads:
                record[head.field] = head.of(number)
            yield record

    def _part_rows(self, part: Part, whole: Table) -> Iterator[Sequence[Any]]:
        columns = (part.owner, *part.columns)
        return self._rows(part.table, columns, part.owner, "position", _SECTION[whole.name])

    def _rows(
        self, table: Table, names: Sequence[str], key: str, then: str = "", section: str = ""
    ) -> Iterator[Sequence[Any]]:
        """Rows as they lie there, by key; a query at a time where only some are wanted."""
        order = [table.c[key], *([table.c[then]] if then else [])]
        query = select(*(raw(table.c[name]) for name in names)).order_by(*order)
        section = section or _SECTION[table.name]
        if section in _KINDS:
            query = query.where(but(table.c[key], self._leaving_out.of(_KINDS[section])))
        options = {"yield_per": _FEWER.get(table.name, _AT_ONCE)}
        if self._wanted is None:
            yield from self._connection.execute(query, execution_options=options)
            return
        numbers = self._wanted.get(section, ())
        for start in range(0, len(numbers), _MOST_KEYS):
            some = query.where(table.c[key].in_(numbers[start : start + _MOST_KEYS]))
            yield from self._connection.execute(some, execution_options=options)


class _Head:
    """The parts still to come, of which the next is known."""

    def __init__(self, part: Part, rows: Iterator[Sequence[Any]]) -> None:
        self.field = part.field
        self._make = part.make
        self._rows = rows
        self._next: Sequence[Any] = next(rows, _NO_MORE)

    def of(self, number: int) -> list[Any]:
        """The parts of an owner."""
        row, found = self._next, []
        while row[0] <= number:  # less, where the owner is lost
            if row[0] == number:
                found.append(self._make(row[1:]))
            row = next(self._rows, _NO_MORE)
        self._next = row
        return found


def raw(column: ColumnElement[Any]) -> Any:
    """A column as it lies there: a time is its text, a word of a vocabulary a word."""
    return type_coerce(column, String()) if isinstance(column.type, Utc | Word) else column


def _entry(row: Sequence[Any]) -> Record:
    record = dict(zip(_ENTRY, row, strict=False))
    record["subject"] = f"{record.pop('subject_kind')}{record.pop('subject_id')}"
    record["changes"] = json.loads(record["changes"])
    return record


_ENTRY = tuple(column.name for column in tables.history.c)
_TABLES = {
    "editors": tables.editor,
    "sources": tables.source,
    "matches": tables.match,
    "restricted_names": tables.restricted_name,
    "articles": tables.article,
    "events": tables.event,
    "claims": tables.claim,
    "relations": tables.relation,
    "copies": tables.capture,
    "evidence": tables.evidence,
    "attempts": tables.attempt,
    "notes": tables.note,
    "history": tables.history,
    "foreign_history": tables.foreign_entry,
}
_SECTION = {table.name: section for section, table in _TABLES.items()}
_KINDS = {section.many: section.kind for section in SECTIONS if section.kind}
