"""The report of contradictions as a page: a table for two sides, a grid for more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tracker.domain.phrasing import listed
from tracker.domain.relation import RelationState
from tracker.domain.side_by_side import STAND_GLYPHS, Stand
from tracker.domain.status import STATUS_GLYPHS, Status
from tracker.report.claim_card import card_of
from tracker.report.clash import Against, Clash, FacetStand
from tracker.report.page import Line, Page, Part, Point, Section, Table, cell
from tracker.report.party import Party, Saying
from tracker.report.report import joined
from tracker.report.reported_claim import ReportedClaim
from tracker.report.unverified_page import NO_EVENT
from tracker.report.wording import sentence

if TYPE_CHECKING:
    from tracker.report.contradictions import ContradictionsReport

_PAIR = 2
_FEW = 5
"""Parties up to which each has a column."""
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
    tables: tuple[Table, ...]
    if len(event.parties) == _PAIR == len(event.claims) and event.pairs:
        tables = (_side_by_side(event, event.pairs[0], by_id),)
    elif len(event.parties) <= _FEW:
        tables = (_grid(event),)
    else:
        tables = (_parties(event), _at_issue(event))
    yield Part("", (*tables, _meetings(event, by_id)))
    yield Part("The claims", tuple(card_of(claim, standing=True) for claim in event.claims))


def _side_by_side(event: Clash, pair: Against, by_id: dict[str, ReportedClaim]) -> Table:
    a, b = by_id[pair.a], by_id[pair.b]
    serve = {claim: words for one in event.parties for claim, words in _serving(one)}
    interest = (cell("Interest"), cell(serve.get(a.id, "")), cell(serve.get(b.id, "")), ())
    return Table(
        caption=f"{a.id} and {b.id}, facet by facet",
        columns=("Facet", f"{a.speaker} ({a.id})", f"{b.speaker} ({b.id})", "The two"),
        rows=(
            *(
                (cell(one.facet.capitalize()), cell(one.a), cell(one.b), _stand(one))
                for one in pair.facets
            ),
            *((interest,) if serve.keys() & {a.id, b.id} else ()),
        ),
    )


def _serving(party: Party) -> Iterator[tuple[str, str]]:
    """The claims of a party of which it is known whom they serve."""
    for claim, words in zip(party.claims, party.interests, strict=True):
        if words:
            yield claim, words


def _stand(one: FacetStand) -> tuple[Line, ...]:
    stand = Stand(one.stand)
    mark = Line(f"{STAND_GLYPHS[stand]} {_STAND_WORDS[stand]}", tone=one.stand)
    return (mark, *cell("suggested, not decided" if one.state == RelationState.SUGGESTED else ""))


def _grid(event: Clash) -> Table:
    """A column a party, a row a facet, one position a cell."""
    standing = {claim.id: claim.status for claim in event.claims}
    who = tuple(_claims(party, standing, served=False) for party in event.parties)
    serve = tuple(
        cell(*(f"{ref}: {words}" for ref, words in _serving(party))) for party in event.parties
    )
    return Table(
        caption="Parties and what each says, facet by facet",
        columns=("Facet", *(party.name for party in event.parties)),
        rows=(
            (cell("Who says so"), *who),
            *(((cell("Interest"), *serve),) if any(serve) else ()),
            *(
                (_facet(event, facet), *(_says(_on(party, facet)) for party in event.parties))
                for facet in event.facets
            ),
        ),
    )


def _parties(event: Clash) -> Table:
    standing = {claim.id: claim.status for claim in event.claims}
    return Table(
        caption="Who speaks, and whom the claims serve",
        columns=("Party", "Role", "Claims"),
        rows=tuple(
            (cell(party.name), cell(party.role), _claims(party, standing, role=False))
            for party in event.parties
        ),
    )


def _at_issue(event: Clash) -> Table:
    """A row for each party that meets another on a facet at issue; too many for columns."""
    rows = []
    for facet in event.at_issue:
        label = _facet(event, facet)
        for party in event.parties:
            saying = _on(party, facet)
            if saying and (saying.contradicts or saying.agrees or saying.elsewhere):
                rows.append((label, cell(party.name), cell(_words(saying)), _marks(saying)))
                label = ()
    return Table("What is at issue", ("Facet", "Party", "Says", "Meets"), tuple(rows))


def _on(party: Party, facet: str) -> Saying | None:
    return next((saying for saying in party.sayings if saying.facet == facet), None)


def _facet(event: Clash, facet: str) -> tuple[Line, ...]:
    mark = f"{STAND_GLYPHS[Stand.CONTRADICT]} " if facet in event.at_issue else ""
    return cell(f"{mark}{facet.capitalize()}")


def _claims(
    party: Party, standing: Mapping[str, Status], *, role: bool = True, served: bool = True
) -> tuple[Line, ...]:
    """A party's claims, how each stands, and whom it serves."""
    serve = dict(_serving(party)) if served else {}
    marks = (
        Line(f"{ref} {STATUS_GLYPHS[standing[ref]]} {standing[ref]}{_after(serve.get(ref, ''))}",
             tone=standing[ref])
        for ref in party.claims
    )  # fmt: skip
    return (*(cell(party.role) if role else ()), *marks)


