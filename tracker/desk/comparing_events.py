"""Comparing events: the claims of one are held against those of another that is the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest

from tracker.compare.account import Account
from tracker.compare.across import opposed
from tracker.compare.candidates import likeness
from tracker.compare.found import settled
from tracker.compare.pairing import alike
from tracker.desk.comparing import LEFT_OUT, PER_CLAIM, accounts_for, suggest_found
from tracker.domain.claim import Claim
from tracker.domain.relation import Relation
from tracker.store.shelves import Shelves


def compare_groups(
    shelves: Shelves, one: Sequence[Claim], other: Sequence[Claim]
) -> tuple[Relation, ...]:
    """Relate the claims of two events that an editor made one, within an action; gives the new.

    What one article says of both was compared when it was read, and what is said of its former
    text goes by that. Each claim is compared with those that are likest.
    """
    few, many = sorted((_at_work(one), _at_work(other)), key=len)
    articles = shelves.articles.get_many({it.article_id or 0 for it in (*few, *many)})
    family = {number: article.revision_of or number for number, article in articles.items()}
    accounts = accounts_for(shelves, [*few, *many])
    ends: list[tuple[Account, Account]] = []
    for claim in few:
        ours = accounts[claim.id]
        apart = [
            accounts[it.id]
            for it in many
            if family[it.article_id or 0] != family[claim.article_id or 0]
        ]
        near = nlargest(PER_CLAIM, apart, key=lambda it: (likeness(ours, it), it.id))
        ends += [(it, ours) if it.id < ours.id else (ours, it) for it in near]
    findings = [
        finding
        for pair, opposing in zip(ends, opposed(ends), strict=True)
        for finding in settled([*opposing, *alike(*pair)])
    ]
    return suggest_found(shelves, findings)


def _at_work(claims: Iterable[Claim]) -> list[Claim]:
    return [one for one in claims if one.stage not in LEFT_OUT and one.article_id is not None]
