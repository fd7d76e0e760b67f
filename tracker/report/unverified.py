"""The report of unverified claims: event by event, what is not verified and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from tracker.domain.dossier import Dossier
from tracker.domain.event import Event
from tracker.domain.source import OWN_VOICE
from tracker.domain.status import Status
from tracker.domain.telling import NOT_VERIFIED, Grouping, Told, Totals
from tracker.report.cited import Cited
from tracker.report.claim_data import claim_row, claim_tree
from tracker.report.page import Page
from tracker.report.report import Made, Report, ReportKind, Row, Tree, gathered
from tracker.report.reported_claim import ReportedClaim, reported
from tracker.report.unverified_page import page_of
from tracker.report.wording import counted

TOLD = Told(Grouping.EVENT, NOT_VERIFIED, checkable=True, ranked=True)
OPINIONS = Told(Grouping.EVENT, NOT_VERIFIED, checkable=False)


@dataclass(frozen=True)
class SourceTally:
    """How many of the report's claims a source makes. ``id`` is empty for an outlet's own voice."""

    id: str
    name: str
    claims: int


@dataclass(frozen=True)
class EventClaims:
    """The claims about one event; without an event ``id`` and ``title`` are empty."""

    id: str
    title: str
    place: str
    time: str
    claims: Iterable[ReportedClaim]


@dataclass(frozen=True)
class UnverifiedReport(Report):
    """All that the report says. ``not_checkable`` claims are kept, but not counted."""

    kind: ClassVar = ReportKind.UNVERIFIED
    columns: ClassVar = (
        *("id", "status", "stage", "event", "event_title", "source", "speaker", "statement"),
        *("said", "hedge", "figures", "chain", "counter_claims", "caveats", "attempts"),
        *("evidence", "missing", "safe_sentence", "age_days", "created_at", "signed_by", "stale"),
        *("article", "quote", "uid"),
    )
    made: Made
    totals: Totals
    sources: tuple[SourceTally, ...]
    events: Iterable[EventClaims]
    not_checkable: Iterable[ReportedClaim] = ()
    articles: Iterable[Cited] = ()
    left_out: int = 0

    @property
    def claims(self) -> tuple[ReportedClaim, ...]:
        """Every claim that is counted, in the report's order."""
        return tuple(claim for event in self.events for claim in event.claims)

    @property
    def counts(self) -> dict[Status, int]:
        """How many claims there are of each status that the report holds."""
        counts = self.totals.statuses
        return {status: counts[status] for status in NOT_VERIFIED}

    @property
    def total(self) -> str:
        """How many claims it counts, and how many it does not."""
        held, left = self.totals.claims, self.totals
        return (
            f"{counted(held, 'claim')}; "
            f"not counted: {left.opinions} not checkable, {left.suggested} suggested"
        )

    def page(self) -> Page:
        """Lay it out for a reader."""
        return page_of(self)

    def rows(self) -> Iterator[Row]:
        """Tell it, a row a claim."""
        for event in self.events:
            for claim in event.claims:
                yield {**claim_row(claim), "event": event.id, "event_title": event.title}

    def tree(self) -> Tree:
        """Tell it as one document."""
        return {
            **self.made.tree(self.kind),
            "counts": {status.value: count for status, count in self.counts.items()},
            "not_checkable": self.totals.opinions,
            "suggested": self.totals.suggested,
            "sources": [
                {"id": one.id or None, "name": one.name, "claims": one.claims}
                for one in self.sources
            ],
            "events": map(_event_tree, self.events),
            "not_counted": map(claim_tree, self.not_checkable),
            "articles": (one.tree for one in self.articles),
        }


def tallied(totals: Totals, names: Mapping[int, str]) -> tuple[SourceTally, ...]:
    """Name the voices that make the report's claims, those who make most first."""
    found = [
        SourceTally(
            f"S{voice.source_id}" if voice.source_id else "",
            names.get(voice.source_id, "")
            if voice.source_id
            else f"{names.get(voice.outlet_id or 0, 'the article')} ({OWN_VOICE})",
            sum(counts.values()),
        )
        for voice, counts in totals.voices.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.claims, one.name.casefold(), one.id)))


def by_event(dossiers: Iterable[Dossier], at: datetime) -> Iterator[EventClaims]:
    """Gather dossiers that come event by event; each event's claims are read as they come."""
    for first, group in gathered(dossiers, lambda one: one.event and one.event.id):
        yield event_claims(first.event, each(group, at))


def event_claims(event: Event | None, claims: Iterable[ReportedClaim]) -> EventClaims:
    """Put claims under their event."""
    if event is None:
        return EventClaims("", "", "", "", claims)
    return EventClaims(
        id=str(event.ref),
        title=event.title,
        place=event.place_name or event.place,
        time=event.time.words if event.time else "",
        claims=claims,
    )


def each(dossiers: Iterable[Dossier], at: datetime) -> Iterator[ReportedClaim]:
    """Say of each claim what a report says, as it comes."""
    return (reported(dossier, at) for dossier in dossiers)


def _event_tree(event: EventClaims) -> dict[str, Any]:
    return {
        "id": event.id or None,
        "title": event.title or None,
        "place": event.place or None,
        "time": event.time or None,
        "claims": map(claim_tree, event.claims),
    }