def _after(words: str) -> str:
    return f" – {words}" if words else ""


def _says(saying: Saying | None) -> tuple[Line, ...]:
    return () if saying is None else (*cell(_words(saying)), *_marks(saying))


def _words(saying: Saying) -> str:
    former = f"; formerly {saying.former}" if saying.former else ""
    more = f" +{len(saying.further)} ({', '.join(saying.further)})" if saying.further else ""
    claim = f" ({saying.claim})" if saying.position else ""
    return f"{saying.position}{claim}{former}{more}"


def _marks(saying: Saying) -> tuple[Line, ...]:
    """The claims that a party's meet; each is named, also where it is not told here."""
    elsewhere = (f"{one.claim} ({one.why})" for one in saying.elsewhere)
    against = tuple(dict.fromkeys((*saying.contradicts, *elsewhere)))
    marks = ((Stand.CONTRADICT, against), (Stand.AGREE, saying.agrees))
    return tuple(
        Line(f"{STAND_GLYPHS[stand]} {', '.join(refs)}", tone=stand.value)
        for stand, refs in marks
        if refs
    )


def _meetings(event: Clash, by_id: Mapping[str, ReportedClaim]) -> Point:
    meetings = (_meeting(pair, by_id) for pair in event.pairs)
    return Point("What stands against what", (*meetings, *_elsewhere(event)))


def _elsewhere(event: Clash) -> Iterator[Line]:
    """Name the claims that stand against those of this event and are not told beside them."""
    where: dict[tuple[str, str, str, str], list[str]] = {}
    for party in event.parties:
        for saying in party.sayings:
            for one in saying.elsewhere:
                met = (one.of, party.name, one.claim, one.why)
                where.setdefault(met, []).append(saying.facet)
    for (of, speaker, claim, why), facets in where.items():
        yield Line(f"{of} ({speaker}) also meets {claim} on {listed(facets)}; {claim} is {why}.")


def _meeting(pair: Against, by_id: Mapping[str, ReportedClaim]) -> Line:
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
    one, other = (f"{ref} ({by_id[ref].speaker})" for ref in (pair.a, pair.b))
    return Line(f"{one} and {other} {', '.join(meet)}{why}.")


def _is_sure(one: FacetStand) -> bool:
    """Whether an editor has confirmed it."""
    return one.state == RelationState.CONFIRMED


def _tie(one: FacetStand) -> str:
    decided = f"{one.state} by {one.by}" if _is_sure(one) else "suggested"
    return joined((f"{one.relation} on {one.facet}, {decided}", one.reason), ": ")
