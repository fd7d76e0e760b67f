"""The report of sources as a page: for each its counts, a timeline, and its claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tracker.domain.source import Reliability
from tracker.domain.status import STATUS_MEANINGS, Status
from tracker.report.claim_card import marks_of, status_heading, status_mark, verdict_of
from tracker.report.page import Bar, Block, Line, Page, Part, Section, Table, Tally, cell
from tracker.report.report import joined
from tracker.report.timeline import timeline
from tracker.report.wording import counted, day, sentence

if TYPE_CHECKING:
    from tracker.report.sources import DatedClaim, SourceClaims, SourcesReport


_COUNTS = (
    "Counts say how claims stand, not how far a source can be trusted: what was checked is never "
    "a fair sample of what somebody says."
)


def page_of(report: SourcesReport) -> Page:
    """Lay the report out."""
    return Page(
        title=report.kind.heading,
        summary=joined((sentence(report.total), _COUNTS if report.totals.claims else ""), " "),
        facts=report.facts,
        tallies=_tallies(report),
        sections=map(_section, report.sources),
        endings=(),
    )


def _tallies(report: SourcesReport) -> tuple[Tally, ...]:
    several = report.totals.groups > 1  # of one source its own section tells the same
    tally = _tally("By status", report.totals.statuses, meanings=True)
    return (tally,) if several and tally.bars else ()


def _section(source: SourceClaims) -> Section:
    letter = source.reliability
    judged = f"reliability {letter}" if letter and letter != Reliability.F else ""
    return Section(
        id=source.id,
        title=source.name,
        aside=joined((source.role or source.kind, source.affiliation, judged)),
        parts=(Part("", tuple(_blocks(source))),),
    )


def _blocks(source: SourceClaims) -> Iterator[Block]:
    claims = tuple(source.claims)
    if len(claims) > 1:
        yield _tally("How its claims stand", source.counts)
    tones = [status_mark(status) for status in Status if source.counts.get(status)]
    over_time = timeline(
        f"Claims over time: {source.name}",
        tones,
        ((one.at, one.claim.status.value) for one in claims if source.counts.get(one.claim.status)),
    )
    if over_time is not None and len(over_time.periods) > 1:
        yield over_time
    yield Table(
        caption=f"{counted(len(claims), 'claim').capitalize()} by {source.name}",
        columns=("Claim", "When", "What was said", "Status", "Verdict"),
        rows=tuple(map(_row, claims)),
    )


def _row(one: DatedClaim) -> tuple[tuple[Line, ...], ...]:
    claim = one.claim
    against = ", ".join(counter.id for counter in claim.counter_claims)
    return (
        cell(claim.id),
        cell(day(one.at), one.dated.value),
        cell(sentence(claim.said)),
        (status_mark(claim.status), *cell(f"≠ {against}" if against else "")),
        cell(verdict_of(claim), *marks_of(claim)),
    )


def _tally(title: str, counts: Mapping[Status, int], *, meanings: bool = False) -> Tally:
    return Tally(
        title,
        tuple(
            Bar(status_heading(status), count, STATUS_MEANINGS[status] if meanings else "", status)
            for status in Status
            if (count := counts.get(status, 0))
        ),
    )
