"""Screen 5, reports: choose one, see how it reads, write it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from tracker.domain.errors import TrackerError
from tracker.domain.listing import Filter
from tracker.report.formats import Format
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted
from tracker.tui.asking.filtering import filter_choice
from tracker.tui.asking.reporting import ask_moment, write_report
from tracker.tui.saying import sentence_of
from tracker.tui.screens.base import ask
from tracker.tui.screens.flow import flow
from tracker.tui.screens.searching import SearchingScreen
from tracker.tui.theme import MUTED
from tracker.tui.widgets.key_line import KeyLine
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.widgets.leaf_keys import leaf_keys, page_keys
from tracker.tui.widgets.offer import Offer, Offered
from tracker.tui.widgets.top_line import TopLine
from tracker.tui.words.heading import heading
from tracker.tui.words.page import words, wrapped
from tracker.tui.words.report import page_lines, text_lines

if TYPE_CHECKING:
    from tracker.desk.reporting import Preview

FIRST, MORE = 30, 4
"""So many claims are previewed at first; at the end, so many times as many."""
MOST = 1_000
_LATEST = (23, 59)
_KINDS, _FORMATS = tuple(ReportKind), tuple(Format)
_NAMES = {
    Format.HTML: "a page for any browser",
    Format.DOCX: "a Word document",
    Format.MARKDOWN: "plain text, Markdown",
    Format.CSV: "a spreadsheet",
    Format.JSON: "for programs",
}


class ReportsScreen(SearchingScreen):
    """A kind of report and a format; beside them how it begins, read on as one scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p,enter", "write", "Write", id="report.write", tooltip="Write it to a file"),
        Binding("j,down", "kind(1)", "Next", id="report.next", tooltip="The next report"),
        Binding("k,up", "kind(-1)", "Previous", id="report.previous",
                tooltip="The report before", show=False),
        Binding("right", "form(1)", "Format", id="report.format", tooltip="The next format"),
        Binding("left", "form(-1)", "Format", id="report.format-back",
                tooltip="The format before", show=False),
        Binding("slash", "search", "Search", id="report.search",
                tooltip="Only claims that hold some words", show=False),
        Binding("f", "filter", "Filter", id="report.filter", tooltip="Report only some claims"),
        Binding("d", "as_of", "As of", id="report.as-of", tooltip="As the ledger stood once"),
        Binding("escape", "clear", "Clear", id="report.clear",
                tooltip="All claims, as of now", show=False),
        *leaf_keys("report"),
        *page_keys("report"),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._kind, self._form = ReportKind.UNVERIFIED, Format.HTML
        self._where = Filter()
        self._as_of: datetime | None = None
        self._most = FIRST
        self._more = 0

    def compose(self) -> ComposeResult:
        """A line on top, the choices and the preview, the keys below."""
        yield TopLine()
        with Container(id="report-body"):
            with Vertical(id="report-choices"):
                yield Offer(
                    [Offered(kind.value.capitalize(), kind.meaning) for kind in _KINDS],
                    id="report-kinds",
                )
                yield Offer([Offered(f".{form}", _NAMES[form]) for form in _FORMATS],
                            id="report-formats")  # fmt: skip
                yield Static(Content(), id="report-of")
            yield Leaf(id="report-leaf", classes="panel")
        yield KeyLine()

    def on_mount(self) -> None:
        """Read on where the reader comes to the end of what is read."""
        self.watch(self.leaf, "scroll_y", self._scrolled, init=False)

    def opened(self) -> None:
        """Read the report, which can be written before it is shown."""
        self.first_read.set()
        self._read(keep_place=True)

    @property
    def wanted(self) -> Wanted:
        """The report that is chosen."""
        return Wanted(self._kind, self.editor, self._where, self._as_of)

    @flow
    async def action_write(self) -> None:
        """Write the report to a file."""
        await write_report(self, self.wanted, self._form)

    def action_kind(self, step: int) -> None:
        """Choose another kind of report."""
        place = _KINDS.index(self._kind) + step
        self._choose(_KINDS[max(0, min(place, len(_KINDS) - 1))], self._form)

    def action_form(self, step: int) -> None:
        """Choose another format."""
        place = (_FORMATS.index(self._form) + step) % len(_FORMATS)
        self._choose(self._kind, _FORMATS[place])

    @on(Offer.Picked, "#report-kinds")
    def _pick_kind(self, picked: Offer.Picked) -> None:
        self._choose(_KINDS[picked.place], self._form)

    @on(Offer.Picked, "#report-formats")
    def _pick_format(self, picked: Offer.Picked) -> None:
        self._choose(self._kind, _FORMATS[picked.place])

    def action_search(self) -> None:
        """Report only claims that hold some words."""
        hint = "Words in statement, quote, source or event; “…” for a phrase"
        self.type_words(self._where.search, hint)

    @flow
    async def searched(self, words: str) -> None:
        """Report only claims that hold some words."""
        self._narrow(replace(self._where, search=words), self._as_of)

    @flow
    async def action_filter(self) -> None:
        """Report only some claims."""
        chosen = await self.answer_to(filter_choice(self._where, self.editor))
        if chosen is not None:
            self._narrow(chosen, self._as_of)

    @flow
    async def action_as_of(self) -> None:
        """Report the ledger as it stood once."""
        moment = await ask_moment(self, self._as_of)
        if moment is not self._as_of:
            self._narrow(self._where, moment)

    def action_clear(self) -> None:
        """Report all claims as they stand now."""
        self._narrow(Filter(), None)

    def _choose(self, kind: ReportKind, form: Format) -> None:
        if (kind, form) != (self._kind, self._form):
            self._kind, self._form, self._most = kind, form, FIRST
            self._read()

    def _narrow(self, where: Filter, as_of: datetime | None) -> None:
        self._where, self._as_of, self._most = where, as_of, FIRST
        self._read()

    def _scrolled(self) -> None:
        leaf = self.leaf
        near = leaf.max_scroll_y - leaf.scroll_y < 2 * leaf.size.height
        if near and self._more and self._most < MOST:
            self._more = 0  # asked for once
            self._most = min(MOST, self._most * MORE)
            self._read(keep_place=True)

    @work(exclusive=True, group="reading")
    async def _read(self, *, keep_place: bool = False) -> None:
        self._say_what()
        wanted, form = replace(self.wanted, most=self._most), self._form
        try:
            preview = await ask(self.desk.reporting.preview, wanted, form)
        except TrackerError as error:
            problem = sentence_of(error)
            self.leaf.show(lambda width: wrapped([words(problem, "$text-warning")], width))
            return
        if not self.is_gone and (form, self._kind) == (self._form, wanted.kind):
            self._more = preview.more
            self._show(preview, keep_place=keep_place)

    def _show(self, preview: Preview, *, keep_place: bool) -> None:
        page, text = preview.page, preview.text
        ending: list[Content] = []
        if preview.more and self._most >= MOST:
            ending = [Content(), words(f"The file holds {preview.more:,} claims more.", MUTED)]
        elif preview.more:
            ending = [Content(), words(f"{preview.more:,} more claims: read on.", MUTED)]
        self.leaf.show(
            lambda width: [
                *(page_lines(page, width) if page else text_lines(text, width)),
                *ending,
            ],
            keep_place=keep_place,
        )

    def _say_what(self) -> None:
        self.query_one("#report-kinds", Offer).choose(_KINDS.index(self._kind))
        self.query_one("#report-formats", Offer).choose(_FORMATS.index(self._form))
        of = self._where.words or "all claims"
        at = _moment_words(self._as_of) if self._as_of else "now"
        said = Content.assemble(("of ", MUTED), words(of), ("  as of ", MUTED), words(at))
        self.query_one("#report-of", Static).update(said)
        line = self.query_one(TopLine)
        line.show(heading(("Reports  ", "bold"), (self._kind.heading, "")))
        line.sign(self.editor, read_only=self.desk.read_only)


def _moment_words(moment: datetime) -> str:
    """Write a moment as it is on the wall here; the end of a day is that day."""
    here = moment.astimezone()
    return f"{here:%Y-%m-%d}" if (here.hour, here.minute) == _LATEST else f"{here:%Y-%m-%d %H:%M}"
