"""The order in which pairs of claims are walked: event by event, the surest to decide first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Step(NamedTuple):
    """What the order asks of a relation: its ends, how it stands, and the event they are about."""

    a: int
    b: int
    against: bool
    waiting: bool
    score: float
    event: int | None


class Ends(NamedTuple):
    """The claims of a pair, and whether a relation between them waits for a decision."""

    a: int
    b: int
    waiting: bool


def walk(ties: Iterable[Step]) -> tuple[Ends, ...]:
    """Put the pairs in order that cannot both be right, or that anything is suggested for.

    The pairs of an event stand together, those that wait for a decision first, of these the ones
    that may contradict, of these the surest; so do the events, by the first of their pairs.
    """
    found: dict[tuple[int, int], list[Step]] = {}
    for one in ties:
        if one.against or one.waiting:
            found.setdefault((min(one.a, one.b), max(one.a, one.b)), []).append(one)
    ranks = {ends: _rank(known) for ends, known in found.items()}
    groups = {ends: _group(ends, known[0].event) for ends, known in found.items()}
    best: dict[tuple[int, int], tuple[bool, bool, float]] = {}
    for ends, rank in ranks.items():
        best[groups[ends]] = min(best.get(groups[ends], rank), rank)
    ordered = sorted(found, key=lambda ends: (best[groups[ends]], groups[ends], ranks[ends], ends))
    return tuple(Ends(*ends, not ranks[ends][0]) for ends in ordered)


def kept(fresh: Sequence[Ends], before: Sequence[tuple[int, int]]) -> tuple[Ends, ...] | None:
    """Put pairs in the order they stood in before; None where any is new among them.

    Else what has just been decided would be gone from under whoever walks on from it.
    """
    places = {ends: place for place, ends in enumerate(before)}
    if any(one[:2] not in places for one in fresh):
        return None
    return tuple(sorted(fresh, key=lambda one: places[one[:2]]))


def _rank(ties: Sequence[Step]) -> tuple[bool, bool, float]:
    waiting = [one for one in ties if one.waiting]
    against = [one for one in waiting if one.against]
    surest = max((one.score for one in against or waiting), default=0.0)
    return (not waiting, not against, -surest)


def _group(ends: tuple[int, int], event: int | None) -> tuple[int, int]:
    """The event of a pair; of one about none, its own ends."""
    return (0, event) if event is not None else ends
