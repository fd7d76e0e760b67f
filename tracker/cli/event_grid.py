"""The grid of an event on a sheet: facet by facet, what each party says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.cli.claim_json import source_json
from tracker.cli.output import Output
from tracker.cli.pair_sheet import interest_json
from tracker.cli.sheet import Sheet
from tracker.cli.stands import stand_style
from tracker.cli.styles import Styled, quiet
from tracker.cli.table import Column, table_lines
from tracker.domain.contest import Party, Words
from tracker.domain.facet import Facet
from tracker.domain.grid import Grid
from tracker.domain.interest import interest_of
from tracker.domain.position import Position
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import RELATION_GLYPHS
from tracker.domain.side_by_side import STAND_GLYPHS, Stand

_COLUMNS = (Column("FACET", most=14), Column("WHO", most=24), Column("", most=2), Column("SAYS"))

_FEW = 6
"""Parties up to which each is told of on each facet; of more, how they meet on those at issue."""


def put_grid(sheet: Sheet, out: Output, grid: Grid) -> None:
    """Say facet by facet who says what, and who is silent."""
    sheet.title("Facet by facet")
    sheet.side("origins", grid.contest.origins_told)
    sheet.side("interest", *filter(None, map(_interests, grid.parties)))
    facets = grid.facets
    if len(grid.parties) > _FEW:
        at_issue = [facet for facet in facets if grid.stand(facet) is Stand.CONTRADICT]
        sheet.side("no clash on", ", ".join(one for one in facets if one not in at_issue))
        facets = tuple(at_issue)
    rows = (row for facet in facets for row in _rows(grid, facet))
    sheet.rows(table_lines(out, _COLUMNS, rows, whole=True))


def grid_json(grid: Grid) -> dict[str, Any]:
    """The grid for scripts: parties, and for each facet what they say and how they stand."""
    return {
        "parties": [
            {
                "source": source_json(party.front.claim.speaker_id, party.front.sources),
                "name": party.name,
                "claims": [str(claim.ref) for claim in party.claims],
                "origins": sorted(party.origins),
                "interests": [
                    {"claim": str(one.claim.ref), **interest_json(one)} for one in party.dossiers
                ],
            }
            for party in grid.parties
        ],
        "facets": [
            {
                "facet": facet.value,
                "stand": grid.stand(facet).value,
                "says": [
                    [
                        {"words": one.text, "claim": _ref(one), "former": one.former}
                        for one in party.words_on(facet)
                    ]
                    for party in grid.parties
                ],
            }
            for facet in grid.facets
        ],
    }


def _rows(grid: Grid, facet: Facet) -> Iterator[tuple[str, ...]]:
    stand = grid.stand(facet)
    label: str = Styled(f"{STAND_GLYPHS[stand]} {facet}", stand_style(stand))
    measure = grid.measure(facet, ())
    silent, apart = [], []
    for place, party in enumerate(grid.parties):
        position = grid.position(facet, place, measure)
        meets = position.at_odds or position.relation or place == measure
        if not position.words:
            silent.append(party.name)
        elif len(grid.parties) > _FEW and not meets:
            apart.append(party.name)
        else:
            mark = Styled(_mark(position), stand_style(position.stand)) if place != measure else ""
            yield (label, party.name, mark, _said(position))
            label = ""
    if apart:
        yield (label, quiet("not tied"), "", quiet(", ".join(apart)))
        label = ""
    if silent and len(grid.parties) <= _FEW:
        yield (label, quiet("silent"), "", quiet(", ".join(silent)))


def _mark(position: Position) -> str:
    relation = position.relation
    if relation is None:
        return "" if position.borrowed else STAND_GLYPHS[position.stand]
    return f"{RELATION_GLYPHS[relation.kind]}{'' if relation.confirmed else '?'}"


def _said(position: Position) -> str:
    """A party's words on a facet, what it said before, and which claims say more of it."""
    said = f"{position.in_full} (C{position.claim})"
    if position.outdated:
        said = f"formerly {said}"
    if position.former:
        said += f"; formerly {position.former}"
    further = " ".join(
        f"C{one}{' ≠' if one in position.against else ''}" for one in position.further
    )
    return f"{said} +{len(position.further)}: {further}" if further else said


def _interests(party: Party) -> str:
    """Whom a party's claims serve, and which do; empty where that is known of none."""
    claims: dict[str, list[str]] = {}
    for one in party.dossiers:
        if words := interest_of(one).words:
            claims.setdefault(words, []).append(str(one.claim.ref))
    side = interest_of(party.front).side_words
    named = f"{party.name} ({side})" if side else party.name
    said = "; ".join(f"{words} – {' '.join(refs)}" for words, refs in claims.items())
    return f"{named}: {said}" if said else ""


def _ref(one: Words) -> str:
    return str(Ref(Kind.CLAIM, one.claim))
