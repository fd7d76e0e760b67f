"""Agreeing: what two accounts both say, and what one speaker says anew."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.compare.account import Account
from tracker.compare.alike import said_alike
from tracker.compare.conceding import conceded
from tracker.compare.counting import Counted, counted, equals, narrower
from tracker.compare.found import Finding
from tracker.compare.newer import has_moved, in_order
from tracker.compare.opposing import VAGUE as TOO_VAGUE
from tracker.compare.reasons import of_figures, shortly
from tracker.compare.retracting import corrects, withdraws
from tracker.compare.stakes import one_stake
from tracker.domain.facet import Facet
from tracker.domain.figure import Figure
from tracker.domain.relation import RelationKind

_ALIKE = 0.6
_TURNS = 2
_BARE = 8
"""Words, at most, of an account that says hardly more than its figure."""
_SAME = 0.7
"""The share of its words that a claim has in common with what it passes on."""


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
    grants = list(conceded(ours, theirs))
    independent = ours.party.origin != theirs.party.origin and not ours.party.allied(theirs.party)
    if independent:
        figures = list(_figures(ours, theirs))
        yield from figures
        if not (figures or grants) and said_alike(ours, theirs):
            ends, reason = (ours.id, theirs.id), f"both say “{shortly(ours)}”"
            yield Finding(*ends, RelationKind.CORROBORATES, Facet.OCCURRENCE, _ALIKE, reason)
    yield from grants


def _figures(ours: Account, theirs: Account) -> Iterator[Finding]:
    """Yield which figures for one happening are the same, or within each other."""
    words = ours.stems & theirs.stems
    near = ours.article == theirs.article and abs(ours.block - theirs.block) <= _TURNS
    if not (near or len(words) > 1):
        return
    happening = bool(words or (ours.senses & theirs.senses) - TOO_VAGUE)
    for count in counted(ours, theirs):
        harm = count.facet is Facet.CASUALTIES
        if count.far or count.sure < _ALIKE or not (harm or happening):
            continue
        if not _of_one(count, ours, theirs):
            continue
        (mine, one), (other, two) = (ours.id, count.ours), (theirs.id, count.theirs)
        if equals(one, two):
            kind, reason = RelationKind.CORROBORATES, of_figures(one, "=", two)
            yield Finding(mine, other, kind, count.facet, 0.8 * count.sure, reason)
        elif narrower(one, two):
            yield Finding(mine, other, *_refines(one, two, count))
        elif narrower(two, one):
            yield Finding(other, mine, *_refines(two, one, count))


def _refines(one: Figure, other: Figure, count: Counted) -> tuple[RelationKind, Facet, float, str]:
    reason = of_figures(one, "⊂", other)
    return RelationKind.REFINES, count.facet, 0.8 * count.sure, reason


def same_speaker(ours: Account, theirs: Account) -> Iterator[Finding]:
    """Yield how a speaker's two accounts stand to each other: newer, or narrower."""
    if withdraws(ours) or withdraws(theirs):
        return
    earlier, later = in_order(ours, theirs)
    if _is_relayed(earlier, later):
        reason = "the same, through another"
        yield Finding(later.id, earlier.id, RelationKind.RELAYS, None, _ALIKE, reason)
        return
    moved = has_moved(earlier, later) or corrects(later)
    updates, refines = [], []
    for count in counted(earlier, later, near=corrects(later)):
        if not _of_one(count, earlier, later):
            continue
        old, new = count.ours, count.theirs
        within = not count.far and narrower(new, old)
        if (count.far and (moved or _goes_on(count, earlier, later))) or (within and moved):
            updates.append((count.facet, of_figures(old, "→", new)))
        elif within:
            refines.append((count.facet, of_figures(new, "⊂", old)))
    # What takes over from another claim is not within it besides.
    kind = RelationKind.UPDATES if updates else RelationKind.REFINES
    for facet, reason in updates or refines:
        yield Finding(later.id, earlier.id, kind, facet, 0.7, reason)


def _goes_on(count: Counted, earlier: Account, later: Account) -> bool:
    """Whether a figure is of what an earlier one was of, and not of what else befell some."""
    bare = len(later.words.split()) <= _BARE
    alike = (earlier.senses & later.senses) - TOO_VAGUE or len(earlier.stems & later.stems) > 1
    return count.facet is Facet.CASUALTIES or bare or bool(alike)


def _is_relayed(earlier: Account, later: Account) -> bool:
    """Whether a later article has a speaker's claim in the same words from somebody else."""
    words = earlier.stems & later.stems
    told = earlier.stems | later.stems
    same = bool(words) and len(words) >= _SAME * len(told)
    return earlier.article != later.article and same and bool(later.relays - earlier.relays)


def _of_one(count: Counted, ours: Account, theirs: Account) -> bool:
    return one_stake(ours, count.ours.text, theirs, count.theirs.text)
