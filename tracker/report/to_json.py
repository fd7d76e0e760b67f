"""Any report for machines: one document, stable keys, times in UTC, text letter for letter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tracker.report.report import Report

_HIDES = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What JSON may hold as it is, but what acts on a terminal or cannot be seen."""


def to_json(report: Report) -> Iterator[str]:
    """Write a report as one JSON document, an item of its long lists at a time."""
    for piece in _pieces(report.tree(), ""):
        yield plain(piece)
    yield "\n"


def plain(document: str) -> str:
    """Write the invisible and acting characters of a JSON document as escapes."""
    return _HIDES.sub(lambda found: json.dumps(found[0])[1:-1], document)


def _pieces(value: Any, margin: str) -> Iterator[str]:
    """Write a value; its items are written whole but for those that are read as they come."""
    if isinstance(value, Iterator):
        yield from _between("[", "]", ((item, "") for item in value), margin)
    elif isinstance(value, Mapping) and any(map(_flows, value.values())):
        named = ((item, f"{json.dumps(key)}: ") for key, item in value.items())
        yield from _between("{", "}", named, margin)
    else:
        whole = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
        yield whole.replace("\n", f"\n{margin}")


def _between(
    opening: str, closing: str, items: Iterator[tuple[Any, str]], margin: str
) -> Iterator[str]:
    before = opening
    for item, name in items:
        yield f"{before}\n{margin} {name}"
        yield from _pieces(item, f"{margin} ")
        before = ","
    yield f"{opening}{closing}" if before == opening else f"\n{margin}{closing}"


def _flows(value: Any) -> bool:
    """Whether a value, or one within it, is read as it comes."""
    return isinstance(value, Iterator) or (
        isinstance(value, Mapping) and any(map(_flows, value.values()))
    )
