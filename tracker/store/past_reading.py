"""Past reading: things of which a value cannot be read; who looks at all leaves them out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, bindparam, true

from tracker.domain.reference import Kind, Ref
from tracker.store.cells import Cell, as_it_lies, unreadable
from tracker.store.tables import article_word, claim_key, history, name_key

_BESIDE = (name_key, article_word, claim_key)
"""What can be made anew, whatever stands there."""
_KINDS = frozenset(kind.value for kind in Kind)
_MOST_NAMED = 10


class PastReading:
    """Things by kind, entries of the history, and things beside which lies what cannot be read."""

    def __init__(self) -> None:
        self.entries: set[int] = set()
        self._things: dict[Kind, set[int]] = {}
        self._beside: dict[Kind, set[int]] = {}

    def meet(self, cell: Cell) -> None:
        """Take a cell into account."""
        owner, table = cell.owner, cell.column.table
        if table is history and isinstance(cell.key[0], int):
            self.entries.add(cell.key[0])
        elif owner is not None:
            met = self._beside if table in _BESIDE else self._things
            met.setdefault(owner.kind, set()).add(owner.number)

    def meet_subjects(self, connection: Connection) -> None:
        """Count among the things those of which an entry of the history cannot be read."""
        driver: Any = connection.connection.dbapi_connection
        query = "SELECT subject_kind, subject_id FROM history WHERE seq = {}"
        with as_it_lies(driver):
            for seq in self.entries:
                for kind, number in connection.exec_driver_sql(query.format(seq)):
                    if kind in _KINDS and isinstance(number, int):
                        self._things.setdefault(Kind(kind), set()).add(number)

    def of(self, kind: Kind) -> Collection[int]:
        """The numbers of the things of a kind."""
        return self._things.get(kind, ())

    def beside(self, kind: Kind) -> Collection[int]:
        """The numbers of the things of a kind beside which it lies."""
        return self._beside.get(kind, ())

    def said(self, kinds: Iterable[Kind] = Kind) -> Iterator[str]:
        """Say which things of some kinds are left out; nothing, where none is."""
        refs = [Ref(kind, number) for kind in kinds for number in sorted(self.of(kind))]
        if refs:
            named = ", ".join(map(str, refs[:_MOST_NAMED]))
            more = len(refs) - _MOST_NAMED
            also = f" and {more:,} more" if more > 0 else ""
            yield f"not looked at: {named}{also} (see “cells”)"


def past_reading(connection: Connection, doing: Callable[[str], None]) -> PastReading:
    """Find what is past reading in the whole ledger."""
    met = PastReading()
    for cell in unreadable(connection, doing):
        met.meet(cell)
    met.meet_subjects(connection)
    return met


def but(column: Column[Any], numbers: Collection[int]) -> ColumnElement[bool]:
    """Whether a number is none of some, however many."""
    if not numbers:
        return true()
    some: Any = bindparam(None, sorted(numbers), expanding=True, literal_execute=True)
    return column.not_in(some)
