"""The desk in the terminal: its screens, themes and keys. It asks the ledger nothing itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tracker.config import Settings
from tracker.domain.errors import TrackerError
from tracker.domain.visible import visible
from tracker.tui.screens.base import TrackerScreen
from tracker.tui.screens.contradictions import ContradictionsScreen
from tracker.tui.screens.desk import DeskScreen
from tracker.tui.screens.keys import KeysScreen
from tracker.tui.theme import THEMES, spare_variables
from tracker.tui.visible_filter import VisibleFilter

if TYPE_CHECKING:
    from tracker.desk.desk import Desk

LOOK_AGAIN = 0.8
"""Seconds between two looks whether somebody else has changed the ledger."""


class TrackerApp(App[None]):
    """The desk on one ledger, which is opened behind the first frame."""

    TITLE = "tracker"
    CSS_PATH: ClassVar[list[str]] = ["styles/base.tcss", "styles/screens.tcss"]  # type: ignore[assignment]
    MODES: ClassVar[dict[str, type[Screen[None]]]] = {  # type: ignore[assignment]
        "desk": DeskScreen,
        "contradictions": ContradictionsScreen,
    }
    DEFAULT_MODE = "desk"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1", "switch_mode('desk')", "Desk", id="screen.desk", tooltip="The queue", show=False
        ),
        Binding(
            "3",
            "switch_mode('contradictions')",
            "Contradictions",
            id="screen.contradictions",
            tooltip="Claim against claim",
        ),
        Binding("question_mark", "keys", "Keys", id="screen.keys", tooltip="This screen's keys"),
        Binding("q", "quit", "Quit", id="screen.quit", tooltip="Leave the desk"),
    ]

    def __init__(self, settings: Settings, *, demo: bool = False, fresh: bool = False) -> None:
        super().__init__()
        self.settings = settings
        self.desk: Desk | None = None
        self._demo = demo
        self._fresh = fresh
        self._seen = 0
        self._filters.append(VisibleFilter())
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def on_mount(self) -> None:
        """Open the ledger behind the first frame."""
        self._open()

    def on_unmount(self) -> None:
        """Let go of the ledger."""
        if self.desk is not None:
            self.desk.close()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Lend our colours to a theme that is not ours."""
        return spare_variables(dark=self.current_theme.dark)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action of the screen by name, then Textual's own."""
        for _, binding, enabled, tooltip in screen.active_bindings.values():
            if enabled and binding.tooltip and binding.id != "screen.palette":
                action = binding.action
                yield SystemCommand(
                    f"{binding.description}  ({binding.key_display or binding.key})",
                    tooltip or binding.tooltip,
                    lambda action=action: screen.run_worker(self._run(screen, action)),
                )
        yield SystemCommand("Dark or light", "Change the theme", self.action_change_tone)

    def action_keys(self) -> None:
        """Show the keys of this screen."""
        self.push_screen(KeysScreen(list(self.screen.active_bindings.values())))

    def action_change_tone(self) -> None:
        """Change between the dark and the light theme."""
        dark, light = (theme.name for theme in THEMES)
        self.theme = light if self.theme == dark else dark

    @work
    async def _open(self) -> None:
        try:
            self.desk = await asyncio.to_thread(self._open_desk)
        except TrackerError as error:
            self.exit(return_code=1, message=f"tracker: {visible(str(error))}")
            return
        self._seen, _ = await asyncio.to_thread(self.desk.auditing.head)
        if isinstance(self.screen, TrackerScreen):
            self.screen.opened()
        self.set_interval(LOOK_AGAIN, self._look_for_news)

    def _open_desk(self) -> Desk:
        # SQLAlchemy would double the time to the first frame.
        from tracker.wiring import open_demo, open_desk  # noqa: PLC0415

        if self._demo:
            return open_demo(self.settings, fresh=self._fresh)
        return open_desk(self.settings)

    @work(exclusive=True, group="news")
    async def _look_for_news(self) -> None:
        if self.desk is None:
            return
        try:
            seen, _ = await asyncio.to_thread(self.desk.auditing.head)
        except TrackerError:
            return  # the next look, or the next action, will say what is wrong
        if seen != self._seen:
            self._seen = seen
            if isinstance(self.screen, TrackerScreen):
                self.screen.news()

    async def _run(self, screen: Screen[object], action: str) -> None:
        await self.run_action(action, screen)
