"""Parting: what a rejected relation leaves of an event that it had made one of two articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.domain.event import Event
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation
from tracker.store.relations import Relations
from tracker.store.shelves import Shelves


@dataclass(frozen=True)
class Untied:
    """The claims of one article in an event that nothing ties to those of other articles by now."""

    event: Event
    article: Ref
    claims: tuple[Ref, ...]

    @property
    def words(self) -> str:
        """Say so: "nothing ties A3 to the rest of E1 any more"."""
        return f"nothing ties {self.article} to the rest of {self.event.ref} any more"


def untied(shelves: Shelves, rejected: Iterable[Relation]) -> Iterator[Untied]:
    """Yield what rejected relations had tied alone; it stays where it is, for an editor to part."""
    seen: set[tuple[int, int]] = set()
    for relation in rejected:
        ends = [shelves.claims.get(number) for number in (relation.a, relation.b)]
        events = {one.event_id for one in ends}
        articles = {one.article_id for one in ends}
        event, article = events.pop(), max((one or 0 for one in articles), default=0)
        if event is None or events or len(articles) == 1 or (event, article) in seen:
            continue
        seen.add((event, article))
        told = shelves.claims.of_event(event)
        ours = [one for one in told if one.article_id == article]
        others = {one.id for one in told if one.article_id != article}
        if not _tied({one.id for one in ours}, others, shelves.relations):
            refs = tuple(one.ref for one in ours)
            yield Untied(shelves.events.get(event), Ref(Kind.ARTICLE, article), refs)


def _tied(ours: set[int], others: set[int], relations: Relations) -> bool:
    """Whether a relation that nobody rejected has an end on either side."""
    return any({a, b} & others for a, b in relations.ends(ours))
