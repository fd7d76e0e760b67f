"""The screens of the desk, and how an editor gets from one to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.screen import Screen

from tracker.tui.leaving import LeavingApp
from tracker.tui.screens import catalogue
from tracker.tui.screens.base import TrackerScreen
from tracker.tui.screens.opening import OpeningScreen
from tracker.tui.screens.wanted import ClaimsWanted, SideBySide
from tracker.tui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from tracker.tui.screens.searching import SearchingScreen

# ruff: noqa: PLC0415 - the first frame waits for nothing that it does not show

_SCREENS = Binding.Group("Screens", compact=True)
"""Named one by one in the line of keys where there is room."""


class SwitchedApp(LeavingApp):
    """An app whose screens stand side by side, each with those that were opened from it on top."""

    MODES: ClassVar[dict[str, Callable[[], Screen[None]]]] = {  # type: ignore[assignment]
        "opening": OpeningScreen,
        "desk": catalogue.desk,
        "article": catalogue.articles,
        "contradictions": catalogue.contradictions,
        "sources": catalogue.sources,
        "reports": catalogue.reports,
    }
    DEFAULT_MODE = "opening"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "desk", "Desk", id="screen.desk", tooltip="The queue", group=_SCREENS),
        Binding("2", "article", "Article", id="screen.article", group=_SCREENS,
                tooltip="The article of the claim in hand, or the articles"),
        Binding("3", "contradictions", "Contradictions", id="screen.contradictions",
                tooltip="Claim against claim", group=_SCREENS),
        Binding("4", "sources", "Sources", id="screen.sources", tooltip="Who says what",
                group=_SCREENS),
        Binding("5", "reports", "Reports", id="screen.reports", tooltip="Preview and write",
                group=_SCREENS),
    ]  # fmt: skip

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        super()._load_screen_css(screen)
        # What is new is styled when it is mounted; Textual would first read all style sheets anew.
        if not screen.is_mounted:
            screen._css_update_count = self._css_update_count  # noqa: SLF001 - as Textual sets it

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the other screens, not the one that is in front."""
        if action in self.MODES:
            if isinstance(self.screen, OpeningScreen):
                return False
            opened = [one for one in self.screen_stack if isinstance(one, TrackerScreen)]
            return self.current_mode != action or len(opened) > 1
        return super().check_action(action, parameters)

    def on_key(self, event: Key) -> None:
        """Give a key to the words that are typed; here all keys come in the order they were struck.

        A screen would be given those struck right after the one that begins the words too early.
        """
        typing = self._typing()
        if typing is not None:
            event.prevent_default()
            typing.take(event)

    def _typing(self) -> SearchingScreen | None:
        """The screen in front, where words are typed on it."""
        from tracker.tui.screens.searching import SearchingScreen

        here = self.screen
        return here if isinstance(here, SearchingScreen) and here.typing else None

    async def _done_at_once(self, key: str) -> bool:
        """Do what a key does on a screen of the desk; returns whether it does anything.

        Textual would first hand it to the list and to all that the list stands in, none of which
        takes letters, and copy all their keys twice. An editor's own keys, those that come before
        all others, and words that are typed go that way.
        """
        here = self.focused or self.screen
        of_the_desk = isinstance(self.screen, TrackerScreen) and self.screen.is_mounted
        if not of_the_desk or not isinstance(here, TrackerScreen | Scrolled):
            return False
        if self._keymap or self._typing() is not None:
            return False
        for node in here.ancestors_with_self:
            for binding in node._bindings.key_to_bindings.get(key, ()):  # noqa: SLF001 - as Textual
                if binding.priority:
                    return False
                if await self.run_action(binding.action, node):
                    return True
        return False

    async def action_desk(self) -> None:
        """Go to the queue."""
        if self.current_mode == "desk":
            while len(self.screen_stack) > 1:
                await self.pop_screen()
        await self.switch_mode("desk")

    async def action_article(self) -> None:
        """Go to the article of the claims in hand; from an article, to the list of them."""
        from tracker.tui.screens.articles import ArticlesScreen

        claims = self._in_hand()
        again = self.current_mode == "article"
        await self.switch_mode("article")
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        if claims and not again and isinstance(self.screen, ArticlesScreen):
            self.screen.action_look_at(claims)

    async def action_sources(self) -> None:
        """Go to the sources."""
        await self.switch_mode("sources")

    async def on_claims_wanted(self, wanted: ClaimsWanted) -> None:
        """List some claims on the desk."""
        from tracker.tui.screens.desk import DeskScreen

        await self.action_desk()
        if isinstance(self.screen, DeskScreen):
            self.screen.action_list(wanted.where)

    async def action_contradictions(self) -> None:
        """Go to the contradictions, to those of the claim in hand if it has any."""
        here = self.screen
        claim = here.in_hand if isinstance(here, TrackerScreen) else None
        await self._show_side_by_side(claim)

    async def action_reports(self) -> None:
        """Go to the reports."""
        await self.switch_mode("reports")

    async def on_side_by_side(self, wanted: SideBySide) -> None:
        """Go to the contradictions of a claim."""
        await self._show_side_by_side(wanted.claim)

    async def _show_side_by_side(self, claim: int | None) -> None:
        from tracker.tui.screens.contradictions import ContradictionsScreen

        await self.switch_mode("contradictions")
        screen = self.screen
        if claim is not None and isinstance(screen, ContradictionsScreen):
            screen.action_look_at(claim)

    def _in_hand(self) -> list[int]:
        """The claims that keys act on, on the screen in front."""
        from tracker.tui.screens.reviewing import ReviewingScreen

        here = self.screen
        return [one.id for one in here.targets()] if isinstance(here, ReviewingScreen) else []
