"""Which fields of a value point at other things, and how they come to point elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from tracker.domain.reference import Kind, Ref

POINTS_AT = {
    "source_id": Kind.SOURCE,
    "outlet_id": Kind.SOURCE,
    "affiliation_id": Kind.SOURCE,
    "article_id": Kind.ARTICLE,
    "revision_of": Kind.ARTICLE,
    "event_id": Kind.EVENT,
    "claim_id": Kind.CLAIM,
    "one_id": Kind.SOURCE,
    "other_id": Kind.SOURCE,
    "a": Kind.CLAIM,
    "b": Kind.CLAIM,
}
"""Fields that hold a number, and of what; ``merged_into`` is one of its own kind."""

Value = TypeVar("Value")
Numbers = Mapping[Ref, int]


def pointers(value: Any) -> Iterator[Ref]:
    """Everything that a value and its parts point at."""
    for name, held in _fields(value):
        if isinstance(held, int):
            if kind := _kind(value, name):
                yield Ref(kind, held)
        elif isinstance(held, tuple):
            for part in held:
                yield from pointers(part)


def repointed(value: Value, numbers: Numbers) -> Value:
    """Let a value and its parts point at the things that have these numbers here.

    Raises:
        KeyError: something that it points at has no number here.
    """
    changed: dict[str, Any] = {}
    for name, held in _fields(value):
        if isinstance(held, int):
            if kind := _kind(value, name):
                changed[name] = numbers[Ref(kind, held)]
        elif isinstance(held, tuple):
            changed[name] = tuple(repointed(part, numbers) for part in held)
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    for name in _names(value.__class__):
        yield name, getattr(value, name)


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    if not is_dataclass(kind) or issubclass(kind, Enum):
        return ()
    return tuple(one.name for one in fields(kind))


def _kind(value: Any, name: str) -> Kind | None:
    if name == "merged_into":
        ref: Ref = value.ref
        return ref.kind
    return POINTS_AT.get(name)
