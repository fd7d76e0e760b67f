"""Claiming: what is proposed for words that an editor selects, and what becomes of them."""

from __future__ import annotations

import pytest

from tracker.domain.article import Span
from tracker.domain.attribution import Voice
from tracker.domain.errors import BadInputError, RefusedError, UnknownSourceError
from tracker.domain.reference import Ref
from tracker.domain.source import SourceKind
from tracker.domain.status import Stage


def span_of(desk, words):
    text = desk.browsing.article(1).text
    return Span(text.index(words), text.index(words) + len(words))


def claimed(desk, words, speaker="", **given):
    span = span_of(desk, words)
    return desk.claiming.claim(1, span, f"that {words}", speaker, by="Ada", **given)


@pytest.mark.parametrize(
    ("words", "statement", "speaker"),
    [
        ("lay in the fairway", "lay in the fairway", "Ilse Marrow"),  # a claim is in the sentence
        ("Neither account could", "Neither account could", ""),  # nobody is named
        ("The guard [will]", "“The guard [will]”", "Joren Pell"),
        ("The launch reportedly", "the launch reportedly", "Joren Pell"),
        ("Radio Estuary quoted", "Radio Estuary quoted", "Joren Pell"),  # a name stays one
    ],
)
def test_a_statement_and_a_speaker_are_proposed(full_desk, words, statement, speaker):
    offer = full_desk.claiming.offer(1, span_of(full_desk, words))
    assert (offer.statement, offer.speaker) == (statement, speaker)


def test_others_nearby_are_named_once(full_desk):
    others = full_desk.claiming.offer(1, span_of(full_desk, "lay in the fairway")).others
    assert "Joren Pell" in others
    assert len(set(others)) == len(others) <= 4


def test_words_become_an_open_claim_with_their_figures(full_desk):
    claim = claimed(full_desk, "killing at least two passengers", "Ilse Marrow")
    assert (claim.stage, claim.voice, claim.score) == (Stage.OPEN, Voice.INDIRECT, None)
    assert claim.quote == "killing at least two passengers"
    assert [(one.low, one.high) for one in claim.figures] == [(2, None)]
    assert claim.event_id == 1  # that of the other claim in the sentence


def test_without_a_speaker_it_is_the_articles_own(full_desk):
    claim = claimed(full_desk, "Neither account")
    assert (claim.voice, claim.chain, claim.event_id) == (Voice.ARTICLE, (), None)


@pytest.mark.parametrize(
    ("words", "voice"),
    [
        ("guard [will] never", Voice.DIRECT),
        ("again,” Pell said", Voice.MIXED),
        ("Hospital staff", Voice.INDIRECT),
    ],
)
def test_quotation_marks_tell_the_voice(full_desk, words, voice):
    assert claimed(full_desk, words, "S6").voice is voice


def test_somebody_new_needs_a_kind(full_desk):
    with pytest.raises(UnknownSourceError, match="no source is called “Odo Vane” yet"):
        claimed(full_desk, "Neither account", "Odo Vane")
    claim = claimed(full_desk, "Neither account", "Odo Vane", kind=SourceKind.PERSON)
    source = full_desk.browsing.source(claim.speaker_id)
    assert (source.name, source.kind) == ("Odo Vane", SourceKind.PERSON)


def test_a_refused_claim_leaves_nobody_new(full_desk):
    before = full_desk.auditing.head()
    with pytest.raises(BadInputError):
        full_desk.claiming.claim(1, Span(48, 50), "x", "Odo Vane", by="Ada", kind=SourceKind.PERSON)
    with pytest.raises(RefusedError, match="say what is claimed"):
        full_desk.claiming.claim(1, Span(0, 3), " ", "", by="Ada")
    assert full_desk.auditing.head() == before


def test_a_protected_name_is_neither_proposed_nor_shown(full_desk):
    full_desk.editing.edit(Ref.parse("S8"), "restricted-name", ["Pell"], by="Ada")
    offer = full_desk.claiming.offer(1, span_of(full_desk, "The pier stayed"))
    assert "Pell" not in repr(offer)
    assert "Pell" not in full_desk.browsing.proof(1).text


def test_the_articles_of_claims_are_named_once(full_desk):
    assert full_desk.browsing.articles_of([1, 2, 6]) == (1,)
