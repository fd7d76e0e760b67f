"""Where the desk stands with a claim, and the moves an editor can make with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, Self

from tracker.domain.errors import GuardError, NothingProposedError, RefusedError
from tracker.domain.reference import Kind, Thing
from tracker.domain.status import (
    SETTLED,
    AttributionCheck,
    Dismissal,
    Grounds,
    Stage,
    Status,
    check_move,
    missing_for,
)


@dataclass(frozen=True)
class Proposal:
    """A status that the machine proposes and an editor accepts or dismisses."""

    status: Status
    reason: str


@dataclass(frozen=True, kw_only=True)
class Standing(Thing):
    """Where the desk stands with a claim, whatever it says.

    Moves look at nothing else, so that the ledger need not tell a claim whole to make one.
    """

    of_kind: ClassVar[Kind] = Kind.CLAIM

    checkable: bool = True
    status: Status = Status.UNVERIFIED
    stage: Stage = Stage.SUGGESTED
    attribution_check: AttributionCheck = AttributionCheck.NOT_CHECKED
    stale: bool = False
    proposed: Proposal | None = None
    reason: str = ""
    judged_by: str | None = None
    judged_at: datetime | None = None
    former_status: Status | None = None
    readied_by: str | None = None
    signed_by: str | None = None
    self_signed: bool = False
    waiting_for: str = ""
    waiting_until: datetime | None = None
    dismissal: Dismissal | None = None
    merged_into: int | None = None
    assignee: str | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def settled(self) -> bool:
        """Whether it is signed off or dismissed."""
        return self.stage in SETTLED

    def marked(self, status: Status, grounds: Grounds, *, by: str, at: datetime) -> Self:
        """Set the verification status, taking the claim in progress by itself.

        Raises:
            RefusedError: the claim is signed off or dismissed, or has this status already.
            GuardError: what the status stands on is missing.
        """
        if self.settled:
            raise RefusedError(f"{self.ref} is {self.stage.words}; reopen it first.")
        judged = not self.stale and (self.judged_at is not None or status is Status.UNVERIFIED)
        if judged and status is self.status and grounds.reason in ("", self.reason):
            raise RefusedError(f"{self.ref} is already {status}.")
        if not self.checkable and status is not Status.UNVERIFIED:
            raise RefusedError(
                f"{self.ref} is kept as opinion, prediction or promise, which cannot be checked; "
                f"if it can, say so first (tracker edit {self.ref} checkable yes)."
            )
        missing = missing_for(status, grounds)
        if missing:
            raise GuardError(str(self.ref), status, missing)
        return self.but(
            status=status,
            stage=Stage.IN_PROGRESS,
            reason=grounds.reason,
            judged_by=by,
            judged_at=at,
            stale=False,
            proposed=None,
            readied_by=None,
            waiting_for="",
            waiting_until=None,
        )

    def accepted(self) -> Self:
        """Take a suggested claim on as open."""
        check_move(str(self.ref), self.stage, Stage.OPEN)
        return replace(self, stage=Stage.OPEN, dismissal=None, merged_into=None)

    def dismissed(self, why: Dismissal, *, into: int | None = None) -> Self:
        """Put the claim aside, for one of the trade's reasons."""
        check_move(str(self.ref), self.stage, Stage.DISMISSED)
        return replace(
            self,
            stage=Stage.DISMISSED,
            dismissal=why,
            merged_into=into,
            waiting_for="",
            waiting_until=None,
        )

    def started(self, by: str) -> Self:
        """Take it in progress; whoever starts has it, unless somebody else does.

        Raises:
            RefusedError: it is ready or settled, so that going back takes a reason.
        """
        if self.stage in (Stage.READY, Stage.SIGNED_OFF):
            raise RefusedError(f"{self.ref} is {self.stage.words}; send it back, and say why.")
        check_move(str(self.ref), self.stage, Stage.IN_PROGRESS)
        return replace(
            self,
            stage=Stage.IN_PROGRESS,
            assignee=self.assignee or by,
            waiting_for="",
            waiting_until=None,
        )

    def awaiting(self, what: str, until: datetime | None) -> Self:
        """Wait for somebody or something.

        Raises:
            RefusedError: nothing is named to wait for.
        """
        if not what.strip():
            raise RefusedError(f"{self.ref}: say what it waits for.")
        check_move(str(self.ref), self.stage, Stage.WAITING)
        return replace(self, stage=Stage.WAITING, waiting_for=what.strip(), waiting_until=until)

    def readied(self, by: str) -> Self:
        """Hand it to a second editor."""
        check_move(str(self.ref), self.stage, Stage.READY)
        return replace(self, stage=Stage.READY, readied_by=by, waiting_for="", waiting_until=None)

    def signed_off(self, by: str) -> Self:
        """Settle it; whoever judged or readied it signs for themselves, and that is recorded."""
        check_move(str(self.ref), self.stage, Stage.SIGNED_OFF)
        return replace(
            self,
            stage=Stage.SIGNED_OFF,
            signed_by=by,
            self_signed=by in {self.judged_by, self.readied_by},
        )

    def advanced(self, by: str) -> Self:
        """Take it on to the next stage on the way to being signed off.

        Raises:
            RefusedError: it is signed off or dismissed: there is no next stage.
        """
        match self.stage:
            case Stage.SUGGESTED:
                return self.accepted()
            case Stage.OPEN | Stage.WAITING:
                return self.started(by)
            case Stage.IN_PROGRESS:
                return self.readied(by)
            case Stage.READY:
                return self.signed_off(by)
            case Stage.SIGNED_OFF | Stage.DISMISSED:
                raise RefusedError(f"{self.ref} is {self.stage.words}; reopen it first.")

    def sent_back(self, reason: str) -> Self:
        """Return a ready claim, or reopen a signed-off or dismissed one.

        The former verdict of a signed-off claim stays visible.

        Raises:
            RefusedError: no reason is given, or the claim is nowhere to be sent back from.
        """
        if self.stage is Stage.DISMISSED:
            return self.accepted()
        if self.stage not in (Stage.READY, Stage.SIGNED_OFF):
            raise RefusedError(
                f"{self.ref} is {self.stage.words}; only a ready claim can be returned, and only "
                "a signed-off or dismissed one reopened."
            )
        if not reason.strip():
            raise RefusedError(f"{self.ref}: say why it goes back (--reason).")
        return replace(
            self,
            stage=Stage.IN_PROGRESS,
            readied_by=None,
            former_status=self.status if self.stage is Stage.SIGNED_OFF else self.former_status,
            signed_by=None,
            self_signed=False,
        )

    def assigned(self, to: str | None) -> Self:
        """Give it to an editor, or to nobody."""
        if self.settled:
            raise RefusedError(f"{self.ref} is {self.stage.words}; reopen it first.")
        return replace(self, assignee=to or None)

    def with_attribution(self, check: AttributionCheck) -> Self:
        """Say whether the speaker said it; a judgement apart from whether it is true."""
        return replace(self, attribution_check=check)

    def unsettled_by_news(self) -> Self:
        """Raise the stale flag if there is a verdict that something new may shake."""
        judged = self.status is not Status.UNVERIFIED or self.stage is Stage.SIGNED_OFF
        return replace(self, stale=True) if judged else self

    def proposing(self, status: Status, reason: str) -> Self:
        """Carry a machine's proposal, unless it comes too late or nobody could accept it."""
        if self.settled or self.status is status or not self.checkable:
            return self
        return replace(self, proposed=Proposal(status, reason))

    def put_aside(self, why: Dismissal | None) -> Self:
        """Dismiss what is proposed, or the claim: for a reason, or as none if it is still open.

        Raises:
            RefusedError: somebody works on it, nothing is proposed, and no reason is given.
        """
        if why or (self.stage is Stage.OPEN and self.proposed is None):
            return self.dismissed(why or Dismissal.NOT_A_CLAIM)
        if self.stage is not Stage.SUGGESTED and self.proposed is None:
            raise RefusedError(
                f"{self.ref} is {self.stage.words} and nothing is proposed for it; to "
                f"dismiss it say why (--reason {', '.join(Dismissal)})."
            )
        return self.turned_down()

    def turned_down(self, *, settling: bool = False) -> Self:
        """Turn down the claim as not one, or else its proposed status; ``settling``, that first.

        Raises:
            NothingProposedError: neither is.
        """
        if self.stage is Stage.SUGGESTED and not (settling and self.proposed):
            return self.dismissed(Dismissal.NOT_A_CLAIM)
        if self.proposed is None:
            raise NothingProposedError(str(self.ref))
        return replace(self, proposed=None)
