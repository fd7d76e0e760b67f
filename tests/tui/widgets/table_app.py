"""A table over a made-up list, in an app that answers it and keeps what it is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tracker.tui.widgets.columns import Column
from tracker.tui.widgets.pieces import Piece
from tracker.tui.widgets.table_messages import Moved, Opened, PageWanted, Selected
from tracker.tui.widgets.windowed import WindowedTable

MILLION = 1_000_000
NASTY = "[/foo] [b] 3% =1+1 <script> \x1b]0;x\x07 \u202egnp 日本 e\u0301"


@dataclass(frozen=True)
class Line:
    number: int
    words: str


class Desk(App[None]):
    """The app."""

    def __init__(self, count: int | None, words: str = "words", *, detail: bool = False) -> None:
        super().__init__()
        self.table: WindowedTable[Line] = WindowedTable(
            [
                Column("No", lambda line: Piece(f"C{line.number}", "bold"), width=9),
                Column("Words", lambda line: line.words),
                Column("End", lambda _: "end", width=3, rank=1),
            ],
            row_id=lambda line: line.number,
            detail=(lambda line: f"below {line.number}") if detail else None,
            empty="Nothing matches.",
        )
        self.rows = count
        self.words = words
        self.answering = True
        self.wanted: list[PageWanted] = []
        self.moves: list[tuple[int, Line | None]] = []
        self.opened: list[Line] = []
        self.selections: list[frozenset[object]] = []
        self.drawn: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.table

    def on_mount(self) -> None:
        if self.rows is not None:
            self.table.show(self.rows)

    def on_page_wanted(self, wanted: PageWanted) -> None:
        self.wanted.append(wanted)
        if self.answering:
            self.answer(wanted)

    def answer(self, wanted: PageWanted) -> None:
        page = [Line(number, self.words) for number in range(wanted.start, wanted.end)]
        self.table.show_page(wanted.start, page, wanted.edition)

    def on_moved(self, moved: Moved[Line]) -> None:
        self.moves.append((moved.position, moved.row))

    def on_opened(self, opened: Opened[Line]) -> None:
        self.opened.append(opened.row)

    def on_selected(self, selected: Selected) -> None:
        self.selections.append(selected.ids)

    def lines(self) -> list[str]:
        return [strip.text for strip in self.screen._compositor.render_strips()]


@asynccontextmanager
async def running(
    app: Desk, size: tuple[int, int] = (60, 12)
) -> AsyncIterator[tuple[Desk, Pilot[None]]]:
    async with app.run_test(size=size) as pilot:
        app.table.focus()
        await pilot.pause()
        await pilot.pause()
        yield app, pilot
