"""Strict JSON: what parsers let pass or blow up on, and the first fault of a validation."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import Any, NoReturn

from pydantic import ValidationError

_MOST_DIGITS = 18
"""Longer whole numbers do not fit a ledger's 64 bits."""
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


def check_json(text: str) -> None:
    """Refuse a document that is broken or whose meaning parsers disagree on.

    Raises:
        ValueError: broken or too deep, a key twice in one object, NaN or infinite, a whole number
            past 64 bits, or a NUL; the message says which, without a full stop.
    """
    try:
        STRICT.decode(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise ValueError("is nested too deeply") from error
    if holds_nul(text):
        raise ValueError("holds a NUL (\\u0000)")


def holds_nul(text: str) -> bool:
    """Whether a JSON text holds a NUL as an escape, which no ledger can hold."""
    return "\\u0000" in text and _NUL.search(text) is not None


def first_fault(error: ValidationError) -> tuple[str, str]:
    """Name the first fault of a validation: its place ("claims[3].voice") and what is wrong."""
    first = error.errors(include_url=False, include_context=False)[0]
    return _place(first["loc"]), first["msg"]


def _place(steps: tuple[int | str, ...]) -> str:
    words = ""
    for step in steps:
        if isinstance(step, int):
            words += f"[{step}]"
        elif step not in ("int", "float"):  # pydantic names the side of a union like a field
            words += f".{step}"
    return words.lstrip(".")[:200] or "the document"


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twin = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key “{twin[:80]}” stands twice in one object")
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError(f"the number {digits[:20]} is too large")
    return number


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > _MOST_DIGITS:
        raise ValueError(f"the number {digits[:_MOST_DIGITS]}… is too long")
    return int(digits)


WITHOUT_TWINS = json.JSONDecoder(
    object_pairs_hook=_without_twins,
    parse_constant=_refuse_constant,
    parse_float=str,
    parse_int=str,
)
"""Finds where JSON ends, and refuses a key twice in one object, NaN and infinity; numbers are not
looked at."""

STRICT = json.JSONDecoder(
    object_pairs_hook=_without_twins,
    parse_constant=_refuse_constant,
    parse_float=_finite,
    parse_int=_whole,
)
"""Reads JSON and refuses a key twice in one object, NaN, infinity, and numbers past 64 bits."""
