"""What is missing before a claim can leave "unverified", in words."""

from __future__ import annotations

from dataclasses import replace

from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.relation import RelationKind
from tracker.domain.status import AttributionCheck
from tracker.report.missing import missing_words


def test_a_claim_that_nobody_touched_lacks_all_that_the_guards_ask_for(full_desk):
    assert missing_words(full_desk.browsing.dossier(3)) == (
        "evidence",
        "a logged attempt",
        "a second, independent origin",
        "a check of the attribution",
    )


def test_the_articles_own_voice_needs_no_check_of_the_attribution(full_desk):
    assert "a check of the attribution" not in missing_words(full_desk.browsing.dossier(5))


def test_a_statement_known_second_hand_wants_the_first(full_desk):
    full_desk.reviewing.check_attribution([3], AttributionCheck.SECOND_HAND, by="Ada")
    assert "the statement at first hand" in missing_words(full_desk.browsing.dossier(3))


def test_evidence_that_decides_nothing_is_told_from_none(worked_desk):
    assert missing_words(worked_desk.browsing.dossier(3))[0] == (
        "evidence that supports or undermines it"
    )


def test_evidence_that_decides_is_not_missing_but_the_verdict_is(full_desk):
    log = EvidenceDraft("https://log.example", Stance.SUPPORTS)
    full_desk.gathering.add_evidence([3], log, by="Ada")
    words = missing_words(full_desk.browsing.dossier(3))
    assert (words[0], words[-1]) == (
        "a logged attempt",
        "a verdict (what has been gathered allows one)",
    )


def test_an_attempt_that_was_logged_is_not_missing(full_desk):
    full_desk.gathering.log_attempt([3], AttemptDraft("rang", "no answer"), by="Ada")
    assert "a logged attempt" not in missing_words(full_desk.browsing.dossier(3))


def test_a_confirmed_counter_claim_wants_an_answer_on_its_facet(worked_desk):
    assert "an answer to counter-claim C2 on actor" in missing_words(
        worked_desk.browsing.dossier(1)
    )


def test_an_agreement_on_one_facet_leaves_the_others_open(worked_desk):
    assert "a second, independent origin on more than casualties" in missing_words(
        worked_desk.browsing.dossier(1)
    )


def test_a_suggested_counter_claim_wants_a_decision(full_desk):
    assert "a decision whether C2 stands against it on actor" in missing_words(
        full_desk.browsing.dossier(1)
    )


def test_a_proposed_status_wants_a_decision(full_desk):
    full_desk.relating.relate(3, 2, RelationKind.DENIES, None, by="Ada")
    assert "a decision on the proposed “disputed”" in missing_words(full_desk.browsing.dossier(3))


def test_what_a_claim_waits_for_is_missing(full_desk):
    full_desk.reviewing.start([3], by="Ada")
    full_desk.reviewing.wait([3], "the pilot’s log", None, by="Ada")
    assert "what it waits for: the pilot’s log" in missing_words(full_desk.browsing.dossier(3))


def test_a_claim_without_a_source_does_not_break_it(full_desk):
    dossier = full_desk.browsing.dossier(3)
    assert missing_words(replace(dossier, sources={}))
