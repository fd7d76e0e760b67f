"""Which events of the ledger a new article tells of: its own go into them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.compare.found import Finding
from tracker.compare.one_event import at_another_time, elsewhere, same_place, told_of_other_times
from tracker.compare.one_story import one_story
from tracker.desk.stories import Stories
from tracker.domain.claim import Claim
from tracker.domain.event import Event
from tracker.store.shelves import Shelves

SURE = 3
"""Shared keys from which two claims are surely about one event."""
_ARTICLES = 3
"""Articles of an event that are looked at: those with most claims beside the new one's."""
_AGREED, _SHARE = 2, 0.25
"""So many claims, and such a share of an event's, bear on another's before they are surely one."""


@dataclass(frozen=True)
class Met:
    """A new claim and one of another article: how many keys they share, what is found of both.

    ``one`` says that they tell of one deed in one place on one day.
    """

    ours: Claim
    theirs: Claim
    shared: int
    findings: Sequence[Finding]
    one: bool = False

    @property
    def counts(self) -> bool:
        """Whether it says anything of their events."""
        return bool(self.findings) or self.sure

    @property
    def sure(self) -> bool:
        """Whether the two claims are surely about one event."""
        return self.one or self.shared >= SURE


class Told:
    """The events of new claims beside those of the claims that they met.

    What happened elsewhere or days apart is another event, whatever it has in common with this
    one, unless two claims share names and deeds enough, or their articles tell on of one event. No
    event that was in the ledger before goes into another: that is for editors to decide.
    """

    def __init__(self, shelves: Shelves, met: Iterable[Met]) -> None:
        self._shelves = shelves
        self._loose: dict[int, int] = {}
        self._met: dict[int, dict[int, list[Met]]] = {}
        for one in met:
            ours, theirs = one.ours.event_id, one.theirs.event_id
            if ours is not None and theirs is not None:
                self._met.setdefault(ours, {}).setdefault(theirs, []).append(one)
            elif theirs is not None and one.sure:
                self._loose.setdefault(one.ours.id, theirs)
        numbers = {number for ours, theirs in self._met.items() for number in (ours, *theirs)}
        self._events: Mapping[int, Event] = shelves.events.get_many(numbers)
        stories = Stories(shelves)
        self._cast = {
            (ours, theirs): self._told_on(stories, ours, theirs)
            for ours, others in self._met.items()
            for theirs in others
        }

    def may_be_one(self, one: Met) -> bool:
        """Whether two claims may be about one event: only such claims bear on each other."""
        if told_of_other_times(one.ours.facets, one.theirs.facets):
            return False
        ours, theirs = self._of(one.ours), self._of(one.theirs)
        if ours is None or theirs is None:
            return True
        apart = elsewhere(ours, theirs) or at_another_time(ours, theirs)
        return not apart or self._sure(ours.id, theirs.id) or bool(self._cast[ours.id, theirs.id])

    def join(self, new: Collection[int]) -> tuple[int, ...]:
        """Let the events of new claims, and of no other, go into the likeliest of the ledger's.

        Returns those that they went into.
        """
        into = dict.fromkeys(self._loose.values())
        for loose, event in self._loose.items():
            claim = self._shelves.claims.get(loose)
            self._shelves.claims.save(replace(claim, event_id=event))
        for number, others in self._met.items():
            claims = self._shelves.claims.of_event(number)
            least = max(_AGREED, _SHARE * len(claims))
            likely = [other for other in others if self._is_one(number, other, least)]
            if not likely or any(claim.id not in new for claim in claims):
                continue
            best = max(likely, key=lambda other: (self._strength(number, other), -other))
            for claim in claims:
                self._shelves.claims.save(replace(claim, event_id=best))
            gone = self._shelves.events.get(number)
            self._shelves.events.save(replace(gone, merged_into=best))
            into[best] = None
        return tuple(into)

    def _is_one(self, number: int, other: int, least: float) -> bool:
        ours, theirs = self._events[number], self._events[other]
        met = self._met[number][other]
        if self._cast[number, other] or any(one.one for one in met):
            return True
        if at_another_time(ours, theirs):
            return False
        if self._sure(number, other):
            return True
        if elsewhere(ours, theirs):
            return False
        bearing = {one.ours.id for one in met if one.findings}
        return len(bearing) >= (1 if same_place(ours, theirs) else least)

    def _sure(self, number: int, other: int) -> bool:
        return any(one.sure for one in self._met[number][other])

    def _strength(self, number: int, other: int) -> int:
        counting = [one for one in self._met[number][other] if one.counts]
        met = sum(one.shared + bool(one.findings) + one.one for one in counting)
        return met + SURE * self._cast[number, other]

    def _told_on(self, stories: Stories, ours: int, theirs: int) -> int:
        """How many persons speak in articles that tell on of one event; 0 if they do not."""
        met = self._met[ours][theirs]
        articles = Counter((one.ours.article_id, one.theirs.article_id) for one in met)
        when = self._events[ours], self._events[theirs]
        return max(
            (
                len(one_story(stories.of(mine, ours), stories.of(other, theirs), when))
                for (mine, other), _ in articles.most_common(_ARTICLES)
                if mine is not None and other is not None and stories.may_be_one(mine, other)
            ),
            default=0,
        )

    def _of(self, claim: Claim) -> Event | None:
        return self._events.get(claim.event_id) if claim.event_id is not None else None
