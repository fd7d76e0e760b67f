"""Dossiers: what an editor's verdict can stand on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tracker.domain.article import Article, Publication
from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.errors import GuardError
from tracker.domain.evidence import Attempt, Evidence, EvidenceKind, Stance
from tracker.domain.relation import Relation, RelationKind, RelationOrigin, RelationState
from tracker.domain.source import Source, SourceKind
from tracker.domain.status import Grounds, Stage, Status
from tracker.domain.timerange import TimeRange

NOW = datetime(2031, 5, 1, tzinfo=UTC)
SOURCES = {
    1: Source("Dockers’ League", SourceKind.ORGANISATION, id=1),
    2: Source("Joren Pell", SourceKind.PERSON, affiliation_id=1, id=2),
    3: Source("Selm Courier", SourceKind.OUTLET, id=3),
}
CLAIM = Claim("x", Voice.INDIRECT, chain=(Hop(2, HopRole.SPEAKER),), id=7)


def tie(kind: str, state: str = "confirmed", *, origin: str = "S9", other: int = 9) -> Tie:
    relation = Relation(
        7, other, RelationKind(kind), None, RelationState(state), RelationOrigin.PERSON, "Ada", NOW
    )
    return Tie(relation, Claim("y", Voice.INDIRECT, id=other), origin, "somebody")


def dossier(*ties: Tie, **more: object) -> Dossier:
    return Dossier(CLAIM, sources=SOURCES, ties=ties, **more)


def evidence(stance: str) -> Evidence:
    return Evidence(7, EvidenceKind.DOCUMENT, Stance(stance), "log", "", "Ada", NOW)


@pytest.mark.parametrize(
    ("kind", "grounds"),
    [
        ("contradicts", Grounds(contested=True)),
        ("denies", Grounds(contested=True)),
        ("corroborates", Grounds(corroborated=True)),
        ("concedes", Grounds(conceded=True)),
        ("relays", Grounds()),
        ("refines", Grounds()),
        ("updates", Grounds()),
        ("retracts", Grounds()),
    ],
)
def test_a_confirmed_relation_is_ground_for_its_kind(kind, grounds):
    assert dossier(tie(kind)).grounds() == grounds


@pytest.mark.parametrize("state", ["suggested", "rejected"])
@pytest.mark.parametrize("kind", ["contradicts", "denies", "corroborates", "concedes"])
def test_a_relation_that_nobody_confirmed_is_no_ground(kind, state):
    assert dossier(tie(kind, state)).grounds() == Grounds()


def test_a_corroboration_from_the_same_origin_is_no_ground():
    # Possible when sources were merged, or affiliated, after it was confirmed.
    assert not dossier(tie("corroborates", origin="S1")).grounds().corroborated


def test_evidence_is_counted_by_stance():
    pieces = tuple(
        evidence(one) for one in ("supports", "undermines", "undermines", "context", "inconclusive")
    )
    grounds = dossier(evidence=pieces).grounds()
    assert (grounds.evidence, grounds.supporting, grounds.undermining) == (5, 1, 2)


def test_attempts_are_counted():
    tried = Attempt(7, "asked the ministry", "no answer", "Ada", NOW)
    assert dossier(attempts=(tried, tried)).grounds().attempts == 2


def test_a_reason_of_spaces_is_none():
    assert dossier().grounds(" \t").reason == ""


def test_marking_stands_on_the_dossiers_grounds():
    with pytest.raises(GuardError):
        dossier(evidence=(evidence("supports"),)).marked(
            Status.REFUTED, reason="why", by="Ada", at=NOW
        )


@pytest.mark.parametrize(("state", "count"), [("suggested", 1), ("confirmed", 1), ("rejected", 0)])
def test_counter_claims_are_suggested_or_confirmed_never_rejected(state, count):
    assert len(dossier(tie("denies", state)).counter_claims) == count


def test_a_counter_claim_is_named_once_by_its_confirmed_relation():
    both = (tie("contradicts", "suggested"), tie("denies", "confirmed"))
    (counter,) = dossier(*both).counter_claims
    assert counter.relation.kind is RelationKind.DENIES


def test_counter_claims_come_oldest_first():
    ties = (tie("denies", other=12), tie("denies", other=8))
    assert [one.other.id for one in dossier(*ties).counter_claims] == [8, 12]


def test_a_chain_is_said_in_one_line():
    chain = (
        Hop(2, HopRole.SPEAKER, medium="interview"),
        Hop(3, HopRole.RELAY, medium="print", verb="quoted"),
        Hop(99, HopRole.PUBLISHER),
    )
    claim = Claim("x", Voice.INDIRECT, chain=chain)
    words = "Joren Pell (interview) → Selm Courier (quoted) → S99"
    assert Dossier(claim, sources=SOURCES).chain_words == words


def test_an_article_that_speaks_for_itself_is_named_by_its_outlet():
    article = Article("text", "en", NOW, (Publication("t", outlet_id=3),))
    own = Dossier(Claim("x", Voice.ARTICLE), article=article, sources=SOURCES)
    assert (own.speaker, own.chain_words) == ("Selm Courier", "the article's own voice")


def test_an_article_without_an_outlet_is_just_the_article():
    assert Dossier(Claim("x", Voice.ARTICLE)).speaker == "the article"


@pytest.mark.parametrize("kind", ["contradicts", "denies", "corroborates", "concedes"])
def test_a_claim_that_was_dismissed_is_no_ground_for_another(kind):
    here = tie(kind)
    gone = replace(here, other=replace(here.other, stage=Stage.DISMISSED))
    assert dossier(gone).grounds() == Grounds()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (None, "on Friday"),
        (NOW, "on Friday"),
        (NOW - timedelta(days=400), "on Friday"),
        (NOW + timedelta(hours=1), "on Friday (after the article that tells it)"),
    ],
)
def test_what_was_said_after_its_article_appeared_is_told_so(said, told):
    article = Article("x", "en", NOW, (Publication("a", published_at=NOW), Publication("b")))
    claim = replace(CLAIM, said_at=TimeRange("on Friday", said, said and said + timedelta(days=1)))
    assert Dossier(claim, article=article, sources=SOURCES).said_when == told
    assert Dossier(claim, sources=SOURCES).said_when == "on Friday"
