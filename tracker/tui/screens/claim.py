"""A claim on a screen of its own: chain, passage in its context, all that was done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from tracker.domain.dossier import Dossier
from tracker.domain.errors import TrackerError, UnknownRefError
from tracker.domain.history import Entry
from tracker.domain.reference import Kind, Ref
from tracker.tui.screens.base import ask
from tracker.tui.screens.hand import Target
from tracker.tui.screens.reviewing import ReviewingScreen
from tracker.tui.theme import MUTED
from tracker.tui.widgets.key_line import KeyLine
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.widgets.top_line import TopLine
from tracker.tui.words.dossier import dossier_page
from tracker.tui.words.page import words
from tracker.tui.words.standing import standing_line


class ClaimScreen(ReviewingScreen):
    """One claim, whole."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="claim.back", tooltip="Back to where you were"),
        Binding("1", "app.desk", "Desk", id="claim.desk", tooltip="The queue", show=False),
        Binding(
            "j,down", "scroll(1)", "Down", id="claim.down", tooltip="Read on", show=False
        ),
        Binding("k,up", "scroll(-1)", "Up", id="claim.up", tooltip="Read back", show=False),
        Binding(
            "pagedown,space", "leaf(1)", "Page down", id="claim.page-down",
            tooltip="A screenful on", show=False,
        ),
        Binding(
            "pageup", "leaf(-1)", "Page up", id="claim.page-up",
            tooltip="A screenful back", show=False,
        ),
        Binding("g,home", "top", "Top", id="claim.top", tooltip="To the top", show=False),
        Binding("G,end", "bottom", "Bottom", id="claim.bottom", tooltip="To the end", show=False),
    ]  # fmt: skip

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._dossier: Dossier | None = None

    def compose(self) -> ComposeResult:
        """A line on top, the claim, the keys below."""
        yield TopLine()
        yield Leaf(id="claim-leaf")
        yield KeyLine()

    def opened(self) -> None:
        """Read the claim."""
        self._read_again()

    def targets(self) -> Sequence[Target]:
        """This claim."""
        if self._dossier is None:
            return []
        return [Target(self._number, self._dossier.claim.version)]

    def dossier(self) -> Dossier | None:
        """This claim whole."""
        return self._dossier

    async def done(self, acted: Sequence[int] = (), *, onwards: bool = False) -> None:
        """Show the claim as it is now; there is no next one here."""
        await self._read()

    def action_back(self) -> None:
        """Back to where the editor was."""
        self.app.pop_screen()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self._leaf.scroll_lines(lines)

    def action_leaf(self, pages: int) -> None:
        """Scroll by screenfuls."""
        self._leaf.scroll_leaves(pages)

    def action_top(self) -> None:
        """To the top."""
        self._leaf.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """To the end."""
        self._leaf.scroll_end(animate=False)

    @property
    def _leaf(self) -> Leaf:
        return self.query_one("#claim-leaf", Leaf)

    @work(exclusive=True, group="reading")
    async def _read_again(self) -> None:
        try:
            await self._read()
        except TrackerError as error:
            self.refuse(error)
            if isinstance(error, UnknownRefError) and self.is_current:
                self.app.pop_screen()

    async def _read(self) -> None:
        browsing = self.desk.browsing
        async with self.reading:
            dossier = await ask(browsing.dossier, self._number)
            history = await ask(browsing.history, Ref(Kind.CLAIM, self._number))
            if not self.is_gone:
                self._show(dossier, history)

    def _show(self, dossier: Dossier, history: tuple[Entry, ...]) -> None:
        again = self._dossier is not None
        self._dossier = dossier
        line = self.query_one(TopLine)
        standing = standing_line(dossier.claim)
        speaker = words(f"   {dossier.speaker}", MUTED)
        line.show(Content("").join([standing, speaker]), standing)
        line.sign(self.editor, read_only=self.desk.read_only)
        self._leaf.show(
            lambda width: dossier_page(dossier, width, self.key, whole=True, history=history),
            keep_place=again,
        )
