"""A claim on a screen of its own: chain, passage in its context, all that was done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from tracker.domain.dossier import Dossier
from tracker.domain.history import Entry
from tracker.domain.reference import Kind, Ref
from tracker.tui.screens.base import ask
from tracker.tui.screens.hand import Target
from tracker.tui.screens.reviewing import ReviewingScreen
from tracker.tui.theme import MUTED
from tracker.tui.widgets.key_line import KeyLine
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.widgets.leaf_keys import page_keys
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
        *page_keys("claim"),
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
        await self.read()

    def action_back(self) -> None:
        """Back to where the editor was."""
        self.app.pop_screen()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.leaf.scroll_lines(lines)

    def action_top(self) -> None:
        """To the top."""
        self.leaf.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """To the end."""
        self.leaf.scroll_end(animate=False)

    async def read(self) -> None:
        """Read the claim with its history."""
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
        self.leaf.show(
            lambda width: dossier_page(dossier, width, self.key, whole=True, history=history),
            keep_place=again,
        )
