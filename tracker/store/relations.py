"""Relations in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import RowMapping, or_, select

from tracker.domain.reference import Kind
from tracker.domain.relation import Relation, RelationState
from tracker.store import tables
from tracker.store.shelf import Shelf

_NAMES = tuple(one.name for one in fields(Relation))
_ROW = tuple(name for name in _NAMES if name not in ("id", "uid", "version"))
_BATCH = 250


class Relations(Shelf[Relation]):
    """The shelf of relations."""

    kind = Kind.RELATION
    table = tables.relation

    def touching(self, claims: Iterable[int]) -> tuple[Relation, ...]:
        """Fetch the relations that have an end at any of these claims, by id."""
        return tuple(self.get_many(self.numbers_touching(claims)).values())

    def numbers_touching(self, claims: Iterable[int]) -> list[int]:
        """The numbers of those relations, in order."""
        numbers = sorted(set(claims))
        found: set[int] = set()
        ends = (tables.relation.c.a, tables.relation.c.b)
        for start in range(0, len(numbers), _BATCH):
            batch = numbers[start : start + _BATCH]
            found.update(
                self._connection.scalars(
                    select(tables.relation.c.id).where(or_(*(end.in_(batch) for end in ends)))
                )
            )
        return sorted(found)

    def ends(self, claims: Iterable[int]) -> list[tuple[int, int]]:
        """The ends of the relations at these claims that nobody rejected."""
        table = tables.relation
        found: list[tuple[int, int]] = []
        numbers = self.numbers_touching(claims)
        for start in range(0, len(numbers), _BATCH):
            query = select(table.c.a, table.c.b).where(
                table.c.id.in_(numbers[start : start + _BATCH]),
                table.c.state != RelationState.REJECTED,
            )
            found += [(a, b) for a, b in self._connection.execute(query)]
        return found

    def like(self, relation: Relation) -> Relation | None:
        """Find the relation of the same ends, kind and facet."""
        for known in self.touching([relation.a]):
            same = (known.a, known.b, known.kind, known.facet)
            if same == (relation.a, relation.b, relation.kind, relation.facet):
                return known
        return None

    def in_state(self, state: RelationState | None, limit: int | None) -> tuple[Relation, ...]:
        """Fetch the relations of a state, or all, by id."""
        query = select(tables.relation.c.id).order_by(tables.relation.c.id).limit(limit)
        if state is not None:
            query = query.where(tables.relation.c.state == state)
        return tuple(self.get_many(self._connection.scalars(query)).values())

    def _value(self, row: RowMapping, parts: Mapping[str, Any]) -> Relation:
        return Relation(**{name: row[name] for name in _NAMES})

    def _row(self, value: Relation) -> dict[str, Any]:
        return {name: getattr(value, name) for name in _ROW}
