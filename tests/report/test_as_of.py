"""A report as of a moment says what it said then, whatever was done since."""

from __future__ import annotations

from datetime import datetime

import pytest
from told import UNVERIFIED

from tracker.desk.exporting import Choice
from tracker.desk.reviewing import Backing
from tracker.domain.errors import RefusedError
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import RelationKind
from tracker.domain.status import Dismissal, Stage, Status
from tracker.intake.from_json import read_ledger
from tracker.report.report import Report, ReportKind
from tracker.report.wanted import Wanted

LOG = EvidenceDraft("https://log.example", Stance.SUPPORTS, "The log")

WORK = {
    "a verdict": lambda desk: desk.reviewing.mark(
        [3], Status.CONFIRMED, by="Bea", backing=Backing("the log", evidence=LOG)
    ),
    "evidence": lambda desk: desk.gathering.add_evidence([5], LOG, by="Bea"),
    "an attempt": lambda desk: desk.gathering.log_attempt(
        [3], AttemptDraft("rang", "no answer"), by="Bea"
    ),
    "a relation": lambda desk: desk.relating.relate(3, 2, RelationKind.DENIES, None, by="Bea"),
    "a rejected relation": lambda desk: desk.relating.reject([1], by="Bea"),
    "a dismissal": lambda desk: desk.reviewing.dismiss([5], by="Bea", why=Dismissal.OUT_OF_SCOPE),
    "a correction": lambda desk: desk.editing.edit(
        Ref(Kind.CLAIM, 3), "statement", ["the launch was dark"], by="Bea", reason="closer"
    ),
    "other figures": lambda desk: desk.editing.edit(
        Ref(Kind.CLAIM, 1), "figures", ["three passengers killed"], by="Bea", reason="misread"
    ),
    "another name": lambda desk: desk.editing.edit(
        Ref(Kind.SOURCE, 2), "name", ["League of Dockers"], by="Bea", reason="their own name"
    ),
    "another event": lambda desk: desk.editing.edit(
        Ref(Kind.EVENT, 1), "title", ["Collision in the roads"], by="Bea", reason="x"
    ),
    "merged claims": lambda desk: desk.curating.merge(
        Ref(Kind.CLAIM, 3), Ref(Kind.CLAIM, 6), by="Bea"
    ),
    "a reopened claim": lambda desk: desk.reviewing.send_back([1], by="Bea", reason="news"),
    "an undo": lambda desk: desk.auditing.undo(by="Bea"),
}


def told(desk, kind: ReportKind, as_of: datetime | None = None) -> str:
    written = desk.reporting.pieces(Wanted(kind, "Cem", as_of=as_of), "json")
    lines = b"".join(written).decode().splitlines()
    return "\n".join(one for one in lines if '"made_at"' not in one and '"as_of"' not in one)


@pytest.mark.parametrize("work", list(WORK))
def test_what_was_done_since_is_not_in_it(worked_desk, work):
    before = told(worked_desk, UNVERIFIED)
    then = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem")).made.at
    WORK[work](worked_desk)
    assert told(worked_desk, UNVERIFIED, then) == before


@pytest.mark.parametrize("kind", list(ReportKind))
def test_work_of_every_sort_is_taken_back_from_it(worked_desk, kind):
    before = told(worked_desk, kind)
    then = worked_desk.reporting.report(Wanted(kind, "Cem")).made.at
    for name, work in WORK.items():
        if name not in ("another event", "merged claims", "a reopened claim", "an undo"):
            work(worked_desk)
    assert told(worked_desk, kind, then) == before


def test_what_was_undone_since_is_in_it(worked_desk):
    worked_desk.gathering.log_attempt([3], AttemptDraft("rang", "no answer"), by="Bea")
    before = told(worked_desk, UNVERIFIED)
    then = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem")).made.at
    worked_desk.auditing.undo(by="Bea")
    assert told(worked_desk, UNVERIFIED, then) == before


def test_before_everything_it_is_empty(worked_desk):
    early = datetime.fromisoformat("2031-01-01T00:00Z")
    report = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem", as_of=early))
    assert (report.claims, report.made.entries, report.made.head) == ((), 0, "")


