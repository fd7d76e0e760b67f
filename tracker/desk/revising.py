"""Revising: a later text of an article takes its claims over, as far as their words still stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.domain.address import address_of
from tracker.domain.anchoring import Anchoring
from tracker.domain.article import Article
from tracker.domain.claim import Claim
from tracker.domain.draft import Reading
from tracker.domain.revision import carried_over
from tracker.store.shelves import Shelves


@dataclass(frozen=True)
class Carried:
    """The claims that a revision took over, and what became of their passages."""

    claims: tuple[Claim, ...] = ()
    found: int = 0
    orphaned: int = 0


def carry_over(shelves: Shelves, former: tuple[Article, ...], revision: Article) -> Carried:
    """Take over the claims of all former texts of an article, within an action."""
    places = {text.id: Anchoring(text.text, revision) for text in former}
    claims = tuple(
        shelves.claims.save(carried_over(claim, places, revision.id))
        for claim in shelves.claims.standing_in(places)
    )
    passages = [
        passage
        for claim in claims
        for passage in claim.passages
        if passage.article_id in places or passage.article_id == revision.id
    ]
    orphaned = sum(passage.orphaned for passage in passages)
    return Carried(claims, len(passages) - orphaned, orphaned)


def still_cleared(former: Article, revision: Article) -> Article:
    """Keep cleared in a revision what was cleared in the former text and still stands there."""
    place = Anchoring(former.text, revision)
    found = (place.span(span) for span in former.cleared)
    return replace(revision, cleared=tuple(sorted(span for span in found if span)))


def appears_elsewhere(shelves: Shelves, known: Article, reading: Reading) -> bool:
    """Whether a known text appears in a place where it was not seen yet."""
    draft = reading.article
    if draft.url:
        seen = {address_of(one.url) for one in known.publications if one.url}
        return address_of(draft.url) not in seen
    name = next((one.name for one in reading.sources if one.key == draft.outlet), "")
    outlets = shelves.sources.get_many(
        one.outlet_id for one in known.publications if one.outlet_id is not None
    )
    return bool(name) and all(name not in (one.name, *one.aliases) for one in outlets.values())
