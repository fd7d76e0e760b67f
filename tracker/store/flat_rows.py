"""Claims as rows of a spreadsheet, streamed in the order of their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, null, select

from tracker.domain.listing import Filter
from tracker.store.filtering import conditions
from tracker.store.records import raw
from tracker.store.tables import claim, claim_tag, event, passage, publication, source

_AT_ONCE = 2000
_QUOTES, _TAGS = " … ", " | "
_outlet = source.alias("outlet")
_NO_MORE: tuple[int, tuple[str, ...]] = (-1, ())


def _yes_or_no(flag: ColumnElement[bool]) -> ColumnElement[str]:
    return case((flag.is_(True), "yes"), else_="no")


_COLUMNS: dict[str, Any] = {
    "uid": claim.c.uid,
    "statement": claim.c.statement,
    "speaker": source.c.name,
    "role": source.c.role,
    "quote": null(),
    "cue": claim.c.cue,
    "hedge": claim.c.hedge,
    "said": claim.c.said_words,
    "event": event.c.title,
    "place": event.c.place,
    "title": publication.c.title,
    "outlet": _outlet.c.name,
    "url": publication.c.url,
    "published_at": publication.c.published_at,
    "tags": null(),
    "status": claim.c.status,
    "stage": claim.c.stage,
    "reason": claim.c.reason,
    "judged_by": claim.c.judged_by,
    "judged_at": claim.c.judged_at,
    "signed_by": claim.c.signed_by,
    "attribution_check": claim.c.attribution_check,
    "checkable": _yes_or_no(claim.c.checkable),
    "contested": _yes_or_no(claim.c.contested),
    "stale": _yes_or_no(claim.c.stale),
    "assignee": claim.c.assignee,
    "due": claim.c.due,
    "created_at": claim.c.created_at,
    "updated_at": claim.c.updated_at,
    "id": claim.c.id,
}
FLAT_COLUMNS = tuple(_COLUMNS)
"""Quotations are joined by " … ", tags by " | "; times are ISO 8601 in UTC."""

_QUOTE, _TAG = FLAT_COLUMNS.index("quote"), FLAT_COLUMNS.index("tags")


def flat_rows(connection: Connection, where: Filter) -> Iterator[list[Any]]:
    """The rows of the claims that pass a filter; a cell is a text, a number, or None."""
    narrowed = conditions(where)
    # No column but the quotation and the tags takes more than its own join.
    query = (
        select(*(raw(column).label(name) for name, column in _COLUMNS.items()))
        .select_from(claim)
        .outerjoin(source, source.c.id == claim.c.speaker_id)
        .outerjoin(event, event.c.id == claim.c.event_id)
        .outerjoin(
            publication,
            and_(publication.c.article_id == claim.c.article_id, publication.c.position == 0),
        )
        .outerjoin(_outlet, _outlet.c.id == publication.c.outlet_id)
        .where(*narrowed)
        .order_by(claim.c.id)
    )
    inside = [select(claim.c.id).where(*narrowed)] if narrowed else []
    quotes = _Texts(connection, passage.c.claim_id, passage.c.exact, inside)
    tags = _Texts(connection, claim_tag.c.claim_id, claim_tag.c.word, inside)
    for row in connection.execute(query, execution_options={"yield_per": _AT_ONCE}):
        cells = [*row]
        number = cells[-1]
        cells[_QUOTE] = _QUOTES.join(quotes.of(number))
        cells[_TAG] = _TAGS.join(tags.of(number))
        yield cells


class _Texts:
    """Texts of several rows for each claim, walked along with the claims."""

    def __init__(
        self, connection: Connection, owner: Any, text: Any, inside: Sequence[Any]
    ) -> None:
        order = owner.table.c.position
        query = select(owner, text).where(*(owner.in_(some) for some in inside))
        rows = connection.execute(
            query.order_by(owner, order), execution_options={"yield_per": _AT_ONCE}
        )
        self._groups = (
            (number, tuple(text for _, text in some))
            for number, some in groupby(rows, itemgetter(0))
        )
        self._next = next(self._groups, _NO_MORE)

    def of(self, number: int) -> tuple[str, ...]:
        """The texts of a claim."""
        if self._next[0] != number:
            return ()
        found = self._next[1]
        self._next = next(self._groups, _NO_MORE)
        return found
