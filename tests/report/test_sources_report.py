"""The report of sources: counts and a timeline, never one score."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from told import text_of

from tracker.domain.listing import Filter
from tracker.domain.status import Status
from tracker.report.formats import Format
from tracker.report.page import Line
from tracker.report.report import ReportKind
from tracker.report.timeline import MOST_PERIODS, timeline
from tracker.report.wanted import Wanted

TONES = (Line("a", tone="a"), Line("b", tone="b"))


@pytest.fixture
def told(worked_desk):
    return worked_desk.reporting.report(Wanted(ReportKind.SOURCES, "Cem"))


def test_sources_come_by_name_and_an_outlets_own_voice_last(told):
    assert [source.name for source in told.sources] == [
        *("Dockers’ League", "hospital staff", "Ilse Marrow", "Joren Pell"),
        "Selm Courier (own voice)",
    ]


def test_each_is_told_with_how_its_claims_stand(told):
    counts = {source.name: dict(source.counts) for source in told.sources}
    assert counts["Ilse Marrow"] == {Status.DISPUTED: 1}
    assert counts["Joren Pell"] == {Status.UNVERIFIED: 1}


def test_its_claims_are_told_as_said_by_it(told):
    written = text_of(told, Format.MARKDOWN)
    assert "| Joren Pell said, as relayed by Radio Estuary, hedged with “reportedly”, " in written


@pytest.mark.parametrize("kind", list(ReportKind))
def test_no_sentence_begins_small_with_a_source_that_has_no_name(worked_desk, kind):
    written = text_of(worked_desk.reporting.report(Wanted(kind, "Cem")), Format.MARKDOWN)
    assert re.findall(r"(?:^|\| |: )hospital staff said", written, re.MULTILINE) == []


def test_it_gives_nobody_a_score(told):
    everything = "".join(text_of(told, form) for form in (Format.MARKDOWN, Format.JSON)).lower()
    assert not [word for word in ("score", "%", "per cent", "rating") if word in everything]


def test_a_claim_without_a_time_of_its_own_is_dated_by_its_publication(told):
    dated = [one.dated for source in told.sources for one in source.claims]
    assert set(dated) == {"published"}


def test_one_source_can_be_asked_for(worked_desk):
    wanted = Wanted(ReportKind.SOURCES, "Cem", Filter(source_id=5))
    assert [one.name for one in worked_desk.reporting.report(wanted).sources] == ["Ilse Marrow"]


@pytest.mark.parametrize(
    ("last", "first_label"),
    [
        (datetime(2024, 3, 9, tzinfo=UTC), "1 March 2024"),
        (datetime(2025, 3, 9, tzinfo=UTC), "March 2024"),
        (datetime(2039, 3, 9, tzinfo=UTC), "2024"),
    ],
)
def test_a_timeline_goes_by_days_months_or_years(last, first_label):
    first = datetime(2024, 3, 1, tzinfo=UTC)
    line = timeline("x", TONES, [(first, "a"), (last, "b"), (last, "b")])
    assert line is not None
    assert line.periods[0].label == first_label
    assert (line.periods[0].counts, line.periods[-1].counts) == ((1, 0), (0, 2))
    assert len(line.periods) <= MOST_PERIODS + 1


def test_a_timeline_leaves_no_period_out():
    line = timeline("x", TONES, [(datetime(2024, 1, 31, tzinfo=UTC), "a"),
                                 (datetime(2024, 6, 1, tzinfo=UTC), "a")])  # fmt: skip
    assert line is not None
    assert len(line.periods) == 6


def test_there_is_no_timeline_of_nothing():
    assert timeline("x", TONES, []) is None
