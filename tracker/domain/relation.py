"""Relations: claim to claim, typed, per facet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from tracker.domain.errors import RefusedError
from tracker.domain.facet import Facet
from tracker.domain.reference import Kind, Ref, Thing


class RelationKind(StrEnum):
    """How one claim stands to another."""

    CONTRADICTS = "contradicts"
    DENIES = "denies"
    CORROBORATES = "corroborates"
    CONCEDES = "concedes"
    RELAYS = "relays"
    REFINES = "refines"
    UPDATES = "updates"
    RETRACTS = "retracts"


class RelationState(StrEnum):
    """What the desk thinks of a relation."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class RelationOrigin(StrEnum):
    """Who proposed a relation."""

    PERSON = "person"
    MACHINE = "machine"


SYMMETRIC = (RelationKind.CONTRADICTS, RelationKind.CORROBORATES)
AGAINST = (RelationKind.CONTRADICTS, RelationKind.DENIES)
"""The kinds whose other end is a counter-claim."""
AGREEING = (
    RelationKind.CORROBORATES,
    RelationKind.CONCEDES,
    RelationKind.RELAYS,
    RelationKind.REFINES,
)
"""The kinds by which both can be true."""
SAME_SPEAKER = (RelationKind.UPDATES, RelationKind.RETRACTS)
OF_ONE_EVENT = (*AGAINST, RelationKind.CORROBORATES, RelationKind.CONCEDES)
"""The kinds that say something only of claims about one event."""

RELATION_MEANINGS = {
    RelationKind.CONTRADICTS: "cannot both be true on that facet",
    RelationKind.DENIES: "rejects without an alternative",
    RelationKind.CORROBORATES: "an independent origin says the same",
    RelationKind.CONCEDES: "a party admits what was alleged against it",
    RelationKind.RELAYS: "passes on, not independent",
    RelationKind.REFINES: "narrower and compatible",
    RelationKind.UPDATES: "same speaker, newer figure",
    RelationKind.RETRACTS: "same speaker withdraws",
}
RELATION_GLYPHS = {
    RelationKind.CONTRADICTS: "≠",
    RelationKind.DENIES: "¬",
    RelationKind.CORROBORATES: "=",
    RelationKind.CONCEDES: "≡",
    RelationKind.RELAYS: "→",
    RelationKind.REFINES: "⊂",
    RelationKind.UPDATES: "↻",
    RelationKind.RETRACTS: "⊖",
}


@dataclass(frozen=True)
class Relation(Thing):
    """A typed tie from claim ``a`` to claim ``b``; symmetric ones are stored lower id first.

    ``score`` (0–1) and ``reason`` are the machine's when it proposed the relation.
    """

    of_kind: ClassVar[Kind] = Kind.RELATION

    a: int
    b: int
    kind: RelationKind
    facet: Facet | None
    state: RelationState
    origin: RelationOrigin
    by: str
    at: datetime
    reason: str = ""
    score: float | None = None

    @property
    def stands(self) -> bool:
        """Whether no editor rejected it."""
        return self.state is not RelationState.REJECTED

    @property
    def against(self) -> bool:
        """Whether each end is a counter-claim of the other."""
        return self.kind in AGAINST and self.stands

    def stands_on(self, facet: Facet) -> bool:
        """Whether it is about a facet; one about none is about whether it happened."""
        return (self.facet or Facet.OCCURRENCE) is facet

    @property
    def confirmed(self) -> bool:
        """Whether an editor confirmed it; guards count no others."""
        return self.state is RelationState.CONFIRMED

    def excludes(self, other: Relation) -> bool:
        """Whether the two cannot both hold of one pair of claims.

        Claims do not agree and stand against each other on one facet; of two claims one alone is
        the later, the narrower, or the one that is passed on, and that is no second origin.
        """
        if {self.a, self.b} != {other.a, other.b}:
            return False
        kinds, crossed = {self.kind, other.kind}, self.a != other.a
        if kinds <= set(SAME_SPEAKER) or kinds == {RelationKind.RELAYS}:
            return crossed
        if kinds == {RelationKind.REFINES}:  # without a facet, of all that is claimed
            return crossed and (self.facet is other.facet or None in (self.facet, other.facet))
        if not other.stands_on(self.facet or Facet.OCCURRENCE):
            return False
        if kinds == {RelationKind.CORROBORATES, RelationKind.RELAYS}:
            return True
        return bool(kinds & set(AGAINST)) and bool(kinds & set(AGREEING))

    @property
    def words(self) -> str:
        """Say it: "C1 contradicts C2 on actor"."""
        on = f" on {self.facet}" if self.facet else ""
        return f"{Ref(Kind.CLAIM, self.a)} {self.kind} {Ref(Kind.CLAIM, self.b)}{on}"

    def other(self, claim_id: int) -> int:
        """The claim at the other end."""
        return self.b if claim_id == self.a else self.a

    def told(self, a: str, b: str) -> str:
        """Say how its ends stand to each other, by the names of who speaks at each."""
        match self.kind:
            case RelationKind.CONTRADICTS:
                return "cannot both be true"
            case RelationKind.DENIES:
                return f"{a} denies what {b} says"
            case RelationKind.CORROBORATES:
                return "both say so, independently"
            case RelationKind.CONCEDES:
                return f"{a} admits what {b} says"
            case RelationKind.RELAYS:
                return f"{a} passes on what {b} says: no second origin"
            case RelationKind.REFINES:
                return f"{a} is narrower, and within what {b} says"
            case RelationKind.UPDATES:
                return f"{a} says so by now"
            case RelationKind.RETRACTS:
                return f"{a} has taken it back"

    @property
    def tie(self) -> tuple[int, int, RelationKind, Facet | None]:
        """What no second relation has: the two claims, how they stand, and on which facet."""
        return self.a, self.b, self.kind, self.facet

    def ordered(self) -> Relation:
        """The form in which it is stored: a symmetric relation has its lower id first."""
        if self.kind in SYMMETRIC and self.a > self.b:
            return replace(self, a=self.b, b=self.a)
        return self

    def decided(self, state: RelationState, *, by: str, at: datetime, reason: str) -> Relation:
        """An editor's decision on it, for a reason of the editor's or for which it was proposed.

        Raises:
            RefusedError: it is already so.
        """
        if self.state is state:
            raise RefusedError(f"{self.ref} is already {state}.")
        return replace(self, state=state, by=by, at=at, reason=reason)


def foremost(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Put what stands against a claim first, then what an editor said, then the surest."""
    return tuple(
        sorted(
            relations,
            key=lambda one: (not one.against, -1.0 if one.score is None else -one.score, one.id),
        )
    )


def is_news(proposed: Relation, known: Iterable[Relation]) -> bool:
    """Whether a proposal says anything that the ledger does not know, or an editor not refused.

    What is known on a facet is not proposed again there. Where an editor rejected that two claims
    stand against each other, or are tied in some other way, no facet is reason enough to ask again.
    """
    for one in known:
        if {one.a, one.b} != {proposed.a, proposed.b} or not _same_sense(one, proposed):
            continue
        if one.facet is proposed.facet or one.state is RelationState.REJECTED:
            return False
    return True


def _same_sense(one: Relation, other: Relation) -> bool:
    return one.kind is other.kind or (one.kind in AGAINST and other.kind in AGAINST)
