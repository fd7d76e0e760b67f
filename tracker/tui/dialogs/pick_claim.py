"""Ask which other claim is meant: those of the same event first, others by search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tracker.domain.dossier import Dossier
from tracker.domain.listing import Filter, Order
from tracker.domain.visible import visible
from tracker.tui.dialogs.pick import MOST, Found, Pick

if TYPE_CHECKING:
    from tracker.desk.browsing import Browsing


def pick_claim(browsing: Browsing, dossier: Dossier, first: int | None = None) -> Pick:
    """Ask for a claim to relate another to; ``first`` stands on top of those of its event."""

    def find(search: str) -> Found:
        where = Filter(search=search) if search else Filter(event_id=dossier.claim.event_id)
        lines = browsing.page(where, Order.QUEUE, limit=MOST)
        return [
            (
                line.id,
                Content.assemble(
                    (f"{line.ref} ", "$text-muted"),
                    (visible(line.source or "the article"), "bold"),
                    f"  {visible(line.statement)}",
                ),
            )
            for line in sorted(lines, key=lambda line: line.id != first)
            if line.id != dossier.claim.id
        ]

    return Pick(
        f"Relate {dossier.claim.ref} to …",
        dossier.claim.statement,
        find,
        nothing="No claim is found; search for other words.",
    )
