"""Two claims side by side, facet by facet: where they agree, where both cannot be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.claim import Claim
from tracker.domain.denying_words import is_told_as_denial
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.facet_words import in_short, told_on, values_on, words_on
from tracker.domain.figure import Figure
from tracker.domain.relation import (
    AGAINST,
    RELATION_GLYPHS,
    SAME_SPEAKER,
    Relation,
    RelationKind,
    RelationState,
)
from tracker.domain.sides import one_side


class Stand(StrEnum):
    """How two claims stand to each other on one facet."""

    AGREE = "agree"
    CONTRADICT = "contradict"
    DIFFER = "differ"
    SILENT = "silent"


_DENIED = frozenset({Facet.ACTOR, Facet.CAUSE, Facet.INTENT, Facet.MEANS})
"""On what a denial, in the words of what it denies, does not bear it out."""
STRONGEST = (Stand.CONTRADICT, Stand.AGREE, Stand.DIFFER, Stand.SILENT)
"""One contradiction outweighs what agrees, and that what differs."""
STAND_GLYPHS = {Stand.AGREE: "=", Stand.CONTRADICT: "≠", Stand.DIFFER: "~", Stand.SILENT: "·"}


@dataclass(frozen=True)
class FacetRow:
    """One facet of a pair: both sides' words, None where a side is silent.

    ``instead`` is what to show of each side where it has no words on the facet, and yet stands
    against the other there.
    """

    facet: Facet
    left: str | None
    right: str | None
    stand: Stand
    relation: Relation | None = None
    instead: tuple[str, str] = ("", "")

    @property
    def told(self) -> tuple[str, str]:
        """What to show of each side; an empty text where it is silent."""
        return (self.left or self.instead[0], self.right or self.instead[1])

    @property
    def glyph(self) -> str:
        """The mark of how they stand: of the relation that says so, or else of the words."""
        if self.relation is None:
            return STAND_GLYPHS[self.stand]
        return RELATION_GLYPHS[self.relation.kind]


@dataclass(frozen=True)
class Pair:
    """Two dossiers and the relations between them."""

    left: Dossier
    right: Dossier
    relations: tuple[Relation, ...]

    @property
    def rows(self) -> tuple[FacetRow, ...]:
        """A row for every facet that either side speaks to or a relation names."""
        return in_order(
            facet_row(facet, (self.left.claim,), (self.right.claim,), self.relations)
            for facet in Facet
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
    def against(self) -> tuple[Relation, ...]:
        """The relations by which the two stand against each other."""
        return tuple(relation for relation in self.relations if relation.against)

    @property
    def open_facets(self) -> tuple[Facet, ...]:
        """The facets on which the two cannot both be right."""
        return tuple(row.facet for row in self.rows if row.stand is Stand.CONTRADICT)


def in_order(rows: Iterable[FacetRow | None]) -> tuple[FacetRow, ...]:
    """Put the rows first on which two cannot both be right, and last where one is silent."""
    return tuple(sorted(filter(None, rows), key=lambda row: STRONGEST.index(row.stand)))


def facet_row(
    facet: Facet, left: Sequence[Claim], right: Sequence[Claim], relations: Iterable[Relation]
) -> FacetRow | None:
    """Set what some claims say on a facet beside what others do, given the relations of them.

    None where neither says anything and no relation is about it.
    """
    ends = [{claim.id for claim in side} for side in (left, right)]
    here = [
        one
        for one in relations
        if one.stands
        and one.stands_on(facet)
        and ({one.a, one.b} & ends[0] and {one.a, one.b} & ends[1])
    ]
    ours, theirs = (_words_of(claims, facet) for claims in (left, right))
    if ours is None and theirs is None and not here:
        return None
    relation = min(here, key=_weight, default=None)
    if relation is not None:
        stand = _stand_by(relation)
    elif ours is None or theirs is None:
        stand = Stand.SILENT
    else:
        agree = _agree(facet, left, right, same=ours.casefold() == theirs.casefold())
        stand = Stand.AGREE if agree else Stand.DIFFER
    return FacetRow(
        facet,
        _told_of(left, facet, right),
        _told_of(right, facet, left),
        stand,
        relation,
        (_instead(left, relation), _instead(right, relation)),
    )


def instead_of_words(claim: Claim, relation: Relation) -> str:
    """What to show of a claim that stands against another without words on the facet."""
    if relation.kind is RelationKind.DENIES:
        return "denies it" if claim.id == relation.a else "says so"
    return in_short(claim.statement)


def facet_at_odds(one: Claim, other: Claim) -> Facet | None:
    """The facet on which two claims say most plainly what cannot both be true; None if on none."""
    if any(not mine.meets(theirs) for mine, theirs in _counts(one, other)):
        return Facet.CASUALTIES
    # Two killed and nine injured are told in other words, and both may be true.
    facets = sorted(Facet, key=lambda facet: facet is Facet.CASUALTIES)
    rows = (facet_row(facet, (one,), (other,), ()) for facet in facets)
    return next((row.facet for row in rows if row and row.stand is Stand.DIFFER), None)


def _counts(one: Claim, other: Claim) -> Iterator[tuple[Figure, Figure]]:
    """The figures of two claims that count the same harm."""
    for mine in one.figures:
        for theirs in other.figures:
            if mine.harm is not None and mine.harm is theirs.harm:
                yield mine, theirs


def _weight(relation: Relation) -> tuple[bool, bool]:
    """What stands against the other outweighs what agrees; then what is confirmed."""
    return (relation.kind not in AGAINST, not relation.confirmed)


def _agree(facet: Facet, left: Sequence[Claim], right: Sequence[Claim], *, same: bool) -> bool:
    """Whether both say the same: as intervals of one harm, by what is meant, or in one word."""
    denials = [all(is_told_as_denial(one.cue) for one in side) for side in (left, right)]
    if facet in _DENIED and denials[0] is not denials[1]:
        return False
    if facet is Facet.CASUALTIES:
        compared = [pair for one in left for other in right for pair in _counts(one, other)]
        if compared:
            return all(mine.meets(theirs) for mine, theirs in compared)
    if facet is Facet.ACTOR and _one_doer(left, right):
        return True
    return same or bool(_meant(left, facet) & _meant(right, facet))


def _one_doer(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether the doers that both sides name may be one: "army gunners", "the army"."""
    ours, theirs = (
        [value.words for one in side for value in one.facets if value.facet is Facet.ACTOR]
        for side in (left, right)
    )
    return any(
        one_side(one, other)
        for one in ours
        for other in theirs
        if not (_counts_them(one) or _counts_them(other))
    )


