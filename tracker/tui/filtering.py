"""Asking which claims to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tracker.domain.listing import Filter
from tracker.domain.status import STAGE_MEANINGS, STATUS_MEANINGS, Stage, Status
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.screens.base import TrackerScreen
from tracker.tui.theme import status_style, status_words

Turn = Callable[[Filter], Filter]


async def ask_filter(screen: TrackerScreen, now: Filter) -> Filter | None:
    """Ask what to show; what is searched for stays."""
    editor = screen.editor
    choices: list[Choice[Turn]] = [
        Choice(lambda where: Filter(search=where.search), "everything", key="e"),
        Choice(lambda where: replace(where, live=not where.live), "not settled", key="n",
               remark=_on(now.live)),
        Choice(lambda where: replace(where, contested=not where.contested), "contested", key="c",
               remark=_on(now.contested)),
        Choice(lambda where: replace(where, stale=not where.stale), "stale", key="s",
               remark=_on(now.stale)),
        Choice(lambda where: replace(where, assignee=None if where.assignee else editor), "mine",
               key="m", remark=_on(now.assignee is not None)),
    ]  # fmt: skip
    choices += [
        Choice(
            lambda where, status=status: replace(where, status=status),  # type: ignore[misc]
            status_words(status),
            key="-",
            style=status_style(status),
            remark=STATUS_MEANINGS[status],
        )
        for status in Status
    ]
    choices += [
        Choice(
            lambda where, stage=stage: replace(where, stage=stage),  # type: ignore[misc]
            stage.words,
            key="-",
            remark=STAGE_MEANINGS[stage],
        )
        for stage in Stage
    ]
    said = f"Now: {now.words}." if now.words else "Now: everything."
    turn = await screen.app.push_screen_wait(Choose("Show", said, choices, accept="Show"))
    return None if turn is None else turn(now)


def _on(shown: bool) -> str:
    return "on" if shown else ""
