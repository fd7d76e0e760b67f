"""A page as Markdown: it reads well as it stands, and claim text never acts as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from tracker.domain.visible import visible
from tracker.report.page import Card, Line, Page, Point, Section, Tally

_ACTS = re.compile(
    r"[\\`*_{}<|~$@]"
    r"|&(?=[#\w])"  # entities
    r"|#(?=#*$)"  # the end of a heading
    r"|\[(?=[\[^])|\](?=[(\[:])"  # links, footnotes; plain brackets are quoting's own
    r"|:(?=//)|(?<=\bwww)\.",  # bare addresses
    re.IGNORECASE,
)
"""What CommonMark and GitHub's dialect act upon inside a line."""
_ACTS_FIRST = re.compile(r"^(?=[#+\-=:>\[])|^([0-9]+)(?=[.)])")
_ADDRESS = "".join(map(chr, range(0x21, 0x7F))).translate(str.maketrans("", "", '<>"\\'))


def to_markdown(page: Page) -> str:
    """Write a page as one Markdown document."""
    return "\n".join(_page(page)) + "\n"


def escaped(text: str) -> str:
    """Write text so that it reads as it is and nothing in it acts as Markdown."""
    shown = _ACTS.sub(lambda found: f"\\{found[0]}", visible(text).strip())
    return _ACTS_FIRST.sub(lambda found: f"{found[1] or ''}\\", shown)


def _page(page: Page) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    yield ""
    yield escaped(page.summary)
    yield ""
    for fact in page.facts:
        yield from _point(fact)
    for tally in page.tallies:
        yield from _tally(tally)
    for section in page.sections:
        yield from _section(section)
    for ending in page.endings:
        yield from ("", f"## {escaped(ending.label)}", "")
        yield from (f"- {_line(one)}" for one in ending.lines)


def _tally(tally: Tally) -> Iterator[str]:
    yield from ("", f"| {escaped(tally.title)} | Claims |", "| :-- | --: |")
    for bar in tally.bars:
        meaning = f" – {escaped(bar.meaning)}" if bar.meaning else ""
        yield f"| {escaped(bar.label)}{meaning} | {bar.count:,} |"


def _section(section: Section) -> Iterator[str]:
    number = f" ({escaped(section.id)})" if section.id else ""
    yield from ("", f"## {escaped(section.title)}{number}")
    if section.aside:
        yield from ("", escaped(section.aside))
    for part in section.parts:
        yield from ("", f"### {escaped(part.heading)}")
        for card in part.cards:
            yield from _card(card)


def _card(card: Card) -> Iterator[str]:
    yield from ("", f"#### {escaped(card.id)} · {escaped(card.name)}")
    if card.asides:
        yield from ("", " · ".join(map(escaped, card.asides)))
    if card.said:
        yield from ("", escaped(card.said))
    yield from ("", f"> **Safe sentence:** {escaped(card.safe)}", "")
    for point in card.points:
        yield from _point(point)


def _point(point: Point) -> Iterator[str]:
    label = f"- **{escaped(point.label)}:**"
    if len(point.lines) == 1:
        yield f"{label} {_line(point.lines[0])}"
        return
    yield label
    yield from (f"  - {_line(one)}" for one in point.lines)


def _line(line: Line) -> str:
    if not line.href:
        # An address that is not to be followed is shown, so that nothing is hidden.
        return escaped(f"{line.text} {line.link}") if line.link else escaped(line.text)
    return f"{escaped(line.text)} <{quote(line.href, safe=_ADDRESS, errors='replace')}>"
