"""Receiving: what another ledger holds comes into this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field

from tracker.desk.acting import Subject
from tracker.desk.incoming import Incoming
from tracker.desk.merging import DID, Tally
from tracker.desk.taking_reviews import TakenReviews, take_reviews
from tracker.desk.taking_rows import TakenRows, take_rows
from tracker.domain.holdings import Batch, Header
from tracker.domain.reference import Kind, Ref
from tracker.domain.review_draft import ReviewDraft
from tracker.domain.row_draft import RowDraft
from tracker.domain.veil import veiled
from tracker.store.loading import Loading
from tracker.store.shelves import Shelves


@dataclass(frozen=True)
class Received:
    """What came of it: counts by the kind's word, conflicts with the fields that differ.

    ``whole`` says that the ledger was empty and now is the one that came in. ``kept`` are those
    of which this ledger has the later version. ``entries`` counts the lines of history.
    """

    whole: bool = False
    added: Mapping[str, int] = field(default_factory=dict)
    updated: Mapping[str, int] = field(default_factory=dict)
    kept: Mapping[str, int] = field(default_factory=dict)
    conflicts: tuple[tuple[Ref, tuple[str, ...]], ...] = ()
    entries: int = 0


class Receiving(Subject):
    """Takes over what another ledger holds."""

    def take_over(
        self, header: Header, batches: Iterator[Batch], *, by: str, origin: str
    ) -> Received:
        """Let a whole ledger become an empty one, or merge what comes into this one.

        ``origin`` names the file for the history. It is all of it or nothing.

        Raises:
            BadInputError: something in it is wrong.
        """
        if header.counts.get("history"):
            with self._database.loading(by=by, did=DID) as loading:
                if loading is not None:
                    return _loaded(loading, batches)
        with closing(Incoming()) as incoming:
            incoming.read(batches)
            with self._importing(by=by, origin=origin) as shelves:
                return _received(incoming.merge(shelves))

    def take_rows(self, rows: Sequence[RowDraft], *, by: str, origin: str) -> TakenRows:
        """Take in the rows of a spreadsheet, each an open claim; all of them or none."""
        with self._importing(by=by, origin=origin) as shelves:
            return veiled(take_rows(shelves, rows), shelves.sources.stand_ins())

    def take_reviews(self, reviews: Sequence[ReviewDraft], *, by: str, origin: str) -> TakenReviews:
        """Take in what other desks found: evidence on our claims, or claims to be accepted."""
        with self._importing(by=by, origin=origin) as shelves:
            return take_reviews(shelves, reviews)

    def _importing(self, *, by: str, origin: str) -> AbstractContextManager[Shelves]:
        return self._database.writing(by=by, did=DID, reason=f"from {origin}", at_length=True)


def _received(tally: Tally) -> Received:
    return Received(
        added=tally.added,
        updated=tally.updated,
        kept=tally.kept,
        conflicts=tuple(tally.conflicts),
        entries=tally.entries,
    )


def _loaded(loading: Loading, batches: Iterable[Batch]) -> Received:
    counts: dict[str, int] = {}
    for section, values in batches:
        loading.put(section, values)
        counts[section.one] = counts.get(section.one, 0) + len(values)
    things = {kind.word: counts[kind.word] for kind in Kind if counts.get(kind.word)}
    return Received(whole=True, added=things, entries=counts.get("entry", 0))
