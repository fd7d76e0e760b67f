"""The report of sources: each one's claims and how they held up, in counts, never one score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from tracker.domain.dossier import Dossier
from tracker.domain.source import OWN_VOICE, Source
from tracker.domain.status import Status
from tracker.domain.telling import Grouping, Told, Totals, Voice
from tracker.report.claim_data import claim_row, claim_tree
from tracker.report.page import Page
from tracker.report.report import Made, Report, ReportKind, Row, Tree, gathered
from tracker.report.reported_claim import ReportedClaim, reported
from tracker.report.sources_page import page_of
from tracker.report.wording import counted, counted_in, iso

TOLD = Told(Grouping.SOURCE, checkable=True)


class Dated(StrEnum):
    """By what a claim is put on the timeline: the best that is known."""

    SAID = "said"
    PUBLISHED = "published"
    TAKEN_IN = "taken in"


@dataclass(frozen=True)
class DatedClaim:
    """A claim of a source with its place on the timeline (UTC)."""

    claim: ReportedClaim
    at: datetime
    dated: Dated


@dataclass(frozen=True)
class SourceClaims:
    """A source with its claims, the earliest first. ``id`` is empty for an outlet's own voice.

    ``counts`` are of the claims by status; ``reliability`` is the Admiralty code's letter.
    """

    id: str
    name: str
    kind: str
    role: str
    affiliation: str
    reliability: str
    counts: Mapping[Status, int]
    claims: Iterable[DatedClaim]


@dataclass(frozen=True)
class SourcesReport(Report):
    """All that the report says."""

    kind: ClassVar = ReportKind.SOURCES
    columns: ClassVar = (
        *("id", "source", "speaker", "role", "source_kind", "affiliation", "reliability"),
        *("at", "dated", "statement", "said", "hedge", "status", "stage", "attribution_check"),
        *("counter_claims", "reason", "judged_by", "judged_at", "signed_by", "stale", "chain"),
        *("article", "uid"),
    )
    made: Made
    totals: Totals
    sources: Iterable[SourceClaims]
    left_out: int = 0

    @property
    def total(self) -> str:
        """How many claims and sources it holds."""
        claims, sources = self.totals.claims, self.totals.groups
        return counted_in(counted(claims, "claim"), "by", sources, "source")

    def page(self) -> Page:
        """Lay it out for a reader."""
        return page_of(self)

    def rows(self) -> Iterator[Row]:
        """Tell it, a row a claim."""
        for source in self.sources:
            for one in source.claims:
                yield {
                    **claim_row(one.claim),
                    "role": source.role,
                    "source_kind": source.kind,
                    "affiliation": source.affiliation,
                    "reliability": source.reliability,
                    "at": iso(one.at) or "",
                    "dated": one.dated.value,
                }

    def tree(self) -> Tree:
        """Tell it as one document."""
        return {
            **self.made.tree(self.kind),
            "claims": self.totals.claims,
            "sources": map(_source_tree, self.sources),
        }


def by_source(dossiers: Iterable[Dossier], totals: Totals, at: datetime) -> Iterator[SourceClaims]:
    """Gather dossiers that come source by source; each one's claims are read as they come."""
    for first, group in gathered(dossiers, _voice):
        source = first.source
        above = first.sources.get(source.affiliation_id or 0) if source else None
        yield SourceClaims(
            id=str(source.ref) if source else "",
            name=first.speaker if source else f"{first.speaker} ({OWN_VOICE})",
            kind=source.kind.words if source else OWN_VOICE,
            role=source.role if source else "",
            affiliation=above.name if above else "",
            reliability=_reliability(source),
            counts=dict(totals.voices.get(_voice(first), {})),
            claims=(_dated(one, at) for one in group),
        )


def _reliability(source: Source | None) -> str:
    return source.reliability.value if source else ""


def _voice(dossier: Dossier) -> Voice:
    speaker = dossier.claim.speaker_id
    first = dossier.article.publications[:1] if dossier.article else ()
    return Voice(speaker, first[0].outlet_id if speaker is None and first else None)


def _dated(dossier: Dossier, at: datetime) -> DatedClaim:
    claim = dossier.claim
    said = claim.said_at.start if claim.said_at else None
    first = dossier.article.publications[:1] if dossier.article else ()
    published = first[0].published_at if first else None
    if said is not None:
        when, how = said, Dated.SAID
    elif published is not None:
        when, how = published, Dated.PUBLISHED
    else:
        when, how = claim.created_at or at, Dated.TAKEN_IN
    return DatedClaim(reported(dossier, at), when, how)


def _source_tree(source: SourceClaims) -> dict[str, Any]:
    return {
        "id": source.id or None,
        "name": source.name,
        "kind": source.kind,
        "role": source.role or None,
        "affiliation": source.affiliation or None,
        "reliability": source.reliability or None,
        "counts": {status.value: source.counts.get(status, 0) for status in Status},
        "claims": (
            {"at": iso(one.at), "dated": one.dated.value, **claim_tree(one.claim)}
            for one in source.claims
        ),
    }
