"""Another desk's review of a claim, before it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from tracker.domain.evidence import Stance
from tracker.domain.row_draft import RowDraft


@dataclass(frozen=True)
class ReviewDraft:
    """What another desk found of a claim: ``verdict`` in its words, ``value`` on its own scale."""

    claim: RowDraft
    by: str
    verdict: str
    url: str
    value: float | None = None
    worst: float | None = None
    best: float | None = None

    @property
    def stance(self) -> Stance:
        """How it bears on the claim: only the ends of a scale say that without asking anybody."""
        if self.value is None or self.worst == self.best:
            return Stance.CONTEXT
        if self.value == self.worst:
            return Stance.UNDERMINES
        return Stance.SUPPORTS if self.value == self.best else Stance.CONTEXT

    @property
    def identity(self) -> str:
        """Which review it is, in any ledger."""
        text = f"review\n{self.url}\n{self.by}\n{self.claim.identity}"
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
