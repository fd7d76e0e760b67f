"""Rehearsing: what the first of many actions would have to load and prepare is done before it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from tracker.desk import reviewing  # noqa: F401 - loaded for the mark to come
from tracker.desk.acting import Subject
from tracker.domain.listing import Filter, Order
from tracker.domain.standing import Standing
from tracker.domain.status import Status
from tracker.store.shelves import Shelves


class _RehearsedError(Exception):
    """Ends an action of which nothing shall be written."""


class Rehearsing(Subject):
    """Does things as they will be done, and takes them back before anybody can see them."""

    def mark(self, *, by: str) -> None:
        """Judge a claim and take it back, so that the first mark finds all loaded and prepared.

        Raises:
            LedgerError: the ledger cannot be written; then no mark can be made either.
        """
        with self._database.reading() as shelves:
            some = shelves.queue.ids(Filter(), Order.QUEUE, 1)

        def judged(shelves: Shelves, claim: Standing, at: datetime) -> Standing:
            shelves.dossiers.footing(claim, Status.DISPUTED)  # whose guard looks furthest
            return claim.but(status=Status.DISPUTED, judged_by=by, judged_at=at)  # at any stage

        def take_back(_shelves: Shelves) -> None:
            raise _RehearsedError

        with suppress(_RehearsedError):
            if some:
                self._move_claims(some, judged, by=by, did="rehearse", then=take_back)
