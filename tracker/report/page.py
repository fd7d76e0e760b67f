"""A report as a page: headings, points and tallies, before Markdown or HTML gives them a look.

All of it is text; nothing in it is markup.
"""

from __future__ import annotations

from dataclasses import dataclass

SAFE_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True)
class Line:
    """A line of text; ``link`` is an address that was given for it, whatever it is."""

    text: str
    link: str = ""

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


@dataclass(frozen=True)
class Tally:
    """Counts side by side, drawn as bars."""

    title: str
    bars: tuple[Bar, ...]

    def share(self, bar: Bar) -> int:
        """How long to draw a bar, in per cent of the longest; one that counts is always seen."""
        most = max(one.count for one in self.bars)
        return max(1, round(100 * bar.count / most)) if bar.count else 0


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


@dataclass(frozen=True)
class Part:
    """The cards of one status."""

    heading: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Section:
    """One event and the cards about it."""

    id: str
    title: str
    aside: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Page:
    """A report whole."""

    title: str
    summary: str
    facts: tuple[Point, ...]
    tallies: tuple[Tally, ...]
    sections: tuple[Section, ...]
    endings: tuple[Point, ...]


def point(label: str, *texts: str) -> Point:
    """Write a point of plain lines."""
    return Point(label, tuple(Line(text) for text in texts))
