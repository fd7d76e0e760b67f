"""The claims that a report tells: their numbers in its order, and counts of them.

However many there are, only numbers are held; the database does the sorting.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)

from tracker.domain.listing import Filter
from tracker.domain.relation import AGAINST, RelationState
from tracker.domain.status import Stage, Status
from tracker.domain.telling import UNTOLD, Grouping, Told, Totals, Voice
from tracker.store.filtering import conditions
from tracker.store.tables import article, claim, event, publication, relation, source

_LAST = "9"
"""Sorts after every time that is known."""

_outlet = source.alias("outlet")
_name = func.folded(func.coalesce(source.c.name, _outlet.c.name, ""))
_GROUPS: dict[Grouping, list[Any]] = {
    Grouping.EVENT: [claim.c.event_id],
    Grouping.SOURCE: [claim.c.speaker_id, case((claim.c.speaker_id.is_(None), _outlet.c.id))],
    Grouping.ARTICLE: [claim.c.article_id],
    Grouping.NOTHING: [literal(0)],
}


class Telling:
    """Puts the claims that pass a filter in the order of a report."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids(self, where: Filter, told: Told) -> array[int]:
        """The numbers of the claims, in order."""
        query = _told(select(claim.c.id), where, told).order_by(*_order(told), claim.c.id)
        rows = self._connection.execution_options(yield_per=10_000).execute(query)
        return array("q", (number for part in rows.partitions() for (number,) in part))

    def article_ids(self, where: Filter, told: Told) -> array[int]:
        """The numbers of the articles that the claims stand in."""
        query = _told(select(claim.c.article_id).distinct(), where, told)
        named = query.where(claim.c.article_id.is_not(None)).order_by(claim.c.article_id)
        return array("q", self._connection.scalars(named))

    def articles(self, numbers: Sequence[int]) -> list[int | None]:
        """The article of each of some claims, in their order."""
        return self._of_each(claim.c.article_id, numbers)

    def events(self, numbers: Sequence[int]) -> list[int | None]:
        """The event of each of some claims, in their order."""
        return self._of_each(claim.c.event_id, numbers)

    def suggested_pairs(self, where: Filter) -> int:
        """Count the pairs with a claim that passes the filter which wait for a claim's acceptance.

        A report leaves them out: one of the two is only suggested, and neither is dismissed, nor
        has an editor confirmed that one stands against the other.
        """
        waiting, dismissed = (
            _one_of_the_two(claim.c.stage == stage) for stage in (Stage.SUGGESTED, Stage.DISMISSED)
        )
        standing = relation.c.state != RelationState.REJECTED
        return self._pairs(where, standing, waiting, ~dismissed, ~_decided())

    def undecided_pairs(self, where: Filter) -> int:
        """Count the pairs of accepted claims that nobody has confirmed to stand against each other.

        A report tells them, and says of each that no editor has decided on it.
        """
        untold = _one_of_the_two(claim.c.stage.in_(UNTOLD))
        suggested = relation.c.state == RelationState.SUGGESTED
        return self._pairs(where, suggested, ~_decided(), ~untold)

    def _pairs(self, where: Filter, *which: ColumnElement[bool]) -> int:
        """Count the pairs that stand against each other, of which one passes the filter."""
        a, b = relation.c.a, relation.c.b
        ours = _one_of_the_two(*conditions(where))
        pairs = select(case((a < b, a), else_=b), case((a < b, b), else_=a)).where(
            relation.c.kind.in_(AGAINST), ours, *which
        )
        return self._count(select(func.count()).select_from(pairs.distinct().subquery()))

    def dates(
        self, numbers: Iterable[int]
    ) -> tuple[tuple[int, Status, datetime, datetime | None], ...]:
        """The number, status, age and last verdict (UTC) of some claims."""
        rows = self._connection.execute(
            select(claim.c.id, claim.c.status, claim.c.created_at, claim.c.judged_at)
            .where(claim.c.id.in_(numbers))
            .order_by(claim.c.id)
        )
        return tuple((row[0], row[1], row[2], row[3]) for row in rows)

    def totals(self, where: Filter, told: Told) -> Totals:
        """Count the claims, and what a report of them leaves out."""
        outlet = case((claim.c.speaker_id.is_(None), _outlet.c.id))
        counted = _told(
            select(claim.c.speaker_id, outlet.label("outlet"), claim.c.status, func.count()),
            where,
            told,
        ).group_by(claim.c.speaker_id, outlet, claim.c.status)
        voices: dict[Voice, dict[Status, int]] = {}
        for speaker, heard, status, number in self._connection.execute(counted):
            voices.setdefault(Voice(speaker, heard), {})[status] = number
        groups = _told(select(*_GROUPS[told.by]).distinct(), where, told).subquery()
        return Totals(
            voices,
            groups=self._count(select(func.count()).select_from(groups)),
            opinions=self._left_out(
                where, told, claim.c.checkable.is_(False), claim.c.stage.not_in(UNTOLD)
            ),
            suggested=self._left_out(where, told, claim.c.stage == Stage.SUGGESTED),
        )

    def _of_each(self, column: ColumnElement[Any], numbers: Sequence[int]) -> list[int | None]:
        query = select(claim.c.id, column).where(claim.c.id.in_(numbers))
        known: dict[int, int | None] = {row[0]: row[1] for row in self._connection.execute(query)}
        return [known[number] for number in numbers]

    def _left_out(self, where: Filter, told: Told, *why: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(claim).where(*conditions(where), *why)
        return self._count(query.where(*_kinds(told)))

    def _count(self, query: Select[Any]) -> int:
        return self._connection.scalar(query) or 0


def _told(query: Select[Any], where: Filter, told: Told) -> Select[Any]:
    found = (
        query.select_from(claim)
        .outerjoin(source, source.c.id == claim.c.speaker_id)
        .outerjoin(event, event.c.id == claim.c.event_id)
        .outerjoin(article, article.c.id == claim.c.article_id)
        .outerjoin(
            publication,
            and_(publication.c.article_id == claim.c.article_id, publication.c.position == 0),
        )
        .outerjoin(_outlet, _outlet.c.id == publication.c.outlet_id)
        .where(*conditions(where), *_kinds(told), _tellable(told))
    )
    if told.checkable is not None:
        found = found.where(claim.c.checkable.is_(told.checkable))
    return found


def _one_of_the_two(*which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether one of the claims of a relation is such."""
    ends = claim.c.id.in_([relation.c.a, relation.c.b])
    return exists().where(ends, *which).correlate(relation)


def _decided() -> ColumnElement[bool]:
    """Whether an editor has confirmed that the claims of a relation stand against each other."""
    twin = relation.alias("twin")
    ends = or_(
        and_(twin.c.a == relation.c.a, twin.c.b == relation.c.b),
        and_(twin.c.a == relation.c.b, twin.c.b == relation.c.a),
    )
    against = twin.c.kind.in_(AGAINST), twin.c.state == RelationState.CONFIRMED
    return exists().where(ends, *against).correlate(relation)


def _kinds(told: Told) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if set(told.statuses) != set(Status):
        found.append(claim.c.status.in_(told.statuses))
    if told.contested:
        found += [claim.c.contested.is_(True), _stood_against()]
    return found


def _tellable(told: Told) -> ColumnElement[bool]:
    """Whether an editor has taken the claim on, or confirmed the contradiction that it is in."""
    accepted = claim.c.stage.not_in(UNTOLD)
    if not told.contested:
        return accepted
    other = claim.alias("confirmed_other")
    confirmed = _against(other, other.c.stage != Stage.DISMISSED, state=RelationState.CONFIRMED)
    return or_(accepted, and_(claim.c.stage == Stage.SUGGESTED, confirmed))


def _stood_against() -> ColumnElement[bool]:
    """Whether a claim that can be told stands against it, or, as an editor confirmed, will."""
    other = claim.alias("other")
    return _against(
        other,
        or_(
            other.c.stage.not_in(UNTOLD),
            and_(other.c.stage == Stage.SUGGESTED, relation.c.state == RelationState.CONFIRMED),
        ),
    )


def _against(
    other: FromClause, told: ColumnElement[bool], *, state: RelationState | None = None
) -> ColumnElement[bool]:
    """Whether such another claim stands against it, by a relation of this state, or unrejected."""
    ends = or_(
        and_(relation.c.a == claim.c.id, relation.c.b == other.c.id),
        and_(relation.c.b == claim.c.id, relation.c.a == other.c.id),
    )
    stands = relation.c.state == state if state else relation.c.state != RelationState.REJECTED
    return exists().where(ends, relation.c.kind.in_(AGAINST), stands, told).correlate(claim)


def _order(told: Told) -> list[Any]:
    said = func.coalesce(claim.c.said_start, publication.c.published_at, _LAST)
    match told.by:
        case Grouping.EVENT:
            start = func.coalesce(event.c.time_start, _LAST)
            place = [event.c.id.is_(None), start, func.folded(event.c.title), event.c.id]
            rank = case({one: at for at, one in enumerate(told.statuses)}, value=claim.c.status)
            return [*place, *([rank] if told.ranked else []), said, _name]
        case Grouping.SOURCE:
            at = func.coalesce(claim.c.said_start, publication.c.published_at, claim.c.created_at)
            return [claim.c.speaker_id.is_(None), _name, *_GROUPS[told.by], at]
        case Grouping.ARTICLE:
            at = func.coalesce(publication.c.published_at, article.c.captured_at)
            return [claim.c.article_id.is_(None), at, claim.c.article_id]
        case Grouping.NOTHING:
            return []
