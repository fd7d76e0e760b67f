"""Lists of claims: what to show, in which order, which page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.reference import Kind, Ref
from tracker.domain.source import SourceKind
from tracker.domain.status import SETTLED, Stage, Status

MOST_FOUND = 5_000
"""At a glance, a search looks at so many of the newest claims that match: a common word is in most
of a large ledger."""


class Order(StrEnum):
    """The orders in which claims can be listed; each has an index."""

    QUEUE = "queue"
    """Work first: contested, then deadline, then risk, then age; settled claims last."""
    ID = "id"
    NEWEST = "newest"


class Kin(NamedTuple):
    """What claims have in common that are counted together."""

    status: Status
    stage: Stage
    contested: bool
    stale: bool


Tally = Mapping[Kin, int]
"""How many claims there are of each kin."""


@dataclass(frozen=True)
class Filter:
    """Which claims to list; fields that are None or False let everything pass.

    ``search`` is plain words; of the claims that they find only the ``newest`` so many are looked
    at, where that is a number; ``live`` leaves out signed-off and dismissed claims.
    """

    status: Status | None = None
    stage: Stage | None = None
    source_id: int | None = None
    event_id: int | None = None
    article_id: int | None = None
    assignee: str | None = None
    tag: str | None = None
    search: str = ""
    contested: bool = False
    stale: bool = False
    live: bool = False
    newest: int | None = None

    def at_a_glance(self) -> Filter:
        """The filter of a list that is to be there at once, however much its search finds."""
        return replace(self, newest=MOST_FOUND) if self.search.strip() else self

    @property
    def words(self) -> str:
        """The filter as a person would say it; an empty text when it lets everything pass."""
        said = [
            self.status.value if self.status else "",
            self.stage.words if self.stage else "",
            f"source S{self.source_id}" if self.source_id else "",
            f"event E{self.event_id}" if self.event_id else "",
            f"article A{self.article_id}" if self.article_id else "",
            f"for {self.assignee}" if self.assignee else "",
            f"#{self.tag}" if self.tag else "",
            f"“{self.search}”" if self.search else "",
            "contested" if self.contested else "",
            "stale" if self.stale else "",
            "not settled" if self.live else "",
        ]
        return ", ".join(word for word in said if word)

    def counted_in(self, tally: Tally) -> int | None:
        """How many claims pass, where a tally tells it; None where it looks at more than that."""
        if self != Filter(
            status=self.status,
            stage=self.stage,
            contested=self.contested,
            stale=self.stale,
            live=self.live,
        ):
            return None
        return sum(
            claims
            for kin, claims in tally.items()
            if self.status in (None, kin.status)
            and self.stage in (None, kin.stage)
            and kin.contested >= self.contested
            and kin.stale >= self.stale
            and not (self.live and kin.stage in SETTLED)
        )


@dataclass(frozen=True)
class ClaimLine:
    """A claim as one line of a list. ``source`` is None in the article's own voice."""

    id: int
    version: int
    statement: str
    status: Status
    stage: Stage
    source: str | None
    event: str | None
    hedge: str
    contested: bool
    stale: bool
    proposed: Status | None
    assignee: str | None
    due: datetime | None
    created_at: datetime

    @property
    def ref(self) -> Ref:
        """The public id."""
        return Ref(Kind.CLAIM, self.id)


@dataclass(frozen=True)
class Anchor:
    """Where a page of a list begins: the position of a row, its order key and its id."""

    position: int
    key: str
    id: int


@dataclass(frozen=True)
class ArticleLine:
    """An article as one line of a list, with how many claims it makes.

    Of several revisions the newest is listed; ``first`` is the number of the first.
    """

    id: int
    title: str
    outlet: str | None
    published_at: datetime | None
    captured_at: datetime
    claims: int
    unverified: int
    first: int
    revision: int = 1

    @property
    def ref(self) -> Ref:
        """The public id."""
        return Ref(Kind.ARTICLE, self.id)

    @property
    def revision_words(self) -> str:
        """Which revision it is, where there are several: "revision 2 of A3"."""
        whose = Ref(Kind.ARTICLE, self.first)
        return f"revision {self.revision} of {whose}" if self.revision > 1 else ""


@dataclass(frozen=True)
class EventLine:
    """An event as one line of a list, with how many claims are about it."""

    id: int
    title: str
    place: str
    time: str
    claims: int
    unverified: int
    contested: int

    @property
    def ref(self) -> Ref:
        """The public id."""
        return Ref(Kind.EVENT, self.id)


@dataclass(frozen=True)
class SourceLine:
    """A source as one line of a list, with how its claims stand: counts, never one score.

    ``proposed`` says that it may be another source, and nobody has decided yet.
    """

    id: int
    name: str
    kind: SourceKind
    role: str
    affiliation: str | None
    claims: int
    statuses: Mapping[Status, int]
    proposed: bool = False

    @property
    def ref(self) -> Ref:
        """The public id."""
        return Ref(Kind.SOURCE, self.id)
