"""Matches of sources in the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import RowMapping, or_, select

from tracker.domain.match import Match
from tracker.domain.reference import Kind
from tracker.domain.relation import RelationState
from tracker.store.shelf import Shelf
from tracker.store.tables import match, source

_NAMES = tuple(one.name for one in fields(Match))
_ROW = tuple(name for name in _NAMES if name not in ("id", "uid", "version"))


class Matches(Shelf[Match]):
    """The shelf of matches."""

    kind = Kind.MATCH
    table = match

    def of_source(self, number: int) -> tuple[Match, ...]:
        """Fetch the matches of a source, decided or not, by id."""
        mine = select(match.c.id).where(or_(match.c.one_id == number, match.c.other_id == number))
        return tuple(self.get_many(self._connection.scalars(mine.order_by(match.c.id))).values())

    def between(self, one: int, other: int) -> Match | None:
        """Find the match of two sources, decided or not."""
        one, other = sorted((one, other))
        number = self._connection.scalar(
            select(match.c.id).where(match.c.one_id == one, match.c.other_id == other)
        )
        return None if number is None else self.get(number)

    def undecided(self, *, of: int | None = None, limit: int | None = None) -> tuple[Match, ...]:
        """Fetch the matches that wait for an editor, all or of one source, the likeliest first."""
        one, other = source.alias("one"), source.alias("other")
        waiting = (
            select(match.c.id)
            .join(one, one.c.id == match.c.one_id)
            .join(other, other.c.id == match.c.other_id)
            .where(match.c.state == RelationState.SUGGESTED)
            .where(one.c.merged_into.is_(None), other.c.merged_into.is_(None))
            .where(~one.c.restricted, ~other.c.restricted)
            .order_by(match.c.score.desc(), match.c.id)
            .limit(limit)
        )
        if of is not None:
            waiting = waiting.where(or_(match.c.one_id == of, match.c.other_id == of))
        return tuple(self.get_many(self._connection.scalars(waiting)).values())

    def _value(self, row: RowMapping, parts: Mapping[str, Any]) -> Match:
        return Match(**{name: row[name] for name in _NAMES})

    def _row(self, value: Match) -> dict[str, Any]:
        return {name: getattr(value, name) for name in _ROW}
