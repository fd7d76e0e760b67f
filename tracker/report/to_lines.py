"""A page as lines for a terminal or the desk's preview: as wide as there is room, looks apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker.domain.cells import padded, width, wrapped
from tracker.domain.visible import visible
from tracker.report.laid import QUIET, STRONG, Laid, Piece, across, needs_of, shares_of, shown
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
from tracker.report.wording import raised

MARGIN = 14
"""Cells in which labels stand."""
_MOST = 100
"""Longer lines are hard to read."""
_BAR = 24
_LEAST_COLUMN = 11


def to_lines(page: Page, room: int) -> Iterator[Laid]:
    """Lay a page out on lines of at most so many cells; what is read lazily stays so."""
    return _Laying(max(30, min(room, _MOST))).page(page)


class _Laying:
    """Lays blocks out within a width."""

    def __init__(self, room: int) -> None:
        self._room = room

    def page(self, page: Page) -> Iterator[Laid]:
        yield from self._words(page.title, STRONG)
        yield (Piece("━" * self._room),)
        yield from self._words(page.summary)
        yield ()
        for fact in page.facts:
            yield from self._point(fact)
        for tally in page.tallies:
            yield from self._tally(tally)
        for section in page.sections:
            yield from self._section(section)
        for ending in page.endings:
            yield ()
            yield from self._listed(ending)

    def _section(self, section: Section) -> Iterator[Laid]:
        yield from ((), ())
        yield (Piece("─" * self._room, QUIET),)
        yield from self._pieces((Piece(section.title, STRONG), Piece(f"  {section.id}", QUIET)))
        if section.aside:
            yield from self._words(section.aside, QUIET)
        for part in section.parts:
            if part.heading:
                yield ()
                yield (Piece(visible(part.heading), part.tone or STRONG),)
            for block in part.blocks:
                yield ()
                yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Laid]:
        match block:
            case Card():
                yield from self._card(block)
            case Tally():
                yield from self._tally(block, gap=False)
            case Table():
                yield from self._table(block)
            case Timeline():
                yield from self._timeline(block)
            case Reading():
                yield from self._reading(block)
            case Point():
                yield from self._listed(block)

    def _card(self, card: Card) -> Iterator[Laid]:
        yield from self._pieces((Piece(f"{card.id}  ", QUIET), Piece(card.name, STRONG)))
        if card.asides:
            yield from self._words(" · ".join(card.asides), QUIET)
        if card.said:
            yield from self._words(card.said)
        for line in self._wrapped(card.safe, self._room - 2):
            yield (Piece("┃ ", card.tone), Piece(line))
        for point in card.points:
            yield from self._point(point)

    def _point(self, point: Point, indent: int = 0) -> Iterator[Laid]:
        label = visible(point.label)
        for line in point.lines:
            yield from self._hung(label, line, indent)
            label = ""

    def _hung(self, label: str, line: Line, indent: int = 0) -> Iterator[Laid]:
        """Hang a line beside a label; a label too long for the margin has a line of its own."""
        if width(label) >= MARGIN:
            for words in self._wrapped(label, self._room - indent):
                yield (Piece(f"{' ' * indent}{words}", QUIET),)
            label = ""
        text, below = visible(shown(line)), " " * (indent + 2)
        beside = self._room - MARGIN - indent
        if " " not in text and beside < width(text) <= self._room - len(below):
            # One long word, such as a hash, is kept whole below its label.
            if label:
                yield (Piece(f"{' ' * indent}{label}", QUIET),)
            yield (Piece(below), Piece(text, line.tone))
            return
        for words in self._wrapped(text, beside):
            margin = Piece(" " * indent + padded(label, MARGIN), QUIET)
            yield (margin, Piece(words, line.tone))
            label = ""

    def _listed(self, point: Point) -> Iterator[Laid]:
        yield from self._words(point.label, STRONG)
        for line in point.lines:
            mark = "· "
            for words in self._wrapped(shown(line), self._room - 2):
                yield (Piece(mark, QUIET), Piece(words, line.tone))
                mark = "  "

    def _tally(self, tally: Tally, *, gap: bool = True) -> Iterator[Laid]:
        if gap:
            yield ()
        yield from self._words(tally.title, STRONG)
        bar = min(_BAR, self._room // 4)
        longest = max((width(visible(one.label)) for one in tally.bars), default=0)
        names = max(8, min(longest, self._room - bar - 10))
        for one in tally.bars:
            drawn = "▇" * max(1, round(bar * tally.share(one) / 100)) if one.count else ""
            first, *rest = self._wrapped(one.label, names)
            count = f"{one.count:,}".rjust(6)
            yield (
                Piece(padded(first, names)),
                Piece(f"{count}  "),
                Piece(drawn, one.tone or QUIET),
            )
            yield from ((Piece(words),) for words in rest)

    def _timeline(self, timeline: Timeline) -> Iterator[Laid]:
        yield from self._words(timeline.title, STRONG)
        names = max(width(period.label) for period in timeline.periods)
        most = max(sum(period.counts) for period in timeline.periods)
        unit = min(1.0, max(8, self._room - names - 10) / most)
        for period in timeline.periods:
            counts = zip(timeline.tones, period.counts, strict=True)
            drawn = (
                Piece("▇" * max(1, round(count * unit)), tone.tone)
                for tone, count in counts
                if count
            )
            total = f"{sum(period.counts) or '·':>4}  "
            yield (Piece(padded(period.label, names), QUIET), Piece(total), *drawn)
        yield tuple(Piece(f"{tone.text}  ", tone.tone) for tone in timeline.tones)

    def _table(self, table: Table) -> Iterator[Laid]:
        yield from self._words(table.caption, STRONG)
        needs = needs_of(table)
        shares = shares_of(needs, self._room)
        if any(share < min(need, _LEAST_COLUMN) for share, need in zip(shares, needs, strict=True)):
            yield from self._stacked(table)
            return
        heads = tuple((Line(column, tone=QUIET),) for column in table.columns)
        for number, row in enumerate((heads, *table.rows)):
            cells = [self._cell(*one) for one in zip(row, shares, strict=True)]
            lines = list(across(cells, shares))
            if number > 1 and len(lines) > 1:
                yield ()
            yield from lines

    def _stacked(self, table: Table) -> Iterator[Laid]:
        """Tell a table row by row, where its columns would be too narrow to read."""
        for row in table.rows:
            first, *others = row
            yield ()
            for line in first:
                yield from self._words(shown(line), line.tone or STRONG)
            for column, cell in zip(table.columns[1:], others, strict=True):
                yield from self._point(Point(column, cell))

    def _cell(self, cell: Sequence[Line], share: int) -> list[Piece]:
        return [
            Piece(words, line.tone) for line in cell for words in self._wrapped(shown(line), share)
        ]

    def _reading(self, reading: Reading) -> Iterator[Laid]:
        for paragraph in reading.paragraphs:
            yield from self._beside(paragraph)

    def _beside(self, paragraph: Paragraph) -> Iterator[Laid]:
        yield from self._pieces(map(_stretch, paragraph.stretches))
        for note in paragraph.notes:
            yield from self._note(note)
        yield ()

    def _note(self, note: Note) -> Iterator[Laid]:
        mark = Piece(f"  {raised([note.number])} ", note.mark.tone)
        name = Piece(f"{note.id} {note.name}  ", STRONG)
        yield from self._pieces((mark, name, Piece(note.mark.text, note.mark.tone)))
        for point in note.points:
            yield from self._point(point, indent=5)

    def _words(self, text: str, look: str = "") -> Iterator[Laid]:
        return ((Piece(line, look),) for line in self._wrapped(text, self._room))

    def _pieces(self, pieces: Iterable[Piece]) -> Iterator[Laid]:
        """Wrap words of several looks."""
        line: list[Piece] = []
        free = self._room
        for piece in pieces:
            for word in _splitted(visible(piece.text), self._room):
                if width(word.rstrip()) > free and line:
                    yield tuple(line)
                    line, free = [], self._room
                line.append(Piece(word if line else word.lstrip(), piece.look))
                free -= width(word)
        yield tuple(line)

    def _wrapped(self, text: str, room: int) -> list[str]:
        return wrapped(visible(text).strip(), max(2, room))


def _splitted(text: str, room: int) -> Iterator[str]:
    """Words, each with the space behind it; one that no line has room for comes in parts."""
    *words, last = text.split(" ")
    for word in (*(f"{word} " for word in words), last):
        if width(word) > room:
            yield from wrapped(word, room)
        else:
            yield word


def _stretch(stretch: Stretch) -> Piece:
    look = stretch.tone or (QUIET if stretch.uncovered else "")
    return Piece(f"{stretch.text}{raised(stretch.numbers)}", look)
