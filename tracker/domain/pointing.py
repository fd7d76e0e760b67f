"""Which fields of a value point at other things, and how they come to point elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

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


class _Plan(NamedTuple):
    """Which fields of a class point at things (None: at one of its own kind), which hold parts."""

    pointing: tuple[tuple[str, Kind | None], ...] = ()
    parts: tuple[str, ...] = ()


def pointers(value: Any) -> Iterator[Ref]:
    """Everything that a value and its parts point at."""
    plan = _plan(value.__class__)
    for name, kind in plan.pointing:
        number = getattr(value, name)
        if number is not None:
            yield Ref(kind or value.ref.kind, number)
    for name in plan.parts:
        for part in getattr(value, name):
            yield from pointers(part)


def repointed(value: Value, numbers: Numbers) -> Value:
    """Let a value and its parts point at the things that have these numbers here.

    Raises:
        KeyError: something that it points at has no number here.
    """
    kind_of: Any = value.__class__
    plan = _plan(kind_of)
    changed: dict[str, Any] = {}
    for name, kind in plan.pointing:
        number = getattr(value, name)
        if number is not None:
            here = numbers[Ref(kind or value.ref.kind, number)]  # type: ignore[attr-defined]
            if here != number:
                changed[name] = here
    for name in plan.parts:
        held = getattr(value, name)
        made = tuple(repointed(part, numbers) for part in held)
        if any(new is not old for new, old in zip(made, held, strict=True)):
            changed[name] = made
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


@cache
def _plan(kind: type[Any]) -> _Plan:
    if not is_dataclass(kind) or issubclass(kind, Enum):
        return _Plan()
    own = [("merged_into", None)] if "merged_into" in (one.name for one in fields(kind)) else []
    named = [(one.name, POINTS_AT[one.name]) for one in fields(kind) if one.name in POINTS_AT]
    held = get_type_hints(kind)
    return _Plan(
        (*named, *own),
        tuple(one.name for one in fields(kind) if _holds_pointers(held[one.name])),
    )


def _holds_pointers(annotated: Any) -> bool:
    """Whether a field holds parts that point at things."""
    return get_origin(annotated) is tuple and any(_plan(get_args(annotated)[0]))
