"""Ask which other event is meant: the newest first, others by search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tracker.domain.event import Event
from tracker.domain.listing import EventLine
from tracker.domain.visible import visible
from tracker.tui.dialogs.pick import MOST, Found, Pick

if TYPE_CHECKING:
    from tracker.desk.browsing import Browsing


def pick_event(browsing: Browsing, event: Event) -> Pick:
    """Ask for an event that is the same as this one."""

    def find(search: str) -> Found:
        return [
            (
                line.id,
                Content.assemble(
                    (f"{line.ref} ", "$text-muted"),
                    (visible(line.title), "bold"),
                    (visible(_where_and_when(line)), "$text-muted"),
                    f"  {line.claims} claim{'' if line.claims == 1 else 's'}",
                ),
            )
            for line in browsing.events(search, limit=MOST + 1)
            if line.id != event.id
        ]

    return Pick(
        f"Merge into {event.ref} …",
        f"{event.title}\nIt takes over the claims of the event that you choose.",
        find,
        accept="Merge",
        deliberate=True,
        nothing="No other event is found; search for other words.",
    )


def _where_and_when(line: EventLine) -> str:
    """What of it the title does not say."""
    told = " ".join(one for one in (line.place, line.time) if one and one not in line.title)
    return told and f"  {told}"
