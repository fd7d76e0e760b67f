"""What bears on a claim: what the guards of its statuses count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from tracker.domain.evidence import Attempt, Evidence, Stance
from tracker.domain.relation import Relation, RelationKind
from tracker.domain.standing import Standing
from tracker.domain.status import Grounds, Stage, Status

EXCLUSIVE = (Status.CONFIRMED,)
"""What only one of two claims that cannot both be true is rightly marked."""


@dataclass(frozen=True)
class Bond:
    """A relation as seen from one claim: where the other stands, and whose word it goes back to."""

    relation: Relation
    other: Standing
    origin: str

    @property
    def stands(self) -> bool:
        """Whether the other claim has not been dismissed."""
        return self.other.stage is not Stage.DISMISSED


Known = TypeVar("Known", bound=Standing)
Tied = TypeVar("Tied", bound=Bond)


@dataclass(frozen=True, kw_only=True)
class Bearing(Generic[Known, Tied]):
    """A claim, as much of it as is known, with what bears on it."""

    claim: Known
    evidence: tuple[Evidence, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    ties: tuple[Tied, ...] = ()

    @property
    def origin(self) -> str:
        """The independent origin its chain goes back to."""
        raise NotImplementedError

    @property
    def counter_claims(self) -> tuple[Tied, ...]:
        """The claims that stand against it, suggested or confirmed, oldest first."""
        found: dict[int, Tied] = {}
        for tie in self.ties:
            if tie.relation.against:
                known = found.get(tie.other.id)
                if known is None or (tie.relation.confirmed and not known.relation.confirmed):
                    found[tie.other.id] = tie
        return tuple(found[number] for number in sorted(found))

    @property
    def corroborating_origins(self) -> frozenset[str]:
        """The independent origins that a confirmed relation says agree with it."""
        return frozenset(
            tie.origin
            for tie in self.ties
            if tie.relation.kind is RelationKind.CORROBORATES
            and tie.relation.confirmed
            and tie.stands
            and tie.origin != self.origin
        )

    def grounds(self, reason: str = "") -> Grounds:
        """Count what a status can stand on here; a claim that was dismissed bears on nothing."""
        confirmed = [tie.relation for tie in self.ties if tie.relation.confirmed and tie.stands]
        return Grounds(
            reason=reason.strip(),
            evidence=len(self.evidence),
            supporting=sum(one.stance is Stance.SUPPORTS for one in self.evidence),
            undermining=sum(one.stance is Stance.UNDERMINES for one in self.evidence),
            attempts=len(self.attempts),
            conceded=any(relation.kind is RelationKind.CONCEDES for relation in confirmed),
            corroborated=bool(self.corroborating_origins),
            contested=any(relation.against for relation in confirmed),
        )

    def shaken_by(self, status: Status) -> tuple[Tied, ...]:
        """The confirmed claims that cannot be true beside this one, were it marked so.

        No guard forbids it: which verdict was wrong is for an editor to say, and whoever gave the
        other one has to hear of it.
        """
        if status not in EXCLUSIVE:
            return ()
        return tuple(
            tie
            for tie in self.counter_claims
            if tie.relation.confirmed and tie.stands and tie.other.status in EXCLUSIVE
        )

    def marked(self, status: Status, *, reason: str, by: str, at: datetime) -> Known:
        """Set the claim's status on these grounds; see ``Claim.marked``."""
        return self.claim.marked(status, self.grounds(reason), by=by, at=at)


@dataclass(frozen=True, kw_only=True)
class Footing(Bearing[Standing, Bond]):
    """What a status can stand on, for a claim of which nothing else is known."""

    root: str = ""

    @property
    def origin(self) -> str:
        """The independent origin its chain goes back to; empty where no other claim agrees."""
        return self.root
