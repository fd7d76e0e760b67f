"""JSON that is letter for letter true and yet harmless on a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from tracker.cli.output import Output
from tracker.domain.visible import visible

_ASTRAL = 0xFFFF
_NOT_PLAIN = re.compile(r"[^\n -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f]")
_NOT_ASCII = re.compile(r"[^\n -~]")


def write_json(out: Output, value: Any) -> None:
    """Write one document."""
    out.raw(harmless(out, json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)) + "\n")


def write_json_list(out: Output, values: Iterable[Any]) -> None:
    """Write one document that is a list, an item a line, without holding it whole."""
    before = "[\n"
    for value in values:
        line = json.dumps(value, ensure_ascii=False, allow_nan=False)
        out.raw(before + harmless(out, line))
        before = ",\n"
    out.raw("[]\n" if before == "[\n" else "\n]\n")


def iso(at: datetime | None) -> str | None:
    """A time in ISO 8601, UTC, to the second."""
    return None if at is None else f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def harmless(out: Output, text: str) -> str:
    """Escape what acts or hides; all that JSON text holds of it stands in strings."""
    if not out.can_write(text):
        return _NOT_ASCII.sub(lambda found: _escaped(found[0]), text)
    return _NOT_PLAIN.sub(
        lambda found: found[0] if visible(found[0]) == found[0] else _escaped(found[0]), text
    )


def _escaped(character: str) -> str:
    code = ord(character)
    if code <= _ASTRAL:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
