"""Reading a list of claims so that it can be shown at one stroke."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.listing import Anchor, ClaimLine, Filter, Order
from tracker.domain.status import Stage, Status
from tracker.tui.widgets.pages import PAGE

if TYPE_CHECKING:
    from tracker.desk.browsing import Browsing
    from tracker.domain.dossier import Dossier


@dataclass(frozen=True)
class Listed:
    """A list of so many claims, the page of it where the cursor goes, and the claim there."""

    count: int
    place: int
    start: int
    rows: tuple[ClaimLine, ...]
    dossier: Dossier | None
    tally: Mapping[tuple[Status, Stage], int]


def read_list(
    browsing: Browsing,
    where: Filter,
    wanted: Sequence[int],
    otherwise: int,
    anchors: Sequence[Anchor] = (),
) -> Listed:
    """Read a list from the first of the wanted claims in it, else from a position.

    Anchors may be older than the list: they are a help, and not relied on.
    """
    count = browsing.count(where)
    number, place = _stand(browsing, where, wanted, min(otherwise, max(0, count - 1)))
    start = place // PAGE * PAGE
    rows = browsing.page(where, Order.QUEUE, start=start, limit=PAGE, anchors=anchors)
    if number is not None and _id_at(rows, place - start) != number:
        rows = browsing.page(where, Order.QUEUE, start=start, limit=PAGE)
    here = _id_at(rows, place - start)
    dossier = browsing.dossier(here) if here is not None else None
    return Listed(count, place, start, rows, dossier, browsing.tally())


def _stand(
    browsing: Browsing, where: Filter, wanted: Sequence[int], otherwise: int
) -> tuple[int | None, int]:
    for number in wanted:
        place = browsing.position(number, where, Order.QUEUE)
        if place is not None:
            return number, place
    return None, otherwise


def _id_at(rows: Sequence[ClaimLine], index: int) -> int | None:
    return rows[index].id if index < len(rows) else None
