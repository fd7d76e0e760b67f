"""A page as Markdown: it reads well as it stands, and claim text never acts as Markdown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from urllib.parse import quote

from tracker.domain.visible import visible
from tracker.report.page import (
    Block,
    Card,
    Line,
    Page,
    Point,
    Reading,
    Section,
    Stretch,
    Table,
    Tally,
    Timeline,
)
from tracker.report.wording import raised

_ACTS = re.compile(
    r"[\\`*_{}<|~$@]"
    r"|&(?=[#\w])"  # entities
    r"|#$"  # the end of a heading
    r"|\[(?=[\[^])|\](?=[(\[:])"  # links, footnotes; plain brackets are quoting's own
    r"|:(?=//)|(?<=\bwww)\.",  # bare addresses
    re.IGNORECASE,
)
"""What CommonMark and GitHub's dialect act upon inside a line."""
_ACTS_FIRST = re.compile(r"^(?=[#+\-=:>\[])|^([0-9]+)(?=[.)])")
_OPEN_END = re.compile(r"(?<!\\)([&\[\]:#]$|^\.(?=\w))")
"""What would act only together with the words of the next stretch, or of the one before."""
_ADDRESS = "".join(map(chr, range(0x21, 0x7F))).translate(str.maketrans("", "", '<>"\\'))


def to_markdown(page: Page) -> Iterator[str]:
    """Write a page as one Markdown document, a line at a time."""
    for line in _page(page):
        yield f"{line}\n"


def escaped(text: str) -> str:
    """Write text so that it reads as it is and nothing in it acts as Markdown."""
    shown = inline(text).strip()
    return _ACTS_FIRST.sub(lambda found: f"{found[1] or ''}\\", shown)


def inline(text: str) -> str:
    """Write text that stands within a line so that nothing in it acts as Markdown."""
    return _ACTS.sub(lambda found: f"\\{found[0]}", visible(text))


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


def _section(section: Section) -> Iterator[str]:
    number = f" ({escaped(section.id)})" if section.id else ""
    yield from ("", f"## {escaped(section.title)}{number}")
    if section.aside:
        yield from ("", escaped(section.aside))
    for part in section.parts:
        if part.heading:
            yield from ("", f"### {escaped(part.heading)}")
        for block in part.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Card():
            yield from _card(block)
        case Tally():
            yield from _tally(block)
        case Table():
            yield from ("", f"**{escaped(block.caption)}**")
            rows = (map(_cell, row) for row in block.rows)
            yield from _table(block.columns, rows, numbers=block.counts)
        case Timeline():
            yield from _timeline(block)
        case Reading():
            yield from _reading(block)
        case Point():
            yield from ("", *_point(block))


def _card(card: Card) -> Iterator[str]:
    yield from ("", f"#### {escaped(card.id)} · {escaped(card.name)}")
    if card.asides:
        yield from ("", " · ".join(map(escaped, card.asides)))
    if card.said:
        yield from ("", escaped(card.said))
    yield from ("", f"> **Safe sentence:** {escaped(card.safe)}", "")
    for point in card.points:
        yield from _point(point)


def _tally(tally: Tally) -> Iterator[str]:
    rows = (
        (
            escaped(bar.label) + (f" – {escaped(bar.meaning)}" if bar.meaning else ""),
            f"{bar.count:,}",
        )
        for bar in tally.bars
    )
    yield from _table((tally.title, tally.unit), rows, numbers=(1,))


def _timeline(timeline: Timeline) -> Iterator[str]:
    kept = (period for period in timeline.periods if any(period.counts))
    rows = ((escaped(one.label), *(f"{n:,}" if n else "" for n in one.counts)) for one in kept)
    yield from ("", f"**{escaped(timeline.title)}**")
    columns = ("When", *(tone.text for tone in timeline.tones))
    yield from _table(columns, rows, numbers=range(1, len(columns)))


def _table(
    columns: Sequence[str], rows: Iterable[Iterable[str]], numbers: Collection[int]
) -> Iterator[str]:
    """Write a table; its cells are Markdown already, its headings text; ``numbers`` go right."""
    rules = ("--:" if place in numbers else ":--" for place in range(len(columns)))
    yield from ("", f"| {' | '.join(map(escaped, columns))} |")
    yield f"| {' | '.join(rules)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _cell(lines: Iterable[Line]) -> str:
    return "; ".join(map(_line, lines))


def _reading(reading: Reading) -> Iterator[str]:
    for paragraph in reading.paragraphs:
        words = "".join(map(_stretch, paragraph.stretches))
        # Escaped as a whole once more where it begins, for a paragraph is no inline text.
        yield from ("", _ACTS_FIRST.sub(lambda found: f"{found[1] or ''}\\", words.strip()))
        if paragraph.notes:
            yield ""
        for note in paragraph.notes:
            whose = f"{escaped(note.id)} · {escaped(note.name)} · {_line(note.mark)}"
            yield f"- **{note.number}** {whose}"
            for point in note.points:
                yield from (f"  {line}" for line in _point(point))


def _stretch(stretch: Stretch) -> str:
    words = _OPEN_END.sub(r"\\\1", inline(stretch.text))
    return f"{words}{raised(stretch.numbers)}"


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
