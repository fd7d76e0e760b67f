"""Agreeing: what two accounts both say, and what one speaker says anew."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.compare.account import Account
from tracker.compare.conceding import conceded
from tracker.compare.counting import Counted, counted
from tracker.compare.found import Finding
from tracker.compare.newer import has_moved, in_order
from tracker.compare.retracting import corrects, withdraws
from tracker.compare.stakes import one_stake
from tracker.domain.figure import Figure
from tracker.domain.relation import RelationKind

_ALIKE = 0.6
_TURNS = 2


def agreements(ours: Account, theirs: Account) -> Iterator[Finding]:
    """Yield where two accounts of different speakers agree: relays, concessions, equal figures."""
    if ours.party.id is None or theirs.party.id is None or withdraws(ours) or withdraws(theirs):
        return
    if theirs.party.id in ours.relays or ours.party.id in theirs.relays:
        first, second = (ours, theirs) if theirs.party.id in ours.relays else (theirs, ours)
        if len(first.stems & second.stems) > 1:
            reason = "one passes on what the other says"
            yield Finding(second.id, first.id, RelationKind.RELAYS, None, _ALIKE, reason)
        return
    independent = ours.party.origin != theirs.party.origin and not ours.party.allied(theirs.party)
    near = ours.article == theirs.article and abs(ours.block - theirs.block) <= _TURNS
    about = near or len(ours.stems & theirs.stems) > 1
    for count in counted(ours, theirs) if independent and about else ():
        if not count.far and count.sure >= _ALIKE and _of_one(count, ours, theirs):
            kind = RelationKind.CORROBORATES
            reason = f"{count.ours.text} = {count.theirs.text}"
            yield Finding(ours.id, theirs.id, kind, count.facet, 0.8 * count.sure, reason)
    yield from conceded(ours, theirs)


def same_speaker(ours: Account, theirs: Account) -> Iterator[Finding]:
    """Yield how a speaker's two accounts stand to each other: newer, or narrower."""
    if withdraws(ours) or withdraws(theirs):
        return
    earlier, later = in_order(ours, theirs)
    moved = has_moved(earlier, later) or corrects(later)
    updates, refines = [], []
    for count in counted(earlier, later, near=corrects(later)):
        if not _of_one(count, earlier, later):
            continue
        old, new = count.ours, count.theirs
        narrower = not count.far and _narrower(new, old)
        if count.far or (narrower and moved):
            updates.append((count.facet, f"{old.text} → {new.text}"))
        elif narrower:
            refines.append((count.facet, f"{new.text} ⊂ {old.text}"))
    # What takes over from another claim is not within it besides.
    kind = RelationKind.UPDATES if updates else RelationKind.REFINES
    for facet, reason in updates or refines:
        yield Finding(later.id, earlier.id, kind, facet, 0.7, reason)


def _of_one(count: Counted, ours: Account, theirs: Account) -> bool:
    return one_stake(ours, count.ours.text, theirs, count.theirs.text)


def _narrower(one: Figure, other: Figure) -> bool:
    """Whether one figure lies within the other and says more."""
    if (one.low, one.high) == (other.low, other.high) or one.low is None:
        return False
    low = other.low is None or one.low >= other.low
    high = other.high is None or (one.high is not None and one.high <= other.high)
    return low and high