def _counts_them(doer: str) -> bool:
    """Whether a doer is rather a count: 40,000 people are not 5,000 people."""
    return any(char.isdigit() for char in doer)


def _meant(claims: Iterable[Claim], facet: Facet) -> set[int | str]:
    """The sources, the places and the senses that claims mean on a facet."""
    values = [value for claim in claims for value in values_on(claim, facet)]
    places = {value.place.casefold() for value in values if value.place}
    senses = {sense for value in values for sense in _senses(value)}
    return places | senses | {value.source_id for value in values if value.source_id is not None}


def _senses(value: FacetValue) -> set[str]:
    """What a value comes down to; the sense of a doer and of a target is the deed's."""
    if value.facet in (Facet.ACTOR, Facet.TARGET):
        return set()
    undone = "not " if value.sense.startswith("not ") else ""
    return {f"{undone}{sense}" for sense in value.sense.removeprefix("not ").split()}


def _stand_by(relation: Relation) -> Stand:
    if relation.kind in AGAINST:
        return Stand.CONTRADICT
    return Stand.DIFFER if relation.kind in SAME_SPEAKER else Stand.AGREE


def _words_of(claims: Iterable[Claim], facet: Facet) -> str | None:
    return _joined(words_on(claim, facet) for claim in claims)


def _told_of(claims: Iterable[Claim], facet: Facet, beside: Sequence[Claim]) -> str | None:
    return _joined(told_on(claim, facet, beside) for claim in claims)


def _joined(words: Iterable[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, words))) or None


def _instead(side: Sequence[Claim], relation: Relation | None) -> str:
    if relation is None or relation.kind not in AGAINST:
        return ""
    at = next((one for one in side if one.id in (relation.a, relation.b)), side[0])
    return instead_of_words(at, relation)
