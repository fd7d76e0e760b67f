"""What came of taking an article in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.article import Article
from tracker.domain.event import Event
from tracker.domain.reference import Kind, Ref
from tracker.domain.reprint import Reprint
from tracker.store.shelves import Shelves

_NAMED = 3


@dataclass(frozen=True)
class GoneOn:
    """An event of the ledger that a new article goes on with, and the articles that told of it."""

    event: Event
    articles: tuple[int, ...]

    @property
    def words(self) -> str:
        """Say so: "E3 goes on from A1 and A2: “Collapse of a hall”"."""
        named = [str(Ref(Kind.ARTICLE, number)) for number in self.articles[:_NAMED]]
        if more := len(self.articles) - _NAMED:
            named += [f"{more:,} more"] if more > 0 else []
        told = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
        return f"{self.event.ref} goes on from {told}: “{self.event.title}”"


@dataclass(frozen=True)
class TakenIn:
    """What came of it: the article, whether its text is new, and how many claims it brought.

    ``revision`` counts the texts of the article from 1, ``first`` is the number of the first of
    them; of a new revision it says how many passages were found again and how many were orphaned.
    ``published`` says that a known text appeared in another place. ``reprints`` are the articles
    whose words it has, ``again`` how many of its claims are theirs; ``gone_on`` are the events of
    the ledger that its new claims are about. ``told_in_part`` are the stand-ins of protected names
    of which a new text holds a word by itself.
    """

    article: Article
    new: bool
    claims: int = 0
    revision: int = 1
    found: int = 0
    orphaned: int = 0
    published: bool = False
    reprints: tuple[Reprint, ...] = ()
    again: int = 0
    gone_on: tuple[GoneOn, ...] = ()
    told_in_part: tuple[str, ...] = ()

    @property
    def first(self) -> int:
        """The number of the article's first text."""
        return self.article.revision_of or self.article.id


def gone_on(
    shelves: Shelves, article: Article, new: Iterable[int], joined: Iterable[int]
) -> tuple[GoneOn, ...]:
    """The events that were in the ledger before, and that an article's new claims are about now.

    ``joined`` are those that its own events went into.
    """
    family = {one.id for one in shelves.articles.revisions(article.id)}
    claims = shelves.claims.get_many(new).values()
    about = dict.fromkeys([*joined, *(one.event_id for one in claims)])
    found = []
    for event in shelves.events.get_many(one for one in about if one).values():
        told = shelves.claims.articles_of_event(event.id)
        before = tuple(one for one in told if one not in family)
        if before:
            found.append(GoneOn(event, before))
    return tuple(found)
