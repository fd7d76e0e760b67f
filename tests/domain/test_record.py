"""Records: what the history keeps of a value, and how it names what changed."""

from __future__ import annotations

from datetime import UTC, datetime

from tracker.domain.article import Passage, Span
from tracker.domain.attribution import Voice
from tracker.domain.claim import Claim
from tracker.domain.record import as_json, differences, record_of
from tracker.domain.standing import Proposal
from tracker.domain.status import Status

CLAIM = Claim(
    "the pier is closed",
    Voice.INDIRECT,
    passages=(Passage(1, (Span(0, 4),), "They"),),
    proposed=Proposal(Status.DISPUTED, "C9 contradicts it"),
    due=datetime(2031, 5, 2, tzinfo=UTC),
    contested=True,
    id=7,
    version=3,
)


def test_a_record_is_plain_json():
    record = record_of(CLAIM)
    assert record["voice"] == "indirect"
    assert record["passages"][0]["spans"] == [{"start": 0, "end": 4}]
    assert record["proposed"] == {"status": "disputed", "reason": "C9 contradicts it"}
    assert record["due"] == "2031-05-02T00:00:00+00:00"


def test_a_record_leaves_out_what_follows_from_other_things():
    kept_out = {"id", "version", "created_at", "updated_at", "contested"}
    assert not kept_out & record_of(CLAIM).keys()


def test_a_record_leaves_out_what_it_is_told_to():
    assert "statement" not in record_of(CLAIM, leaving_out=frozenset({"statement"}))


def test_differences_name_old_and_new_in_alphabetical_order():
    old, new = {"b": 1, "a": 1, "same": [0]}, {"b": 2, "c": None, "same": [0]}
    assert list(differences(old, new).items()) == [("a", (1, None)), ("b", (1, 2))]


def test_a_vocabularys_word_is_its_plain_text():
    assert type(as_json(Status.REFUTED)) is str
