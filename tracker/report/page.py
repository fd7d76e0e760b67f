"""A report as a page: headings, points, tables and charts, before any format gives them a look.

All of it is text; nothing in it is markup. A ``tone`` is a status's word, or one of a pair's
stands ("agree", "contradict"): formats may colour it, and never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SAFE_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True)
class Line:
    """A line of text; ``link`` is an address that was given for it, whatever it is."""

    text: str
    link: str = ""
    tone: str = ""

    @property
    def href(self) -> str:
        """The address if it is one to follow, else an empty text."""
        return self.link if self.link.casefold().startswith(SAFE_SCHEMES) else ""


@dataclass(frozen=True)
class Point:
    """A label and what is said under it."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Bar:
    """A label, its count, and what the label means where that is not plain."""

    label: str
    count: int
    meaning: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Tally:
    """Counts side by side, drawn as bars; ``unit`` is what is counted."""

    title: str
    bars: tuple[Bar, ...]
    unit: str = "Claims"

    def share(self, bar: Bar) -> int:
        """How long to draw a bar, in per cent of the longest; one that counts is always seen."""
        most = max(one.count for one in self.bars)
        return max(1, round(100 * bar.count / most)) if bar.count else 0


@dataclass(frozen=True)
class Table:
    """Rows under headings; the first cell of a row names it. A cell is lines, or nothing."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]

    @property
    def counts(self) -> frozenset[int]:
        """The places of the columns that hold nothing but numbers."""
        return frozenset(
            place
            for place in range(1, len(self.columns))
            if self.rows and all(_is_count(row[place]) for row in self.rows)
        )


@dataclass(frozen=True)
class Period:
    """A stretch of time and what falls into it, counted by tone."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Timeline:
    """Counts over time, period after period without a gap; ``tones`` say what is counted apart."""

    title: str
    tones: tuple[Line, ...]
    periods: tuple[Period, ...]


@dataclass(frozen=True)
class Card:
    """One claim: whose it is, what can be printed, what is known.

    ``said`` is what was said, or empty where the safe sentence holds nothing else.
    """

    id: str
    name: str
    asides: tuple[str, ...]
    said: str
    safe: str
    points: tuple[Point, ...]
    tone: str = ""


@dataclass(frozen=True)
class Stretch:
    """Words of a text, with the numbers of the claims that they make.

    ``uncovered`` are words of a sentence that makes no claim that anybody took up.
    """

    text: str
    numbers: tuple[int, ...] = ()
    tone: str = ""
    uncovered: bool = False


@dataclass(frozen=True)
class Note:
    """What stands in the margin beside a claim of a text."""

    number: int
    id: str
    mark: Line
    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a text, and the notes on the claims that begin in it."""

    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A text with notes in its margin."""

    paragraphs: tuple[Paragraph, ...]
    language: str = ""


Block = Card | Table | Tally | Timeline | Reading | Point


@dataclass(frozen=True)
class Part:
    """What stands under one heading of a section; without a heading it goes on."""

    heading: str
    blocks: Iterable[Block]
    tone: str = ""


@dataclass(frozen=True)
class Section:
    """One event, source or article, and what is told of it."""

    id: str
    title: str
    aside: str
    parts: Iterable[Part]


@dataclass(frozen=True)
class Page:
    """A report whole; its sections may be read as they are gone through."""

    title: str
    summary: str
    facts: tuple[Point, ...]
    tallies: tuple[Tally, ...]
    sections: Iterable[Section]
    endings: Iterable[Point]


def _is_count(lines: tuple[Line, ...]) -> bool:
    return len(lines) == 1 and lines[0].text.replace(",", "").isdecimal()


def point(label: str, *texts: str) -> Point:
    """Write a point of plain lines."""
    return Point(label, tuple(Line(text) for text in texts))


def cell(*texts: str, tone: str = "") -> tuple[Line, ...]:
    """Write a cell of plain lines, leaving out empty ones."""
    return tuple(Line(text, tone=tone) for text in texts if text)
