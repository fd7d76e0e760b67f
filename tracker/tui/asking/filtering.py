"""Asking which claims to show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tracker.domain.listing import Filter
from tracker.domain.relation import RelationState
from tracker.domain.status import Stage
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.status_keys import STATUS_KEYS
from tracker.tui.theme import status_style, status_words

_STATE_KEYS = {
    RelationState.SUGGESTED: "p",
    RelationState.CONFIRMED: "a",
    RelationState.REJECTED: "x",
}
_ON, _OFF = "■ ", "□ "


def filter_choice(now: Filter, editor: str) -> Choose[Filter]:
    """Ask what to show: each choice turns one condition on, or off again. A search stays."""
    body = f"Now: {now.words}." if now.words else "Now: everything."
    return Choose("Show", body, list(_choices(now, editor)), accept="Show")


Shown = tuple[Filter, RelationState | None]
"""Which pairs are shown: those with a claim that passes a filter, of a state or of any."""


def pairs_choice(now: Filter, state: RelationState | None, editor: str) -> Choose[Shown]:
    """Ask which pairs to show: of a state, or by what their claims are."""
    said = ", ".join(filter(None, (f"{state} pairs" if state else "", now.words)))
    body = f"Now: {said}." if said else "Now: all pairs but those that were rejected."
    everything, *others = _choices(now, editor)
    choices: list[Choice[Shown]] = [
        Choice((everything.value, None), everything.words, everything.key)
    ]
    for one, key in _STATE_KEYS.items():
        on = state is one
        choices.append(Choice((now, None if on else one), f"{_box(on=on)}{one} pairs", key))
    choices += (
        Choice((one.value, state), one.words, one.key, one.style, one.remark) for one in others
    )
    return Choose("Show", body, choices, accept="Show")


def _choices(now: Filter, editor: str) -> Iterator[Choice[Filter]]:
    yield Choice(Filter(search=now.search), "  everything", "e")
    for words, key, on, turned in (
        ("not settled", "n", now.live, replace(now, live=not now.live)),
        ("contested", "t", now.contested, replace(now, contested=not now.contested)),
        ("stale", "s", now.stale, replace(now, stale=not now.stale)),
        ("mine", "i", now.assignee == editor, _mine(now, editor)),
    ):
        yield Choice(turned, _box(on=on) + words, key)
    for status, key in STATUS_KEYS.items():
        on = now.status is status
        turned = replace(now, status=None if on else status)
        yield Choice(turned, _box(on=on) + status_words(status), key, status_style(status))
    for number, stage in enumerate(Stage, 1):
        on = now.stage is stage
        turned = replace(now, stage=None if on else stage)
        yield Choice(turned, _box(on=on) + stage.words, str(number))


def _mine(now: Filter, editor: str) -> Filter:
    return replace(now, assignee=None if now.assignee == editor else editor)


def _box(*, on: bool) -> str:
    return _ON if on else _OFF
