"""The report of contradictions as a page: a table for two sides, a grid for more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.domain.phrasing import listed
from tracker.domain.relation import RelationState
from tracker.domain.side_by_side import STAND_GLYPHS, Stand
from tracker.domain.status import STATUS_GLYPHS
from tracker.report.claim_card import card_of
from tracker.report.clash import Against, Clash, FacetStand, Party, Saying
from tracker.report.page import Line, Page, Part, Point, Section, Table, cell
from tracker.report.report import joined
from tracker.report.reported_claim import ReportedClaim
from tracker.report.unverified_page import NO_EVENT
from tracker.report.wording import sentence

if TYPE_CHECKING:
    from tracker.report.contradictions import ContradictionsReport

_PAIR = 2
_STAND_WORDS = {
    Stand.AGREE: "agree",
    Stand.CONTRADICT: "contradict",
    Stand.DIFFER: "differ",
    Stand.SILENT: "one side is silent",
}


def page_of(report: ContradictionsReport) -> Page:
    """Lay the report out."""
    return Page(
        title=report.kind.heading,
        summary=_summary(report),
        facts=report.facts,
        tallies=(),
        sections=map(_section, report.events),
        endings=(),
    )


def _summary(report: ContradictionsReport) -> str:
    how = (
        "Where two accounts meet, they are told in the same words, the earlier first; which of "
        "them is right is not said here."
    )
    more = (sentence(one) for one in (report.not_decided, report.not_told) if one)
    return joined((sentence(report.held), how if report.totals.claims else "", *more), " ")


def _section(event: Clash) -> Section:
    return Section(
        id=event.id,
        title=event.title or NO_EVENT,
        aside=joined((event.place, event.time)),
        parts=tuple(_parts(event)),
    )


def _parts(event: Clash) -> Iterator[Part]:
    by_id = {claim.id: claim for claim in event.claims}
    if len(event.parties) == _PAIR == len(event.claims) and event.pairs:
        table = _side_by_side(event.pairs[0], by_id)
    else:
        table = _grid(event)
    yield Part("", (table, _meetings(event)))
    yield Part("The claims", tuple(card_of(claim, standing=True) for claim in event.claims))


def _side_by_side(pair: Against, by_id: dict[str, ReportedClaim]) -> Table:
    a, b = by_id[pair.a], by_id[pair.b]
    return Table(
        caption=f"{a.id} and {b.id}, facet by facet",
        columns=("Facet", f"{a.speaker} ({a.id})", f"{b.speaker} ({b.id})", "The two"),
        rows=tuple(
            (cell(one.facet.capitalize()), cell(one.a), cell(one.b), _stand(one))
            for one in pair.facets
        ),
    )


def _stand(one: FacetStand) -> tuple[Line, ...]:
    stand = Stand(one.stand)
    mark = Line(f"{STAND_GLYPHS[stand]} {_STAND_WORDS[stand]}", tone=one.stand)
    return (mark, *cell("suggested, not decided" if one.state == RelationState.SUGGESTED else ""))


def _grid(event: Clash) -> Table:
    return Table(
        caption="Parties and what each says, facet by facet",
        columns=("Party", *(facet.capitalize() for facet in event.facets)),
        rows=tuple(_party(party, event) for party in event.parties),
    )


def _party(party: Party, event: Clash) -> tuple[tuple[Line, ...], ...]:
    said = {saying.facet: saying for saying in party.sayings}
    standing = {claim.id: claim.status for claim in event.claims}
    marks = (Line(f"{ref} {STATUS_GLYPHS[standing[ref]]} {standing[ref]}", tone=standing[ref])
             for ref in party.claims)  # fmt: skip
    named = (*cell(party.name, party.role), *marks)
    return (named, *(_says(said.get(facet)) for facet in event.facets))


def _says(saying: Saying | None) -> tuple[Line, ...]:
    if saying is None:
        return ()
    marks = ((Stand.CONTRADICT, saying.contradicts), (Stand.AGREE, saying.agrees))
    return (
        *cell(saying.words),
        *(
            Line(f"{STAND_GLYPHS[stand]} {', '.join(refs)}", tone=stand.value)
            for stand, refs in marks
            if refs
        ),
    )


def _meetings(event: Clash) -> Point:
    return Point("What stands against what", tuple(_meeting(pair) for pair in event.pairs))


def _meeting(pair: Against) -> Line:
    """Say of two claims where they cannot both be right, where they agree, and who says so."""
    against = [one for one in pair.facets if one.stand == Stand.CONTRADICT]
    ties = [_tie(one) for one in against if one.relation]
    how = (
        ("contradict each other on", [one.facet for one in against if _is_sure(one)]),
        ("may contradict each other on", [one.facet for one in against if not _is_sure(one)]),
        ("differ on", pair.on(Stand.DIFFER)),
        ("agree on", pair.on(Stand.AGREE)),
    )
    meet = [f"{words} {listed(facets)}" for words, facets in how if facets]
    why = f" ({'; '.join(ties)})" if ties else ""
    return Line(f"{pair.a} and {pair.b} {', '.join(meet)}{why}.")


def _is_sure(one: FacetStand) -> bool:
    """Whether an editor has confirmed it."""
    return one.state == RelationState.CONFIRMED


def _tie(one: FacetStand) -> str:
    decided = f"{one.state} by {one.by}" if _is_sure(one) else "suggested"
    return joined((f"{one.relation} on {one.facet}, {decided}", one.reason), ": ")
