"""A contest facet by facet: a column a party, one position a cell, and how they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from tracker.domain.cells import cut
from tracker.domain.contest import LEFT, RIGHT, Contest, Party
from tracker.domain.facet import Facet
from tracker.domain.grid import Grid
from tracker.domain.position import Position
from tracker.domain.relation import RELATION_GLYPHS, Relation
from tracker.domain.side_by_side import STAND_GLYPHS, STRONGEST, FacetRow, Stand
from tracker.tui.theme import AGREEMENT, CONTRADICTION
from tracker.tui.words.columns_page import ColumnsPage
from tracker.tui.words.page import MUTED, words

_PAIR = 2
_NEAR = 8
"""Parties beyond which those further off are not told of where they have no column."""
_FEW = 6
"""Parties up to which each is told of on each facet."""
_MOST = 64
"""Cells of a position in a column of several, or in a line; its claim tells it whole."""
_STYLES = {
    Stand.AGREE: AGREEMENT,
    Stand.CONTRADICT: CONTRADICTION,
    Stand.DIFFER: "",
    Stand.SILENT: MUTED,
}
_ODDS = f"bold {CONTRADICTION}"
_SILENCE = Content.styled("says nothing", "$text-disabled italic")
_SILENT = Content.styled("silent", "$text-disabled italic")


def put_facets(page: ColumnsPage, contest: Contest, columns: Sequence[Party], side: int) -> None:
    """Put a row for each facet that a column speaks to; below it, how those without one meet it.

    First come the facets on which the two that are compared cannot both be right.
    """
    told = {one.front.claim.id: one for one in (*columns, *contest.nearest(_NEAR))}
    grid = Grid(contest, tuple(told.values()), pinned=True)
    fronts = list(told)
    compared = [fronts.index(contest.sides[one].claim.id) for one in _ends(side)]
    several, wide = len(columns) > _PAIR, len(columns)
    few = len(contest.parties) <= _FEW
    rows = {row.facet: row for row in contest.pair.rows}
    stands = {facet: grid.stand(facet) for facet in grid.facets} if several else _stands(rows)
    for facet in sorted(stands, key=lambda one: _place(rows.get(one), stands[one])):
        row = rows.get(facet)
        measure = grid.measure(facet, compared)
        positions = [grid.position(facet, place, measure) for place in range(len(fronts))]
        if several:
            cells = [_cell(one, marked=n != measure) for n, one in enumerate(positions[:wide])]
        else:
            cells = [
                _of_two(one, end, row) for one, end in zip(positions, fronts[:wide], strict=False)
            ]
        if all(cell in (_SILENCE, _SILENT) for cell in cells):
            continue
        glyph = STAND_GLYPHS[stands[facet]] if several or row is None else row.glyph
        page.beside_each_other(_label(facet, glyph, stands[facet]), cells)
        if facet is Facet.OCCURRENCE:
            _who_meets(page, grid.parties[wide:], positions[wide:])
        elif few or (row is not None and row.stand is Stand.CONTRADICT):
            _others(page, grid.parties[wide:], positions[wide:], every=few)
        if row is not None and row.relation is not None and row.relation.confirmed:
            page.aside(Content(""), words(_note(contest, row.relation), MUTED))


def _stands(rows: Mapping[Facet, FacetRow]) -> dict[Facet, Stand]:
    return {facet: row.stand for facet, row in rows.items()}


def _place(row: FacetRow | None, stand: Stand) -> tuple[bool, int]:
    at_issue = row is not None and row.stand is Stand.CONTRADICT
    return (not at_issue, STRONGEST.index(stand))


def _others(
    page: ColumnsPage, parties: Sequence[Party], positions: Sequence[Position], *, every: bool
) -> None:
    """Say how those without a column meet the one that is measured by; or what every one says."""
    for party, position in zip(parties, positions, strict=True):
        if position.words and (every or position.relation or position.agrees):
            name = words(f"{party.name}: ", MUTED)
            page.aside(Content(""), *_mark(position), name, _said(position, _MOST))


def _who_meets(page: ColumnsPage, parties: Sequence[Party], positions: Sequence[Position]) -> None:
    """Say in one line who of those without a column is set against whether it happened, or agrees.

    A deed's own word ("fire") says little of that; the accounts of each are a key away.
    """
    named = [
        Content("").join([*_mark(position), words(party.name, MUTED)])
        for party, position in zip(parties, positions, strict=True)
        if position.relation or position.agrees
    ]
    if named:
        page.aside(Content(""), Content("  ").join(named))


def _ends(side: int) -> tuple[int, int]:
    return (side, RIGHT if side == LEFT else LEFT)


def _label(facet: Facet, glyph: str, stand: Stand) -> Content:
    style = _ODDS if stand is Stand.CONTRADICT else _STYLES[stand]
    return Content.assemble((f"{glyph} ", f"bold {_STYLES[stand]}"), (facet.value, style))


def _cell(position: Position, *, marked: bool) -> Content:
    """What a party says among several, with the mark of how it stands to the one measured by."""
    if not position.words:
        return _SILENT
    return Content("").join([*(_mark(position) if marked else ()), _said(position, _MOST)])


def _of_two(position: Position, front: int, row: FacetRow | None) -> Content:
    """What a claim says that stands alone with another; or else what its speaker says elsewhere."""
    answers = row is not None and row.relation is not None and row.stand is Stand.CONTRADICT
    if not position.words or (position.borrowed and not answers):
        return _SILENCE
    if position.claim == front:
        return _said(position, None)
    former = f", formerly {position.former}" if position.former else ""
    return words(f"{position.words} (C{position.claim}){former}", MUTED)


def _said(position: Position, most: int | None) -> Content:
    """A party's words on a facet, what it said before, and how many claims say more of it."""
    said = position.words if most is None else cut(position.words, most)
    if position.outdated:
        pieces = [words(f"formerly {said}", MUTED)]
    else:
        pieces = [words(said, _ODDS if position.at_odds else "")]
    if position.former:
        pieces.append(words(f"; formerly {position.former}", MUTED))
    if position.further:
        pieces.append(words(f" +{len(position.further)}", MUTED))
    if position.against:
        pieces.append(words(f" {STAND_GLYPHS[Stand.CONTRADICT]}", _ODDS))
    return Content("").join(pieces)


def _mark(position: Position) -> Iterator[Content]:
    relation = position.relation
    if position.stand is Stand.SILENT and relation is None:
        return
    glyph = RELATION_GLYPHS[relation.kind] if relation else STAND_GLYPHS[position.stand]
    unsure = "" if relation is None or relation.confirmed else "?"
    yield Content.styled(f"{glyph}{unsure} ", f"bold {_STYLES[position.stand]}")


def _note(contest: Contest, relation: Relation) -> str:
    """Say which relation it is: "R3 ≡ concedes, confirmed: the company admits what …"."""
    speakers = {one.claim.id: one.speaker for one in contest.accounts}
    told = relation.told(speakers.get(relation.a, "one"), speakers.get(relation.b, "another"))
    compared = {one.claim.id for one in contest.sides}
    ends = "" if compared == {relation.a, relation.b} else f" C{relation.a} C{relation.b}"
    kind = f"{RELATION_GLYPHS[relation.kind]} {relation.kind}"
    return f"{relation.ref}{ends} {kind}, {relation.state}: {told}"
