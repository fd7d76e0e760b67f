"""A contest facet by facet: a column a party, one position a cell, and how they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

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
_FEW_RIVALS = 3
_OF_SEVERAL = (Stand.CONTRADICT, Stand.DIFFER, Stand.AGREE)
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
_APART = "not set against each other:"
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
    told_rows = []
    for facet in grid.facets if several else rows:
        row = rows.get(facet)
        measure = grid.measure(facet, compared)
        positions = [grid.position(facet, place, measure) for place in range(len(fronts))]
        shown = [_Shown(one, n == measure, fronts) for n, one in enumerate(positions[:wide])]
        if several:
            stand, cells = _stand_of(row, shown), [one.cell() for one in shown]
        else:
            stand, cells = rows[facet].stand, _of_two(shown, fronts[:wide], rows[facet])
        told_rows.append((facet, row, stand, cells, positions[wide:]))
    apart = False
    for facet, row, stand, cells, beside in sorted(told_rows, key=lambda one: _place(*one[1:3])):
        if all(cell in (_SILENCE, _SILENT) for cell in cells):
            continue
        tied = several or (row is not None and row.relation is not None)
        if stand is Stand.DIFFER and not (tied or apart):
            page.aside(Content(""), words(_APART, MUTED))
            apart = True
        glyph = row.glyph if row is not None and not several else STAND_GLYPHS[stand]
        page.beside_each_other(_label(facet, glyph, stand), cells)
        if facet is Facet.OCCURRENCE:
            _who_meets(page, grid.parties[wide:], beside)
        elif few or stand is Stand.CONTRADICT:
            every = few and stand is not Stand.CONTRADICT
            _others(page, grid.parties[wide:], beside, every=every)
        if row is not None and row.relation is not None and row.relation.confirmed:
            page.aside(Content(""), words(_note(contest, row.relation), MUTED))


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


class _Shown(NamedTuple):
    """A position in a column: whether the others are measured by it, and the claims in columns."""

    position: Position
    measure: bool
    fronts: Sequence[int]

    @property
    def elsewhere(self) -> str:
        """The claims at odds with it, where none of the columns shows what it is at odds with."""
        relation = self.position.relation
        if relation is not None and relation.against:
            return ""
        if self.measure and set(self.position.rivals) & set(self.fronts):
            return ""
        return " ".join(f"C{one}" for one in self.position.rivals[:_FEW_RIVALS])

    @property
    def stand(self) -> Stand:
        """How it is marked."""
        if self.elsewhere or self.position.against:
            return Stand.CONTRADICT
        return self.position.stand

    def cell(self) -> Content:
        """What a party says among several, with the mark of how it stands to the measure."""
        if not self.position.words:
            return _SILENT
        mark = () if self.measure else _mark(self.position)
        return Content("").join([*mark, _said(self.position, _MOST, self.elsewhere)])


def _stand_of(row: FacetRow | None, shown: Sequence[_Shown]) -> Stand:
    """How the shown ones stand: a row is not marked for those that nobody sees in it."""
    stands = {one.stand for one in shown if one.position.words}
    stands |= {row.stand} if row is not None else set()
    found = (stand for stand in _OF_SEVERAL if stand in stands)
    return next(found, Stand.SILENT)


def _of_two(shown: Sequence[_Shown], fronts: Sequence[int], row: FacetRow) -> list[Content]:
    """What two claims say that stand alone with each other.

    What a speaker says in another claim stands there only where it is said anew, or tied to the
    one opposite: else it would seem to answer it.
    """
    cells = []
    answers = row.relation is not None and row.stand is Stand.CONTRADICT
    for place, (one, opposite) in enumerate(zip(shown, reversed(shown), strict=True)):
        facing, anew = fronts[1 - place], (row.left, row.right)[place] is not None
        position, relations = one.position, (one.position.relation, opposite.position.relation)
        tied = any(r and {r.a, r.b} == {position.claim, facing} for r in relations)
        if not position.words or (position.borrowed and not answers):
            cells.append(_SILENCE)
        elif position.claim in fronts:
            cells.append(_said(position, None, one.elsewhere))
        elif tied or anew:
            former = f", formerly {position.former}" if position.former else ""
            cells.append(words(f"{position.words} (C{position.claim}){former}", MUTED))
        else:
            cells.append(_SILENCE)
    return cells


def _said(position: Position, most: int | None, elsewhere: str = "") -> Content:
    """A party's words on a facet, what it said before, and how many claims say more of it."""
    said = position.words if most is None else cut(position.words, most)
    if position.outdated:
        pieces = [words(f"formerly {said}", MUTED)]
    else:
        pieces = [words(said, _ODDS if position.at_odds else "")]
    if position.former:
        pieces.append(words(f"; formerly {position.former}", MUTED))
    if elsewhere:
        pieces.append(words(f" {STAND_GLYPHS[Stand.CONTRADICT]} {elsewhere}", _ODDS))
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
