"""Screen 1, the desk: the queue, and beside it the claim whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from tracker.domain.listing import ClaimLine, Filter, Tally
from tracker.tui import asking
from tracker.tui.screens.flow import first_flow, flow
from tracker.tui.screens.listing import ListScreen
from tracker.tui.screens.narrowing import NarrowingScreen
from tracker.tui.screens.opening import OPENING
from tracker.tui.widgets.ground import Ground
from tracker.tui.widgets.key_line import KeyLine
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.widgets.leaf_keys import leaf_keys
from tracker.tui.widgets.ruled_line import RuledLine
from tracker.tui.widgets.top_line import TopLine
from tracker.tui.widgets.windowed import WindowedTable
from tracker.tui.words.queue import QUEUE_COLUMNS, queue_detail
from tracker.tui.words.standing import standing_line
from tracker.tui.words.tally import shown_words, tally_lines

if TYPE_CHECKING:
    from tracker.desk.listing import Listed
    from tracker.domain.dossier import Dossier

# ruff: noqa: PLC0415 - the first rows wait for nothing that they do not show

_NO_CLAIMS = "No claims yet.\n“tracker demo” opens the sample."


class DeskScreen(ListScreen, NarrowingScreen):
    """The queue of claims: contested first, then deadline, then risk, then age."""

    sought_in = "Words in statement, quote, source or event; “…” for a phrase"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", id="desk.search", tooltip="Search in the claims"),
        Binding("f", "filter", "Filter", id="desk.filter", tooltip="Show only some claims"),
        Binding("p", "report", "Report", id="desk.report", tooltip="Report what is shown"),
        Binding("escape", "clear", "Clear", id="desk.clear",
                tooltip="Clear selection, filter", show=False),
        *leaf_keys("desk", "the claim"),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._tally: Tally = {}
        self._more = False
        self._laid_out: Dossier | None = None

    def compose(self) -> ComposeResult:
        """A line on top, the queue and the claim, the keys below."""
        yield TopLine(OPENING)
        with Ground(id="desk-body"):
            yield WindowedTable[ClaimLine](
                QUEUE_COLUMNS,
                row_id=lambda line: line.id,
                detail=queue_detail,
                empty="",
                id="queue",
            )
            with Ground(id="desk-side"):
                yield RuledLine(id="desk-standing")
                yield Leaf(id="desk-leaf", classes="panel")
        yield KeyLine()

    def on_mount(self) -> None:
        """Give the queue the keys."""
        self.table.focus()

    @property
    def table(self) -> WindowedTable[ClaimLine]:
        """The queue."""
        return self.query_one("#queue", WindowedTable)

    def show_listed(self, listed: Listed) -> None:
        """Say how many claims there are, and which are shown."""
        said = self.where.words
        filtered = f"No claims pass the filter: {said}.\n{self.key('clear')} clears it."
        self.table.empty = filtered if said else _NO_CLAIMS
        self._tally, self._more = listed.tally, listed.more
        self.show_selected()

    def show_selected(self) -> None:
        """Say on top what is shown and selected."""
        selected, shown = len(self.table.selected), self.table.count
        top = self.query_one(TopLine)
        listed = shown_words(shown, self.where, self.order, more=self._more)
        top.show(*tally_lines(self._tally, listed, selected))
        top.sign(self.editor, read_only=self.desk.read_only)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the claim beside the queue."""
        from tracker.tui.words.dossier import dossier_page

        before, self._laid_out = self._laid_out, dossier
        if dossier == before:  # a list that is read again mostly stands where it stood
            return
        standing = self.query_one("#desk-standing", RuledLine)
        if dossier is None:
            standing.show(Content(""))
            self.leaf.show(None)
            return
        standing.show(standing_line(dossier.claim))
        same = before is not None and before.claim.id == dossier.claim.id
        self.leaf.show(lambda width: dossier_page(dossier, width, self.key), keep_place=same)

    @first_flow
    async def action_list(self, where: Filter) -> None:
        """Show the claims that pass a filter."""
        await self.show(where)

    @flow
    async def action_report(self) -> None:
        """Write the unverified-claims report of what is shown."""
        await asking.reporting.write_unverified(self, self.where)

    @flow
    async def action_clear(self) -> None:
        """Clear the selection, or else search and filter."""
        if self.table.selected:
            self.table.select(frozenset())
        elif self.where != Filter():
            await self.show(Filter())
