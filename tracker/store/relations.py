"""Relations in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from operator import itemgetter
from typing import Any

from sqlalchemy import BindParameter, RowMapping, bindparam, exists, or_, select, union_all

from tracker.domain.reference import Kind
from tracker.domain.relation import Relation, RelationState
from tracker.store import tables
from tracker.store.asked import asked
from tracker.store.rows import BATCH
from tracker.store.shelf import Shelf

_NAMES = tuple(one.name for one in fields(Relation))
_ROW = tuple(name for name in _NAMES if name not in ("id", "uid", "version"))

_END: BindParameter[int] = bindparam("end")
_AT_ONE = union_all(  # SQLite takes half as long again for both in one condition
    select(tables.relation).where(tables.relation.c.a == _END),
    select(tables.relation).where(tables.relation.c.b == _END),
)
_ENDS: BindParameter[int] = bindparam("ends", expanding=True)
_TOUCHING = select(tables.relation).where(
    or_(tables.relation.c.a.in_(_ENDS), tables.relation.c.b.in_(_ENDS))
)
_IS_END = tables.claim.c.id.in_((tables.relation.c.a, tables.relation.c.b))


class Relations(Shelf[Relation]):
    """The shelf of relations."""

    kind = Kind.RELATION
    table = tables.relation

    def touching(self, claims: Iterable[int]) -> tuple[Relation, ...]:
        """Fetch the relations that have an end at any of these claims, by id."""
        wanted = list(claims)
        found: dict[int, Relation] = {}
        if len(wanted) == 1:
            there = asked(self._connection, _AT_ONE, end=wanted[0])
            return tuple(self._value(row, {}) for row in sorted(there, key=itemgetter("id")))
        for start in range(0, len(wanted), BATCH):
            rows = self._connection.execute(_TOUCHING, {"ends": wanted[start : start + BATCH]})
            found |= {row["id"]: self._value(row, {}) for row in rows.mappings()}
        return tuple(found[number] for number in sorted(found))

    def numbers_touching(self, claims: Iterable[int]) -> list[int]:
        """The numbers of those relations, in order."""
        return [one.id for one in self.touching(claims)]

    def ends(self, claims: Iterable[int]) -> list[tuple[int, int]]:
        """The ends of the relations at these claims that nobody rejected."""
        standing = (one for one in self.touching(claims) if one.state != RelationState.REJECTED)
        return [(one.a, one.b) for one in standing]

    def like(self, relation: Relation) -> Relation | None:
        """Find the relation of the same ends, kind and facet."""
        touching = self.touching([relation.a])
        return next((known for known in touching if known.tie == relation.tie), None)

    def in_state(
        self, state: RelationState | None, *, contested: bool = False
    ) -> tuple[Relation, ...]:
        """Fetch the relations of a state, or all, by id; or those with an end that is contested."""
        query = select(tables.relation.c.id).order_by(tables.relation.c.id)
        if state is not None:
            query = query.where(tables.relation.c.state == state)
        if contested:
            query = query.where(exists().where(_IS_END, tables.claim.c.contested.is_(True)))
        return tuple(self.get_many(self._connection.scalars(query)).values())

    def _value(self, row: RowMapping, parts: Mapping[str, Any]) -> Relation:
        return Relation.made_of({name: row[name] for name in _NAMES})

    def _row(self, value: Relation) -> dict[str, Any]:
        return {name: getattr(value, name) for name in _ROW}
