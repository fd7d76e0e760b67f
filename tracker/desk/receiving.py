"""Receiving: what another ledger holds comes into this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tracker.desk.acting import Subject
from tracker.desk.merging import DID, Merging, Tally
from tracker.desk.revising import carry_over
from tracker.desk.taking_reviews import TakenReviews, take_reviews
from tracker.desk.taking_rows import TakenRows, take_rows
from tracker.domain.errors import BadInputError
from tracker.domain.history import GENESIS, Entry, ForeignEntry, Verb, broken_links
from tracker.domain.holdings import Batch, Copy, Header, RestrictedName
from tracker.domain.reference import Kind, Ref
from tracker.domain.review_draft import ReviewDraft
from tracker.domain.row_draft import RowDraft
from tracker.domain.source import Source
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
        self._database.announce(by=by, did=DID)
        if header.counts.get("history"):
            with self._database.loading() as loading:
                if loading is not None:
                    return _loaded(loading, batches)
        incoming = _Incoming(batches)
        with self._database.writing(by=by, did=DID, reason=f"from {origin}") as shelves:
            return incoming.merged(shelves)

    def take_rows(self, rows: Sequence[RowDraft], *, by: str, origin: str) -> TakenRows:
        """Take in the rows of a spreadsheet, each an open claim; all of them or none."""
        with self._database.writing(by=by, did=DID, reason=f"from {origin}") as shelves:
            return veiled(take_rows(shelves, rows), shelves.sources.stand_ins())

    def take_reviews(self, reviews: Sequence[ReviewDraft], *, by: str, origin: str) -> TakenReviews:
        """Take in what other desks found: evidence on our claims, or claims to be accepted."""
        with self._database.writing(by=by, did=DID, reason=f"from {origin}") as shelves:
            return take_reviews(shelves, reviews)


def _loaded(loading: Loading, batches: Iterable[Batch]) -> Received:
    counts: dict[str, int] = {}
    for section, values in batches:
        loading.put(section, values)
        counts[section.one] = counts.get(section.one, 0) + len(values)
    things = {kind.word: counts[kind.word] for kind in Kind if counts.get(kind.word)}
    return Received(whole=True, added=things, entries=counts.get("entry", 0))


class _Incoming:
    """All that comes in, read before anything is written."""

    def __init__(self, batches: Iterable[Batch]) -> None:
        self._things: dict[Kind, list[Any]] = {}
        self._apart: dict[type[Any], list[Any]] = {
            kind: [] for kind in (RestrictedName, Copy, Entry, ForeignEntry)
        }
        for section, values in batches:
            if section.kind is not None:
                self._things.setdefault(section.kind, []).extend(values)
            elif section.value in self._apart:
                self._apart[section.value].extend(values)
        for values in self._things.values():
            _refuse_twins(values)
        self._uids = dict(self._all_uids())

    def merged(self, shelves: Shelves) -> Received:
        """Merge it within an action."""
        foreign = self._foreign()
        known = shelves.foreign.known(one.entry.hash for one in foreign)
        self._check(shelves, foreign)
        self._protect(shelves)
        for copy in self._apart[Copy]:
            shelves.evidence.keep_copy(copy.content, copy.media_type, copy.captured_at)
        merging = Merging(shelves, self._things, _by_uid(foreign), known)
        tally = merging.run()
        self._carry_over(shelves, merging)
        self._hide_names(shelves, merging, tally)
        news = [one for one in foreign if one.entry.hash not in known]
        shelves.foreign.add(news)
        return Received(
            added=tally.added,
            updated=tally.updated,
            kept=tally.kept,
            conflicts=tuple(tally.conflicts),
            entries=len(news),
        )

    def _foreign(self) -> list[ForeignEntry]:
        """Their history and those that it had taken in, each entry with its subject's uid."""
        own = [ForeignEntry(one, self._uids.get(one.subject, "")) for one in self._apart[Entry]]
        return [*own, *self._apart[ForeignEntry]]

    def _check(self, shelves: Shelves, foreign: list[ForeignEntry]) -> None:
        for broken in broken_links(self._apart[Entry]):
            raise BadInputError(f"{broken}.")
        followed = {GENESIS, *(one.entry.hash for one in foreign)}
        followed |= shelves.foreign.known(one.entry.previous for one in foreign)
        for one in self._apart[ForeignEntry]:
            if one.entry.previous not in followed or one.entry.sealed() != one.entry.hash:
                raise BadInputError(
                    f"entry {one.entry.seq} of the foreign history was altered, or follows nothing."
                )

    def _all_uids(self) -> Iterator[tuple[Ref, str]]:
        """The uid of everything that their history tells of, as far as it is known."""
        for entry in self._apart[Entry]:
            if entry.verb is Verb.ADDED and "uid" in entry.changes:
                yield entry.subject, str(entry.changes["uid"][1])
        for values in self._things.values():
            yield from ((value.ref, value.uid) for value in values)

    def _protect(self, shelves: Shelves) -> None:
        """Keep their protected names out of what the history will say of all that comes in."""
        assert shelves.journal is not None, "an action is written"
        sources: dict[int, Source] = {one.id: one for one in self._things.get(Kind.SOURCE, ())}
        for one in self._apart[RestrictedName]:
            if one.source_id not in sources:
                raise BadInputError("a protected name is given for a source that is not there.")
            shelves.journal.protect(one.name, sources[one.source_id].name)

    def _carry_over(self, shelves: Shelves, merging: Merging) -> None:
        """Look for the passages that were here in the revisions that came in."""
        for article in self._things.get(Kind.ARTICLE, ()):
            if article.revision_of is not None and merging.is_new(article.ref):
                *former, newest = shelves.articles.revisions(merging.number(article.ref))
                carry_over(shelves, tuple(former), newest)

    def _hide_names(self, shelves: Shelves, merging: Merging, tally: Tally) -> None:
        for one in self._apart[RestrictedName]:
            theirs = Ref(Kind.SOURCE, one.source_id)
            source = shelves.sources.get(merging.number(theirs))
            ours = shelves.sources.restricted_name(source)
            if ours is None:
                shelves.sources.hide_name(source, one.name)
            elif ours != one.name:
                tally.conflicts.append((source.ref, ("restricted_name",)))


def _refuse_twins(values: Iterable[Any]) -> None:
    seen: set[object] = set()
    for value in values:
        if value.ref in seen or value.uid in seen:
            raise BadInputError(f"{value.ref} is there twice, by its number or its uid.")
        seen |= {value.ref, value.uid}


def _by_uid(foreign: Iterable[ForeignEntry]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in foreign:
        if one.uid:
            found.setdefault(one.uid, set()).add(one.entry.hash)
    return found
