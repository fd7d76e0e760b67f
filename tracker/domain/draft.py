"""Drafts: what a reading of an article proposes, before anything is stored.

Drafts name each other by ``key``: any word that is unique within one reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tracker.domain.article import Span
from tracker.domain.attribution import HopRole, Voice
from tracker.domain.facet import Facet
from tracker.domain.figure import Figure, Number
from tracker.domain.relation import RelationKind, RelationState
from tracker.domain.source import SourceKind
from tracker.domain.timerange import TimeRange


@dataclass(frozen=True)
class ArticleDraft:
    """An article to be taken in; ``outlet`` is the key of a source."""

    title: str
    outlet: str | None = None
    byline: str = ""
    url: str = ""
    published_at: datetime | None = None
    zone: str = ""
    language: str = "en"


@dataclass(frozen=True)
class SourceDraft:
    """A source; ``affiliation`` is the key of another."""

    key: str
    name: str
    kind: SourceKind
    role: str = ""
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None


@dataclass(frozen=True)
class EventDraft:
    """An event that claims of the reading are about."""

    key: str
    title: str
    place: str = ""
    place_name: str = ""
    time: TimeRange | None = None


@dataclass(frozen=True)
class HopDraft:
    """A hop of a chain; ``source`` is a key."""

    source: str
    role: HopRole
    medium: str = ""
    verb: str = ""
    date: str = ""


@dataclass(frozen=True)
class FacetDraft:
    """What a claim says on a facet; ``words`` stand in the article, ``source`` is a key."""

    facet: Facet
    words: str
    span: Span | None = None
    source: str | None = None
    low: Number | None = None
    high: Number | None = None
    place: str = ""
    time: TimeRange | None = None
    sense: str = ""


@dataclass(frozen=True)
class CaveatDraft:
    """The outlet's own remark on a claim's standing, in its words."""

    words: str


@dataclass(frozen=True)
class ClaimDraft:
    """A claim; anchored by ``spans``, or by ``quote``: pieces that each stand once in the text."""

    key: str
    statement: str
    voice: Voice
    quote: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    chain: tuple[HopDraft, ...] = ()
    event: str | None = None
    cue: str = ""
    hedge: str = ""
    figures: tuple[Figure, ...] = ()
    facets: tuple[FacetDraft, ...] = ()
    caveats: tuple[CaveatDraft, ...] = ()
    checkable: bool = True
    said_at: TimeRange | None = None
    tags: tuple[str, ...] = ()
    score: float | None = None
    score_reason: str = ""


@dataclass(frozen=True)
class RelationDraft:
    """A relation between two claims of the reading, by their keys."""

    a: str
    b: str
    kind: RelationKind
    facet: Facet | None = None
    state: RelationState = RelationState.SUGGESTED
    reason: str = ""
    score: float | None = None


@dataclass(frozen=True)
class Reading:
    """All that a reading of one text proposes; of one not ``searched`` only what it is."""

    article: ArticleDraft
    text: str
    sources: tuple[SourceDraft, ...] = ()
    events: tuple[EventDraft, ...] = ()
    claims: tuple[ClaimDraft, ...] = ()
    relations: tuple[RelationDraft, ...] = ()
    searched: bool = True
