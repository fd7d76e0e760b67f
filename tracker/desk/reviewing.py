"""Reviewing: statuses and stages, one claim or many, each move one action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from tracker.desk.acting import Subject, Versions
from tracker.desk.gathering import put_attempt, put_evidence
from tracker.desk.grounds import kin_of, shake_fallen, verdicts_that_stand
from tracker.domain.bearing import EXCLUSIVE
from tracker.domain.dossier import Tie
from tracker.domain.errors import NothingProposedError
from tracker.domain.evidence import AttemptDraft, EvidenceDraft
from tracker.domain.standing import Standing
from tracker.domain.status import AttributionCheck, Dismissal, Missing, Stage, Status, missing_for
from tracker.domain.veil import veiled
from tracker.store.shelves import Shelves


@dataclass(frozen=True)
class Backing:
    """What an editor adds in the same step so that a status can be set."""

    reason: str = ""
    evidence: EvidenceDraft | None = None
    attempt: AttemptDraft | None = None


class Reviewing(Subject):
    """Marks claims and moves them through their stages."""

    def missing(self, claims: Sequence[int], status: Status) -> tuple[Missing, ...]:
        """What would have to be added before all these claims could have a status."""
        with self._database.reading() as shelves:
            lacks = [
                piece
                for dossier in shelves.dossiers.of(claims)
                for piece in missing_for(status, dossier.grounds())
            ]
        return tuple(dict.fromkeys(lacks))

    def shaken(self, claims: Sequence[int], status: Status) -> tuple[Tie, ...]:
        """The verdicts that would be stale if these claims had a status: see ``Dossier``."""
        if status not in EXCLUSIVE:
            return ()
        with self._database.reading() as shelves:
            found = {
                tie.other.id: tie
                for dossier in shelves.dossiers.of(claims)
                for tie in dossier.shaken_by(status)
            }
            return veiled(tuple(found.values()), shelves.sources.stand_ins())

    def mark(
        self,
        claims: Sequence[int],
        status: Status,
        *,
        by: str,
        backing: Backing | None = None,
        seen: Versions | None = None,
    ) -> tuple[Standing, ...]:
        """Set the verification status of claims, adding what backs it in the same action.

        A verdict that cannot be right beside it becomes stale.

        Raises:
            GuardError: what the status stands on is missing.
            RefusedError: a claim is signed off or dismissed.
            ChangedMeanwhileError: somebody changed a claim since the editor saw it.
        """
        given, shaken = backing or Backing(), set[int]()

        def marked(shelves: Shelves, claim: Standing, at: datetime) -> Standing:
            if given.evidence is not None:
                put_evidence(shelves, claim.id, given.evidence, given.evidence.stance)
            if given.attempt is not None:
                put_attempt(shelves, claim.id, given.attempt)
            # Evidence has just made the verdict before this one stale: that is the claim to mark.
            footing = shelves.dossiers.footing(shelves.standings.get(claim.id), status)
            shaken.update(tie.other.id for tie in footing.shaken_by(status))
            return footing.marked(status, reason=given.reason, by=by, at=at)

        def shake_others(shelves: Shelves) -> None:
            for number in shaken:
                shelves.standings.save(shelves.standings.get(number).unsettled_by_news())

        return self._move_claims(
            claims, marked, by=by, did="mark", reason=given.reason, seen=seen, then=shake_others
        )

    def accept(
        self,
        claims: Sequence[int],
        *,
        by: str,
        seen: Versions | None = None,
        settling: bool = False,
    ) -> tuple[Standing, ...]:
        """Accept what is proposed: the claim, or else its status; ``settling``, that first."""

        def accepted(shelves: Shelves, claim: Standing, at: datetime) -> Standing:
            if claim.stage is Stage.SUGGESTED and not (settling and claim.proposed):
                return claim.accepted()
            if claim.proposed is None:
                raise NothingProposedError(str(claim.ref))
            own = claim.proposed
            footing = shelves.dossiers.footing(claim, own.status)
            return footing.marked(own.status, reason=own.reason, by=by, at=at)

        return self._move_claims(claims, accepted, by=by, did="accept", seen=seen)

    def turn_down(
        self,
        claims: Sequence[int],
        *,
        by: str,
        seen: Versions | None = None,
        settling: bool = False,
    ) -> tuple[Standing, ...]:
        """Dismiss what is proposed: the claim itself, or else the status; ``settling``, that first.

        Raises:
            NothingProposedError: neither is.
        """
        down = partial(Standing.turned_down, settling=settling)
        return self._put_down(claims, down, by=by, seen=seen)

    def dismiss(
        self,
        claims: Sequence[int],
        *,
        by: str,
        why: Dismissal | None = None,
        seen: Versions | None = None,
    ) -> tuple[Standing, ...]:
        """Dismiss what is proposed; or claims, for a reason of the trade: "not a claim" if none.

        Raises:
            RefusedError: somebody works on it, nothing is proposed, and no reason is given.
        """
        return self._put_down(claims, partial(Standing.put_aside, why=why), by=by, seen=seen)

    def _put_down(
        self,
        claims: Sequence[int],
        down: Callable[[Standing], Standing],
        *,
        by: str,
        seen: Versions | None,
    ) -> tuple[Standing, ...]:
        """Dismiss; a verdict that stood on a claim which is put aside is shaken."""
        stood = list[int]()

        def put_down(shelves: Shelves, claim: Standing, _at: datetime) -> Standing:
            stood.extend(verdicts_that_stand(shelves, kin_of(shelves, claim.id) - {claim.id}))
            return down(claim)

        then = partial(shake_fallen, stood=stood)
        return self._move_claims(claims, put_down, by=by, did="dismiss", seen=seen, then=then)

    def start(
        self, claims: Sequence[int], *, by: str, seen: Versions | None = None
    ) -> tuple[Standing, ...]:
        """Take claims in progress."""
        return self._move_claims(
            claims, lambda _shelves, claim, _at: claim.started(by), by=by, did="start", seen=seen
        )

    def ready(
        self, claims: Sequence[int], *, by: str, seen: Versions | None = None
    ) -> tuple[Standing, ...]:
        """Hand claims to a second editor."""
        return self._move_claims(
            claims, lambda _shelves, claim, _at: claim.readied(by), by=by, did="ready", seen=seen
        )

    def sign_off(
        self, claims: Sequence[int], *, by: str, seen: Versions | None = None
    ) -> tuple[Standing, ...]:
        """Settle claims."""
        return self._move_claims(
            claims,
            lambda _shelves, claim, _at: claim.signed_off(by),
            by=by,
            did="sign-off",
            seen=seen,
        )

    def advance(
        self, claims: Sequence[int], *, by: str, seen: Versions | None = None
    ) -> tuple[Standing, ...]:
        """Take claims on to their next stage."""
        return self._move_claims(
            claims, lambda _shelves, claim, _at: claim.advanced(by), by=by, did="next", seen=seen
        )

    def send_back(
        self, claims: Sequence[int], *, by: str, reason: str, seen: Versions | None = None
    ) -> tuple[Standing, ...]:
        """Return ready claims, reopen signed-off and dismissed ones."""
        return self._move_claims(
            claims,
            lambda _shelves, claim, _at: claim.sent_back(reason),
            by=by,
            did="send back",
            reason=reason,
            seen=seen,
        )

    def wait(
        self,
        claims: Sequence[int],
        what: str,
        until: datetime | None,
        *,
        by: str,
        seen: Versions | None = None,
    ) -> tuple[Standing, ...]:
        """Let claims wait for somebody or something."""
        return self._move_claims(
            claims,
            lambda _shelves, claim, _at: claim.awaiting(what, until),
            by=by,
            did="wait",
            seen=seen,
        )

    def assign(
        self, claims: Sequence[int], to: str | None, *, by: str, seen: Versions | None = None
    ) -> tuple[Standing, ...]:
        """Give claims to an editor, or to nobody."""
        return self._move_claims(
            claims, lambda _shelves, claim, _at: claim.assigned(to), by=by, did="assign", seen=seen
        )

    def check_attribution(
        self, claims: Sequence[int], check: AttributionCheck, *, by: str
    ) -> tuple[Standing, ...]:
        """Say whether the speakers said it."""
        return self._move_claims(
            claims,
            lambda _shelves, claim, _at: claim.with_attribution(check),
            by=by,
            did="check attribution",
        )
