"""Comparing: a new article's claims are held against the ledger's, and join its events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from tracker.compare.account import Account
from tracker.compare.found import Finding
from tracker.compare.pairing import across
from tracker.compare.told import account_of
from tracker.desk.acting import action_editor, action_time
from tracker.desk.relating import suggest
from tracker.domain.article import Article
from tracker.domain.claim import Claim
from tracker.domain.relation import Relation, RelationOrigin, RelationState
from tracker.domain.status import Stage
from tracker.store.shelves import Shelves

PER_KEY = 40
"""Claims looked at for one key, the newest; a busy place would else make all work quadratic."""
_PER_CLAIM = 8
"""Claims of other articles that one claim is compared with: those that share most keys."""
_SPARE = 4
"""Further ones fetched, for those that turn out to be of another time or of one's own article."""
_SURE = 3
"""Shared keys from which two claims are surely about one event."""
_NEAR, _NEARER = 0.35, 0.5
_DAYS = 14
"""Between the days on which two articles were captured, at most, if they tell of one event."""
_LEFT_OUT = (Stage.DISMISSED,)

Found = tuple[Claim, int, list[Finding]]
"""A claim of another article, how many keys it shares, and how the two stand to each other."""


def compare_with_ledger(shelves: Shelves, article: Article, claims: Sequence[int]) -> Counter[int]:
    """Relate new claims to those of other articles, within an action.

    A pair that an editor decided on is left as it is. Returns how many of the new claims met claims
    of each other article, by its number.
    """
    new = shelves.claims.get_many(claims)
    met: Counter[int] = Counter()
    for number, found in found_for(shelves, article, new.values()).items():
        met.update({other.article_id for other, *_ in found if other.article_id is not None})
        joined = False
        for other, shared, findings in found:
            for finding in findings:
                _relate(shelves, finding)
            if not joined and (findings or shared >= _SURE):
                joined = _join(shelves, shelves.claims.get(number), other)
    return met


def found_for(
    shelves: Shelves, article: Article, claims: Iterable[Claim]
) -> dict[int, list[Found]]:
    """Find the claims of other articles that new ones may bear on, and how; nothing is written."""
    new = list(claims)
    near = _candidates(shelves, article, new)
    accounts = _accounts(shelves, [*new, *(one for found in near.values() for one, _ in found)])
    return {
        number: [
            (
                other,
                shared,
                across(accounts[other.id], accounts[number], _NEARER if shared >= _SURE else _NEAR),
            )
            for other, shared in found
        ]
        for number, found in near.items()
    }


def compared_in_part(shelves: Shelves, claims: Iterable[Claim]) -> tuple[int, ...]:
    """The claims that name what so many others name that only the newest of those are compared."""
    return tuple(
        one.id for one in claims if shelves.claims.sharing_keys(one, most=PER_KEY).left_out
    )


def _candidates(
    shelves: Shelves, article: Article, new: Sequence[Claim]
) -> dict[int, list[tuple[Claim, int]]]:
    """The claims of other articles that share most keys with each new one, and how many."""
    shared = {claim.id: shelves.claims.sharing_keys(claim, most=PER_KEY).shared for claim in new}
    likely = {
        number: sorted(found, key=lambda one: (-found[one], -one))[: _PER_CLAIM + _SPARE]
        for number, found in shared.items()
    }
    known = shelves.claims.get_many({one for found in likely.values() for one in found})
    articles = shelves.articles.get_many(
        {one.article_id for one in known.values() if one.article_id is not None}
    )
    first, day = article.revision_of or article.id, _day(article)
    kept = {
        one.id
        for one in known.values()
        if one.stage not in _LEFT_OUT
        and (told := articles.get(one.article_id or 0)) is not None
        and (told.revision_of or told.id) != first
        and abs((_day(told) - day).days) <= _DAYS
    }
    return {
        number: [(known[one], shared[number][one]) for one in found if one in kept][:_PER_CLAIM]
        for number, found in likely.items()
    }


def _day(article: Article) -> datetime:
    told = [one.published_at for one in article.publications if one.published_at is not None]
    return min(told, default=article.captured_at)


def _accounts(shelves: Shelves, claims: Iterable[Claim]) -> dict[int, Account]:
    held = list(claims)
    speakers = {claim.speaker_id for claim in held if claim.speaker_id is not None}
    sources = shelves.sources.with_affiliations(speakers)
    return {claim.id: account_of(claim, sources) for claim in held}


def _relate(shelves: Shelves, finding: Finding) -> None:
    """Suggest a relation, unless there is one of this facet, or an editor rejected the pair."""
    relation = Relation(
        finding.a,
        finding.b,
        finding.kind,
        finding.facet,
        RelationState.SUGGESTED,
        RelationOrigin.MACHINE,
        action_editor(shelves),
        action_time(shelves),
        finding.reason,
        finding.score,
    ).ordered()
    suggest(shelves, relation)


def _join(shelves: Shelves, claim: Claim, other: Claim) -> bool:
    """Let the new claim's event go into the event that the ledger knows already."""
    if other.event_id is None or claim.event_id == other.event_id:
        return other.event_id is not None
    gone = claim.event_id
    if gone is None:
        shelves.claims.save(replace(claim, event_id=other.event_id))
        return True
    for one in shelves.claims.of_event(gone):
        shelves.claims.save(replace(one, event_id=other.event_id))
    shelves.events.save(replace(shelves.events.get(gone), merged_into=other.event_id))
    return True
