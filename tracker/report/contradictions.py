"""The report of contradictions: event by event, party against party, facet by facet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

from tracker.domain.telling import Grouping, Told, Totals
from tracker.report.claim_data import claim_tree
from tracker.report.clash import Clash, FacetStand
from tracker.report.contradictions_page import page_of
from tracker.report.page import Page
from tracker.report.report import Made, Report, ReportKind, Row, Tree, joined
from tracker.report.reported_claim import ReportedClaim
from tracker.report.wording import counted, counted_in

TOLD = Told(Grouping.EVENT, contested=True)


@dataclass(frozen=True)
class ContradictionsReport(Report):
    """All that the report says."""

    kind: ClassVar = ReportKind.CONTRADICTIONS
    columns: ClassVar = (
        *("id", "statement", "event", "event_title", "facet", "stand", "a", "a_speaker"),
        *("a_status", "a_words", "b", "b_speaker", "b_status", "b_words", "b_statement"),
        *("relation", "kind", "state", "reason", "by"),
    )
    made: Made
    totals: Totals
    events: Iterable[Clash]
    left_out: int = 0
    suggested: int = 0
    """How many pairs are left out because a claim in them is only suggested."""
    undecided: int = 0
    """How many pairs are told of which no editor has confirmed that they contradict."""

    @property
    def total(self) -> str:
        """How many claims and events it holds, and how many pairs it does not."""
        return joined((self.held, self.not_decided, self.not_told), "; ")

    @property
    def held(self) -> str:
        """How many claims and events it holds."""
        claims, events = self.totals.claims, self.totals.groups
        return counted_in(counted(claims, "contested claim"), "about", events, "event")

    @property
    def not_decided(self) -> str:
        """Say how many pairs are only suggested; an empty text if none is."""
        if not self.undecided:
            return ""
        pairs = counted(self.undecided, "pair")
        return f"in {pairs} the contradiction is only suggested, and no editor has decided on it"

    @property
    def not_told(self) -> str:
        """Say which pairs are left out and why; an empty text if none is."""
        if not self.suggested:
            return ""
        pairs = counted(self.suggested, "pair")
        return f"left out: {pairs} in which a claim itself is still to be accepted"

    def page(self) -> Page:
        """Lay it out for a reader."""
        return page_of(self)

    def rows(self) -> Iterator[Row]:
        """Tell it, a row a pair and facet; ``id`` and ``statement`` are those of the first."""
        for event in self.events:
            by_id = {claim.id: claim for claim in event.claims}
            for pair in event.pairs:
                for one in pair.facets:
                    yield _row(event, by_id[pair.a], by_id[pair.b], one)

    def tree(self) -> Tree:
        """Tell it as one document."""
        return {
            **self.made.tree(self.kind),
            "claims": self.totals.claims,
            "undecided_pairs": self.undecided,
            "suggested_pairs": self.suggested,
            "events": map(_clash_tree, self.events),
        }


def _row(event: Clash, a: ReportedClaim, b: ReportedClaim, one: FacetStand) -> dict[str, str]:
    return {
        "id": a.id, "statement": a.statement, "event": event.id, "event_title": event.title,
        "facet": one.facet, "stand": one.stand,
        "a": a.id, "a_speaker": a.speaker, "a_status": a.status.value, "a_words": one.a,
        "b": b.id, "b_speaker": b.speaker, "b_status": b.status.value, "b_words": one.b,
        "b_statement": b.statement, "relation": one.relation, "kind": one.kind,
        "state": one.state, "reason": one.reason, "by": one.by,
    }  # fmt: skip


def _clash_tree(event: Clash) -> dict[str, Any]:
    return {
        "id": event.id or None,
        "title": event.title or None,
        "place": event.place or None,
        "time": event.time or None,
        "parties": [asdict(party) for party in event.parties],
        "contradictions": [asdict(pair) for pair in event.pairs],
        "claims": [claim_tree(claim) for claim in event.claims],
    }
