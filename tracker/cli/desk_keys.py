"""The keys of the desk, read off its screens: nothing here is written twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from tracker.tui.app import TrackerApp
from tracker.tui.keymap import bound
from tracker.tui.screens.catalogue import keyed
from tracker.tui.widgets.key_signs import key_sign


def desk_keys() -> Iterator[tuple[str, str, str]]:
    """Each key, what it does and its action's id: everywhere, then screen by screen."""
    seen: set[tuple[str, str, str]] = set()
    for owner in (TrackerApp, *chain(*keyed().values())):
        for binding in bound(owner):
            row = (_signs(binding), binding.tooltip or binding.description, binding.id or "")
            if row not in seen:
                seen.add(row)
                yield row


def _signs(binding: Any) -> str:
    keys = binding.key.split(",")
    return " ".join(key_sign(type(binding)(key, "", "")) for key in keys)
