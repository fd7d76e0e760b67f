"""Claims in the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    RowMapping,
    Table,
    bindparam,
    case,
    delete,
    func,
    select,
    union,
)
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from tracker.domain.claim import Claim
from tracker.domain.claim_keys import keys_of
from tracker.domain.reference import Kind
from tracker.domain.standing import Standing
from tracker.domain.status import Stage
from tracker.store import tables
from tracker.store.asked import add_rows, asked
from tracker.store.claim_parts import CLAIM_PARTS
from tracker.store.rows import rows_where
from tracker.store.shelf import Shelf
from tracker.store.standings import standing_of, standing_row, standing_times
from tracker.store.times import time_of, time_row

_APART = frozenset(
    {
        *(part.field for part in CLAIM_PARTS),
        *(one.name for one in fields(Standing)),
        "said_at",
        "contested",  # a trigger keeps it
    }
)
_AT_ONCE = 500
_PLAIN = tuple(one.name for one in fields(Claim) if one.name not in _APART)


_SHARING = (
    select(tables.claim_key.c.claim_id)
    .where(tables.claim_key.c.key == bindparam("key"))
    .where(tables.claim_key.c.claim_id != bindparam("but"))
    .order_by(tables.claim_key.c.claim_id.desc())
    .limit(bindparam("most"))
)

_ARTICLE: BindParameter[int] = bindparam("article")
_FIRST = (
    union(
        select(tables.claim.c.id).where(tables.claim.c.article_id == _ARTICLE),
        select(tables.passage.c.claim_id).where(
            tables.passage.c.article_id == _ARTICLE, tables.passage.c.orphaned.is_(False)
        ),
    )
    .order_by("id")
    .limit(bindparam("most"))
)


class Sharing(NamedTuple):
    """Claims by how many keys they share with one; how many keys had more than were looked at."""

    shared: dict[int, int]
    left_out: int


class Claims(Shelf[Claim]):
    """The shelf of claims."""

    kind = Kind.CLAIM
    table = tables.claim
    own_parts = CLAIM_PARTS

    def of_event(self, event_id: int) -> tuple[Claim, ...]:
        """Fetch the claims about an event, by id."""
        return self.having("event_id", event_id)

    def articles_of_event(self, event_id: int) -> tuple[int, ...]:
        """The numbers of the articles whose claims are about an event, in order."""
        table = tables.claim
        found = select(table.c.article_id).where(table.c.event_id == event_id).distinct()
        named = found.where(table.c.article_id.is_not(None)).order_by(table.c.article_id)
        return tuple(self._connection.scalars(named))

    def of_source(self, source_id: int) -> tuple[Claim, ...]:
        """Fetch the claims in whose chain, facets or caveats a source has a place, by id."""
        places = [
            select(table.c.claim_id).where(column == source_id)
            for table, column in (
                (tables.hop, tables.hop.c.source_id),
                (tables.facet_value, tables.facet_value.c.source_id),
                (tables.caveat, tables.caveat.c.outlet_id),
            )
        ]
        numbers = self._connection.scalars(places[0].union(*places[1:]))
        return tuple(self.get_many(sorted(numbers)).values())

    def speakers(self, numbers: Iterable[int]) -> dict[int, int | None]:
        """The speaker of each of these claims; None in an article's own voice."""
        table = tables.claim
        only = (table.c.id, table.c.speaker_id)
        rows = rows_where(self._connection, table.c.id, set(numbers), only=only)
        return {row["id"]: row["speaker_id"] for row in rows}

    def speaking_of(self, events: Iterable[int]) -> list[tuple[int | None, int]]:
        """Who speaks of events in claims that nobody dismissed: each speaker, with one such claim.

        In an article's own voice nobody is named; that is one speaker an article.
        """
        column = tables.claim.c
        own = case((column.speaker_id.is_(None), column.article_id))
        query = (
            select(column.speaker_id, func.min(column.id))
            .where(column.event_id.in_(list(events)), column.stage != Stage.DISMISSED)
            .group_by(column.speaker_id, own)
        )
        return [(row[0], row[1]) for row in self._connection.execute(query)]

    def signed_off_of(self, events: Iterable[int]) -> dict[int, list[int]]:
        """The numbers of the claims that are signed off, by event."""
        table = tables.claim
        only = (table.c.id, table.c.event_id, table.c.stage)
        found: dict[int, list[int]] = {}
        # Asked for the stage as well, SQLite would go through all that is signed off anywhere.
        for row in rows_where(
            self._connection, table.c.event_id, set(events), table.c.id, only=only
        ):
            if row["stage"] == Stage.SIGNED_OFF:
                found.setdefault(row["event_id"], []).append(row["id"])
        return found

    def stating(self, statements: Iterable[str]) -> dict[str, int]:
        """Find the claims of exactly these statements: the newest of each, by statement."""
        wanted = list(dict.fromkeys(statements))
        table = tables.claim
        found: dict[str, int] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = table.c.statement.in_(wanted[start : start + _AT_ONCE])
            query = select(table.c.statement, table.c.id).where(some).order_by(table.c.id)
            found |= {row.statement: row.id for row in self._connection.execute(query)}
        return found

    def standing_in(self, articles: Iterable[int]) -> tuple[Claim, ...]:
        """Fetch the claims that belong to one of these articles or have a passage there, by id."""
        texts = list(articles)
        places = (
            select(tables.passage.c.claim_id).where(tables.passage.c.article_id.in_(texts)),
            select(tables.claim.c.id).where(tables.claim.c.article_id.in_(texts)),
        )
        numbers = self._connection.scalars(places[0].union(places[1]))
        return tuple(self.get_many(sorted(numbers)).values())

    def of_article(self, article_id: int) -> tuple[Claim, ...]:
        """Fetch the claims that an article makes, by id."""
        return self.having("article_id", article_id)

    def first_of(self, article_id: int, *, most: int) -> list[int]:
        """The numbers of the first claims that an article makes or reprints, at most so many."""
        rows = asked(self._connection, _FIRST, article=article_id, most=most)
        return [row["id"] for row in rows]

    def _value(self, row: RowMapping, parts: Mapping[str, Any]) -> Claim:
        return Claim(
            **{name: row[name] for name in _PLAIN},
            **standing_of(row),
            **parts,
            said_at=time_of(row, "said"),
            contested=row["contested"],
        )

    def _row(self, value: Claim) -> dict[str, Any]:
        return {
            **{name: getattr(value, name) for name in _PLAIN},
            **standing_row(value),
            **time_row(value.said_at, "said"),
            "speaker_id": value.speaker_id,
            "risk": value.risk,
        }

    def _times(self, value: Claim) -> dict[str, datetime]:
        return standing_times(value, self._journal.at)

    def _enter_names(self, value: Claim, fields: Collection[str]) -> None:
        super()._enter_names(value, fields)
        for word in value.tags:
            self._connection.execute(
                sqlite_insert(tables.tag).values(word=word).on_conflict_do_nothing()
            )

    def _put_parts(self, value: Claim, old: Claim | None) -> None:
        super()._put_parts(value, old)
        if old is not None and _keyed(value) == _keyed(old):
            return
        table = tables.claim_key
        if old is not None:
            self._connection.execute(delete(table).where(table.c.claim_id == value.id))
        add_rows(self._connection, table, _key_rows(value))

    def rows_of(self, values: Sequence[Claim]) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
        """The rows of whole claims, with the keys that follow from their words."""
        yield from super().rows_of(values)
        yield tables.claim_key, [row for value in values for row in _key_rows(value)]

    def sharing_keys(self, claim: Claim, *, most: int) -> Sharing:
        """Find the claims of other articles that share most keys with a claim, the newest first.

        No more than ``most`` are looked at for a key; ``left_out`` counts the keys that had more.
        """
        shared: Counter[int] = Counter()
        left_out = 0
        for key in keys_of(claim):
            newest = asked(self._connection, _SHARING, key=key, but=claim.id, most=most + 1)
            found = [row["claim_id"] for row in newest]
            left_out += len(found) > most
            shared.update(found[:most])
        return Sharing(dict(shared), left_out)


def _keyed(value: Claim) -> tuple[object, ...]:
    """What the keys of a claim follow from."""
    return value.quote, value.passages[:1], value.facets, value.figures


def _key_rows(value: Claim) -> list[dict[str, Any]]:
    return [{"claim_id": value.id, "key": key} for key in keys_of(value)]
