"""Column types: times as sortable UTC text, vocabularies, spans and numbers."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Float, String, Text
from sqlalchemy.dialects.sqlite.dml import OnConflictDoNothing
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator

from tracker.domain.article import Span


def utc_text(at: datetime) -> str:
    """Write an aware time as the ledger keeps it."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


class Utc(TypeDecorator[datetime]):
    """An aware datetime kept as ISO 8601 text in UTC: the same, and sortable, in every database."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write the time in UTC, to the microsecond."""
        return None if value is None else utc_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read the time back as an aware datetime."""
        return None if value is None else datetime.fromisoformat(value)


class Word(TypeDecorator[StrEnum]):
    """A word of one of the trade's vocabularies."""

    impl = String(32)
    cache_ok = True

    def __init__(self, vocabulary: type[StrEnum]) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self._words = {word.value: word for word in vocabulary}

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """Write the plain word."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Read the member of the vocabulary."""
        return None if value is None else self._words.get(value) or self.vocabulary(value)


class Spans(TypeDecorator[tuple[Span, ...]]):
    """Spans (code points, end exclusive) as a JSON list of pairs."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Span, ...] | None, dialect: Dialect) -> str | None:
        """Write ``[[start,end],…]``."""
        pairs = [[span.start, span.end] for span in value or ()]
        return json.dumps(pairs, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Span, ...]:
        """Read the spans back."""
        return tuple(Span(start, end) for start, end in json.loads(value or "[]"))


class Quantity(TypeDecorator[int | float]):
    """A number that comes back as an int when it is whole."""

    impl = Float(53)
    cache_ok = True

    def process_result_value(self, value: float | None, dialect: Dialect) -> int | float | None:
        """Read 15.0 as 15."""
        if value is None:
            return None
        return int(value) if float(value).is_integer() else float(value)


@compiles(OnConflictDoNothing, "postgresql")
def _as_in_sqlite(*_: object, **__: object) -> str:
    """Both databases say it alike; SQLAlchemy only knows each one's own."""
    return "ON CONFLICT DO NOTHING"