def test_it_says_as_of_when(worked_desk):
    then = datetime.fromisoformat("2031-05-01T09:00Z")
    report: Report = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem", as_of=then))
    assert ("As of", "1 May 2031, 09:00:00 UTC") in [
        (fact.label, fact.lines[0].text) for fact in report.page().facts
    ]


def test_ages_are_counted_to_that_moment(worked_desk):
    later = datetime.fromisoformat("2031-05-04T09:00Z")
    report = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem", as_of=later))
    assert {claim.age for claim in report.claims} == {3}


def test_it_is_searched_as_it_was_worded_then(worked_desk):
    then = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem")).made.at
    WORK["a correction"](worked_desk)
    searched = Wanted(UNVERIFIED, "Cem", Filter(search="carried no lights"), then)
    assert [claim.id for claim in worked_desk.reporting.report(searched).claims] == ["C3"]


def test_the_ledger_is_left_as_it_is(worked_desk):
    WORK["a correction"](worked_desk)
    before = worked_desk.auditing.head()
    then = datetime.fromisoformat("2031-05-01T09:00Z")
    worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem", as_of=then))
    assert worked_desk.auditing.head() == before
    assert worked_desk.browsing.dossier(3).claim.statement == "the launch was dark"


def test_a_name_that_is_protected_now_is_not_told_as_it_was(worked_desk):
    then = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem")).made.at
    staff = Ref(Kind.SOURCE, 8)
    worked_desk.editing.edit(staff, "name", ["a nurse"], by="Ada", reason="x")
    worked_desk.editing.edit(staff, "restricted-name", ["hospital staff"], by="Ada", reason="x")
    report = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem", as_of=then))
    assert "hospital staff" not in repr(report).lower()


def test_an_article_taken_away_since_is_said_to_be_lost(desk, two_sides):
    desk.importing.take_in(two_sides, by="Ada", stage=Stage.OPEN)
    then = desk.reporting.report(Wanted(UNVERIFIED, "Cem")).made.at
    desk.auditing.undo(by="Ada")
    with pytest.raises(RefusedError, match="A1 then, which was taken away since"):
        desk.reporting.report(Wanted(UNVERIFIED, "Cem", as_of=then))


def moment_of(desk) -> datetime:
    return desk.reporting.report(Wanted(UNVERIFIED, "Cem")).made.at


@pytest.fixture
def hand_over(open_desk, tmp_path):
    """Hand a desk's whole ledger on to another place."""

    def _hand_over(desk, place):
        choice, file = Choice("jsonl", Filter()), tmp_path / "over.jsonl"
        desk.exporting.write(desk.exporting.pieces(choice, []), file, choice, force=True)
        other = open_desk(place)
        then = moment_of(other)
        with file.open(encoding="utf-8", newline="") as stream:
            header, batches = read_ledger(stream)
            other.receiving.take_over(header, batches, by="Cem", origin="over.jsonl")
        return other, then

    return _hand_over


def without_head(document: str) -> str:
    return "\n".join(line for line in document.splitlines() if '"ledger"' not in line)


def test_a_ledger_that_came_in_whole_tells_of_its_past_as_before(
    worked_desk, hand_over, ledgers, blank_ledger, tmp_path
):
    then = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem")).made.at
    before = told(worked_desk, UNVERIFIED)
    WORK["a verdict"](worked_desk)
    other, _ = hand_over(worked_desk, ledgers.copy(blank_ledger, tmp_path / "whole.db"))
    assert without_head(told(other, UNVERIFIED, then)) == without_head(before)


def test_what_was_merged_in_since_is_not_in_it(
    worked_desk, hand_over, ledgers, full_ledger, tmp_path, open_desk
):
    place = ledgers.copy(full_ledger, tmp_path / "twin.db")
    mine = open_desk(place)
    mine.gathering.add_evidence([5], LOG, by="Bea")
    before = told(mine, UNVERIFIED)
    other, then = hand_over(worked_desk, place)
    assert told(other, UNVERIFIED) != before
    assert told(other, UNVERIFIED, then) == before
    assert told(other, UNVERIFIED, moment_of(other)) == told(other, UNVERIFIED)
