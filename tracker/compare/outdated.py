"""Outdated: a figure of another article that was put anew, or has grown, since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from tracker.compare.account import Account
from tracker.compare.counting import counted
from tracker.compare.found import Finding
from tracker.compare.newer import has_moved, in_order
from tracker.compare.stakes import one_stake
from tracker.domain.facet import Facet
from tracker.domain.relation import RelationKind

_FIGURES = frozenset({Facet.CASUALTIES, Facet.QUANTITY})


def current(
    found: Iterable[Finding], ends: tuple[Account, Account], said: Sequence[Account]
) -> list[Finding]:
    """Leave out that two figures differ of which one was put anew by when the other was told.

    So is what is no more than a toll of a later day that is higher.

    ``said`` are the accounts among which a newer one is looked for. What the newer figure stands
    against is another pair; two that were both told before it stood against each other then.
    """
    kept = list(found)
    if not any(_of_figures(one) for one in kept):
        return kept
    one, other = ends
    anew = _put_anew(one, other, said) or _put_anew(other, one, said)
    if not (anew or _has_grown(one, other) or _has_grown(other, one)):
        return kept
    return [each for each in kept if not _of_figures(each)]


def _of_figures(finding: Finding) -> bool:
    return finding.kind is RelationKind.CONTRADICTS and finding.facet in _FIGURES


def _put_anew(old: Account, other: Account, said: Sequence[Account]) -> bool:
    """Whether a speaker counts anew what an account counts, and no later than another was told."""
    return any(
        new.party.id == old.party.id
        and new.id not in (old.id, other.id)
        and (new.article == old.article or not _appeared_after(new, other))
        and _takes_over(old, new)
        for new in said
    )


def _has_grown(old: Account, new: Account) -> bool:
    """Whether more were killed or hurt by the day of another article; "none" is no first count."""
    first, second = (_told(one) for one in (old, new))
    if first is None or second is None or second.date() <= first.date():
        return False
    tolls = [one for one in counted(old, new) if one.facet is Facet.CASUALTIES and one.far]
    grown = (one.theirs.size > one.ours.size > 0 for one in tolls)
    return bool(tolls) and all(grown)


def _told(account: Account) -> datetime | None:
    """When an account was told: when it was said, or else when its article appeared."""
    said = account.said_at.start if account.said_at is not None else None
    return said or account.appeared


def _appeared_after(new: Account, other: Account) -> bool:
    if new.appeared is None or other.appeared is None:
        return new.article > other.article
    return new.appeared > other.appeared


def _takes_over(old: Account, new: Account) -> bool:
    earlier, later = in_order(old, new)
    if earlier is not old or (old.article == new.article and not has_moved(earlier, later)):
        return False
    return any(
        one_stake(earlier, count.ours.text, later, count.theirs.text)
        for count in counted(earlier, later)
    )
