"""What drafting hands on: a reading, and where in the text each claim was found."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.domain.article import Span
from tracker.domain.draft import ArticleDraft, ClaimDraft, Reading
from tracker.extract.sourcing import outlet_draft


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


def unread(article: ArticleDraft, text: str, *, outlet: str = "") -> Draft:
    """Hand on a text in which nothing is looked for, with whoever published it."""
    sources = (outlet_draft(outlet),) if outlet else ()
    published = replace(article, outlet=sources[0].key if sources else None)
    return Draft(Reading(published, text, sources, searched=False), (), ())
