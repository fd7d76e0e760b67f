"""Other desks' reviews: evidence on our claims, or claims for an editor to accept."""

from __future__ import annotations

import json

import pytest

from tracker.desk.exporting import Choice
from tracker.domain.errors import BadInputError
from tracker.domain.evidence import Stance
from tracker.domain.listing import Filter
from tracker.domain.status import Stage
from tracker.intake.from_claimreview import read_claimreview

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "datePublished": "2031-05-03",
    "url": "https://checkers.example/7",
    "author": {"@type": "Organization", "name": "Checkers"},
    "claimReviewed": "the quay sank",
    "reviewRating": {
        "@type": "Rating", "ratingValue": "1", "worstRating": 1, "bestRating": "5",
        "alternateName": "False",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Nan Ode", "jobTitle": "pilot"},
        "appearance": {"@type": "CreativeWork", "url": "https://x.example/1", "headline": "Quay"},
    },
}  # fmt: skip
OLD_STYLE = {
    "@type": "ClaimReview",
    "claimReviewed": "the quay sank",
    "itemReviewed": {"@type": "CreativeWork", "author": {"name": "Nan Ode"}, "name": "Interview"},
}


def taken(desk, *reviews):
    read = read_claimreview(json.dumps([*reviews]))
    return desk.receiving.take_reviews(read, by="Ada", origin="feed.json")


def test_a_claim_that_is_not_here_is_proposed_with_the_review_as_evidence(desk):
    assert taken(desk, REVIEW).claims == 1
    dossier = desk.browsing.dossier(1)
    assert (dossier.claim.statement, dossier.claim.stage) == ("the quay sank", Stage.SUGGESTED)
    assert dossier.speaker == "Nan Ode"
    assert [(one.title, one.url) for one in dossier.evidence] == [
        ("Checkers: False", "https://checkers.example/7")
    ]


def test_a_claim_that_is_here_gets_the_review_as_evidence(full_desk):
    there = {**REVIEW, "claimReviewed": "the launch carried no lights"}
    came = taken(full_desk, there)
    assert (came.claims, came.evidence) == (0, 1)
    assert full_desk.browsing.dossier(3).evidence[0].stance is Stance.UNDERMINES


@pytest.mark.parametrize(
    ("value", "stance"),
    [(1, Stance.UNDERMINES), (5, Stance.SUPPORTS), (3, Stance.CONTEXT), (None, Stance.CONTEXT)],
)
def test_only_the_ends_of_a_scale_say_how_a_review_bears(desk, value, stance):
    rating = {**REVIEW["reviewRating"], "ratingValue": value}
    taken(desk, {**REVIEW, "reviewRating": rating})
    assert desk.browsing.dossier(1).evidence[0].stance is stance


def test_the_same_feed_twice_changes_nothing(desk):
    taken(desk, REVIEW, OLD_STYLE)
    head = desk.auditing.head()
    came = taken(desk, REVIEW, OLD_STYLE)
    assert (came.claims, came.evidence, came.known) == (0, 0, 2)
    assert desk.auditing.head() == head


def test_what_a_desk_sends_out_another_can_read(
    ledgers, full_desk, open_desk, tmp_path, blank_ledger
):

    from tracker.desk.reviewing import Backing
    from tracker.domain.evidence import EvidenceDraft
    from tracker.domain.status import Status

    backing = Backing("seen", EvidenceDraft("https://x.example", Stance.UNDERMINES))
    full_desk.reviewing.mark([3], Status.REFUTED, by="Ada", backing=backing)
    full_desk.reviewing.ready([3], by="Ada")
    full_desk.reviewing.sign_off([3], by="Bea")
    choice = Choice("claimreview", Filter(), publisher="The Desk")
    text = "".join(full_desk.exporting.pieces(choice, []))
    other = open_desk(ledgers.copy(blank_ledger, tmp_path / "other.db"))
    other.receiving.take_reviews(read_claimreview(text), by="Cem", origin="feed")
    dossier = other.browsing.dossier(1)
    assert dossier.speaker == "Joren Pell"
    assert dossier.claim.quote == full_desk.browsing.dossier(3).claim.quote
    assert dossier.evidence[0].title == "The Desk: Refuted"
    assert dossier.evidence[0].stance is Stance.UNDERMINES


def test_reviews_are_found_wherever_a_feed_keeps_them():
    feed = {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": REVIEW}]}
    graph = {"@graph": [{"@type": "WebPage"}, REVIEW]}
    assert [len(read_claimreview(json.dumps(one))) for one in (feed, graph, REVIEW)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{}", "no ClaimReview"),
        ('{"@type": "ClaimReview"}', "claimReviewed"),
        ('{"@type": "ClaimReview", "@type": "x"}', "twice"),
        ('[{"@type": "ClaimReview", "claimReviewed": "x', "line 1"),
        ("[" * 100_000, "too deeply"),
    ],
)
def test_what_is_no_feed_is_refused(text, said):
    with pytest.raises(BadInputError, match=said):
        read_claimreview(text)
