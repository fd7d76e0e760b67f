"""What every report is: of a kind, made at a time, and told as a page, as rows or as a tree."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import chain, groupby
from typing import Any, ClassVar, Generic, Self, TypeVar

from tracker.domain.telling import Totals
from tracker.report.page import Page, Point, point
from tracker.report.wording import counted, iso, moment

Item = TypeVar("Item")
Held = TypeVar("Held")
Row = Mapping[str, str]
Tree = Mapping[str, Any]
"""A document by its keys; what may be long is an iterator in it, to be written as it comes."""


class ReportKind(StrEnum):
    """What can be reported."""

    UNVERIFIED = "unverified"
    CONTRADICTIONS = "contradictions"
    SOURCES = "sources"
    ARTICLE = "article"
    ACTIVITY = "activity"

    @property
    def heading(self) -> str:
        """The report's title."""
        return _TITLES[self]

    @property
    def meaning(self) -> str:
        """What the report holds, in a line."""
        return _MEANINGS[self]


_TITLES = {
    ReportKind.UNVERIFIED: "Unverified claims",
    ReportKind.CONTRADICTIONS: "Contradictions",
    ReportKind.SOURCES: "Sources and their claims",
    ReportKind.ARTICLE: "Annotated article",
    ReportKind.ACTIVITY: "Activity at the desk",
}
_MEANINGS = {
    ReportKind.UNVERIFIED: "what is not verified, and what it lacks",
    ReportKind.CONTRADICTIONS: "claim against claim, facet by facet",
    ReportKind.SOURCES: "each source's claims and how they held up",
    ReportKind.ARTICLE: "the text, its claims numbered, notes beside it",
    ReportKind.ACTIVITY: "who checked what, how long it took, what is late",
}


@dataclass(frozen=True)
class Made:
    """When (UTC), by whom and from what a report was made.

    ``ledger`` is a name, never a path; ``entries`` and ``head`` say how long its history was and
    what its last hash, so that the report can be held against the ledger later. ``as_of`` is the
    past moment (UTC) that it tells of; None for a report on the ledger as it is.
    """

    at: datetime
    by: str
    ledger: str
    filter: str
    entries: int
    head: str
    as_of: datetime | None = None

    @property
    def told_at(self) -> datetime:
        """The moment that the report tells of, from which ages are counted."""
        return self.as_of or self.at

    @property
    def facts(self) -> tuple[Point, ...]:
        """What stands at the top of a report."""
        return (
            point("Made", moment(self.at)),
            *([point("As of", moment(self.as_of))] if self.as_of else []),
            point("By", self.by),
            point("Ledger", self.ledger),
            point("History", counted(self.entries, "entry", "entries")),
            point("Its head", self.head or "none"),
            point("Filter", self.filter or "none"),
        )

    def tree(self, kind: ReportKind) -> dict[str, Any]:
        """What stands first in a document for machines."""
        return {
            "report": kind.value,
            "made_at": iso(self.at),
            "as_of": iso(self.as_of),
            "made_by": self.by,
            "ledger": self.ledger,
            "filter": self.filter,
            "history": {"entries": self.entries, "head": self.head},
        }


class Report(ABC):
    """A report: what it says. How it looks is the formats' business, the same for every kind."""

    kind: ClassVar[ReportKind]
    columns: ClassVar[tuple[str, ...]]
    """The columns of its rows."""
    made: Made
    totals: Totals
    left_out: int
    """How many claims more there are than it was asked to tell."""

    def unlimited(self) -> Self:
        """The same, which does not say that claims are left out."""
        alike: Any = self
        whole: Self = replace(alike, left_out=0)
        return whole

    @property
    def facts(self) -> tuple[Point, ...]:
        """What stands at the top of its page; also how many claims it holds, if not all."""
        if not self.left_out:
            return self.made.facts
        every = self.totals.claims
        held = (
            f"the first {every - self.left_out:,} of {counted(every, 'claim')}, for this format "
            "holds no more; narrow the filter, or take CSV or JSON"
        )
        return (*self.made.facts, point("Holds", held))

    @property
    @abstractmethod
    def total(self) -> str:
        """How much it holds, in words."""

    @abstractmethod
    def page(self) -> Page:
        """Lay it out for a reader."""

    @abstractmethod
    def rows(self) -> Iterator[Row]:
        """Tell it a row at a time, for a spreadsheet."""

    @abstractmethod
    def tree(self) -> Tree:
        """Tell it as one document, for machines."""


@dataclass(frozen=True, eq=False)
class Afresh(Generic[Item]):
    """Values read anew whenever they are gone through, so that they need not all be kept."""

    read: Callable[[], Iterator[Item]]

    def __iter__(self) -> Iterator[Item]:
        """Read them."""
        return self.read()


def held(value: Held) -> Held:
    """Keep all of a value in memory: what it would read as it is gone through, becomes a tuple."""
    kept: Any = value
    if isinstance(value, Afresh | Iterator | tuple):
        kept = tuple(held(item) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        kept = replace(value, **{one.name: held(getattr(value, one.name)) for one in fields(value)})
    whole: Held = kept
    return whole


def gathered(
    items: Iterable[Item], key: Callable[[Item], object]
) -> Iterator[tuple[Item, Iterator[Item]]]:
    """Gather items that come group by group: the first of each, and the group as it comes."""
    for _, group in groupby(items, key=key):
        first = next(group)
        yield first, chain([first], group)  # noqa: B031 - what is left of it


def joined(words: Iterable[str], by: str = " · ") -> str:
    """Join the words that there are."""
    return by.join(word for word in words if word)
