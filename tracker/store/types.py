"""Column types: times as sortable UTC text, vocabularies, spans and numbers."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Float, String, Text
from sqlalchemy.dialects.sqlite.dml import OnConflictDoNothing
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator

from tracker.domain.article import Span


class UnreadableError(ValueError):
    """A column holds a value that nobody could have written there.

    Attributes:
        value: the value.
    """

    def __init__(self, value: object) -> None:
        self.value = value
        super().__init__(f"{value!r:.60} cannot be read")


def utc_text(at: datetime) -> str:
    """Write an aware time as the ledger keeps it."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


class Utc(TypeDecorator[datetime]):
    """An aware datetime kept as ISO 8601 text in UTC: the same, and sortable, in every database."""

    impl = String(27)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], str | None]:
        """Write the time in UTC, to the microsecond."""
        return _written

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[str | None], datetime | None]:
        """Read the time back as an aware datetime."""
        return _read


def _written(at: datetime | None) -> str | None:
    return None if at is None else utc_text(at)


def _read(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except (ValueError, TypeError) as error:
        raise UnreadableError(text) from error
    if at.tzinfo is None:  # no two could be held against each other
        raise UnreadableError(text)
    return at


class Word(TypeDecorator[StrEnum]):
    """A word of one of the trade's vocabularies.

    Most columns of a claim are words, so that going in and out each is one look into a dictionary.
    """

    impl = String(32)
    cache_ok = True

    def __init__(self, vocabulary: type[StrEnum]) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self._words = _Words(vocabulary, vocabulary)
        self._plain = _Words(vocabulary, str)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """Write the plain word."""
        return self._plain.__getitem__

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Read the member of the vocabulary."""
        return self._words.__getitem__


class _Words(dict[Any, Any]):
    """What is made of each word of a vocabulary; nothing of none."""

    def __init__(self, vocabulary: type[StrEnum], made: Callable[[Any], Any]) -> None:
        super().__init__({word.value: made(word) for word in vocabulary})
        self[None] = None
        self._made = made

    def __missing__(self, word: str) -> Any:
        try:
            return self._made(word)
        except ValueError as error:
            raise UnreadableError(word) from error


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
        try:
            spans = tuple(Span(start, end) for start, end in json.loads(value or "[]"))
            if all(0 <= span.start <= span.end for span in spans):
                return spans
        except (ValueError, TypeError) as error:
            raise UnreadableError(value) from error
        raise UnreadableError(value)


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
