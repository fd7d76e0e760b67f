"""The report of unverified claims: what it says, in an order that two runs share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tracker.domain.article import Article
from tracker.domain.dossier import Dossier
from tracker.domain.event import Event
from tracker.domain.safe_sentence import account_of
from tracker.domain.source import OWN_VOICE
from tracker.domain.status import Stage, Status
from tracker.report.open_claim import OpenClaim, open_claim

REPORTED = (Status.UNVERIFIED, Status.DISPUTED, Status.UNVERIFIABLE)
"""The statuses of the claims that the report holds, in its order."""
LEFT_OUT = (Stage.SUGGESTED, Stage.DISMISSED)
"""The stages of claims that are nobody's to report: not yet accepted, or put aside."""

_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    """When (UTC), by whom and from what a report was made.

    ``ledger`` is a name, never a path; ``entries`` and ``head`` say how long its history was and
    what its last hash, so that the report can be held against the ledger later.
    """

    at: datetime
    by: str
    ledger: str
    filter: str
    entries: int
    head: str


@dataclass(frozen=True)
class SourceTally:
    """How many of the report's claims a source makes. ``id`` is empty for an outlet's own voice."""

    id: str
    name: str
    claims: int


@dataclass(frozen=True)
class Cited:
    """An article that the report's claims stand in."""

    id: str
    title: str
    outlet: str
    url: str
    published_at: datetime | None
    sha256: str


@dataclass(frozen=True)
class EventClaims:
    """The claims about one event; without an event ``id`` and ``title`` are empty."""

    id: str
    title: str
    place: str
    time: str
    claims: tuple[OpenClaim, ...]

    def of_status(self, status: Status) -> tuple[OpenClaim, ...]:
        """Its claims of one status."""
        return tuple(claim for claim in self.claims if claim.status is status)


@dataclass(frozen=True)
class UnverifiedReport:
    """All that the report says. ``not_checkable`` claims are kept, but not counted."""

    made: Made
    events: tuple[EventClaims, ...]
    sources: tuple[SourceTally, ...]
    articles: tuple[Cited, ...]
    not_checkable: tuple[OpenClaim, ...]
    suggested: int

    @property
    def claims(self) -> tuple[OpenClaim, ...]:
        """Every claim that is counted, in the report's order."""
        return tuple(claim for event in self.events for claim in event.claims)

    @property
    def counts(self) -> dict[Status, int]:
        """How many claims there are of each status that the report holds."""
        claims = self.claims
        return {status: sum(claim.status is status for claim in claims) for status in REPORTED}


def build(dossiers: Iterable[Dossier], made: Made, *, suggested: int = 0) -> UnverifiedReport:
    """Build the report from dossiers; those that it does not hold are passed over.

    ``suggested`` is how many claims were left out because nobody has accepted them yet.
    """
    held = sorted((one for one in dossiers if _held(one)), key=_place)
    checkable = [one for one in held if one.claim.checkable]
    return UnverifiedReport(
        made=made,
        events=_events(checkable, made.at),
        sources=_sources(checkable),
        articles=_articles(held),
        not_checkable=tuple(open_claim(one, made.at) for one in held if not one.claim.checkable),
        suggested=suggested,
    )


def _held(dossier: Dossier) -> bool:
    return dossier.claim.status in REPORTED and dossier.claim.stage not in LEFT_OUT


def _place(dossier: Dossier) -> tuple[int, datetime, str, int]:
    rank = REPORTED.index(dossier.claim.status)
    return (rank, *account_of(dossier).place)


def _events(dossiers: Sequence[Dossier], at: datetime) -> tuple[EventClaims, ...]:
    events: dict[int, Event | None] = {}
    claims: dict[int, list[OpenClaim]] = {}
    for dossier in dossiers:
        number = dossier.event.id if dossier.event else 0
        events[number] = dossier.event
        claims.setdefault(number, []).append(open_claim(dossier, at))
    order = sorted(events, key=lambda number: _event_place(events[number]))
    return tuple(_event_claims(events[number], claims[number]) for number in order)


def _event_place(event: Event | None) -> tuple[bool, datetime, str, int]:
    if event is None:
        return (True, _LAST, "", 0)
    start = event.time.start if event.time else None
    return (False, start or _LAST, event.title.casefold(), event.id)


def _event_claims(event: Event | None, claims: Sequence[OpenClaim]) -> EventClaims:
    if event is None:
        return EventClaims("", "", "", "", tuple(claims))
    return EventClaims(
        id=str(event.ref),
        title=event.title,
        place=event.place_name or event.place,
        time=event.time.words if event.time else "",
        claims=tuple(claims),
    )


def _sources(dossiers: Sequence[Dossier]) -> tuple[SourceTally, ...]:
    counts: dict[tuple[str, str], int] = {}
    for dossier in dossiers:
        source = dossier.source
        name = dossier.speaker if source else f"{dossier.speaker} ({OWN_VOICE})"
        key = (str(source.ref) if source else "", name)
        counts[key] = counts.get(key, 0) + 1
    tallies = [SourceTally(number, name, count) for (number, name), count in counts.items()]
    return tuple(sorted(tallies, key=lambda one: (-one.claims, one.name.casefold(), one.id)))


def _articles(dossiers: Sequence[Dossier]) -> tuple[Cited, ...]:
    articles: dict[int, tuple[Article, str]] = {}
    for dossier in dossiers:
        if dossier.article is not None:
            articles[dossier.article.id] = (dossier.article, dossier.outlet)
    return tuple(_cited(*articles[number]) for number in sorted(articles))


def _cited(article: Article, outlet: str) -> Cited:
    first = article.publications[0] if article.publications else None
    return Cited(
        id=str(article.ref),
        title=article.title,
        outlet=outlet,
        url=first.url if first else "",
        published_at=first.published_at if first else None,
        sha256=article.sha256,
    )
