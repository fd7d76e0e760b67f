"""Evidence, attempts and notes: what bears on a claim, what was tried, what colleagues say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from tracker.domain.reference import Kind, Thing


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    DOCUMENT = "document"
    IMAGERY = "imagery"
    WITNESS = "witness"
    STATEMENT = "statement"
    DATASET = "dataset"
    EXPERT = "expert"


class Stance(StrEnum):
    """How a piece of evidence bears on a claim."""

    SUPPORTS = "supports"
    UNDERMINES = "undermines"
    CONTEXT = "context"
    INCONCLUSIVE = "inconclusive"


class NoCapture(StrEnum):
    """Why the ledger keeps no copy; a state, not an error."""

    NOT_CAPTURED = "not_captured"
    DEAD_LINK = "dead_link"
    DELETED_BY_SOURCE = "deleted_by_source"
    PAYWALL = "paywall"
    PHYSICAL = "physical"
    WITHHELD = "withheld"
    """It stayed in the ledger that this came from, for a protected source's sake."""


@dataclass(frozen=True)
class Evidence(Thing):
    """What bears on a claim. ``capture`` is the SHA-256 of the copy kept in the ledger, or None."""

    of_kind: ClassVar[Kind] = Kind.EVIDENCE

    claim_id: int
    kind: EvidenceKind
    stance: Stance
    title: str
    url: str
    judged_by: str
    judged_at: datetime
    capture: str | None = None
    no_capture: NoCapture | None = NoCapture.NOT_CAPTURED


@dataclass(frozen=True)
class Attempt(Thing):
    """A check that was tried, with its result, also when the result is nothing."""

    of_kind: ClassVar[Kind] = Kind.ATTEMPT

    claim_id: int
    what: str
    result: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Note(Thing):
    """Free text for colleagues; it leaves the desk in no report."""

    of_kind: ClassVar[Kind] = Kind.NOTE

    claim_id: int
    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class EvidenceDraft:
    """Evidence as an editor gives it, before it is judged to bear on a claim."""

    url: str
    stance: Stance
    title: str = ""
    kind: EvidenceKind = EvidenceKind.DOCUMENT
    content: bytes | None = None
    media_type: str = "application/octet-stream"
    no_capture: NoCapture = NoCapture.NOT_CAPTURED


@dataclass(frozen=True)
class AttemptDraft:
    """A check that was tried, and what came of it."""

    what: str
    result: str
