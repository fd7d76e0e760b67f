"""Merging what another ledger holds into this one, thing by thing, by their uids.

Which version of a thing is the later one is told by the histories: if all that was ever noted of
it there is known here, ours is later, and the other way round. If each knows something that the
other does not, both have worked on it: that is a conflict, ours stays, and it is listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tracker.desk.consequences import follow_up
from tracker.desk.renumbering import Renumbering
from tracker.desk.tying import refuse_if_excluded
from tracker.domain.article import Article
from tracker.domain.evidence import Evidence
from tracker.domain.match import Match
from tracker.domain.pointing import pointers
from tracker.domain.record import changes_between, differences
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation
from tracker.store.shelf import Shelf
from tracker.store.shelves import Shelves
from tracker.store.tray import Tray

DID = "import"
"""What the history calls it."""

IN_ORDER = (
    *(Kind.SOURCE, Kind.MATCH, Kind.ARTICLE, Kind.EVENT, Kind.CLAIM, Kind.RELATION),
    *(Kind.EVIDENCE, Kind.ATTEMPT, Kind.NOTE),
)
_FOLLOWING = {"stale", "proposed"}
"""Fields of a claim that follow from what bears on it, and so are worked out here anew."""
_AHEAD = ("affiliation_id", "merged_into", "revision_of")
"""Fields that point at a thing of the same kind."""

Counts = dict[str, int]


@dataclass
class Tally:
    """What came of it: counts by the kind's word, and the conflicts with their fields."""

    added: Counts = field(default_factory=dict)
    updated: Counts = field(default_factory=dict)
    kept: Counts = field(default_factory=dict)
    conflicts: list[tuple[Ref, tuple[str, ...]]] = field(default_factory=list)
    entries: int = 0
    """Lines of history that were not here."""


