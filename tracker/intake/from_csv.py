"""A newsroom's spreadsheet as CSV: rows become drafts, faults are named by row and column."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import NamedTuple

from tracker.domain.address import on_the_web
from tracker.domain.errors import BadInputError
from tracker.domain.row_draft import RowDraft
from tracker.domain.spreadsheet import as_written
from tracker.domain.timerange import Precision, TimeRange
from tracker.intake.column_names import guessed, heading_said, mapped
from tracker.intake.decoding import decoded

DELIMITERS = ",;\t|"
_LARGEST_CELL = 8 * 1024 * 1024
_MOST_COLUMNS = 1_000
_UID = 32


class RowFault(NamedTuple):
    """What is wrong with a row, which is counted from 1 with the heading; "" is no one column."""

    row: int
    column: str
    fault: str

    def __str__(self) -> str:
        where = f", column “{self.column}”" if self.column else ""
        return f"row {self.row}{where}: {self.fault}"


@dataclass(frozen=True)
class Sheet:
    """What a spreadsheet holds: which column each field was read from, the rows, the faults."""

    columns: Mapping[str, str]
    ignored: tuple[str, ...]
    rows: tuple[tuple[int, RowDraft], ...]
    faults: tuple[RowFault, ...]


def read_csv(data: bytes, said: Mapping[str, str] | None = None, delimiter: str = "") -> Sheet:
    """Read a spreadsheet; ``said`` names the columns of fields that cannot be guessed.

    Raises:
        BadInputError: it is no table, or its heading does not say what its columns are.
    """
    text = decoded(data).text.removeprefix("\ufeff")
    if not text.strip():
        raise BadInputError("holds no rows.")
    rows = _rows(text, delimiter or _delimiter(text))
    first = next(rows, None)
    if first is None:
        raise BadInputError("holds no rows.")
    if isinstance(first, RowFault):
        raise BadInputError(f"{first}.")
    if len(first[1]) > _MOST_COLUMNS:
        raise BadInputError(
            f"has {len(first[1]):,} columns; leave those that tell of claims, at most "
            f"{_MOST_COLUMNS:,}."
        )
    headings = [cell.strip() for cell in first[1]]
    _refuse_twins(headings)
    columns = mapped(headings, said or {})
    drafts: list[tuple[int, RowDraft]] = []
    faults: list[RowFault] = []
    for row in rows:
        if isinstance(row, RowFault):
            faults.append(row)
            continue
        number, cells = row
        found = list(_faults_of_row(number, cells, headings))
        if not found:
            draft, found = _draft(number, cells, columns, headings)
            drafts += [(number, draft)] if draft and not found else []
        faults += found
    return Sheet(
        columns={name: headings[column] for name, column in columns.items()},
        ignored=tuple(
            one for place, one in enumerate(headings) if one and place not in columns.values()
        ),
        rows=tuple(drafts),
        faults=tuple(faults),
    )


def _delimiter(text: str) -> str:
    """The sign that parts the heading into the most columns that are known, or else the most."""

    def worth(sign: str) -> tuple[int, int]:
        first = next(_rows(text, sign), None)
        if first is None or isinstance(first, RowFault):
            return (0, 0)
        return (len(guessed([cell.strip() for cell in first[1]])), len(first[1]))

    return max(DELIMITERS, key=worth)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]] | RowFault]:
    """The rows that hold something, numbered as a spreadsheet numbers them."""
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            fault = str(error)
            if "unexpected end" in fault:
                fault = "a quotation mark is opened and never closed"
            elif "expected after" in fault:
                fault = "something stands behind a closing quotation mark"
            yield RowFault(number, "", f"{fault} (line {line})")
            if "closed" in fault:
                return
            continue
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield number, cells


def _refuse_twins(headings: Sequence[str]) -> None:
    twins = sorted(one for one, times in Counter(headings).items() if one and times > 1)
    if twins:
        called = heading_said(twins[0])
        raise BadInputError(f"two columns are called {called}; give each a name of its own.")


def _faults_of_row(
    number: int, cells: Sequence[str], headings: Sequence[str]
) -> Iterator[RowFault]:
    if len(cells) != len(headings):
        count = f"{len(cells)} cell{'s' * (len(cells) != 1)}"
        yield RowFault(number, "", f"has {count} where the heading has {len(headings)}")
        return
    for heading, cell in zip(headings, cells, strict=True):
        if "\0" in cell:
            yield RowFault(number, heading, "holds a NUL")


def _draft(
    number: int, cells: Sequence[str], columns: Mapping[str, int], headings: Sequence[str]
) -> tuple[RowDraft | None, list[RowFault]]:
    faults: list[RowFault] = []

    def said(name: str) -> str:
        return as_written(cells[columns[name]]) if name in columns else ""

    def fault(name: str, what: str) -> None:
        faults.append(RowFault(number, headings[columns[name]], what))

    if not said("statement").strip():
        fault("statement", "is empty")
    published = time = None
    if words := said("published_at").strip():
        published = _moment(words)
        if published is None:
            fault("published_at", f"“{words[:40]}” is no date; write 2026-05-01")
    if words := said("said"):
        time = _time(words)
    if (words := said("url").strip()) and not on_the_web(words):
        fault("url", f"“{words[:40]}” is no address; write https://example.org")
    uid = said("uid").strip()
    if len(uid) > _UID:
        fault("uid", f"is longer than {_UID} characters")
    if faults:
        return None, faults
    plain = ("statement", "speaker", "role", "quote", "cue", "hedge", "event", "place")
    draft = RowDraft(
        **{name: said(name) for name in (*plain, "title", "outlet", "url", "note")},
        said=time,
        published_at=published,
        tags=_tags(said("tags")),
        uid=uid,
    )
    return draft, []


def _tags(cell: str) -> tuple[str, ...]:
    for sign in "|;,":
        cell = cell.replace(sign, "\n")
    return tuple(dict.fromkeys(word.strip().lower() for word in cell.split("\n") if word.strip()))


def _moment(words: str) -> datetime | None:
    """Read ISO 8601; other orders of day and month are not guessed. Without a zone it is UTC."""
    try:
        read = datetime.fromisoformat(words)
    except ValueError:
        return None
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)


def _time(words: str) -> TimeRange:
    """Keep a time's words, with the day that they mean if they are a date."""
    day = words.strip()
    read = _moment(day)
    if read is None or "T" in day or " " in day:
        return TimeRange(words)
    return TimeRange(words, read, read + timedelta(days=1), Precision.DAY)
