"""The report of activity: who did what, how long claims waited, which are late."""

from __future__ import annotations

from datetime import datetime

import pytest

from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind, Ref
from tracker.domain.status import Status
from tracker.report.activity import days_late, waits_of
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted

KIND = ReportKind.ACTIVITY
LATER = datetime.fromisoformat("2031-05-06T12:00Z")


@pytest.fixture
def told(worked_desk):
    def ask(where=None, as_of=None):
        return worked_desk.reporting.report(Wanted(KIND, "Cem", where or Filter(), as_of))

    return ask


def work_of(report) -> dict[str, tuple[int, ...]]:
    return {
        one.name: (one.verdicts, one.sign_offs, one.evidence, one.attempts, one.relations)
        for one in report.editors
    }


def test_each_editors_work_is_counted(told):
    assert work_of(told()) == {"Ada": (3, 0, 0, 1, 2), "Bea": (0, 1, 1, 0, 0)}


def test_what_was_undone_does_not_count(worked_desk, told):
    worked_desk.auditing.undo(by="Ada")
    assert work_of(told())["Ada"] == (2, 0, 0, 0, 2)


def test_a_filter_counts_only_the_work_on_its_claims(told):
    assert work_of(told(Filter(status=Status.UNVERIFIABLE))) == {"Ada": (1, 0, 0, 1, 0)}


def test_a_claim_waits_from_the_day_it_was_taken_in(told):
    waits = {one.days: (one.decided, one.unverified) for one in told(as_of=LATER).waits}
    assert waits["same day"] == (3, 0)
    assert waits["4–7 days"] == (0, 2)


def test_a_claim_past_its_deadline_is_late_until_it_is_settled(worked_desk, told):
    for claim in ("C1", "C3"):
        worked_desk.reviewing.send_back([1], by="Ada", reason="due") if claim == "C1" else None
        ref = Ref.parse(claim, among=(Kind.CLAIM,))
        worked_desk.editing.edit(ref, "due", ["2031-05-02T00:00+00:00"], by="Ada", reason="")
    late = {one.claim.id: one.late for one in told(as_of=LATER).claims if one.late}
    assert late == {"C1": 5, "C3": 5}
    worked_desk.reviewing.ready([1], by="Ada")
    worked_desk.reviewing.sign_off([1], by="Bea")
    assert {one.claim.id for one in told().claims if one.late} == set()


def test_every_verdict_that_stands_is_told_with_its_reason(worked_desk, told):
    log = EvidenceDraft("https://log.example", Stance.SUPPORTS)
    worked_desk.gathering.add_evidence([5], log, by="Bea")
    verdicts = [(one.claim.id, each.by, each.status, each.reason)
                for one in told().claims for each in one.verdicts]  # fmt: skip
    assert verdicts == [
        ("C1", "Ada", Status.DISPUTED, "each names the other"),
        ("C2", "Ada", Status.DISPUTED, "each names the other"),
        ("C4", "Ada", Status.UNVERIFIABLE, "no register"),
    ]


def test_a_deadline_is_late_by_a_day_at_once():
    due = datetime.fromisoformat("2031-05-06T11:59Z")
    assert (days_late(due, LATER), days_late(LATER, LATER), days_late(None, LATER)) == (1, 0, 0)


def test_every_waiting_time_has_its_bucket():
    waits = waits_of({(days, True): 1 for days in (0, 1, 2, 3, 4, 7, 8, 30, 31, 9999)})
    assert [one.decided for one in waits] == [1, 1, 2, 2, 2, 2]
