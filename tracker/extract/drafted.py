"""What drafting hands on: a reading, and where in the text each claim was found."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.article import Span
from tracker.domain.draft import ClaimDraft, Reading


@dataclass(frozen=True)
class DraftedClaim:
    """A claim with what the article's words for it were: its cue and its source, where they are."""

    claim: ClaimDraft
    cue: Span | None
    source: Span | None


@dataclass(frozen=True)
class Draft:
    """A reading, and where in the text each of its claims has its cue and its source."""

    reading: Reading
    claims: tuple[DraftedClaim, ...]
    caveats: tuple[tuple[str, tuple[str, ...]], ...]
