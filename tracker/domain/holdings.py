"""What a ledger holds, kind by kind: the shape in which it is handed to another program.

Things refer to each other by the numbers that they have in the ledger they come from; a uid says
which thing it is in any ledger.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from tracker.domain.article import Article
from tracker.domain.claim import Claim
from tracker.domain.event import Event
from tracker.domain.evidence import Attempt, Evidence, Note
from tracker.domain.history import Entry, ForeignEntry
from tracker.domain.match import Match
from tracker.domain.reference import Kind
from tracker.domain.relation import Relation
from tracker.domain.source import Source

FORMAT = 1
"""The version of the shape; what is left out or named otherwise makes a new one."""


@dataclass(frozen=True)
class Header:
    """What stands before everything else: the shape's version, and how many things are to come.

    Where no entries of the history are, the rest is a part of a ledger.
    """

    format: int
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Editor:
    """Whoever has done something; ``since`` is when that was first."""

    name: str
    since: datetime


@dataclass(frozen=True)
class RestrictedName:
    """The real name of a protected source."""

    source_id: int
    name: str


@dataclass(frozen=True)
class Copy:
    """A captured copy, kept under its SHA-256 (hexadecimal)."""

    sha256: str
    content: bytes
    media_type: str
    captured_at: datetime


class Section(NamedTuple):
    """Things of one sort: what one and many are called, and what they are."""

    one: str
    many: str
    value: type[Any]
    kind: Kind | None = None


Batch = tuple[Section, Sequence[Any]]
"""Some things of one section."""

SECTIONS = (
    Section("editor", "editors", Editor),
    Section("source", "sources", Source, Kind.SOURCE),
    Section("match", "matches", Match, Kind.MATCH),
    Section("restricted_name", "restricted_names", RestrictedName),
    Section("article", "articles", Article, Kind.ARTICLE),
    Section("event", "events", Event, Kind.EVENT),
    Section("claim", "claims", Claim, Kind.CLAIM),
    Section("relation", "relations", Relation, Kind.RELATION),
    Section("copy", "copies", Copy),
    Section("evidence", "evidence", Evidence, Kind.EVIDENCE),
    Section("attempt", "attempts", Attempt, Kind.ATTEMPT),
    Section("note", "notes", Note, Kind.NOTE),
    Section("entry", "history", Entry),
    Section("foreign_entry", "foreign_history", ForeignEntry),
)
"""In this order everything but the end of a merger or revision follows what it refers to."""
