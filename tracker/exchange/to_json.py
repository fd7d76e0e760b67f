"""A whole ledger as JSON: one document, or a line for each record.

The document is an object whose first key, "ledger", says which version of the shape it has, and
whose others are the sections, each a list. As lines, the same: an object of one key, the section's
name in the singular, with one record. Nothing is held whole; the text comes in pieces.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tracker.domain.holdings import Section

Sections = Iterable[tuple[Section, Iterable[Mapping[str, Any]]]]

# Records are trees; nothing in them can lead back to itself.
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def to_json(header: Mapping[str, Any], sections: Sections) -> Iterator[str]:
    """Write one document, a record a line."""
    yield f'{{\n"ledger": {_encode(header)}'
    for section, records in sections:
        before = f',\n"{section.many}": [\n'
        none = f',\n"{section.many}": []'
        for record in records:
            yield f"{before}{_encode(record)}"
            before, none = ",\n", "\n]"
        yield none
    yield "\n}\n"


def to_jsonl(header: Mapping[str, Any], sections: Sections) -> Iterator[str]:
    """Write a line for each record."""
    yield f'{{"ledger": {_encode(header)}}}\n'
    for section, records in sections:
        before = f'{{"{section.one}": '
        for record in records:
            yield f"{before}{_encode(record)}}}\n"
