"""Tying: which relations may stand between two claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tracker.domain.errors import RefusedError
from tracker.domain.facet import Facet
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import OF_ONE_EVENT, SAME_SPEAKER, Relation, RelationKind
from tracker.domain.timerange import is_before
from tracker.store.shelves import Shelves


@dataclass(frozen=True)
class Apart:
    """Two claims that are related as only claims about one event are, and are about two."""

    claims: tuple[Ref, Ref]
    events: tuple[Ref, Ref]

    @property
    def words(self) -> str:
        """Say so: "C1 is about E1, C9 about E2"."""
        return (
            f"{self.claims[0]} is about {self.events[0]}, {self.claims[1]} about {self.events[1]}"
        )


def apart(shelves: Shelves, relations: Iterable[Relation]) -> Iterator[Apart]:
    """Yield the ends of relations that are about two events: one may be told as two."""
    seen: set[tuple[int, int]] = set()
    for relation in relations:
        if relation.kind not in OF_ONE_EVENT:
            continue
        one, other = (shelves.claims.get(number) for number in (relation.a, relation.b))
        if one.event_id is None or other.event_id is None or one.event_id == other.event_id:
            continue
        low, high = sorted((one.event_id, other.event_id))
        if (low, high) not in seen:
            seen.add((low, high))
            events = (Ref(Kind.EVENT, one.event_id), Ref(Kind.EVENT, other.event_id))
            yield Apart((one.ref, other.ref), events)


def with_facet(shelves: Shelves, relation: Relation, facet: Facet | None) -> Relation:
    """Move a relation to another facet, or to none.

    Raises:
        RefusedError: the two claims are so related there already, or otherwise.
    """
    moved = replace(relation, facet=facet)
    if moved != relation and shelves.relations.like(moved) is not None:
        where = f"on {facet}" if facet else "without a facet"
        raise RefusedError(f"the two claims have such a relation {where} already.")
    if moved.confirmed:
        refuse_if_excluded(shelves, moved)
    return moved


def check_ends(shelves: Shelves, relation: Relation) -> None:
    """Let a relation stand between its claims, or refuse.

    Raises:
        RefusedError: the ends are one claim, a corroboration is not independent, or an update
            or retraction has two speakers, or was said before what it is of; or another relation
            of theirs is confirmed beside which it cannot hold.
    """
    if relation.a == relation.b:
        raise RefusedError("a claim cannot be related to itself.")
    refuse_if_excluded(shelves, relation)
    claims = shelves.claims.get_many([relation.a, relation.b])
    ends = [claims.get(number) or shelves.claims.get(number) for number in (relation.a, relation.b)]
    dossiers = {dossier.claim.id: dossier for dossier in shelves.dossiers.of(claims)}
    first, second = (dossiers[end.id] for end in ends)
    pair = f"{first.claim.ref} and {second.claim.ref}"
    if relation.kind is RelationKind.CORROBORATES and first.origin == second.origin:
        raise RefusedError(
            f"{pair} go back to one origin, so one cannot corroborate the other; relate them by "
            "“relays”, or let a source count as its own origin (tracker edit S… own-origin yes)."
        )
    if relation.kind is RelationKind.CONCEDES and first.origin == second.origin:
        raise RefusedError(
            f"{pair} go back to one origin, and nobody concedes what was only said for themselves."
        )
    if relation.kind in SAME_SPEAKER and first.claim.speaker_id != second.claim.speaker_id:
        raise RefusedError(
            f"{pair} have different speakers; only one's own claim is {_past(relation)}."
        )
    said, other = first.claim.said_at, second.claim.said_at
    if relation.kind in SAME_SPEAKER and said and other and is_before(said, other):
        raise RefusedError(
            f"{first.claim.ref} was said ({said.words}) before {second.claim.ref} "
            f"({other.words}); only the earlier one is {_past(relation)}."
        )


def refuse_if_excluded(shelves: Shelves, relation: Relation) -> None:
    """Refuse what cannot hold beside what an editor has confirmed of the same two claims.

    Raises:
        RefusedError: such a relation stands confirmed.
    """
    known = shelves.relations.excluding(relation)
    if known is not None:
        raise RefusedError(
            f"“{relation.words}” cannot hold beside {known.ref}, which is confirmed: "
            f"“{known.words}”. Reject that first (tracker reject {known.ref})."
        )


def _past(relation: Relation) -> str:
    return "updated" if relation.kind is RelationKind.UPDATES else "retracted"
