"""The report of unverified claims as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from tracker.domain.phrasing import listed
from tracker.domain.status import STATUS_MEANINGS
from tracker.report.claim_card import card_of, status_heading
from tracker.report.page import Bar, Page, Part, Point, Section, Tally, point
from tracker.report.report import joined
from tracker.report.reported_claim import ReportedClaim
from tracker.report.wording import counted, sentence

if TYPE_CHECKING:
    from tracker.report.unverified import EventClaims, UnverifiedReport

MOST_BARS = 10
"""A tally of sources shows this many; the rest are added up in one bar."""
NO_EVENT = "About no event"


def page_of(report: UnverifiedReport) -> Page:
    """Lay the report out."""
    return Page(
        title=report.kind.heading,
        summary=_summary(report),
        facts=report.facts,
        tallies=_tallies(report),
        sections=map(_section, report.events),
        endings=_endings(report),
    )


def _summary(report: UnverifiedReport) -> str:
    total = sum(report.counts.values())
    kinds = [f"{count:,} {status}" for status, count in report.counts.items() if count]
    said = counted(total, "claim").capitalize()
    return joined([f"{said}: {listed(kinds)}." if kinds else f"{said}.", not_counted(report)], " ")


def not_counted(report: UnverifiedReport) -> str:
    """Say what is left out and why; an empty text if nothing is."""
    left = [
        (report.totals.opinions, "that cannot be checked (opinion, prediction, promise)"),
        (report.totals.suggested, "proposed but not yet accepted"),
    ]
    aside = [f"{counted(number, 'claim')} {which}" for number, which in left if number]
    return f"Not counted: {listed(aside)}." if aside else ""


def _tallies(report: UnverifiedReport) -> tuple[Tally, ...]:
    shown, rest = report.sources[:MOST_BARS], report.sources[MOST_BARS:]
    sources = [Bar(one.name, one.claims) for one in shown]
    if rest:
        sources.append(Bar(f"{len(rest):,} others", sum(one.claims for one in rest)))
    statuses = [
        Bar(status_heading(status), count, STATUS_MEANINGS[status], status.value)
        for status, count in report.counts.items()
        if report.totals.claims
    ]
    tallies = (Tally("By status", tuple(statuses)), Tally("By source", tuple(sources)))
    return tuple(tally for tally in tallies if tally.bars)


def _section(event: EventClaims) -> Section:
    return Section(
        id=event.id,
        title=event.title or NO_EVENT,
        aside=joined((event.place, event.time)),
        parts=_parts(event.claims),
    )


def _parts(claims: Iterable[ReportedClaim]) -> Iterator[Part]:
    for status, some in groupby(claims, key=lambda claim: claim.status):
        yield Part(status_heading(status), map(card_of, some), status.value)


def _endings(report: UnverifiedReport) -> Iterator[Point]:
    opinions = tuple(f"{claim.id}: {sentence(claim.said)}" for claim in report.not_checkable)
    if opinions:
        yield point("Not counted: cannot be checked", *opinions)
    articles = tuple(article.line for article in report.articles)
    if articles:
        yield Point("Articles", articles)
