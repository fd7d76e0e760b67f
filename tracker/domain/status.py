"""The three axes on every claim: verification status, stage, attribution check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.errors import RefusedError


class Status(StrEnum):
    """Verification status: what the evidence says."""

    UNVERIFIED = "unverified"
    CORROBORATED = "corroborated"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    MISLEADING = "misleading"
    REFUTED = "refuted"
    UNVERIFIABLE = "unverifiable"


class Stage(StrEnum):
    """Where the work on a claim is."""

    SUGGESTED = "suggested"
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    READY = "ready"
    SIGNED_OFF = "signed_off"
    DISMISSED = "dismissed"

    @property
    def words(self) -> str:
        """The stage as a person reads it: "in progress"."""
        return self.value.replace("_", " ")


class AttributionCheck(StrEnum):
    """Did this speaker say this?"""

    NOT_CHECKED = "not_checked"
    SECOND_HAND = "second_hand"
    PRIMARY_SEEN = "primary_seen"
    ALTERED = "altered"
    MISATTRIBUTED = "misattributed"
    FABRICATED = "fabricated"
    WITHDRAWN = "withdrawn"


class Dismissal(StrEnum):
    """Why a claim was dismissed."""

    NOT_A_CLAIM = "not_a_claim"
    NOT_CHECKABLE = "not_checkable"
    DUPLICATE = "duplicate"
    OUT_OF_SCOPE = "out_of_scope"


class Missing(StrEnum):
    """What a status stands on and a claim may lack; each has a way to add it."""

    REASON = "reason"
    EVIDENCE = "evidence"
    SUPPORTING = "supporting"
    UNDERMINING = "undermining"
    ATTEMPT = "attempt"
    CORROBORATION = "corroboration"
    COUNTER_CLAIM = "counter_claim"
    UNCONTESTED = "uncontested"

    @property
    def sentence(self) -> str:
        """What is missing and how to add it, without a full stop."""
        return _MISSING_SENTENCES[self]


_MISSING_SENTENCES = {
    Missing.REASON: "it needs a reason (--reason)",
    Missing.EVIDENCE: "it needs evidence (--evidence URL --stance …)",
    Missing.SUPPORTING: (
        "it needs supporting evidence (--evidence URL --stance supports) or a confirmed concession"
    ),
    Missing.UNDERMINING: "it needs undermining evidence (--evidence URL --stance undermines)",
    Missing.ATTEMPT: "it needs a logged attempt (tracker attempt REF WHAT RESULT)",
    Missing.CORROBORATION: (
        "it needs a confirmed corroboration from an independent origin (tracker relate)"
    ),
    Missing.COUNTER_CLAIM: "it needs a confirmed counter-claim (tracker relate, tracker confirm)",
    Missing.UNCONTESTED: "a confirmed counter-claim stands against it (reject that first)",
}

STANDS_ON: dict[Status, tuple[Missing, ...]] = {
    Status.UNVERIFIED: (),
    Status.CORROBORATED: (Missing.CORROBORATION, Missing.UNCONTESTED),
    Status.CONFIRMED: (Missing.SUPPORTING, Missing.REASON),
    Status.DISPUTED: (Missing.COUNTER_CLAIM,),
    Status.MISLEADING: (Missing.EVIDENCE, Missing.REASON),
    Status.REFUTED: (Missing.UNDERMINING, Missing.REASON),
    Status.UNVERIFIABLE: (Missing.ATTEMPT, Missing.REASON),
}
"""All that the guard of a status looks at."""

OF_EVIDENCE = frozenset({Missing.EVIDENCE, Missing.SUPPORTING, Missing.UNDERMINING})
OF_ATTEMPTS = frozenset({Missing.ATTEMPT})
OF_RELATIONS = frozenset(
    {Missing.SUPPORTING, Missing.CORROBORATION, Missing.COUNTER_CLAIM, Missing.UNCONTESTED}
)
"""What is found among relations; a concession is one."""

STATUS_MEANINGS = {
    Status.UNVERIFIED: "only the speaker's word, or not yet assessed",
    Status.CORROBORATED: "two or more independent origins say so, none credibly against, no proof",
    Status.CONFIRMED: "primary evidence, or a party's admission against its interest",
    Status.DISPUTED: "a credible competing claim on the same facet, unresolved",
    Status.MISLEADING: "literally right, but number, context or scope distorts",
    Status.REFUTED: "evidence shows it false",
    Status.UNVERIFIABLE: "checked; what is available cannot decide",
}

STATUS_GLYPHS = {
    Status.UNVERIFIED: "○",
    Status.CORROBORATED: "◐",
    Status.CONFIRMED: "●",
    Status.DISPUTED: "◆",
    Status.MISLEADING: "◭",
    Status.REFUTED: "✗",
    Status.UNVERIFIABLE: "∅",
}

STAGE_MEANINGS = {
    Stage.SUGGESTED: "proposed by the machine, not yet accepted",
    Stage.OPEN: "accepted, nobody works on it",
    Stage.IN_PROGRESS: "being checked",
    Stage.WAITING: "waits for somebody or something",
    Stage.READY: "done, waits for a second editor",
    Stage.SIGNED_OFF: "settled by a second editor, or self-signed",
    Stage.DISMISSED: "not ours to check",
}

_MOVES: dict[Stage, tuple[Stage, ...]] = {
    Stage.SUGGESTED: (Stage.OPEN, Stage.DISMISSED),
    Stage.OPEN: (Stage.IN_PROGRESS, Stage.DISMISSED),
    Stage.IN_PROGRESS: (Stage.WAITING, Stage.READY, Stage.OPEN, Stage.DISMISSED),
    Stage.WAITING: (Stage.IN_PROGRESS, Stage.READY, Stage.DISMISSED),
    Stage.READY: (Stage.SIGNED_OFF, Stage.IN_PROGRESS),
    Stage.SIGNED_OFF: (Stage.IN_PROGRESS,),
    Stage.DISMISSED: (Stage.OPEN,),
}

SETTLED = (Stage.SIGNED_OFF, Stage.DISMISSED)


def check_move(ref: str, here: Stage, there: Stage) -> None:
    """Let a claim go from one stage to another, or refuse.

    Raises:
        RefusedError: the trade knows no such move.
    """
    if there in _MOVES[here]:
        return
    ways = " or ".join(stage.words for stage in _MOVES[here])
    raise RefusedError(f"{ref} is {here.words}; it cannot become {there.words}. From here: {ways}.")


def moves_from(here: Stage) -> tuple[Stage, ...]:
    """The stages a claim can go to from here."""
    return _MOVES[here]


@dataclass(frozen=True)
class Grounds:
    """What an editor has to stand on when setting a status.

    Counts are of evidence and attempts on the claim; the relations counted are confirmed ones.
    """

    reason: str = ""
    evidence: int = 0
    supporting: int = 0
    undermining: int = 0
    attempts: int = 0
    conceded: bool = False
    corroborated: bool = False
    contested: bool = False


def missing_for(status: Status, grounds: Grounds) -> tuple[Missing, ...]:
    """Name what the grounds lack for a status; an empty tuple lets it pass."""
    return tuple(piece for piece in STANDS_ON[status] if not _there(piece, grounds))


def _there(piece: Missing, grounds: Grounds) -> bool:
    match piece:
        case Missing.REASON:
            return bool(grounds.reason.strip())
        case Missing.EVIDENCE:
            return grounds.evidence > 0
        case Missing.SUPPORTING:
            return grounds.supporting > 0 or grounds.conceded
        case Missing.UNDERMINING:
            return grounds.undermining > 0
        case Missing.ATTEMPT:
            return grounds.attempts > 0
        case Missing.CORROBORATION:
            return grounds.corroborated
        case Missing.COUNTER_CLAIM:
            return grounds.contested
        case Missing.UNCONTESTED:
            return not grounds.contested
