"""Values of the domain as plain JSON: what the history keeps and compares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

NOT_KEPT = frozenset({"id", "version", "created_at", "updated_at", "contested"})
"""Fields that follow from others or belong to the row, not to the value."""

Record = dict[str, Any]
_PLAIN = frozenset({str, int, float, bool, None.__class__})


def as_json(value: object) -> Any:
    """Turn a value of the domain into what JSON can say, field by field."""
    kind = value.__class__
    if kind in _PLAIN:
        return value
    if names := _names(kind):  # type: ignore[arg-type]  # a class is hashable
        return {name: as_json(getattr(value, name)) for name in names}
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    return value


def record_of(value: object, *, leaving_out: frozenset[str] = frozenset()) -> Record:
    """Record the fields of a value that its history keeps."""
    whole: Mapping[str, Any] = as_json(value)
    return {
        name: kept
        for name, kept in whole.items()
        if name not in NOT_KEPT and name not in leaving_out
    }


def is_empty(value: object) -> bool:
    """Whether a field holds nothing, so that an entry about a new thing need not say it."""
    return value in (None, "", [], False)


_NOTHING: Mapping[object, object] = {
    bool: False, int: 0, float: 0.0, str: "", tuple: (), NoneType: None
}  # fmt: skip


def emptied(kind: type[Any]) -> Record:
    """What the fields of a class hold of which an entry about a new thing says nothing."""
    hints = get_type_hints(kind)
    held = {
        one.name: NoneType
        if NoneType in get_args(hint := hints[one.name])
        else get_origin(hint) or hint
        for one in fields(kind)
    }
    return {name: _NOTHING[kept] for name, kept in held.items() if kept in _NOTHING}


def changes_between(
    old: Any, new: Any, *, leaving_out: frozenset[str] = frozenset()
) -> dict[str, tuple[object, object]]:
    """Name the kept fields in which a value differs from the one it was, with old and new value."""
    former, current = vars(old), vars(new)
    told = {
        name: (as_json(was), as_json(now))
        for name in _kept(old.__class__, leaving_out)
        if (was := former[name]) is not (now := current[name]) and was != now
    }
    return {name: (was, now) for name, (was, now) in told.items() if was != now}


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()


@cache
def _kept(kind: type[Any], leaving_out: frozenset[str]) -> list[str]:
    return sorted({one.name for one in fields(kind)} - NOT_KEPT - leaving_out)


def differences(old: Record, new: Record) -> dict[str, tuple[object, object]]:
    """Name the fields whose values differ, each with its old and new value."""
    return {
        name: (old.get(name), new.get(name))
        for name in sorted({*old, *new})
        if old.get(name) != new.get(name)
    }
