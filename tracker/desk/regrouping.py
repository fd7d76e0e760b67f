"""Regrouping: what is proposed between claims follows an editor's word on which events are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tracker.desk.acting import action_editor, action_time
from tracker.domain.claim import Claim
from tracker.domain.relation import Relation, RelationOrigin, RelationState
from tracker.store.shelves import Shelves

PARTED = "an editor parted their events; before: "
"""How the reason of a proposal begins that was taken back so: nobody judged the pair itself."""


def put_together(shelves: Shelves, one: Sequence[Claim], other: Sequence[Claim]) -> int:
    """Relate the claims of two events that are one by now, within an action.

    Says how many pairs of claims are proposed anew; those that a split took back are among them.
    """
    from tracker.desk.comparing_events import compare_groups  # noqa: PLC0415 - loads the judges

    at, pairs = action_time(shelves), set()
    for relation in _between(shelves, one, other):
        if relation.state is RelationState.REJECTED and relation.reason.startswith(PARTED):
            before = relation.reason.removeprefix(PARTED)
            again = replace(relation, state=RelationState.SUGGESTED, at=at, reason=before)
            shelves.relations.save(again)
            pairs.add((relation.a, relation.b))
    pairs.update((found.a, found.b) for found in compare_groups(shelves, one, other))
    return len({frozenset(ends) for ends in pairs})


def take_apart(shelves: Shelves, parted: Sequence[Claim], left: Sequence[Claim]) -> int:
    """Take back what a machine only suggests between claims that are of two events by now.

    Says between how many pairs of claims. What an editor confirmed, or put, stands.
    """
    by, at, pairs = action_editor(shelves), action_time(shelves), set()
    for one in _between(shelves, parted, left):
        if one.state is RelationState.SUGGESTED and one.origin is RelationOrigin.MACHINE:
            reason = PARTED + one.reason
            shelves.relations.save(one.decided(RelationState.REJECTED, by=by, at=at, reason=reason))
            pairs.add(frozenset((one.a, one.b)))
    return len(pairs)


def moved(shelves: Shelves, claim: Claim, former: int | None) -> None:
    """Let what is proposed of a claim follow it from its former event to another, in an action."""
    if former is not None:
        take_apart(shelves, [claim], shelves.claims.of_event(former))
    if claim.event_id is not None:
        there = shelves.claims.of_event(claim.event_id)
        put_together(shelves, [one for one in there if one.id != claim.id], [claim])


def _between(shelves: Shelves, one: Iterable[Claim], other: Iterable[Claim]) -> Iterator[Relation]:
    """Yield the relations with an end in either group, by id."""
    ours, theirs = ({claim.id for claim in group} for group in (one, other))
    for relation in shelves.relations.touching(sorted(ours)):
        if {relation.a, relation.b} & theirs:
            yield relation
