"""Where the claims of an article stand in it, and how far the desk is with them: one query."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, and_, or_, select

from tracker.domain.article import Passage, Span
from tracker.domain.proof import Mark
from tracker.domain.telling import UNTOLD
from tracker.store.tables import claim, passage

_STANDING = (
    claim.c.id,
    claim.c.version,
    claim.c.status,
    claim.c.stage,
    claim.c.proposed,
    claim.c.checkable,
    and_(claim.c.judged_at.is_not(None), claim.c.stale.is_(False)).label("judged"),
)
_PASSAGE = (
    passage.c.article_id,
    passage.c.spans,
    passage.c.exact,
    passage.c.prefix,
    passage.c.suffix,
    passage.c.orphaned,
)


class Marks:
    """The claims with a passage in an article, without all else that makes them whole."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_article(self, number: int) -> tuple[Mark, ...]:
        """Fetch them by id."""
        query = (
            select(*_STANDING, *_PASSAGE)
            .join_from(passage, claim, passage.c.claim_id == claim.c.id)
            .where(
                or_(
                    passage.c.article_id == number,
                    # What a revision lost stays where it stood, in the former text.
                    and_(passage.c.orphaned, claim.c.article_id == number),
                )
            )
            .order_by(claim.c.id, passage.c.position)
        )
        found: dict[int, Mark] = {}
        for row in self._connection.execute(query):
            known = found.get(row.id)
            found[row.id] = Mark(
                row.id,
                row.version,
                row.status,
                row.stage,
                row.proposed,
                row.checkable,
                row.judged,
                (*(known.passages if known else ()), _passage(row)),
            )
        return tuple(found.values())

    def covered(self, articles: Collection[int]) -> dict[int, list[Span]]:
        """The spans of some articles on which a claim stands that can be told."""
        query = (
            select(passage.c.article_id, passage.c.spans)
            .join_from(passage, claim, passage.c.claim_id == claim.c.id)
            .where(passage.c.article_id.in_(articles), passage.c.orphaned.is_(False))
            .where(claim.c.stage.not_in(UNTOLD))
        )
        found: dict[int, list[Span]] = {}
        for number, spans in self._connection.execute(query):
            found.setdefault(number, []).extend(spans)
        return found


def _passage(row: Row[Any]) -> Passage:
    return Passage(row.article_id, row.spans, row.exact, row.prefix, row.suffix, row.orphaned)
