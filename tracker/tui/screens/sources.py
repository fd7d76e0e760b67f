"""Screen 4, sources: each with how its claims stand, and who it may be on top."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tracker.domain.errors import RefusedError, TrackerError
from tracker.domain.listing import Filter, Order, SourceLine
from tracker.domain.match import Likely
from tracker.domain.source import Source
from tracker.tui.asking.curating import edit_source, merge_source, split_source
from tracker.tui.asking.undoing import undo
from tracker.tui.screens.base import ask
from tracker.tui.screens.flow import flow
from tracker.tui.screens.searching import SearchingScreen
from tracker.tui.screens.wanted import ClaimsWanted
from tracker.tui.theme import MUTED
from tracker.tui.widgets.ground import Ground
from tracker.tui.widgets.key_line import KeyLine
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.widgets.leaf_keys import leaf_keys
from tracker.tui.widgets.pages import PAGE
from tracker.tui.widgets.table_messages import Moved, Opened, PageWanted
from tracker.tui.widgets.top_line import TopLine
from tracker.tui.widgets.windowed import WindowedTable
from tracker.tui.words.heading import heading
from tracker.tui.words.source import SOURCE_COLUMNS, SourceWhole, source_detail, source_page

_MOST = 2000
"""Sources listed at once: those to decide about, then by name; others are found by search."""
_MOST_CLAIMS = 40
_NONE = "No sources yet.\nThey come with the articles that name them."


def _key(key: str, action: str, label: str, tooltip: str, *, show: bool = True) -> Binding:
    name = action.partition("(")[0].replace("_", "-")
    return Binding(key, action, label, id=f"sources.{name}", tooltip=tooltip, show=show)


class SourcesScreen(SearchingScreen):
    """The sources, those that may be others first; keys decide, merge, split and correct."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("a", "accept", "The same", "Make one of the two sources"),
        _key("x", "keep_apart", "Not the same", "Keep the two sources apart for good"),
        _key("m", "merge", "Merge", "Let another source go into this one"),
        _key("s", "split", "Split", "Part a source in two"),
        _key("E", "edit", "Edit", "Correct a field of the source"),
        _key("u", "undo", "Undo", "Take back your last action"),
        _key("slash", "search", "Search", "Search in names, aliases and roles"),
        _key("escape", "clear", "Clear", "Show all sources", show=False),
        *leaf_keys("sources", "the source"),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._search = ""
        self._lines: tuple[SourceLine, ...] = ()
        self._whole: SourceWhole | None = None

    def compose(self) -> ComposeResult:
        """A line on top, the sources and the one under the cursor, the keys below."""
        yield TopLine("Sources")
        with Ground(id="sources-body"):
            yield WindowedTable[SourceLine](
                SOURCE_COLUMNS, row_id=lambda line: line.id, detail=source_detail, empty="",
                id="sources",
            )  # fmt: skip
            yield Leaf(id="source-leaf", classes="panel")
        yield KeyLine()

    def on_mount(self) -> None:
        """Give the list the keys."""
        self.table.focus()

    @property
    def table(self) -> WindowedTable[SourceLine]:
        """The list."""
        return self.query_one("#sources", WindowedTable)

    @flow
    async def action_accept(self) -> None:
        """Make one of the two sources that are proposed."""
        match = (await self._proposed()).match
        await self.save(self.desk.matching.accept, [match.id], told_as=f"accept {match.ref}")
        self.say(f"S{match.other_id} merged into S{match.one_id}.")
        await self.read()

    @flow
    async def action_keep_apart(self) -> None:
        """Keep the two sources that are proposed apart."""
        match = (await self._proposed()).match
        await self.save(self.desk.matching.reject, [match.id], told_as=f"keep apart {match.ref}")
        self.say(f"S{match.other_id} and S{match.one_id} are two; not proposed again.")
        await self.read()

    @flow
    async def action_merge(self) -> None:
        """Let another source go into this one."""
        if await merge_source(self, await self._here()):
            await self.read()

    @flow
    async def action_split(self) -> None:
        """Part a source in two."""
        if await split_source(self, await self._here()):
            await self.read()

    @flow
    async def action_edit(self) -> None:
        """Correct a field of the source."""
        if await edit_source(self, await self._here()):
            await self.read()

    @flow
    async def action_undo(self) -> None:
        """Take back one's own last action."""
        if await undo(self) is not None:
            await self.read()

    def action_search(self) -> None:
        """Search in names, aliases and roles."""
        self.type_words(self._search, "Words in the name, an alias or the role")

    @flow
    async def searched(self, words: str) -> None:
        """List the sources that some words name."""
        self._search = words
        await self.read(another=True)

    @flow
    async def action_clear(self) -> None:
        """Show all sources again."""
        self._search = ""
        await self.read()

    @on(PageWanted)
    def _give_page(self, wanted: PageWanted) -> None:
        rows = self._lines[wanted.start : wanted.end]
        self.table.show_page(wanted.start, rows, wanted.edition)

    @on(Moved)
    def _look_beside(self) -> None:
        row = self.table.row
        if row is None or self._whole is None or self._whole.source.id != row.id:
            self._read_whole()

    @on(Opened)
    def _list_claims(self, opened: Opened[SourceLine]) -> None:
        self.post_message(ClaimsWanted(Filter(source_id=opened.row.id)))

    async def _here(self) -> Source:
        row = self.table.row
        if row is None:
            raise RefusedError("no source is here.")
        return await ask(self.desk.browsing.source, row.id)

    async def _proposed(self) -> Likely:
        """The likeliest of the sources that the one under the cursor may be."""
        here = await self._here()
        likely = await ask(self.desk.matching.of_source, here.id)
        if not likely:
            raise RefusedError(f"{here.ref} may be no other; {self.key('merge')} merges it.")
        return likely[0]

    async def read(self, *, another: bool = False) -> None:
        """Read the list; stand on the same source, or where it has gone on what came after it."""
        async with self.reading:
            find = partial(self.desk.browsing.sources, proposed_first=True)
            lines = await ask(find, self._search, _MOST)
            if self.is_gone:
                return
            stood, cursor = self.table.row, 0 if another else self.table.cursor
            cursor = max(0, min(cursor, len(lines) - 1))
            places = (n for n, line in enumerate(lines) if stood and line.id == stood.id)
            place = cursor if another else next(places, cursor)
            whole = await ask(self._fetched, lines[place].id) if lines else None
            if self.is_gone:
                return
            self._lines = lines
            self._show(place, whole)

    @work(exclusive=True, group="source")
    async def _read_whole(self) -> None:
        row = self.table.row
        try:
            whole = await ask(self._fetched, row.id) if row else None
        except TrackerError as error:
            self.refuse(error)
        else:
            if not self.is_gone and self.table.row is row:
                self._show_whole(whole)

    def _fetched(self, number: int) -> SourceWhole:
        browsing = self.desk.browsing
        source = browsing.source(number)
        above = source.affiliation_id or 0
        claims = browsing.page(Filter(source_id=number), Order.QUEUE, limit=_MOST_CLAIMS)
        likely = self.desk.matching.of_source(number)
        return SourceWhole(source, browsing.source_names([above]).get(above, ""), likely, claims)

    def _show(self, place: int, whole: SourceWhole | None) -> None:
        table, count = self.table, len(self._lines)
        table.empty = self.none_found(self._search) if self._search else _NONE
        table.show(count, place)
        start = place // PAGE * PAGE
        table.show_page(start, self._lines[start : start + PAGE])
        self._show_whole(whole)
        waiting = sum(line.proposed for line in self._lines)
        top = self.query_one(TopLine)
        top.sign(self.editor, read_only=self.desk.read_only)
        top.show(heading(
            ("Sources  ", "bold"),
            (f"the first {count:,}  " if count == _MOST else f"{count:,}  ", ""),
            (f"“{self._search}”  " if self._search else "", "$accent"),
            (f"? {waiting:,} to decide  " if waiting else "", "$text-warning"),
            (f"{self.key('open')} lists its claims" if count else "", MUTED),
        ))  # fmt: skip

    def _show_whole(self, whole: SourceWhole | None) -> None:
        before, self._whole = self._whole, whole
        line = self.table.row
        if whole is None or line is None:
            self.leaf.show(None)
            return
        same = before is not None and before.source.id == whole.source.id
        statuses, key = line.statuses, self.key
        self.leaf.show(lambda width: source_page(whole, statuses, width, key), keep_place=same)
