"""The sample: what it holds."""

from __future__ import annotations

import json

import pytest

from tracker.domain.attribution import HopRole, Voice
from tracker.domain.draft import ClaimDraft, Reading
from tracker.domain.facet import Facet
from tracker.domain.relation import RelationKind, RelationState
from tracker.intake.from_seed import read_seed
from tracker.resources import seed_folder


@pytest.fixture(scope="module")
def sample() -> Reading:
    return read_seed(seed_folder())


def claims_about(reading: Reading, event: str) -> list[ClaimDraft]:
    return [claim for claim in reading.claims if claim.event == event]


def facet_words(claim: ClaimDraft, facet: Facet) -> list[str]:
    return [value.words for value in claim.facets if value.facet is facet]


def test_the_sample_holds_every_claim_of_a_long_brief(sample):
    assert 30 <= len(sample.claims) <= 50


def test_every_quote_of_the_sample_stands_once_in_its_text(sample):
    counts = {sample.text.count(piece) for claim in sample.claims for piece in claim.quote}
    assert counts == {1}


def test_the_samples_claims_follow_the_text(sample):
    starts = [sample.text.index(claim.quote[0]) for claim in sample.claims]
    assert starts == sorted(starts)


def test_the_samples_statements_read_after_said(sample):
    assert not [claim.statement for claim in sample.claims if claim.statement.endswith(".")]


def test_a_hedge_stays_inside_the_samples_statements(sample):
    hedged = [claim for claim in sample.claims if claim.hedge]
    assert hedged
    assert all(claim.hedge in claim.statement for claim in hedged)


def test_the_sample_brings_no_verdicts(sample):
    document = json.loads((seed_folder() / "claims.json").read_text(encoding="utf-8"))
    assert not [claim for claim in document["claims"] if {"status", "stage"} & claim.keys()]


def test_only_claims_in_the_articles_own_voice_lack_a_speaker(sample):
    assert all((claim.voice is Voice.ARTICLE) == (not claim.chain) for claim in sample.claims)


@pytest.mark.parametrize(
    ("words", "low", "high", "counts"),
    [
        ("all 15", 15, 15, "cruise missiles intercepted"),
        ("all 21", 21, 21, "drones intercepted"),
        ("20,000", 20_000, 20_000, "fighters killed"),
        ("at least two", 2, None, "people killed"),
        ("two", 2, 2, "civilians killed"),
        ("more than 2,500", 2501, None, "residents in temporary accommodation centres"),
        ("two", 2, 2, "villages shelled"),
        ("no casualties", 0, 0, "casualties"),
        ("nine", 9, 9, "people injured"),
    ],
)
def test_the_samples_figures_are_intervals(sample, words, low, high, counts):
    figures = [figure for claim in sample.claims for figure in claim.figures]
    assert (words, low, high, counts) in [(f.text, f.low, f.high, f.counts) for f in figures]


def test_what_rogov_said_came_through_two_relays(sample):
    (claim,) = [one for one in sample.claims if one.hedge == "likely"]
    names = {source.key: source.name for source in sample.sources}
    assert [(names[hop.source], hop.role) for hop in claim.chain] == [
        ("Vladimir Rogov", HopRole.SPEAKER),
        ("Komsomolskaya Pravda radio", HopRole.RELAY),
        ("TASS", HopRole.RELAY),
    ]


def test_the_two_accounts_of_the_shelling_share_an_event(sample):
    assert [one.cue for one in claims_about(sample, "village-shelling")] == ["accused", "blamed"]


def test_the_two_accounts_differ_on_the_target_and_agree_on_the_place(sample):
    legion, gladkov = claims_about(sample, "village-shelling")
    assert facet_words(legion, Facet.TARGET) != facet_words(gladkov, Facet.TARGET)
    assert facet_words(legion, Facet.PLACE) == facet_words(gladkov, Facet.PLACE)


def test_the_two_accounts_contradict_on_the_actor_and_agree_on_the_casualties(sample):
    keys = {claim.key for claim in claims_about(sample, "village-shelling")}
    ties = [relation for relation in sample.relations if {relation.a, relation.b} == keys]
    assert {(tie.kind, tie.facet, tie.state) for tie in ties} == {
        (RelationKind.CONTRADICTS, Facet.ACTOR, RelationState.CONFIRMED),
        (RelationKind.CORROBORATES, Facet.CASUALTIES, RelationState.CONFIRMED),
    }


def test_the_outlets_caveat_stands_with_both_accounts(sample):
    caveats = [one.caveats for one in claims_about(sample, "village-shelling")]
    assert caveats[0]
    assert caveats[0] == caveats[1]


def test_a_relation_that_is_only_suggested_says_how_sure_and_why(sample):
    suggested = [one for one in sample.relations if one.state is RelationState.SUGGESTED]
    assert suggested
    assert all(one.score is not None and one.reason for one in suggested)


def test_promises_and_predictions_are_not_checkable(sample):
    cues = {claim.cue for claim in sample.claims if not claim.checkable}
    assert {"vow", "warned", "expect"} <= cues
