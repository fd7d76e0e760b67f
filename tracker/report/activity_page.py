"""The report of activity as a page: editors, waiting times, deadlines, verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.report.claim_card import status_mark
from tracker.report.page import Bar, Line, Page, Part, Section, Table, Tally, cell
from tracker.report.wording import counted, day, moment, sentence
from tracker.report.work import KINDS_OF_WORK, Verdict

if TYPE_CHECKING:
    from tracker.report.activity import ActivityReport, WorkedClaim
    from tracker.report.reported_claim import ReportedClaim

_KINDS = ("Verdicts", "Signed off", "Of these self-signed", "Evidence", "Attempts", "Relations")


def page_of(report: ActivityReport) -> Page:
    """Lay the report out."""
    late: list[WorkedClaim] = []
    verdicts: list[tuple[Verdict, ReportedClaim]] = []
    for one in report.claims:  # of a million of them few are to be named here
        if one.late:
            late.append(one)
        verdicts.extend((each, one.claim) for each in one.verdicts)
    return Page(
        title=report.kind.heading,
        summary=_summary(report, len(late)),
        facts=report.facts,
        tallies=_tallies(report),
        sections=_sections(report, late, verdicts),
        endings=(),
    )


def _summary(report: ActivityReport, late: int) -> str:
    undecided = sum(wait.unverified for wait in report.waits)
    decided = sum(wait.decided for wait in report.waits)
    median = report.median or 0
    half = f"; half of them within {counted(round(median), 'day') if median >= 1 else 'a day'}"
    if not decided + undecided:
        return sentence(counted(0, "claim"))
    return (
        f"{counted(decided, 'claim').capitalize()} with a verdict{half if decided else ''}. "
        f"{counted(undecided, 'claim').capitalize()} still unverified. "
        f"{counted(late, 'claim').capitalize()} open past the deadline."
    )


def _tallies(report: ActivityReport) -> tuple[Tally, ...]:
    decided = tuple(Bar(wait.days, wait.decided) for wait in report.waits)
    waiting = tuple(Bar(wait.days, wait.unverified) for wait in report.waits)
    tallies = (
        Tally("Unverified until the first verdict", decided),
        Tally("Unverified still, for so long", waiting),
    )
    return tuple(one for one in tallies if any(bar.count for bar in one.bars))


def _sections(
    report: ActivityReport, late: list[WorkedClaim], verdicts: list[tuple[Verdict, ReportedClaim]]
) -> Iterator[Section]:
    if report.editors:
        yield _section("Who checked what", _editors(report))
    if late:
        late = sorted(late, key=lambda one: (-one.late, one.claim.id))
        yield _section("Open past the deadline", _late(late))
    if verdicts:
        verdicts = sorted(verdicts, key=lambda pair: (pair[0].at, len(pair[1].id), pair[1].id))
        yield _section("Verdicts, the earliest first", _verdicts(verdicts))


def _section(title: str, table: Table) -> Section:
    return Section("", title, "", (Part("", (table,)),))


def _editors(report: ActivityReport) -> Table:
    return Table(
        caption="Work by editor; what was undone does not count",
        columns=("Editor", *_KINDS),
        rows=tuple(
            (cell(one.name), *(cell(f"{getattr(one, kind):,}") for kind in KINDS_OF_WORK))
            for one in report.editors
        ),
    )


def _late(claims: list[WorkedClaim]) -> Table:
    return Table(
        caption="Claims past their deadline, the latest first",
        columns=("Claim", "Said", "Due", "Late by", "Assigned to", "Status"),
        rows=tuple(
            (
                cell(one.claim.id),
                cell(sentence(one.claim.said)),
                cell(moment(one.due) if one.due else ""),
                cell(counted(one.late, "day")),
                cell(one.assignee or "nobody"),
                _standing(one),
            )
            for one in claims
        ),
    )


def _verdicts(verdicts: list[tuple[Verdict, ReportedClaim]]) -> Table:
    return Table(
        caption="Verdicts by day and editor",
        columns=("Claim", "Said", "Verdict", "By", "When", "Reason"),
        rows=tuple(
            (
                cell(one.id),
                cell(sentence(one.said)),
                (status_mark(verdict.status),),
                cell(verdict.by),
                cell(day(verdict.at)),
                cell(verdict.reason),
            )
            for verdict, one in verdicts
        ),
    )


def _standing(one: WorkedClaim) -> tuple[Line, ...]:
    return (status_mark(one.claim.status), *cell(one.claim.stage.words))
