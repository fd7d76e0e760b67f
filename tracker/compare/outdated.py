"""Outdated: a figure of another article that its own speaker has put anew since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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

    ``said`` are the accounts among which a newer one is looked for. What the newer figure stands
    against is another pair; two that were both told before it stood against each other then.
    """
    kept = list(found)
    if not any(_of_figures(one) for one in kept):
        return kept
    one, other = ends
    if not (_put_anew(one, other, said) or _put_anew(other, one, said)):
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
