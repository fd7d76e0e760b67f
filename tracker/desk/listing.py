"""Listing: a list of claims as a screen shows it, read at one stroke."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.desk.acting import Subject
from tracker.domain.listing import Anchor, ClaimLine, Filter, Order
from tracker.domain.status import Stage, Status
from tracker.domain.veil import veiled

if TYPE_CHECKING:
    from tracker.domain.dossier import Dossier
    from tracker.store.queue import Queue
    from tracker.store.shelves import Shelves


@dataclass(frozen=True)
class Listed:
    """A list of so many claims, the page of it where the cursor goes, and the claim there.

    ``last`` is the last entry of the history that it tells of.
    """

    count: int
    place: int
    start: int
    rows: tuple[ClaimLine, ...]
    dossier: Dossier | None
    tally: Mapping[tuple[Status, Stage], int]
    last: int


class Listing(Subject):
    """Reads a list from wherever an editor stands in it, however long it is."""

    def open(
        self,
        where: Filter,
        wanted: Sequence[int] = (),
        *,
        otherwise: int = 0,
        page: int,
        anchors: Sequence[Anchor] = (),
    ) -> Listed:
        """Read a list from the first of the wanted claims in it, else from a position.

        ``page`` is how many lines there are to a page. Anchors may be older than the list: they
        are a help, and not relied on.
        """
        with self._database.reading() as shelves:
            queue = shelves.queue
            count = queue.count(where)
            at_most = min(otherwise, max(0, count - 1))
            number, place = _stand(queue, where, wanted, at_most, anchors)
            start, rows = _page(queue, where, place, page, anchors)
            if anchors and number is not None and _id_at(rows, place - start) != number:
                number, place = _stand(queue, where, wanted, at_most)
                start, rows = _page(queue, where, place, page)
            here = _id_at(rows, place - start)
            return Listed(
                count,
                place,
                start,
                veiled(rows, shelves.sources.stand_ins()),
                _dossier(shelves, here),
                queue.tally(),
                shelves.history.last(),
            )


def _stand(
    queue: Queue,
    where: Filter,
    wanted: Sequence[int],
    otherwise: int,
    anchors: Sequence[Anchor] = (),
) -> tuple[int | None, int]:
    for number in wanted:
        place = queue.position(number, where, Order.QUEUE, anchors)
        if place is not None:
            return number, place
    return None, otherwise


def _page(
    queue: Queue, where: Filter, place: int, length: int, anchors: Sequence[Anchor] = ()
) -> tuple[int, tuple[ClaimLine, ...]]:
    start = place // length * length
    return start, queue.page(where, Order.QUEUE, start=start, limit=length, anchors=anchors)


def _dossier(shelves: Shelves, number: int | None) -> Dossier | None:
    return shelves.dossiers.get(number) if number is not None else None


def _id_at(rows: Sequence[ClaimLine], index: int) -> int | None:
    return rows[index].id if index < len(rows) else None
