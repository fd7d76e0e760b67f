"""Relations: claim to claim, typed, per facet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from tracker.domain.errors import RefusedError
from tracker.domain.facet import Facet
from tracker.domain.reference import Kind, Ref


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
SAME_SPEAKER = (RelationKind.UPDATES, RelationKind.RETRACTS)

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


@dataclass(frozen=True)
class Relation:
    """A typed tie from claim ``a`` to claim ``b``; symmetric ones are stored lower id first.

    ``score`` (0–1) and ``reason`` are the machine's when it proposed the relation.
    """

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
    id: int = 0
    uid: str = ""
    version: int = 0

    @property
    def ref(self) -> Ref:
        """The public id."""
        return Ref(Kind.RELATION, self.id)

    @property
    def against(self) -> bool:
        """Whether each end is a counter-claim of the other."""
        return self.kind in AGAINST and self.state is not RelationState.REJECTED

    @property
    def confirmed(self) -> bool:
        """Whether an editor confirmed it; guards count no others."""
        return self.state is RelationState.CONFIRMED

    def other(self, claim_id: int) -> int:
        """The claim at the other end."""
        return self.b if claim_id == self.a else self.a

    def ordered(self) -> Relation:
        """The form in which it is stored: a symmetric relation has its lower id first."""
        if self.kind in SYMMETRIC and self.a > self.b:
            return replace(self, a=self.b, b=self.a)
        return self

    def decided(self, state: RelationState, *, by: str, at: datetime, reason: str) -> Relation:
        """An editor's decision on it.

        Raises:
            RefusedError: it is already so.
        """
        if self.state is state:
            raise RefusedError(f"{self.ref} is already {state}.")
        return replace(self, state=state, by=by, at=at, reason=reason or self.reason)
