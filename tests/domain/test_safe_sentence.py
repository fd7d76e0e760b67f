"""The safe sentence: who said what, in the same words, and how far it is verified."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.article import Article, Publication
from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.evidence import Attempt, Evidence, EvidenceKind, Stance
from tracker.domain.facet import Facet
from tracker.domain.relation import Relation, RelationKind, RelationOrigin, RelationState
from tracker.domain.safe_sentence import safe_sentence
from tracker.domain.source import Source, SourceKind
from tracker.domain.status import AttributionCheck, Stage, Status
from tracker.domain.timerange import TimeRange

NOW = datetime(2031, 5, 1, tzinfo=UTC)
SOURCES = {
    1: Source("Dockers’ League", SourceKind.ORGANISATION, id=1),
    2: Source("Ilse Marrow", SourceKind.PERSON, id=2),
    3: Source("Selm Courier", SourceKind.OUTLET, id=3),
    4: Source("Radio Estuary", SourceKind.OUTLET, id=4),
    5: Source("Video of the quay", SourceKind.FOOTAGE, id=5),
    6: Source("Ada Coast", SourceKind.PERSON, id=6),
}
ARTICLE = Article("…", "en", NOW, (Publication("Ferry", outlet_id=3),), id=1)


def claim(statement: str, speaker: int | None = 1, number: int = 7, **more: object) -> Claim:
    chain = () if speaker is None else (Hop(speaker, HopRole.SPEAKER),)
    given = {"article_id": 1, "chain": chain, "stage": Stage.OPEN, "id": number} | more
    return Claim(statement, Voice.INDIRECT, **given)


def tie(other: Claim, kind: str = "contradicts", facet: Facet | None = Facet.ACTOR, **more) -> Tie:
    state = RelationState(more.get("state", "confirmed"))
    a, b = more.get("ends", (7, other.id))
    relation = Relation(a, b, RelationKind(kind), facet, state, RelationOrigin.PERSON, "Ada", NOW)
    source = SOURCES.get(other.speaker_id or 0)
    name = source.name if source else "the article"
    return Tie(relation, other, str(source.ref) if source else "own voice", name)


def dossier(one: Claim, *ties: Tie, **more: object) -> Dossier:
    return Dossier(one, article=ARTICLE, sources=SOURCES, ties=ties, **more)


def evidence(stance: str) -> Evidence:
    return Evidence(7, EvidenceKind.DOCUMENT, Stance(stance), "log", "", "Ada", NOW)


RAMMED = claim("a launch rammed the ferry")
LAY = claim("a picket boat lay in the fairway", 2, 9)
TRIED = (Attempt(7, "rang the pilot", "no answer", "Ada", NOW),)


def test_a_claim_alone_is_attributed_and_said_to_be_unverified():
    assert safe_sentence(dossier(RAMMED)) == (
        "Dockers’ League said that a launch rammed the ferry; "
        "this has not been independently verified."
    )


def test_what_does_not_say_when_it_was_said_stands_where_its_article_appeared():
    later = replace(ARTICLE, publications=(Publication("Ferry", published_at=NOW),))
    told = Dossier(RAMMED, article=later, sources=SOURCES, ties=(tie(LAY),))
    assert safe_sentence(told).startswith("Dockers’ League said")
    before = replace(tie(LAY), appeared=NOW - timedelta(days=1))
    assert safe_sentence(replace(told, ties=(before,))).startswith("Ilse Marrow said")


def test_an_articles_words_between_marks_are_not_put_into_the_speakers_mouth():
    quoted = replace(RAMMED, statement="“the pilots of cutting nets and skippers of looking on”")
    assert safe_sentence(dossier(quoted)).startswith(
        "Dockers’ League said, in an article’s words: "
        "“the pilots of cutting nets and skippers of looking on”; "
    )


def test_a_quoted_verb_of_the_article_is_not_said_to_have_been_said():
    quoted = replace(RAMMED, cue="refused", statement="“refused a request to halt the trial”")
    assert safe_sentence(dossier(quoted)).startswith(
        "Dockers’ League, in an article’s words, “refused a request to halt the trial”; "
    )


def test_the_speakers_own_words_between_marks_are_said():
    quoted = replace(RAMMED, statement="“A launch rammed the ferry”", voice=Voice.DIRECT)
    assert safe_sentence(dossier(quoted)).startswith(
        "Dockers’ League said that “A launch rammed the ferry”; "
    )


def test_both_sides_stand_in_the_same_words_and_the_open_question_is_named():
    assert safe_sentence(dossier(RAMMED, tie(LAY))) == (
        "Dockers’ League said that a launch rammed the ferry; "
        "Ilse Marrow said that a picket boat lay in the fairway; "
        "who was responsible has not been independently verified."
    )


def test_both_ends_of_a_contradiction_have_the_same_sentence():
    other = Dossier(LAY, ARTICLE, None, SOURCES, ties=(tie(RAMMED),))
    assert safe_sentence(other) == safe_sentence(dossier(RAMMED, tie(LAY)))


def test_the_earlier_account_stands_first_whatever_its_name():
    early = replace(LAY, said_at=TimeRange("Monday", datetime(2031, 4, 28, tzinfo=UTC)))
    sentence = safe_sentence(dossier(RAMMED, tie(early)))
    assert sentence.index("Ilse Marrow") < sentence.index("Dockers’ League")


def test_several_counter_claims_are_all_told_once():
    third = claim("nobody was at sea", 6, 10)
    ties = (tie(LAY), tie(third, "denies", None), tie(LAY, "contradicts", Facet.TARGET))
    assert safe_sentence(dossier(RAMMED, *ties)) == (
        "Ada Coast said that nobody was at sea; "
        "Dockers’ League said that a launch rammed the ferry; "
        "Ilse Marrow said that a picket boat lay in the fairway; "
        "whether it happened, who was responsible and what was hit have not been "
        "independently verified."
    )


def test_a_contradiction_that_nobody_decided_raises_no_question():
    sentence = safe_sentence(dossier(RAMMED, tie(LAY, state="suggested")))
    assert sentence.endswith("; neither account has been independently verified.")


def test_where_an_editor_confirmed_a_counter_claim_the_only_suggested_ones_are_not_told():
    guess = tie(claim("the fog lifted", 6, 11), state="suggested")
    assert "Ada Coast" in safe_sentence(dossier(RAMMED, guess))
    assert "Ada Coast" not in safe_sentence(dossier(RAMMED, tie(LAY), guess))


def test_another_articles_own_voice_is_its_outlets():
    told = replace(
        tie(claim("a picket boat lay there", None, 9, article_id=2)), speaker="Radio Fen"
    )
    assert "Radio Fen reported that a picket boat lay there" in safe_sentence(dossier(RAMMED, told))


def test_a_rejected_counter_claim_is_not_told():
    assert "Marrow" not in safe_sentence(dossier(RAMMED, tie(LAY, state="rejected")))


def test_a_dismissed_counter_claim_is_not_told():
    gone = replace(LAY, stage=Stage.DISMISSED)
    assert "Marrow" not in safe_sentence(dossier(RAMMED, tie(gone)))


def test_could_not_be_is_said_only_where_an_attempt_is_logged():
    assert "could not be" not in safe_sentence(dossier(RAMMED, tie(LAY)))


def test_a_logged_attempt_lets_it_say_could_not_be():
    sentence = safe_sentence(dossier(RAMMED, tie(LAY), attempts=TRIED))
    assert sentence.endswith("; who was responsible could not be independently verified.")


def test_an_attempt_on_one_side_says_nothing_of_the_other():
    sentence = safe_sentence(dossier(RAMMED, tie(LAY, state="suggested"), attempts=TRIED))
    assert sentence.endswith("; what Dockers’ League said could not be independently verified.")


def test_the_articles_own_voice_is_the_outlets():
    assert safe_sentence(dossier(claim("the pier was shut", None))).startswith(
        "Selm Courier reported that the pier was shut; "
    )


def test_an_article_without_an_outlet_speaks_as_the_article():
    alone = Dossier(claim("the pier was shut", None))
    assert safe_sentence(alone).startswith("The article reported that the pier was shut")


def test_another_articles_own_voice_is_not_this_outlets():
    there = claim("the pier was open", None, 9, article_id=2)
    assert "nother article reported that the pier was open" in safe_sentence(
        dossier(RAMMED, tie(there))
    )


def test_footage_is_never_said_to_have_shown_it():
    assert safe_sentence(dossier(claim("the quay burned", 5))).startswith(
        "Video of the quay was reported to show that the quay burned"
    )


def test_a_hedge_in_the_statement_is_left_there():
    hedged = claim("a launch likely rammed the ferry", hedge="likely")
    assert safe_sentence(dossier(hedged)).startswith(
        "Dockers’ League said that a launch likely rammed the ferry;"
    )


def test_a_hedge_that_the_statement_lacks_is_told():
    hedged = claim("a launch rammed the unlikely ferry", hedge="likely")
    assert safe_sentence(dossier(hedged)).startswith(
        "Dockers’ League said, hedged with “likely”, that a launch rammed"
    )


def test_the_hedge_of_a_counter_claim_is_told_too():
    hedged = replace(LAY, hedge="reportedly")
    assert "said, hedged with “reportedly”, that a picket boat" in safe_sentence(
        dossier(RAMMED, tie(hedged))
    )


def test_what_came_through_a_relay_says_so():
    chain = (Hop(1, HopRole.SPEAKER), Hop(4, HopRole.RELAY), Hop(3, HopRole.PUBLISHER))
    assert safe_sentence(dossier(replace(RAMMED, chain=chain))).startswith(
        "Dockers’ League said, as relayed by Radio Estuary, that a launch"
    )


def test_a_statement_seen_at_its_source_needs_no_relay():
    seen = replace(
        RAMMED,
        chain=(Hop(1, HopRole.SPEAKER), Hop(4, HopRole.RELAY)),
        attribution_check=AttributionCheck.PRIMARY_SEEN,
    )
    assert "relayed" not in safe_sentence(dossier(seen))


@pytest.mark.parametrize("check", ["altered", "misattributed", "fabricated"])
def test_a_false_attribution_is_never_repeated(check):
    false = replace(RAMMED, attribution_check=AttributionCheck(check))
    assert "League said" not in safe_sentence(dossier(false))


def test_a_withdrawn_statement_is_said_to_be_withdrawn():
    gone = replace(RAMMED, attribution_check=AttributionCheck.WITHDRAWN)
    assert "rammed the ferry (withdrawn since); " in safe_sentence(dossier(gone))


@pytest.mark.parametrize(("kind", "note"), [("retracts", "withdrawn"), ("updates", "updated")])
def test_a_later_word_of_the_same_speaker_is_told(kind, note):
    later = claim("nothing rammed the ferry", 1, 9)
    sentence = safe_sentence(dossier(RAMMED, tie(later, kind, ends=(9, 7))))
    assert f"rammed the ferry ({note} since); " in sentence


def test_a_claim_that_updates_another_is_not_itself_updated():
    earlier = claim("a tug rammed the ferry", 1, 5)
    assert "since" not in safe_sentence(dossier(RAMMED, tie(earlier, "updates", ends=(7, 5))))


def test_a_statement_in_two_halves_stays_under_one_said():
    halves = claim("a boat lay in the fairway; two died")
    assert "said that a boat lay in the fairway; and that two died; this" in safe_sentence(
        dossier(halves)
    )


def test_a_statements_full_stop_does_not_cut_the_sentence():
    assert "rammed the ferry; this" in safe_sentence(dossier(claim("a launch rammed the ferry.")))


def test_an_abbreviations_stop_is_kept():
    assert "ferry to the U.S.; this" in safe_sentence(dossier(claim("it was a ferry to the U.S.")))


def test_what_cannot_be_checked_is_only_attributed():
    opinion = claim("the guard cannot be trusted", checkable=False)
    assert safe_sentence(dossier(opinion)) == (
        "Dockers’ League said that the guard cannot be trusted."
    )


def test_a_confirmation_by_evidence_is_told():
    sure = replace(RAMMED, status=Status.CONFIRMED)
    assert safe_sentence(dossier(sure, evidence=(evidence("supports"),))).endswith(
        "; this has been confirmed by primary evidence."
    )


def test_a_confirmation_without_evidence_rests_on_an_admission():
    sure = replace(RAMMED, status=Status.CONFIRMED)
    assert safe_sentence(dossier(sure)).endswith("confirmed by an admission against interest.")


def test_a_confirmed_claim_says_which_of_two_accounts_is_confirmed():
    sure = replace(RAMMED, status=Status.CONFIRMED)
    assert safe_sentence(dossier(sure, tie(LAY), evidence=(evidence("supports"),))).endswith(
        "; what Dockers’ League said has been confirmed by primary evidence."
    )


def test_a_refuted_claim_is_said_to_be_false():
    false = replace(RAMMED, status=Status.REFUTED)
    assert safe_sentence(dossier(false)).endswith("; this has been shown by evidence to be false.")


def test_a_misleading_claim_is_said_to_be_misleading():
    half = replace(RAMMED, status=Status.MISLEADING)
    assert safe_sentence(dossier(half)).endswith("; this is literally right but misleading.")


def test_a_corroborated_claim_names_who_agrees_and_claims_no_proof():
    agreed = replace(RAMMED, status=Status.CORROBORATED)
    other = claim("the launch rammed the ferry", 6, 9)
    assert safe_sentence(dossier(agreed, tie(other, "corroborates", Facet.ACTOR))) == (
        "Ada Coast said that the launch rammed the ferry; "
        "Dockers’ League said that a launch rammed the ferry; "
        "the accounts have independent origins, but no primary evidence confirms them."
    )


def test_a_corroborated_claim_that_is_contested_since_tells_the_other_side():
    agreed = replace(RAMMED, status=Status.CORROBORATED)
    assert safe_sentence(dossier(agreed, tie(LAY))).endswith(
        "; who was responsible has not been independently verified."
    )


@given(st.text(min_size=1).filter(lambda text: text.strip() and ";" not in text))
def test_hostile_text_stays_letter_for_letter(text):
    assert text.strip().removesuffix(".") in safe_sentence(dossier(claim(text)))


def test_a_bare_denial_says_whose_words_it_denies():
    denial = claim("this is not true", 2, 9)
    tied = tie(denial, "denies", ends=(9, 7))
    assert "Ilse Marrow denied what Dockers’ League said" in safe_sentence(dossier(RAMMED, tied))
    back = tie(RAMMED, "denies", ends=(9, 7))
    assert "Ilse Marrow denied what Dockers’ League said" in safe_sentence(dossier(denial, back))


def test_a_bare_denial_of_nobody_knows_what_is_told_as_it_is():
    assert safe_sentence(dossier(claim("this is not true", 2))).startswith(
        "Ilse Marrow said that this is not true; "
    )


def test_a_statement_that_begins_with_that_is_not_introduced_twice():
    assert "said that one in three" in safe_sentence(dossier(claim("that one in three sailed")))
