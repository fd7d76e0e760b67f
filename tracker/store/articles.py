"""Articles in the ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from math import log2
from typing import Any

from sqlalchemy import RowMapping, Table, bindparam, func, or_, select

from tracker.domain.address import address_of
from tracker.domain.article import Article, Publication, text_sha256
from tracker.domain.article_words import sentence_keys, telling_words
from tracker.domain.reference import Kind
from tracker.store import tables
from tracker.store.asked import add_rows, asked
from tracker.store.parts import Part
from tracker.store.rows import numbers_where, rows_where
from tracker.store.shelf import Shelf

_PLAIN = ("text", "language", "captured_at", "revision_of", "cleared")
_PUBLICATION = tuple(one.name for one in fields(Publication))
_PUBLICATIONS = Part(
    "publications",
    tables.publication,
    "article_id",
    lambda row: Publication(**{name: row[name] for name in _PUBLICATION}),
    lambda value: {
        **{name: getattr(value, name) for name in _PUBLICATION},
        "address": address_of(value.url),
    },
)

_UNSEEN = 3
"""Articles that a word is taken to stand in besides: where there are few, any word is rare."""
_SAYING = (
    select(tables.article_word.c.article_id)
    .where(tables.article_word.c.word == bindparam("word"))
    .where(tables.article_word.c.article_id != bindparam("but"))
    .order_by(tables.article_word.c.article_id.desc())
    .limit(bindparam("most"))
)
_SAYING_FIRST = (
    select(tables.article_word.c.article_id)
    .where(tables.article_word.c.word == bindparam("word"))
    .where(tables.article_word.c.article_id != bindparam("but"))
    .order_by(tables.article_word.c.article_id)
    .limit(bindparam("most"))
)


class Articles(Shelf[Article]):
    """The shelf of articles. The history keeps an article's hash, not its text."""

    kind = Kind.ARTICLE
    table = tables.article
    leaving_out = frozenset({"text"})
    own_parts = (_PUBLICATIONS,)

    def of_text(self, text: str) -> Article | None:
        """Find the article with exactly this text."""
        number = self._connection.scalar(
            select(tables.article.c.id).where(tables.article.c.sha256 == text_sha256(text))
        )
        return None if number is None else self.get(number)

    def numbers_of_texts(self, hashes: Iterable[str]) -> dict[str, int]:
        """The numbers of the articles with texts of these SHA-256 (hexadecimal), by that."""
        return numbers_where(self._connection, tables.article.c.sha256, hashes)

    def has_text(self, text: str) -> bool:
        """Whether there is an article with exactly this text."""
        query = select(tables.article.c.id).where(tables.article.c.sha256 == text_sha256(text))
        return self._connection.scalar(query) is not None

    def of_outlet(self, source_id: int) -> tuple[Article, ...]:
        """Fetch the articles that an outlet published, by id."""
        published = select(tables.publication.c.article_id).where(
            tables.publication.c.outlet_id == source_id
        )
        return tuple(self.get_many(sorted(set(self._connection.scalars(published)))).values())

    def appeared(self, numbers: Iterable[int]) -> dict[int, datetime]:
        """The earliest day (UTC) on which each of some articles is known to have appeared."""
        table = tables.publication.c
        only, days = (table.article_id, table.published_at), dict[int, datetime]()
        for row in rows_where(self._connection, table.article_id, numbers, only=only):
            number, day = row["article_id"], row["published_at"]
            if day is not None:
                days[number] = min(day, days.get(number, day))
        return days

    def outlets(self, numbers: Iterable[int]) -> dict[int, int]:
        """The outlets that published articles, by article: of several the first that is named."""
        table, wanted = tables.publication, sorted(set(numbers))
        query = (
            select(table.c.article_id, table.c.outlet_id)
            .where(table.c.article_id.in_(wanted), table.c.outlet_id.is_not(None))
            .order_by(table.c.article_id, table.c.position.desc())
        )
        return {row.article_id: row.outlet_id for row in self._connection.execute(query)}

    def revisions(self, number: int) -> tuple[Article, ...]:
        """Fetch all texts of an article, oldest first, whichever of them the number names."""
        first = self.get(number).revision_of or number
        table = tables.article
        numbers = self._connection.scalars(
            select(table.c.id)
            .where(or_(table.c.id == first, table.c.revision_of == first))
            .order_by(table.c.id)
        )
        return tuple(self.get_many(numbers).values())

    def revisions_at(self, url: str) -> tuple[Article, ...]:
        """Fetch all texts of the article that stood at an address last, oldest first."""
        address = address_of(url)
        number = address and self._connection.scalar(
            select(func.max(tables.publication.c.article_id)).where(
                tables.publication.c.address == address
            )
        )
        return self.revisions(number) if number else ()

    def revision_number(self, article: Article) -> int:
        """Count an article's texts up to this one, from 1."""
        table = tables.article
        earlier = select(func.count()).where(
            table.c.revision_of == article.revision_of, table.c.id <= article.id
        )
        return 1 + (self._connection.scalar(earlier) or 0) if article.revision_of else 1

    def sharing_words(self, article: Article, *, most: int) -> Mapping[int, float]:
        """Find the other articles that share telling words with one, and how much those tell.

        A word of one other article tells 0.43, one of thirteen 0.25; one of more than ``most``,
        nothing.
        """
        shared: defaultdict[int, float] = defaultdict(float)
        for word in telling_words(article.text):
            rows = asked(self._connection, _SAYING, word=word, but=article.id, most=most + 1)
            if len(rows) <= most:
                for row in rows:
                    shared[row["article_id"]] += 1 / log2(1 + _UNSEEN + len(rows))
        return shared

    def sharing_sentences(self, article: Article, *, most: int) -> Counter[int]:
        """Find the other articles that share whole sentences with one, and how many.

        Of those that share a sentence the first ``most``: what they reprint they have, too.
        """
        shared: Counter[int] = Counter()
        for key in sentence_keys(article.text):
            rows = asked(self._connection, _SAYING_FIRST, word=key, but=article.id, most=most)
            shared.update(row["article_id"] for row in rows)
        return shared

    def rows_of(self, values: Sequence[Article]) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
        """The rows of whole articles, with the words that follow from their text."""
        yield from super().rows_of(values)
        yield tables.article_word, [row for value in values for row in _word_rows(value)]

    def record(self, value: Article) -> dict[str, Any]:
        """What the history keeps: everything but the text, and the text's hash."""
        return {**super().record(value), "sha256": value.sha256}

    def _value(self, row: RowMapping, parts: Mapping[str, Any]) -> Article:
        return Article(
            **{name: row[name] for name in _PLAIN},
            **parts,
            id=row["id"],
            uid=row["uid"],
            version=row["version"],
        )

    def _row(self, value: Article) -> dict[str, Any]:
        return {"sha256": value.sha256, **{name: getattr(value, name) for name in _PLAIN}}

    def _put_parts(self, value: Article, old: Article | None) -> None:
        super()._put_parts(value, old)
        if old is None:
            add_rows(self._connection, tables.article_word, _word_rows(value))


def _word_rows(value: Article) -> list[dict[str, Any]]:
    told = (*telling_words(value.text), *sentence_keys(value.text))
    return [{"article_id": value.id, "word": word} for word in told]
