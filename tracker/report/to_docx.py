"""A page as a Word document, for editors who mark up and print."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tracker.domain.errors import BadInputError
from tracker.report.docx_styles import dress
from tracker.report.docx_xml import link, paragraph, table, words
from tracker.report.page import (
    Block,
    Card,
    Line,
    Note,
    Page,
    Paragraph,
    Point,
    Reading,
    Section,
    Stretch,
    Table,
    Tally,
    Timeline,
)
from tracker.report.tones import QUIET, ink

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every part of the file, so that two runs give the same bytes."""
_BAR = 24
"""How many blocks the longest bar of a tally has."""
_ADDRESS = "".join(map(chr, range(0x21, 0x7F)))


def to_docx(page: Page, templates: Path | None = None) -> bytes:
    """Write a page as a Word document; a desk's own "page.docx" lends it its styles.

    Raises:
        BadInputError: the desk's own document cannot be used.
    """
    document = _blank(templates)
    end = document.element.body[-1]
    for piece in _Writing(document).page(page):
        for element in list(parse_xml(f"<w:body {nsdecls('w', 'r')}>{piece}</w:body>")):
            end.addprevious(element)
    saved = BytesIO()
    document.core_properties.title = page.title
    document.save(saved)
    return _undated(saved)


def _blank(templates: Path | None) -> Any:
    own = templates / "page.docx" if templates else None
    if own is None or not own.is_file():
        document = Document()
        dress(document, ours=True)
        return document
    try:
        document = Document(str(own))
    except Exception as error:
        raise BadInputError(f"{own.name} cannot be used as a template ({error}).") from error
    for element in list(document.element.body)[:-1]:
        document.element.body.remove(element)
    dress(document, ours=False)
    return document


