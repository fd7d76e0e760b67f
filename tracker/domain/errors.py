"""What can go wrong, said so that an editor can act on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.domain.status import Missing, Status


class TrackerError(Exception):
    """A refusal or failure whose message is one sentence that says what to do."""


class UnknownRefError(TrackerError):
    """Nothing in the ledger has this reference."""


class RefusedError(TrackerError):
    """A rule of the trade says no."""


class NothingProposedError(RefusedError):
    """There is no proposal to accept or dismiss.

    Attributes:
        ref: the claim, as its public id.
    """

    def __init__(self, ref: str) -> None:
        self.ref = ref
        super().__init__(f"nothing is proposed for {ref}.")


class NothingToUndoError(RefusedError):
    """An editor has done nothing that still stands."""


class UnknownSourceError(RefusedError):
    """Nobody is known by the name of a source."""


class GuardError(RefusedError):
    """A status was refused because something it stands on is missing.

    Attributes:
        ref: the claim, as its public id.
        status: the status that was asked for.
        missing: what would have to be added, in the order an editor would add it.
    """

    def __init__(self, ref: str, status: Status, missing: tuple[Missing, ...]) -> None:
        self.ref = ref
        self.status = status
        self.missing = missing
        wants = "; ".join(piece.sentence for piece in missing)
        super().__init__(f"{ref} cannot be marked {status}: {wants}.")


class ChangedMeanwhileError(TrackerError):
    """Somebody else changed the same thing since it was read.

    Attributes:
        happened: who changed it, when, and what.
    """

    def __init__(self, happened: str) -> None:
        self.happened = happened
        super().__init__(f"{happened}; look at it again and repeat what you did.")


class BadInputError(TrackerError):
    """What came from outside is not what it should be."""


class LedgerError(TrackerError):
    """The ledger cannot be opened, read or written."""


class TryAgainError(LedgerError):
    """The database took none of an action and asks for it once more: it met another one."""
