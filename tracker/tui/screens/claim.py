"""A claim on a screen of its own: chain, passage in its context, all that was done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, Static

from tracker.domain.dossier import Dossier
from tracker.domain.errors import TrackerError
from tracker.domain.reference import Kind, Ref
from tracker.tui.screens.base import ask, heading
from tracker.tui.screens.reviewing import ReviewingScreen, Target
from tracker.tui.theme import MUTED
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.words.dossier import dossier_page


class ClaimScreen(ReviewingScreen):
    """One claim, whole."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="claim.back", tooltip="Back to where you were"),
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
        yield Static("", id="claim-line", markup=False)
        yield Leaf(id="claim-leaf")
        yield Footer(compact=True, show_command_palette=False)

    def opened(self) -> None:
        """Read the claim."""
        self._read()

    def targets(self) -> Sequence[Target]:
        """This claim."""
        if self._dossier is None:
            return []
        return [Target(self._number, self._dossier.claim.version)]

    def dossier(self) -> Dossier | None:
        """This claim whole."""
        return self._dossier

    async def done(self, *, onwards: bool) -> None:
        """Show the claim as it is now; there is no next one here."""
        self._read()

    def action_back(self) -> None:
        """Back to where the editor was."""
        self.app.pop_screen()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self._leaf.scroll_relative(y=lines, animate=False)

    def action_leaf(self, pages: int) -> None:
        """Scroll by screenfuls."""
        self._leaf.scroll_relative(y=pages * max(1, self._leaf.size.height - 2), animate=False)

    def action_top(self) -> None:
        """To the top."""
        self._leaf.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """To the end."""
        self._leaf.scroll_end(animate=False)

    @property
    def _leaf(self) -> Leaf:
        return self.query_one("#claim-leaf", Leaf)

    @work(exclusive=True, group="dossier")
    async def _read(self) -> None:
        ref = Ref(Kind.CLAIM, self._number)
        browsing = self.desk.browsing
        try:
            dossier = await ask(browsing.dossier, self._number)
            history = await ask(browsing.history, ref)
        except TrackerError as error:
            self.refuse(error)
            return
        again = self._dossier is not None
        self._dossier = dossier
        self.query_one("#claim-line", Static).update(
            heading((f"Claim {ref}  ", "bold"), (dossier.speaker, MUTED))
        )
        self._leaf.show(
            lambda width: dossier_page(dossier, min(width, 100), whole=True, history=history),
            keep_place=again,
        )
