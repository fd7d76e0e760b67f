"""The report as JSON: one document, stable keys, text letter for letter."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from hostile import HOSTILE
from told import text_of

from tracker.domain.visible import visible
from tracker.report.formats import Format


def document(report) -> dict:
    return json.loads(text_of(report, Format.JSON))


def claims(report) -> dict[str, dict]:
    return {one["id"]: one for event in document(report)["events"] for one in event["claims"]}


def test_its_keys_are_a_promise(report):
    assert list(document(report)) == [
        *("report", "made_at", "as_of", "made_by", "ledger", "filter", "history", "counts"),
        *("not_checkable", "suggested", "sources", "events", "not_counted", "articles"),
    ]


def test_a_claims_keys_are_a_promise(report):
    assert list(claims(report)["C1"]) == [
        *("id", "uid", "statement", "status", "stage", "attribution_check", "stale", "source"),
        *("source_id", "speaker", "role", "said", "said_at", "chain", "cue", "voice", "hedge"),
        *("quote", "article", "figures", "counter_claims", "related", "caveats", "attempts"),
        *("evidence", "missing", "safe_sentence", "reason", "judged_by", "judged_at"),
        *("former_status", "signed_by", "self_signed", "age_days", "created_at", "updated_at"),
    ]


def test_it_holds_the_interval_of_a_figure(report):
    (figure,) = claims(report)["C1"]["figures"]
    assert (figure["text"], figure["low"], figure["high"]) == ("at least two", 2, None)


def test_it_holds_the_chain_hop_by_hop(report):
    assert [hop["name"] for hop in claims(report)["C3"]["chain"]] == ["Joren Pell", "Radio Estuary"]


def test_the_articles_own_voice_has_no_source(report):
    own = claims(report)["C5"]
    assert (own["source"], own["speaker"]) == (None, "Selm Courier")


def test_its_times_are_utc(report):
    made = document(report)["made_at"]
    assert made.endswith("Z")
    assert datetime.fromisoformat(made).utcoffset() == timedelta(0)


def test_it_can_be_held_against_the_ledger_later(report):
    assert document(report)["history"] == {"entries": report.made.entries, "head": report.made.head}


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_letter_for_letter(report_saying, text):
    assert claims(report_saying(text))["C1"]["statement"] == text


def test_what_acts_on_a_terminal_is_escaped(report_saying):
    written = "".join(text_of(report_saying(text), Format.JSON) for text in HOSTILE)
    assert written == visible(written, lines=True)


def test_a_character_beyond_the_first_plane_is_escaped_as_a_pair(report_saying):
    assert claims(report_saying("x\U000e0041"))["C1"]["statement"] == "x\U000e0041"
