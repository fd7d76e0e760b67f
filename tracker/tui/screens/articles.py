"""The articles to choose from: what screen 2 shows where no claim says which one is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tracker.domain.listing import ArticleLine
from tracker.tui.screens.article import ArticleScreen
from tracker.tui.screens.base import ask
from tracker.tui.screens.flow import first_flow, flow
from tracker.tui.screens.searching import SearchingScreen
from tracker.tui.theme import MUTED
from tracker.tui.widgets.key_line import KeyLine
from tracker.tui.widgets.pages import PAGE
from tracker.tui.widgets.table_messages import Opened, PageWanted
from tracker.tui.widgets.top_line import TopLine
from tracker.tui.widgets.windowed import WindowedTable
from tracker.tui.words.articles import ARTICLE_COLUMNS, article_detail
from tracker.tui.words.heading import heading

_MOST = 5000
"""Articles listed at once, the newest; others are found by search."""
_NONE = "No articles yet.\n“tracker ingest FILE” takes one in."


class ArticlesScreen(SearchingScreen):
    """The articles, newest first; enter opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", id="articles.search",
                tooltip="Search in titles and outlets"),
        Binding("escape", "clear", "Clear", id="articles.clear", tooltip="Show all articles",
                show=False),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._search = ""
        self._among: tuple[int, ...] = ()
        self._lines: tuple[ArticleLine, ...] = ()
        self._opened: int | None = None
        """The article that a claim led to, for the editor who comes back from it."""

    def compose(self) -> ComposeResult:
        """A line on top, the articles, the keys below."""
        yield TopLine("Articles")
        yield WindowedTable[ArticleLine](
            ARTICLE_COLUMNS, row_id=lambda line: line.id, detail=article_detail, empty="",
            id="articles",
        )  # fmt: skip
        yield KeyLine()

    def on_mount(self) -> None:
        """Give the list the keys."""
        self.table.focus()

    @property
    def table(self) -> WindowedTable[ArticleLine]:
        """The list."""
        return self.query_one("#articles", WindowedTable)

    @first_flow
    async def action_look_at(self, claims: Sequence[int]) -> None:
        """Open the article that makes some claims; list them where there are several."""
        articles = await ask(self.desk.browsing.articles_of, claims)
        if len(articles) == 1:
            self._opened = articles[0]
            self.open(ArticleScreen(articles[0], claims[0]))
        elif articles:
            self._among, self._search = articles, ""
            await self.read()

    def action_search(self) -> None:
        """Search in titles and outlets."""
        self.type_words(self._search, "Words in the title or the outlet")

    @flow
    async def searched(self, words: str) -> None:
        """List the articles that some words are in the title or outlet of."""
        self._search, self._among = words, ()
        await self.read()

    @flow
    async def action_clear(self) -> None:
        """Show all articles again."""
        self._search, self._among = "", ()
        await self.read()

    @on(PageWanted)
    def _give_page(self, wanted: PageWanted) -> None:
        rows = self._lines[wanted.start : wanted.end]
        self.table.show_page(wanted.start, rows, wanted.edition)

    @on(Opened)
    def _open(self, opened: Opened[ArticleLine]) -> None:
        self.open(ArticleScreen(opened.row.id))

    async def read(self) -> None:
        """Read the list, and stand where one stood."""
        async with self.reading:
            found = await ask(self.desk.browsing.articles, self._search, _MOST)
            if self.is_gone:
                return
            row, among = self.table.row, self._among
            stood = self._opened or (row.id if row else None)
            self._opened = None
            self._lines = tuple(line for line in found if not among or line.id in among)
            place = next((n for n, line in enumerate(self._lines) if line.id == stood), 0)
            self._show(place)

    def _show(self, place: int) -> None:
        table, count = self.table, len(self._lines)
        narrowed = self._search or self._among
        table.empty = self.none_found(self._search) if narrowed else _NONE
        table.show(count, place)
        start = place // PAGE * PAGE
        table.show_page(start, self._lines[start : start + PAGE])
        top = self.query_one(TopLine)
        top.sign(self.editor, read_only=self.desk.read_only)
        more = f"the newest {count:,}  " if count == _MOST else f"{count:,}  "
        said = f"“{self._search}”  " if self._search else "of these claims  " if narrowed else ""
        top.show(heading(("Articles  ", "bold"), (more, ""), (said, "$accent"),
                         (f"{self.key('open')} opens" if count else "", MUTED)))  # fmt: skip
