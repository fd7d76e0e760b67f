"""Two claims side by side, facet by facet: where they agree, where both cannot be right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet
from tracker.domain.figure import Figure
from tracker.domain.relation import AGAINST, SAME_SPEAKER, Relation, RelationState


class Stand(StrEnum):
    """How two claims stand to each other on one facet."""

    AGREE = "agree"
    CONTRADICT = "contradict"
    DIFFER = "differ"
    SILENT = "silent"


STAND_GLYPHS = {Stand.AGREE: "=", Stand.CONTRADICT: "≠", Stand.DIFFER: "~", Stand.SILENT: "·"}


@dataclass(frozen=True)
class FacetRow:
    """One facet of a pair: both sides' words, None where a side is silent."""

    facet: Facet
    left: str | None
    right: str | None
    stand: Stand
    relation: Relation | None = None


@dataclass(frozen=True)
class Pair:
    """Two dossiers and the relations between them."""

    left: Dossier
    right: Dossier
    relations: tuple[Relation, ...]

    @property
    def rows(self) -> tuple[FacetRow, ...]:
        """A row for every facet that either side speaks to or a relation names."""
        return tuple(
            row
            for facet in Facet
            if (row := _row(facet, self.left.claim, self.right.claim, self.relations)) is not None
        )

    @property
    def state(self) -> RelationState:
        """Suggested while anything waits for a decision, else confirmed if anything is."""
        states = {relation.state for relation in self.relations if relation.kind in AGAINST}
        for state in (RelationState.SUGGESTED, RelationState.CONFIRMED):
            if state in states:
                return state
        return RelationState.REJECTED

    @property
    def open_facets(self) -> tuple[Facet, ...]:
        """The facets on which the two cannot both be right."""
        return tuple(row.facet for row in self.rows if row.stand is Stand.CONTRADICT)


def _row(
    facet: Facet, left: Claim, right: Claim, relations: tuple[Relation, ...]
) -> FacetRow | None:
    here = [
        relation
        for relation in relations
        if (relation.facet or Facet.OCCURRENCE) is facet
        and relation.state is not RelationState.REJECTED
    ]
    ours, theirs = words_on(left, facet), words_on(right, facet)
    if ours is None and theirs is None and not here:
        return None
    relation = next((one for one in here if one.kind in AGAINST), here[0] if here else None)
    return FacetRow(facet, ours, theirs, _stand(facet, left, right, relation), relation)


def _stand(facet: Facet, left: Claim, right: Claim, relation: Relation | None) -> Stand:
    if relation is not None:
        return _stand_by(relation)
    ours, theirs = words_on(left, facet), words_on(right, facet)
    if ours is None or theirs is None:
        return Stand.SILENT
    if facet is Facet.CASUALTIES:
        compared = [
            one.meets(other)
            for one in left.figures
            for other in right.figures
            if one.harm is not None and one.harm is other.harm
        ]
        if compared:
            return Stand.AGREE if all(compared) else Stand.DIFFER
    return Stand.AGREE if ours.casefold() == theirs.casefold() else Stand.DIFFER


def _stand_by(relation: Relation) -> Stand:
    if relation.kind in AGAINST:
        return Stand.CONTRADICT
    return Stand.DIFFER if relation.kind in SAME_SPEAKER else Stand.AGREE


def words_on(claim: Claim, facet: Facet) -> str | None:
    """What a claim says on a facet, in its own words; None where it is silent."""
    words = [value.words for value in claim.facets if value.facet is facet]
    if not words and facet is Facet.CASUALTIES:
        words = [_figure_words(figure) for figure in claim.figures if figure.harm is not None]
    return "; ".join(words) if words else None


def _figure_words(figure: Figure) -> str:
    return figure.text if figure.counts in figure.text else f"{figure.text} {figure.counts}"