class _Writing:
    """Writes the pieces of a page into a document, which keeps the addresses that it links to."""

    def __init__(self, document: Any) -> None:
        self._part = document.part
        self._relations: dict[str, str] = {}

    def page(self, page: Page) -> Iterator[str]:
        """Write the page, a part at a time."""
        yield paragraph(words(page.title), style="Title")
        yield paragraph(words(page.summary), style="Summary")
        yield "".join(self._point(fact) for fact in page.facts)
        yield from map(self._tally, page.tallies)
        for section in page.sections:
            yield from self._section(section)
        for ending in page.endings:
            yield paragraph(words(ending.label), style="Heading1")
            yield "".join(self._bullet(line) for line in ending.lines)

    def _section(self, section: Section) -> Iterator[str]:
        number = [words(f"  {section.id}", colour=QUIET)] if section.id else []
        yield paragraph(words(section.title), *number, style="Heading1")
        if section.aside:
            yield paragraph(words(section.aside, colour=QUIET), style="Aside")
        for part in section.parts:
            if part.heading:
                yield paragraph(words(part.heading, colour=_ink(part.tone)), style="Heading2")
            yield from map(self._block, part.blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Card():
                return self._card(block)
            case Tally():
                return self._tally(block)
            case Table():
                return self._table(block)
            case Timeline():
                return _timeline(block)
            case Reading():
                return "".join(map(self._beside, block.paragraphs))
            case Point():
                head = paragraph(words(block.label), style="Heading3")
                return head + "".join(map(self._bullet, block.lines))

    def _card(self, card: Card) -> str:
        asides = " · ".join(card.asides)
        return "".join(
            (
                paragraph(words(f"{card.id}  ", colour=QUIET), words(card.name), style="Heading3"),
                paragraph(words(asides, colour=QUIET), style="Aside") if asides else "",
                paragraph(words(card.said), style="Said") if card.said else "",
                paragraph(words("Safe sentence: ", bold=True), words(card.safe), style="Safe"),
                *map(self._point, card.points),
            )
        )

    def _table(self, block: Table) -> str:
        rows = (
            [
                self._cell(cell, "Count" if place in block.counts else "Cell", heads=not place)
                for place, cell in enumerate(row)
            ]
            for row in block.rows
        )
        content = table(block.caption, block.columns, rows, counts=block.counts)
        return _captioned(block.caption, content)

    def _tally(self, tally: Tally) -> str:
        rows = []
        for bar in tally.bars:
            meaning = f" – {bar.meaning}" if bar.meaning else ""
            drawn = "█" * max(1, round(_BAR * tally.share(bar) / 100)) if bar.count else ""
            rows.append(
                (
                    paragraph(words(bar.label), words(meaning, colour=QUIET), style="Cell"),
                    paragraph(words(drawn, colour=_ink(bar.tone) or QUIET), style="Cell"),
                    paragraph(words(f"{bar.count:,}"), style="Count"),
                )
            )
        return table(tally.title, (tally.title, "", tally.unit), rows, (50, 35, 15), counts=(2,))

    def _beside(self, beside: Paragraph) -> str:
        text = paragraph(*map(_stretch, beside.stretches), style="Reading")
        return table("", (), [(text, "".join(map(self._note, beside.notes)))], (60, 40))

    def _note(self, note: Note) -> str:
        head = paragraph(
            words(f"{note.number}  ", bold=True, colour=_ink(note.mark.tone)),
            words(note.name, bold=True),
            words(f"  {note.id}  ", colour=QUIET),
            words(note.mark.text, colour=_ink(note.mark.tone)),
            style="Note",
        )
        return head + "".join(self._point(point, style="Note") for point in note.points)

    def _point(self, point: Point, style: str = "Point") -> str:
        runs: list[str] = []
        for line in point.lines:
            runs += [words("; "), self._line(line)] if runs else [self._line(line)]
        return paragraph(words(f"{point.label}: ", colour=QUIET), *runs, style=style)

    def _bullet(self, line: Line) -> str:
        return paragraph(self._line(line), style="ListBullet")

    def _cell(self, lines: Sequence[Line], style: str, *, heads: bool) -> str:
        return "".join(
            paragraph(self._line(line, bold=heads and not place), style=style)
            for place, line in enumerate(lines)
        )

    def _line(self, line: Line, *, bold: bool = False) -> str:
        if not line.href:
            # An address that is not to be followed is shown, so that nothing is hidden.
            shown = f"{line.text} {line.link}" if line.link else line.text
            return words(shown, bold=bold, colour=_ink(line.tone))
        address = quote(line.href, safe=_ADDRESS, errors="replace")
        if address not in self._relations:
            self._relations[address] = self._part.relate_to(
                address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
        return link(self._relations[address], line.text)


def _timeline(timeline: Timeline) -> str:
    headings = ("When", *(tone.text for tone in timeline.tones))
    numbers = range(1, len(headings))
    rows = [
        [
            paragraph(words(period.label), style="Cell"),
            *(paragraph(words(f"{n:,}" if n else ""), style="Count") for n in period.counts),
        ]
        for period in timeline.periods
        if any(period.counts)
    ]
    return _captioned(timeline.title, table(timeline.title, headings, rows, counts=numbers))


def _captioned(caption: str, content: str) -> str:
    return paragraph(words(caption), style="Heading3") + content


def _stretch(stretch: Stretch) -> str:
    shade = _tint(ink(stretch.tone)) if stretch.numbers else ""
    numbers = ", ".join(map(str, stretch.numbers))
    mark = words(numbers, bold=True, raised=True) if numbers else ""
    return words(stretch.text, shade=shade, dotted=stretch.uncovered) + mark


def _ink(tone: str) -> str:
    return ink(tone) if tone else ""


def _tint(colour: str) -> str:
    """A tenth of a colour on white, six hexadecimal digits."""
    parts = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{255 - (255 - part) // 8:02x}" for part in parts)


def _undated(saved: BytesIO) -> bytes:
    undated = BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(undated, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _EARLIEST)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return undated.getvalue()
