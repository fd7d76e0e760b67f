"""Taking in other desks' reviews: evidence on the claims that are here, or claims to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.desk.acting import action_editor, action_time
from tracker.desk.taking_rows import take_rows
from tracker.domain.evidence import Evidence, EvidenceKind
from tracker.domain.review_draft import ReviewDraft
from tracker.domain.status import Stage
from tracker.store.shelves import Shelves


@dataclass(frozen=True)
class TakenReviews:
    """What came of reviews: new claims, evidence added, and how many were here already."""

    claims: int = 0
    evidence: int = 0
    known: int = 0


def take_reviews(shelves: Shelves, reviews: Sequence[ReviewDraft]) -> TakenReviews:
    """Take in reviews within an action: evidence on claims that are here or are proposed."""
    stated = shelves.claims.stating(review.claim.statement for review in reviews)
    by_uid = shelves.claims.of_uids(review.claim.identity for review in reviews)
    new = {
        review.claim.identity: review.claim
        for review in reviews
        if review.claim.identity not in by_uid and review.claim.statement not in stated
    }
    taken = take_rows(shelves, list(new.values()), stage=Stage.SUGGESTED)
    numbers = {claim.uid: claim.id for claim in (*by_uid.values(), *taken.claims)}
    known = shelves.evidence.of_uids(review.identity for review in reviews)
    fresh = {review.identity: review for review in reviews if review.identity not in known}
    for uid, review in fresh.items():
        number = numbers.get(review.claim.identity) or stated[review.claim.statement]
        _put(shelves, number, uid, review)
    return TakenReviews(len(taken.claims), len(fresh), len(reviews) - len(fresh))


def _put(shelves: Shelves, number: int, uid: str, review: ReviewDraft) -> None:
    title = ": ".join(filter(None, (review.by, review.verdict))) or review.url or "a review"
    shelves.evidence.add(
        Evidence(
            claim_id=number,
            kind=EvidenceKind.STATEMENT,
            stance=review.stance,
            title=title,
            url=review.url,
            judged_by=action_editor(shelves),
            judged_at=action_time(shelves),
            uid=uid,
        )
    )
    shelves.claims.save(shelves.claims.get(number).unsettled_by_news())
