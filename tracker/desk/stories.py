"""What an article of the ledger tells of an event, so that another can be seen to tell on of it."""

from __future__ import annotations

from tracker.compare.one_story import CAST, Story, story_of
from tracker.compare.told import account_of
from tracker.extract.datelines import written_in
from tracker.store.shelves import Shelves

PER_ARTICLE = 40
"""Claims of an article that are looked at, the first."""


class Stories:
    """The stories of articles, each gathered once."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves
        self._known: dict[tuple[int, int], Story] = {}
        self._speaking: dict[int, set[int]] = {}

    def of(self, article: int, event: int) -> Story:
        """What an article tells of an event."""
        if (article, event) not in self._known:
            self._known[article, event] = self._gathered(article, event)
        return self._known[article, event]

    def may_be_one(self, one: int, other: int) -> bool:
        """Whether so many speak in both of two articles that they may tell on of one event.

        Most share nobody, and their texts need not be read.
        """
        return len(self._speakers(one) & self._speakers(other)) >= CAST

    def _speakers(self, article: int) -> set[int]:
        if article not in self._speaking:
            claims = self._shelves.claims
            first = claims.first_of(article, most=PER_ARTICLE)
            self._speaking[article] = {one for one in claims.speakers(first).values() if one}
        return self._speaking[article]

    def _gathered(self, article: int, event: int) -> Story:
        shelves = self._shelves
        first = shelves.claims.first_of(article, most=PER_ARTICLE)
        claims = [one for one in shelves.claims.get_many(first).values() if one.event_id == event]
        sources = shelves.sources.with_affiliations(
            {one.speaker_id for one in claims if one.speaker_id is not None}
        )
        appeared = shelves.articles.appeared([article]).get(article)
        accounts = [account_of(one, sources, appeared) for one in claims]
        return story_of(accounts, sources, written_in(shelves.articles.get(article).text))
