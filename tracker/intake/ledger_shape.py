"""The shape of a ledger that comes in as JSON, and the JSON Schema that says it to others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    TypeAdapter,
    WithJsonSchema,
    create_model,
)

from tracker.domain.history import Entry, ForeignEntry
from tracker.domain.holdings import FORMAT, SECTIONS, Header, Section
from tracker.domain.reference import Kind, Ref

_KINDS = {kind.value: kind for kind in Kind}
_LETTERS = "".join(sorted(_KINDS))
_REF = re.compile(f"([{_LETTERS}])([1-9][0-9]{{0,17}})")


def _ref(words: object) -> Ref:
    found = _REF.fullmatch(words) if isinstance(words, str) else None
    if found is None:
        raise ValueError("is no reference such as C12")
    return Ref(_KINDS[found[1]], int(found[2]))


@dataclass(frozen=True)
class _Entry(Entry):
    """An entry of the history, whose subject is written "C12"."""

    subject: Annotated[
        Ref,
        BeforeValidator(_ref),
        WithJsonSchema({"type": "string", "pattern": f"^[{_LETTERS}][1-9][0-9]{{0,17}}$"}),
    ]


@dataclass(frozen=True)
class _ForeignEntry(ForeignEntry):
    """An entry of another ledger's history."""

    entry: _Entry


_READ_AS = {Entry: _Entry, ForeignEntry: _ForeignEntry}
_CONFIG = ConfigDict(
    extra="forbid",
    strict=True,
    val_json_bytes="base64",
    ser_json_bytes="base64",
    allow_inf_nan=False,
)


@cache
def records(section: Section) -> TypeAdapter[list[Any]]:
    """What reads a list of a section's records."""
    value: Any = _READ_AS.get(section.value, section.value)
    return TypeAdapter(list[value], config=_CONFIG)


@cache
def header() -> TypeAdapter[list[Header]]:
    """What reads the header, as the only one of a list."""
    return TypeAdapter(list[Header], config=_CONFIG)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a ledger as one document; its lines are said in the text."""
    sections: dict[str, Any] = {
        section.many: (list[_READ_AS.get(section.value, section.value)], [])  # type: ignore[misc]
        for section in SECTIONS
    }
    document: type[BaseModel] = create_model(
        "Ledger", __config__=_CONFIG, ledger=(Header, ...), **sections
    )
    schema = document.model_json_schema(mode="validation")
    singular = ", ".join(f"{section.one} ({section.many})" for section in SECTIONS)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A ledger of tracker, format {FORMAT}",
        "description": (
            "As JSON Lines, each line is an object of one key with one item: first ledger, then "
            f"{singular}, in this order. Numbers point at things of the same document. Spans are "
            "code points, end exclusive. Times are ISO 8601 in UTC."
        ),
        **{key: part for key, part in schema.items() if key not in ("title", "description")},
    }
