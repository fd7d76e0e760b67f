"""Relations in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    BindParameter,
    RowMapping,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    union_all,
)

from tracker.domain.reference import Kind
from tracker.domain.relation import AGAINST, Relation, RelationState
from tracker.domain.walk import Step
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
_CONTESTED = exists().where(_IS_END, tables.claim.c.contested.is_(True))

_OF = tables.relation.c
_ONE, _OTHER = tables.claim.alias("one"), tables.claim.alias("other")
_IS_AGAINST = _OF.kind.in_(AGAINST)
_STANDS_AGAINST = _IS_AGAINST & (_OF.state != RelationState.REJECTED)
_WAITS = _OF.state == RelationState.SUGGESTED
_EVENT = func.coalesce(_ONE.c.event_id, _OTHER.c.event_id)
_TIES = (
    select(_OF.a, _OF.b, _STANDS_AGAINST, _WAITS, func.coalesce(_OF.score, 0.0), _EVENT)
    .join(_ONE, _ONE.c.id == _OF.a)
    .join(_OTHER, _OTHER.c.id == _OF.b)
    .where(or_(_STANDS_AGAINST, _WAITS))
    .order_by(_OF.id)
)
_TIES_OF_STATE = (
    select(_OF.a, _OF.b, _IS_AGAINST, _WAITS, func.coalesce(_OF.score, 0.0), _EVENT)
    .join(_ONE, _ONE.c.id == _OF.a)
    .join(_OTHER, _OTHER.c.id == _OF.b)
    .where(or_(_IS_AGAINST, _WAITS), _OF.state == bindparam("state"))
    .order_by(_OF.id)
)


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

    def excluding(self, relation: Relation) -> Relation | None:
        """Find a confirmed relation beside which this one cannot hold."""
        touching = self.touching([relation.a])
        return next((one for one in touching if one.confirmed and one.excludes(relation)), None)

    def in_state(
        self, state: RelationState | None, limit: int | None = None, *, contested: bool = False
    ) -> tuple[Relation, ...]:
        """Fetch the relations of a state, or all, by id; or those with an end that is contested."""
        query = select(tables.relation.c.id).order_by(tables.relation.c.id).limit(limit)
        if state is not None:
            query = query.where(tables.relation.c.state == state)
        if contested:
            query = query.where(_CONTESTED)
        return tuple(self.get_many(self._connection.scalars(query)).values())

    def ends_at_odds(
        self,
        state: RelationState | None,
        limit: int | None = None,
        *,
        event: int | None = None,
        contested: bool = False,
    ) -> list[tuple[int, int]]:
        """The pairs of claims that relations of a state say cannot both be right, lower id first.

        Of no state, all that nobody rejected; pairs that wait for a decision come first.
        """
        relation = tables.relation.c
        low = case((relation.a < relation.b, relation.a), else_=relation.b)
        high = case((relation.a < relation.b, relation.b), else_=relation.a)
        waits = case((relation.state == RelationState.SUGGESTED, 0), else_=1)
        standing = relation.state != RelationState.REJECTED
        query = (
            select(low, high)
            .where(
                relation.kind.in_(AGAINST), standing if state is None else relation.state == state
            )
            .group_by(low, high)
            .order_by(func.min(waits), func.min(relation.id))
            .limit(limit)
        )
        if event is not None:
            query = query.where(exists().where(_IS_END, tables.claim.c.event_id == event))
        if contested:
            query = query.where(_CONTESTED)
        return [(row[0], row[1]) for row in self._connection.execute(query)]

    def ties(self, state: RelationState | None = None) -> list[Step]:
        """Every relation that puts its ends against each other or waits for a decision.

        The event is that of the claim it begins with, or else of the other. Those of a state, or
        of none: all that nobody rejected.
        """
        if state is None:
            return [Step(*row) for row in self._connection.execute(_TIES)]
        return [Step(*row) for row in self._connection.execute(_TIES_OF_STATE, {"state": state})]

    def _value(self, row: RowMapping, parts: Mapping[str, Any]) -> Relation:
        return Relation.made_of({name: row[name] for name in _NAMES})

    def _row(self, value: Relation) -> dict[str, Any]:
        return {name: getattr(value, name) for name in _ROW}
