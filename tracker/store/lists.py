"""Lists of articles, events and sources, with counts of their claims."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    true,
    union,
)

from tracker.domain.article import first_words
from tracker.domain.listing import ArticleLine, EventLine, SourceLine
from tracker.domain.relation import RelationState
from tracker.domain.status import Status
from tracker.store import search
from tracker.store.filtering import stands_in
from tracker.store.tables import (
    alias,
    article,
    claim,
    event,
    match,
    publication,
    restricted_name,
    source,
)

_LOOKED_AT = 400
"""Code points of a text without a title that are read for what it is called by."""
_MOST_BOUND = 900
"""Values bound at once: below SQLite's limit."""


class Lists:
    """One line for each, newest first for articles and events, by name for sources."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def articles(
        self, words: str = "", limit: int | None = None, *, contested: bool = False
    ) -> tuple[ArticleLine, ...]:
        """The articles whose title or outlet holds these words; of revisions the newest."""
        later, former = article.alias("later"), article.alias("former")
        query = (
            select(
                article.c.id,
                publication.c.title,
                source.c.name.label("outlet"),
                publication.c.published_at,
                article.c.captured_at,
                *_counts(stands_in(article.c.id), _ALL, _UNVERIFIED),
                func.coalesce(article.c.revision_of, article.c.id),
                select(func.count() + 1)
                .where(former.c.revision_of == article.c.revision_of, former.c.id <= article.c.id)
                .scalar_subquery(),
                func.substr(article.c.text, 1, _LOOKED_AT),
            )
            .select_from(article)
            .outerjoin(
                publication,
                and_(publication.c.article_id == article.c.id, publication.c.position == 0),
            )
            .outerjoin(source, source.c.id == publication.c.outlet_id)
            .where(
                ~exists().where(
                    later.c.revision_of == func.coalesce(article.c.revision_of, article.c.id),
                    later.c.id > article.c.id,
                )
            )
            .where(*_holding(words, publication.c.title, source.c.name))
            .where(*_contested(stands_in(article.c.id), wanted=contested))
            .order_by(article.c.id.desc())
        )
        return tuple(
            ArticleLine(row[0], row[1] or first_words(row[-1]), *row[2:-1])
            for row in self._connection.execute(query.limit(limit))
        )

    def events(
        self, words: str = "", limit: int | None = None, *, contested: bool = False
    ) -> tuple[EventLine, ...]:
        """The events whose title or place holds these words."""
        query = (
            select(
                event.c.id,
                event.c.title,
                event.c.place,
                func.coalesce(event.c.time_words, ""),
                *_counts(claim.c.event_id == event.c.id, _ALL, _UNVERIFIED, claim.c.contested),
            )
            .where(event.c.merged_into.is_(None))
            .where(*_holding(words, event.c.title, event.c.place, event.c.place_name))
            .where(*_contested(claim.c.event_id == event.c.id, wanted=contested))
            .order_by(event.c.id.desc())
        )
        return tuple(EventLine(*row) for row in self._connection.execute(query.limit(limit)))

    def sources(
        self,
        words: str = "",
        limit: int | None = None,
        *,
        contested: bool = False,
        proposed_first: bool = False,
    ) -> tuple[SourceLine, ...]:
        """The sources whose name, alias or role holds these words."""
        proposed = source.c.id.in_(_undecided())
        order = [proposed.desc()] if proposed_first else []
        above = source.alias("above")
        aliases = (
            select(func.aggregate_strings(alias.c.name, " "))
            .where(alias.c.source_id == source.c.id)
            .scalar_subquery()
        )
        query = (
            select(
                source.c.id,
                source.c.name,
                source.c.kind,
                source.c.role,
                above.c.name.label("affiliation"),
                proposed.label("proposed"),
            )
            .outerjoin(above, above.c.id == source.c.affiliation_id)
            .where(source.c.merged_into.is_(None))
            .where(*_holding(words, source.c.name, source.c.role, aliases))
            .where(*_contested(claim.c.speaker_id == source.c.id, wanted=contested))
            .order_by(*order, source.c.name, source.c.id)
            .limit(limit)
        )
        rows = self._connection.execute(query).all()
        statuses = self._statuses([row.id for row in rows])
        return tuple(
            SourceLine(
                row.id,
                row.name,
                row.kind,
                row.role,
                row.affiliation,
                sum(counted.values()),
                counted,
                proposed=bool(row.proposed),
            )
            for row in rows
            for counted in [statuses.get(row.id, {})]
        )

    def said_by(self, numbers: Iterable[int]) -> dict[int, int]:
        """How many claims each of these sources has said; none are left out."""
        speakers = list(numbers)[:_MOST_BOUND]
        counted = (
            select(claim.c.speaker_id, func.count())
            .where(claim.c.speaker_id.in_(speakers))
            .group_by(claim.c.speaker_id)
        )
        return {row[0]: row[1] for row in self._connection.execute(counted)}

    def _statuses(self, numbers: list[int]) -> dict[int, dict[Status, int]]:
        found: dict[int, dict[Status, int]] = {}
        query: Select[Any] = (
            select(claim.c.speaker_id, claim.c.status, func.count().label("n"))
            .where(claim.c.speaker_id.is_not(None))
            .group_by(claim.c.speaker_id, claim.c.status)
        )
        wanted = set(numbers)
        if len(numbers) <= _MOST_BOUND:  # of more, all are counted in one go
            query = query.where(claim.c.speaker_id.in_(numbers))
        for row in self._connection.execute(query):
            if row.speaker_id in wanted:
                found.setdefault(row.speaker_id, {})[row.status] = row.n
        return found


def _undecided() -> CompoundSelect[int]:
    """The sources that may be others."""
    waiting = match.c.state == RelationState.SUGGESTED
    return union(*(select(end).where(waiting) for end in (match.c.one_id, match.c.other_id)))


_ALL = true()
_UNVERIFIED = and_(claim.c.status == Status.UNVERIFIED, claim.c.checkable)


def _counts(
    belongs: ColumnElement[bool],
    *kinds: ColumnElement[bool] | Any,
) -> list[ColumnElement[int]]:
    return [
        func.coalesce(
            select(func.sum(case((kind, 1), else_=0))).where(belongs).scalar_subquery(), 0
        )
        for kind in kinds
    ]


def _contested(belongs: ColumnElement[bool], *, wanted: bool) -> list[ColumnElement[bool]]:
    """Only what has a claim that another stands against, if that is wanted."""
    return [exists().where(belongs, claim.c.contested.is_(True))] if wanted else []


def _holding(words: str, *columns: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """Each word stands in one of the columns, whatever its case and diacritics."""
    return [
        or_(*(search.stands_in(_open(column), search.folded(word)) for column in columns))
        for word in search.storable(words).split()[: search.MOST_WORDS]
    ]


def _open(column: ColumnElement[str]) -> ColumnElement[str]:
    """What a search may look at: nothing that names a protected source."""
    naming = func.tells(column, restricted_name.c.name) == 1
    return case((exists().where(naming), ""), else_=func.folded(column))
