"""What editors type becomes values: dates, words of a vocabulary, yes and no."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from tracker.domain.article import Span
from tracker.domain.errors import RefusedError
from tracker.domain.timerange import Precision, TimeRange

Word = TypeVar("Word", bound=StrEnum)


def is_none(text: str) -> bool:
    """Whether an editor takes the value away."""
    return text.strip().casefold() in {"", "none", "-"}


def word_of(vocabulary: type[Word], text: str) -> Word:
    """Read a word of a vocabulary; spaces and dashes count as underscores.

    Raises:
        RefusedError: the vocabulary has no such word.
    """
    wanted = text.strip().casefold().replace(" ", "_").replace("-", "_")
    for member in vocabulary:
        if member.value.casefold() == wanted:
            return member
    raise RefusedError(f"“{text}” is none of: {', '.join(vocabulary)}.")


def yes_or_no(text: str) -> bool:
    """Read yes or no.

    Raises:
        RefusedError: it is neither.
    """
    match text.strip().casefold():
        case "yes" | "y" | "true" | "1":
            return True
        case "no" | "n" | "false" | "0":
            return False
    raise RefusedError(f"“{text}” is neither yes nor no.")


def moment_of(text: str) -> datetime | None:
    """Read a date or time in ISO 8601; without a zone it is meant locally.

    Raises:
        RefusedError: it is no such time.
    """
    if is_none(text):
        return None
    try:
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        raise RefusedError(
            f"“{text}” is no date; write 2026-05-01 or 2026-05-01T18:00+02:00."
        ) from None
    try:
        return (read if read.tzinfo else read.astimezone()).astimezone(UTC)
    except (OverflowError, OSError):
        raise RefusedError(f"“{text}” is out of the calendar's range.") from None


def moment_at_end(text: str) -> datetime | None:
    """Read a moment as ``moment_of`` does; a date stands for the end of that day.

    Raises:
        RefusedError: it is no such time.
    """
    moment = moment_of(text)
    if moment is None or not _is_date(text):
        return moment
    try:
        return moment + timedelta(days=1, microseconds=-1)
    except OverflowError:
        raise RefusedError(f"“{text}” is out of the calendar's range.") from None


def time_of_words(text: str) -> TimeRange | None:
    """Read a time range: a date, two with a slash, or words that stay words.

    Raises:
        RefusedError: it ends before it begins, or lies beyond the calendar.
    """
    if is_none(text):
        return None
    start, slash, end = text.strip().partition("/")
    try:
        first = datetime.fromisoformat(start)
        last = datetime.fromisoformat(end) if slash else first
    except ValueError:
        return TimeRange(text.strip())
    days = _is_date(start) and (not slash or _is_date(end))
    step = timedelta(days=1) if days else timedelta(minutes=1)
    try:
        first, last = (_in_utc(one) for one in (first, last))
        after = last + step
    except OverflowError:
        raise RefusedError(f"“{text}” is out of the calendar's range.") from None
    if last < first:
        raise RefusedError(f"“{text}” ends before it begins.")
    return TimeRange(text.strip(), first, after, Precision.DAY if days else Precision.MINUTE)


def _is_date(text: str) -> bool:
    """Whether a time in ISO 8601 has no time of day."""
    return "T" not in text and ":" not in text


def _in_utc(time: datetime) -> datetime:
    return time.replace(tzinfo=time.tzinfo or UTC).astimezone(UTC)


def one_of(values: Sequence[str], field: str) -> str:
    """The single value of a field.

    Raises:
        RefusedError: there are several, or none.
    """
    if len(values) != 1:
        raise RefusedError(f"{field} takes one value; put it in quotes.")
    return values[0].strip()


def some_of(values: Sequence[str], field: str) -> str:
    """The single value of a field that must not be empty.

    Raises:
        RefusedError: it is empty, or there are several.
    """
    value = one_of(values, field)
    if not value:
        raise RefusedError(f"{field} cannot be empty.")
    return value


def spans_of(values: Sequence[str]) -> tuple[Span, ...]:
    """Read spans, code points with a dash between: 120-188.

    Raises:
        RefusedError: a value is no such span.
    """
    spans = []
    for value in values:
        start, dash, end = (part.strip() for part in value.replace("–", "-").partition("-"))
        if not (dash and start.isdecimal() and end.isdecimal()):
            raise RefusedError(f"“{value}” is no span; write two numbers: 120-188.")
        spans.append(Span(int(start[:12]), int(end[:12])))
    return tuple(spans)


def listed(values: Sequence[str]) -> tuple[str, ...]:
    """The values of a field that takes several; “none” empties it."""
    return tuple(value.strip() for value in values if not is_none(value))
