"""Ask which other claim is meant: those of the same event first, others by search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tracker.domain.dossier import Dossier
from tracker.domain.listing import ClaimLine, Filter, Order
from tracker.domain.status import Missing
from tracker.domain.visible import visible
from tracker.tui.dialogs.pick import MOST, Found, Pick

if TYPE_CHECKING:
    from tracker.desk.browsing import Browsing


_QUESTIONS = {
    Missing.CORROBORATION: (
        "Which claim corroborates {}?",
        "Corroborated needs one from another origin that says the same.",
    ),
    Missing.COUNTER_CLAIM: (
        "Which claim stands against {}?",
        "Disputed needs one that cannot be true beside it.",
    ),
}


def pick_claim(
    browsing: Browsing, dossier: Dossier, first: int | None = None, lacking: Missing | None = None
) -> Pick:
    """Ask for a claim to relate another to; ``first`` stands on top of those of its event.

    Where a status lacks the relation, only claims are offered that could be what it lacks.
    """
    ref = dossier.claim.ref
    ask, needs = _QUESTIONS[lacking] if lacking else ("Relate {} to …", "")

    def find(search: str) -> Found:
        where = Filter(search=search) if search else Filter(event_id=dossier.claim.event_id)
        lines = browsing.page(where.at_a_glance(), Order.QUEUE, limit=MOST)
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
            if line.id != dossier.claim.id and _could_be(line, dossier, lacking)
        ]

    return Pick(
        ask.format(ref),
        "\n".join(filter(None, (dossier.claim.statement, needs))),
        find,
        nothing="No claim is found; search for other words.",
    )


def _could_be(line: ClaimLine, dossier: Dossier, lacking: Missing | None) -> bool:
    """Whether a claim could be what is lacking; what stands against it, or is its own, is not."""
    if lacking is not Missing.CORROBORATION:
        return True
    against = {tie.other.id for tie in dossier.counter_claims}
    own = line.source == (dossier.speaker if dossier.source is not None else None)
    return line.id not in against and not own
