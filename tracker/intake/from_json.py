"""A ledger as JSON: one document or JSON Lines, read a record at a time and checked strictly."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from hashlib import sha256
from io import StringIO
from typing import Any, NamedTuple, TextIO

from pydantic import ValidationError

from tracker.domain.errors import BadInputError
from tracker.domain.holdings import FORMAT, SECTIONS, Batch, Copy, Header, Section
from tracker.domain.timerange import TimeRange
from tracker.domain.visible import visible
from tracker.intake import ledger_shape
from tracker.intake.json_stream import JsonStream
from tracker.intake.strict_json import WITHOUT_TWINS, first_fault, holds_nul

_AT_ONCE = 500
_MOST_SIGNS = 1 << 22
"""Of large records, such as captured copies, fewer are read at a time."""
_ONE = {section.one: section for section in SECTIONS}
_MANY = {section.many: section for section in SECTIONS}
_HEADER = "ledger"
_LARGEST_ID = 2**63 - 1
_KEY = re.compile(r'\{"(\w+)": ?')


class _Found(NamedTuple):
    """A record's text and where it begins: line and column, from 1."""

    section: Section | None
    text: str
    line: int
    column: int


def read_ledger(stream: TextIO) -> tuple[Header, Iterator[Batch]]:
    """Read a ledger: its header at once, the rest as it is asked for.

    Raises:
        BadInputError: it is no ledger, or of a newer format; later, while it is read: a record is
            broken or wrong, or some are missing. The message says where.
    """
    found = _records(JsonStream(stream))
    first = next(found, None)
    if first is None:
        raise BadInputError("holds nothing.")
    if first.section is not None:
        raise BadInputError(f"is no ledger: “{_HEADER}” must come first.")
    header = _header(first)
    return header, _batches(header, found)


def _records(stream: JsonStream) -> Iterator[_Found]:
    """Find the records: of one object with a list for each section, or of an object for each."""
    while stream.peek():
        stream.expect("{")
        seen: set[str] = set()
        while True:
            line, column = stream.line, stream.column
            key = stream.key()
            if key in seen:
                raise _fault(line, column, f"the key “{key[:80]}” stands twice in one object")
            seen.add(key)
            if key in _MANY and stream.peek() == "[":
                yield from _listed(stream, _MANY[key])
            elif key in _ONE or key == _HEADER:
                yield _found(stream, _ONE.get(key))
            else:
                raise _fault(line, column, f"there is no section “{key[:80]}”")
            if not stream.take(","):
                stream.expect("}")
                break
        if seen == {_HEADER}:
            yield from _on_lines(stream)
            return


def _on_lines(stream: JsonStream) -> Iterator[_Found]:
    """Find the records of JSON Lines; a line that is not as we write it is read by signs."""
    for number, line in stream.lines():
        found = _on_line(number, line)
        if found is not None:
            yield found
        else:
            yield from _records(JsonStream(StringIO(line), number))


def _on_line(number: int, line: str) -> _Found | None:
    """Find the record of a line, if it is as we write it."""
    begins = _KEY.match(line)
    section = _ONE.get(begins[1]) if begins else None
    if begins is None or section is None:
        return None
    text = line[begins.end() :]
    try:
        _, end = WITHOUT_TWINS.raw_decode(text)
    except (ValueError, RecursionError):
        return None
    if text[end:].strip(" \t\r\n") != "}" or holds_nul(text):
        return None
    return _Found(section, text[:end], number, begins.end() + 1)


def _listed(stream: JsonStream, section: Section) -> Iterator[_Found]:
    stream.expect("[")
    if stream.take("]"):
        return
    while True:
        yield _found(stream, section)
        if not stream.take(","):
            stream.expect("]")
            return


def _found(stream: JsonStream, section: Section | None) -> _Found:
    stream.peek()
    line, column = stream.line, stream.column
    return _Found(section, stream.value(), line, column)


def _header(found: _Found) -> Header:
    try:
        said = json.loads(found.text)
    except ValueError as error:  # a number of thousands of digits
        raise _fault(found.line, found.column, "a number in it is too long") from error
    if isinstance(said, dict) and isinstance(made := said.get("format"), int) and made > FORMAT:
        raise BadInputError(f"was written by a newer version of tracker (format {made}).")
    try:
        header: Header = ledger_shape.header().validate_json(f"[{found.text}]")[0]
    except ValidationError as error:
        raise _wrong([found], error) from error
    return header


def _batches(header: Header, records: Iterator[_Found]) -> Iterator[Batch]:
    counts: dict[str, int] = {}
    batch: list[_Found] = []
    signs = 0
    for found in records:
        if found.section is None:
            raise _fault(found.line, found.column, f"“{_HEADER}” stands there twice")
        full = len(batch) == _AT_ONCE or signs > _MOST_SIGNS
        if batch and (full or found.section is not batch[0].section):
            yield _read(batch)
            batch, signs = [], 0
        batch.append(found)
        signs += len(found.text)
        counts[found.section.many] = counts.get(found.section.many, 0) + 1
    if batch:
        yield _read(batch)
    for many, told in header.counts.items():
        if counts.get(many, 0) != told:
            raise BadInputError(
                f"holds {counts.get(many, 0):,} {many.replace('_', ' ')} where its first line says "
                f"{told:,}; is the file complete?"
            )


def _read(batch: Sequence[_Found]) -> Batch:
    section = batch[0].section
    assert section is not None, "the header is read by itself"
    try:
        texts = ",".join(found.text for found in batch)
        values = ledger_shape.records(section).validate_json(f"[{texts}]")
    except ValidationError as error:
        raise _wrong(batch, error) from error
    for found, value in zip(batch, values, strict=True):
        for fault in _faults(value):
            raise _fault(found.line, found.column, f"{section.one}: {fault}")
    return section, values


def _faults(value: Any) -> Iterator[str]:
    """What the shape cannot say: numbers from 1, times with a zone, copies that fit their hash."""
    if not 1 <= getattr(value, "id", 1) <= _LARGEST_ID:
        yield f"id must be from 1 to {_LARGEST_ID}"
    if not getattr(value, "uid", "-"):
        yield "uid is missing"
    for name in _times(value.__class__):
        held = getattr(value, name)
        ends = (held.start, held.end) if isinstance(held, TimeRange) else (held,)
        if any(at is not None and at.tzinfo is None for at in ends):
            yield f"{name} must say its zone (…Z)"
    if isinstance(value, Copy) and sha256(value.content).hexdigest() != value.sha256:
        yield "content does not fit its sha256"


@cache
def _times(kind: Any) -> tuple[str, ...]:
    """The fields that hold a time."""
    told = (datetime.__name__, TimeRange.__name__)
    return tuple(one.name for one in fields(kind) if any(word in str(one.type) for word in told))


def _wrong(batch: Sequence[_Found], error: ValidationError) -> BadInputError:
    """Say which record of a batch is wrong, and how."""
    step = error.errors(include_url=False, include_context=False)[0]["loc"][:1]
    if not step and len(batch) > 1:  # half a character, which breaks the whole text
        for found in batch:
            try:
                _read([found])
            except BadInputError as single:
                return single
    found = batch[int(step[0]) if step else 0]
    place, fault = first_fault(error)
    name = found.section.one if found.section else _HEADER
    inside = place.partition("]")[2].lstrip(".")
    return _fault(found.line, found.column, ": ".join(filter(None, (name, inside, fault))))


def _fault(line: int, column: int, fault: str) -> BadInputError:
    return BadInputError(visible(f"line {line}, column {column}: {fault}."))
