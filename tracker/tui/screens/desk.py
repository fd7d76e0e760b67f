"""Screen 1, the desk: the queue, and beside it the claim whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Footer, Static

from tracker.domain.dossier import Dossier
from tracker.domain.errors import TrackerError
from tracker.domain.listing import Anchor, ClaimLine, Filter
from tracker.domain.status import Status
from tracker.tui.dialogs.ask_text import AskText
from tracker.tui.filtering import ask_filter
from tracker.tui.reports import ask_and_write_report
from tracker.tui.screens.base import ask, flow, heading
from tracker.tui.screens.claim import ClaimScreen
from tracker.tui.screens.reviewing import ReviewingScreen, Target
from tracker.tui.theme import MUTED, status_style, status_words
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.widgets.table_messages import Moved, Opened, PageWanted, Selected
from tracker.tui.widgets.windowed import WindowedTable
from tracker.tui.words.dossier import dossier_page
from tracker.tui.words.queue import QUEUE_COLUMNS, queue_detail


class DeskScreen(ReviewingScreen):
    """The queue of claims: contested first, then deadline, then risk, then age."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", id="desk.search", tooltip="Search in the claims"),
        Binding("f", "filter", "Filter", id="desk.filter", tooltip="Show only some claims"),
        Binding("p", "report", "Report", id="desk.report", tooltip="Report what is shown"),
        Binding(
            "escape", "clear", "Clear", id="desk.clear",
            tooltip="Clear the selection, then the filter", show=False,
        ),
        Binding(
            "J,shift+down", "scroll_leaf(3)", "Read on", id="desk.leaf-down",
            tooltip="Scroll the claim down", show=False,
        ),
        Binding(
            "K,shift+up", "scroll_leaf(-3)", "Read back", id="desk.leaf-up",
            tooltip="Scroll the claim up", show=False,
        ),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._where = Filter()
        self._anchors: tuple[Anchor, ...] = ()
        self._dossier: Dossier | None = None
        self._seen: dict[int, int] = {}

    def compose(self) -> ComposeResult:
        """A line on top, the queue and the claim, the keys below."""
        yield Static("", id="desk-line", markup=False)
        with Container(id="desk-body"):
            yield WindowedTable[ClaimLine](
                QUEUE_COLUMNS,
                row_id=lambda line: line.id,
                detail=queue_detail,
                empty="Opening the ledger …",
                id="queue",
            )
            yield Leaf(id="desk-leaf", classes="panel")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Give the queue the keys."""
        self.table.focus()

    @property
    def table(self) -> WindowedTable[ClaimLine]:
        """The queue."""
        return self.query_one("#queue", WindowedTable)

    def opened(self) -> None:
        """Read the queue, keeping the place."""
        line = self.table.row
        self._read(line.id if line else None)

    def targets(self) -> Sequence[Target]:
        """The selected claims, or the one under the cursor."""
        if self.table.selected:
            return [Target(int(str(one)), self._seen[int(str(one))]) for one in self._selection()]
        line = self.table.row
        if line is None:
            return []
        shown = self._dossier.claim if self._dossier else None
        version = shown.version if shown and shown.id == line.id else line.version
        return [Target(line.id, version)]

    def dossier(self) -> Dossier | None:
        """The claim beside the queue."""
        return self._dossier

    async def done(self, *, onwards: bool) -> None:
        """Read the queue again; onwards means: stand on the claim that came next."""
        table = self.table
        here = table.row
        after = table.at(table.cursor + 1)
        target = after if onwards and not table.selected and after else here
        table.select(frozenset())
        self._read(target.id if target else None)

    @flow
    async def action_search(self) -> None:
        """Search in statement, quote, source and event."""
        words: str | None = await self.app.push_screen_wait(
            AskText(
                "Search", "Words in statement, quote, source or event; “…” for a phrase.",
                self._where.search, accept="Search",
            )
        )  # fmt: skip
        if words is not None:
            self._show(replace(self._where, search=words.strip()))

    @flow
    async def action_filter(self) -> None:
        """Show only some claims."""
        chosen = await ask_filter(self, self._where)
        if chosen is not None:
            self._show(chosen)

    @flow
    async def action_report(self) -> None:
        """Write the unverified-claims report of what is shown."""
        await ask_and_write_report(self, self._where)

    def action_clear(self) -> None:
        """Clear the selection, or else search and filter."""
        if self.table.selected:
            self.table.select(frozenset())
        elif self._where != Filter():
            self._show(Filter())

    def action_scroll_leaf(self, lines: int) -> None:
        """Scroll the claim beside the queue."""
        self.query_one("#desk-leaf", Leaf).scroll_relative(y=lines, animate=False)

    @on(PageWanted)
    def _read_page(self, wanted: PageWanted) -> None:
        self._fetch_page(wanted.start, wanted.end, wanted.edition)

    @on(Moved)
    def _look_at(self, moved: Moved[ClaimLine]) -> None:
        self._read_dossier(moved.row.id if moved.row else None)

    @on(Opened)
    def _open_claim(self, opened: Opened[ClaimLine]) -> None:
        self.app.push_screen(ClaimScreen(opened.row.id))

    @on(Selected)
    def _count_selected(self) -> None:
        self._tally()

    def _selection(self) -> Sequence[object]:
        return [one for one in self.table.selected if int(str(one)) in self._seen]

    def _show(self, where: Filter) -> None:
        self._where = where
        self.table.select(frozenset())
        self._read(None)

    @work(exclusive=True, group="queue")
    async def _read(self, number: int | None) -> None:
        """Count the list, find the claim's place in it, and show it from there."""
        browsing, where, table = self.desk.browsing, self._where, self.table
        try:
            self._anchors = ()
            count = await ask(browsing.count, where)
            place = await ask(browsing.position, number, where) if number is not None else None
            said = where.words
            table.empty = f"No claim: {said}. esc clears." if said else "No claims yet."
            keep = min(table.cursor, max(0, count - 1)) if number is not None else 0
            table.reload(count)
            table.cursor = place if place is not None else keep
            self._tally()
            self._anchors = await ask(browsing.anchors, where)
        except TrackerError as error:
            self.refuse(error)

    @work(group="pages")
    async def _fetch_page(self, start: int, end: int, edition: int) -> None:
        try:
            rows = await ask(
                self.desk.browsing.page,
                self._where,
                start=start,
                limit=end - start,
                anchors=self._anchors,
            )
        except TrackerError as error:
            self.refuse(error)
            return
        self._seen.update((line.id, line.version) for line in rows)
        self.table.show_page(start, rows, edition)

    @work(exclusive=True, group="dossier")
    async def _read_dossier(self, number: int | None) -> None:
        leaf = self.query_one("#desk-leaf", Leaf)
        if number is None:
            self._dossier = None
            leaf.show(None)
            return
        same = self._dossier is not None and self._dossier.claim.id == number
        try:
            dossier = await ask(self.desk.browsing.dossier, number)
        except TrackerError as error:
            self.refuse(error)
            return
        self._dossier = dossier
        leaf.show(lambda width: dossier_page(dossier, width), keep_place=same)

    @work(exclusive=True, group="tally")
    async def _tally(self) -> None:
        try:
            counted = await ask(self.desk.browsing.tally)
        except TrackerError:
            return
        statuses = {
            status: sum(n for (one, _), n in counted.items() if one is status) for status in Status
        }
        pieces = [("Desk  ", "bold")]
        pieces += [
            (f"{status_words(status)} {n:,}  ", status_style(status))
            for status, n in statuses.items()
            if n
        ]
        if self.table.selected:
            pieces.append((f"{len(self.table.selected)} selected  ", "bold $accent"))
        if self._where.words:
            pieces.append((f"{self.table.count:,} shown: {self._where.words}", "$accent"))
        if self.desk.read_only:
            pieces.append(("read-only  ", "bold $text-warning"))
        pieces.append((f"{self.editor}", MUTED))
        self.query_one("#desk-line", Static).update(heading(*pieces))
