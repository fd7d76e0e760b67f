"""Which claims an undone action was about: where the cursor goes."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.domain.history import Entry
from tracker.domain.reference import Kind

_ENDS = ("claim_id", "a", "b")
"""The fields in which evidence, attempts, notes and relations name their claims."""


def claims_undone(action: int, entries: Iterable[Entry]) -> tuple[int, ...]:
    """The numbers of the claims that the entries which take an action back are about."""
    found: dict[int, None] = {}
    for entry in entries:
        if entry.undoes != action:
            continue
        if entry.subject.kind is Kind.CLAIM:
            found[entry.subject.number] = None
        for field in _ENDS:
            before, _ = entry.changes.get(field, (None, None))
            if isinstance(before, int):
                found[before] = None
    return tuple(found)