class Merging:
    """One merge, within an action: numbers there become numbers here."""

    def __init__(self, shelves: Shelves, tray: Tray) -> None:
        """Take what comes in, with what the histories know."""
        self._shelves = shelves
        self._tray = tray
        self._there = Renumbering(shelves, tray)
        self._waiting: dict[Ref, tuple[Any, Any]] = {}
        """What is added together next: theirs, and as it is to be here."""
        self._ties: set[object] = set()
        self._confirmed: set[int] = set()
        """Relations that are confirmed now and were not, of claims that were here."""
        self.tally = Tally()
        self.revisions: list[Ref] = []
        """New articles that are later texts of others."""

    def run(self) -> Tally:
        """Put in what is new, then see which is the later version of what is not."""
        for kind in IN_ORDER:
            self._meet(kind)
            for values in self._tray.of_numbers(kind, self._put_new(kind)):
                self._complete(kind, values)
            for values in self._tray.met(kind):
                self._reconcile(kind, values)
        self._refuse_what_ours_exclude()
        return self.tally

    def _meet(self, kind: Kind) -> None:
        """Find those of a kind that are here already."""
        shelf = self._shelves.of_kind(kind)
        for uids in self._tray.uids(kind):
            here = shelf.numbers_of(uids)
            self._tray.place(((uids[uid], number) for uid, number in here.items()), met=True)

    def _put_new(self, kind: Kind) -> list[int]:
        """Put in those of a kind that are not here; returns which are still to be completed."""
        incomplete: list[int] = []
        for values in self._tray.new(kind):
            self._there.look_up(kind, values)
            if kind is Kind.ARTICLE:
                self._meet_texts(values)
            incomplete += [value.id for value in values if self._put(value)]
            self._add()
        return incomplete

    def _meet_texts(self, articles: Sequence[Article]) -> None:
        """Find the articles whose texts are here under another uid."""
        texts = {one.sha256: one.ref for one in articles}
        here = self._shelves.articles.numbers_of_texts(texts)
        self._there.place([(texts[text], number) for text, number in here.items()], met=True)

    def _put(self, value: Any) -> bool:
        """Put in what is new; returns whether it points at what is not here yet."""
        if value.ref in self._there.numbers:  # its text is here
            return False
        ahead = {name: Ref(value.ref.kind, number) for name, number in _ahead(value)}
        if any(ref in self._waiting for ref in ahead.values()):
            self._add()
        later = [name for name, ref in ahead.items() if ref not in self._there.numbers]
        if getattr(value, "proposed", None):  # its reason may name any other claim
            later.append("proposed")
        made = self._there.here_as(replace(value, **dict.fromkeys(later)) if later else value)
        known = self._like(made)
        if known is not None:
            self._there.place([(value.ref, known.id)], met=True)
            return False
        self._waiting[value.ref] = (value, made)
        return bool(later)

    def _like(self, made: Any) -> Any:
        """What says the same of the same two things here already, under another uid."""
        if not isinstance(made, Relation | Match):
            return None
        if made.tie in self._ties:
            self._add()
        self._ties.add(made.tie)
        if isinstance(made, Relation):
            return self._shelves.relations.like(made)
        return self._shelves.matches.between(made.one_id, made.other_id)

    def _add(self) -> None:
        """Add what is waiting, and let it shake the verdicts that were here."""
        waiting = list(self._waiting.values())
        self._waiting, self._ties = {}, set()
        if not waiting:
            return
        shelf = self._shelf(waiting[0][0])
        added = shelf.add_all([made for _, made in waiting])
        pairs = [(value, one) for (value, _), one in zip(waiting, added, strict=True)]
        self._there.place([(value.ref, one.id) for value, one in pairs], met=False)
        for value, one in pairs:
            _count(self.tally.added, value)
            if isinstance(value, Article) and value.revision_of is not None:
                self.revisions.append(value.ref)
            self._remember(value, one)
        bearing = [one for value, one in pairs if self._bears_on_what_was_here(value)]
        follow_up(self._shelves, [one for one in bearing if isinstance(one, Relation)])
        for one in bearing:
            if isinstance(one, Evidence):
                claim = self._shelves.claims.get(one.claim_id)
                self._shelves.claims.save(claim.unsettled_by_news())

    def _bears_on_what_was_here(self, value: Any) -> bool:
        if isinstance(value, Evidence):
            return Ref(Kind.CLAIM, value.claim_id) in self._there.met
        return isinstance(value, Relation) and any(
            ref in self._there.met for ref in pointers(value)
        )

    def _complete(self, kind: Kind, values: Sequence[Any]) -> None:
        """Let things point at what came after them."""
        shelf = self._shelves.of_kind(kind)
        self._there.look_up(kind, values)
        for value in values:
            whole, ours = self._there.here_as(value), shelf.get(self._there.numbers[value.ref])
            names = [name for name in (*_AHEAD, "proposed") if hasattr(value, name)]
            shelf.save(replace(ours, **{name: getattr(whole, name) for name in names}))

    def _reconcile(self, kind: Kind, values: Sequence[Any]) -> None:
        """See which versions of some things are the later ones."""
        self._there.look_up(kind, values)
        shelf = self._shelves.of_kind(kind)
        here = shelf.get_many(self._there.numbers[value.ref] for value in values)
        for value in values:
            ours, theirs = here[self._there.numbers[value.ref]], self._there.here_as(value)
            if changes_between(ours, theirs).keys() - {"uid"}:
                self._choose(shelf, value, theirs, ours)

    def _choose(self, shelf: Shelf[Any], value: Any, theirs: Any, ours: Any) -> None:
        told = differences(shelf.record(ours), shelf.record(theirs)).keys() - {"uid"}
        if not told - _FOLLOWING:
            return
        there = self._tray.history.about(value.uid)
        if there and all(there.values()):
            _count(self.tally.kept, value)
        elif there and self._noted_here(ours) <= there.keys() and "sha256" not in told:
            _count(self.tally.updated, value)
            following = {name: getattr(ours, name) for name in _FOLLOWING & told}
            saved = replace(theirs, id=ours.id, uid=ours.uid, version=ours.version, **following)
            self._remember(value, shelf.save(saved))
        else:
            self.tally.conflicts.append((ours.ref, tuple(sorted(told))))

    def _remember(self, value: Any, here: Any) -> None:
        tied = isinstance(here, Relation) and here.confirmed
        if tied and all(ref in self._there.met for ref in pointers(value)):
            self._confirmed.add(here.id)

    def _refuse_what_ours_exclude(self) -> None:
        """Refuse to confirm what our editors' word rules out; what theirs said, they answer for."""
        for relation in self._shelves.relations.get_many(sorted(self._confirmed)).values():
            known = self._shelves.relations.excluding(relation)
            if known is not None and known.id not in self._confirmed:
                refuse_if_excluded(self._shelves, relation)

    def _noted_here(self, ours: Any) -> set[str]:
        """What was ever noted of a thing here, but for its having come in."""
        own = {one.hash for one in self._shelves.history.of(ours.ref) if one.did != DID}
        return own | self._shelves.foreign.hashes_about(ours.uid)

    def _shelf(self, value: Any) -> Shelf[Any]:
        return self._shelves.of_kind(value.ref.kind)


def _ahead(value: Any) -> Iterator[tuple[str, int]]:
    """The fields that point at things of the same kind, which may come later."""
    for name in _AHEAD:
        number = getattr(value, name, None)
        if number is not None:
            yield name, number


def _count(counts: Counts, value: Any) -> None:
    word = value.ref.kind.word
    counts[word] = counts.get(word, 0) + 1
