"""What follows for claims, and for their events, from how they are related."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tracker.domain.claim import Claim
from tracker.domain.relation import Relation, RelationKind
from tracker.domain.standing import Proposal
from tracker.domain.status import Status
from tracker.store.shelves import Shelves


def follow_up(shelves: Shelves, relations: Iterable[Relation]) -> None:
    """Draw the consequences of relations for their claims, and for their events.

    A counter-claim raises the stale flag of a verdict; once confirmed it proposes ``disputed``.
    It also shakes what was signed off about the same question of the same event.
    """
    against = [one for one in relations if one.against]
    claims = shelves.claims.get_many(number for one in against for number in (one.a, one.b))
    signed = shelves.claims.signed_off_of(one.event_id for one in claims.values() if one.event_id)
    also = {number for numbers in signed.values() for number in numbers}
    claims |= shelves.claims.get_many(also - claims.keys())

    def keep(claim: Claim) -> None:
        if claim != claims[claim.id]:
            claims[claim.id] = shelves.claims.save(claim)

    for relation in against:
        ends = {number: claims[number] for number in (relation.a, relation.b)}
        for event in dict.fromkeys(end.event_id for end in ends.values() if end.event_id):
            for number in signed.get(event, ()):
                if number not in ends and claims[number].speaks_to(relation.facet):
                    keep(claims[number].unsettled_by_news())
        for number in ends:
            news = claims[number].unsettled_by_news()
            if relation.confirmed:
                other = claims[relation.other(number)]
                news = news.proposing(Status.DISPUTED, _said_of(relation, news, other))
            keep(news)


def propose_no_more(shelves: Shelves, relation: Relation) -> None:
    """Take back what a confirmed relation proposed; another that is confirmed proposes it anew."""
    claims = shelves.claims.get_many((relation.a, relation.b))
    for number, claim in claims.items():
        said = _said_of(relation, claim, claims[relation.other(number)])
        if claim.proposed != Proposal(Status.DISPUTED, said):
            continue
        freed = replace(claim, proposed=None)
        for left in shelves.relations.touching([number]):
            if left.against and left.confirmed:
                other = shelves.claims.get(left.other(number))
                freed = freed.proposing(Status.DISPUTED, _said_of(left, freed, other))
        shelves.claims.save(freed)


def _said_of(relation: Relation, claim: Claim, other: Claim) -> str:
    """What a relation says of one of its claims; only ``a`` denies."""
    on = f" on {relation.facet}" if relation.facet else ""
    if relation.kind is RelationKind.DENIES and claim.id == relation.a:
        return f"it denies {other.ref}{on}"
    return f"{other.ref} {relation.kind} it{on}"
