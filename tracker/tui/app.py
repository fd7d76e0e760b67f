"""The desk in the terminal: its screens, themes and keys. It asks the ledger nothing itself."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.events import Event, Key
from textual.screen import Screen

from tracker.config import Settings
from tracker.domain.errors import TrackerError
from tracker.domain.visible import visible
from tracker.tui.ending import end_on_signals
from tracker.tui.screens import catalogue
from tracker.tui.screens.base import TrackerScreen
from tracker.tui.switching import SwitchedApp
from tracker.tui.theme import THEMES, spare_variables
from tracker.tui.visible_filter import VisibleFilter
from tracker.tui.widgets.key_signs import key_sign

if TYPE_CHECKING:
    from tracker.desk.desk import Desk
    from tracker.domain.listing import ClaimLine
    from tracker.tui.dialogs.dialog import Dialog
    from tracker.tui.screens.desk import DeskScreen

# ruff: noqa: PLC0415 - the first frame waits for nothing that it does not show

LOOK_AGAIN = 0.8
"""Seconds between two looks whether somebody else has changed the ledger."""

GLIMPSED = 60
"""Lines of the queue that are shown before the ledger is open; a terminal has room for no more."""

_GARBAGE = (20_000, 100, 100)
"""How seldom garbage is looked for among the new, the not so new and the old, at any key."""


class TrackerApp(SwitchedApp):
    """The desk on one ledger, which is opened behind the first frame."""

    TITLE = "tracker"
    CSS_PATH: ClassVar[list[str]] = ["styles/base.tcss", "styles/screens.tcss"]  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "keys", "Keys", id="screen.keys", tooltip="This screen's keys"),
        Binding("q", "quit", "Quit", id="screen.quit", tooltip="Leave the desk"),
        Binding("ctrl+q", "quit", "Quit", id="screen.quit-anyway", tooltip="Leave the desk",
                show=False, priority=True),
    ]  # fmt: skip

    def __init__(self, settings: Settings, *, demo: bool = False, fresh: bool = False) -> None:
        super().__init__()
        self.settings = settings
        self.desk: Desk | None = None
        self._demo = demo
        self._fresh = fresh
        self._seen = 0
        self._untidy, self._struck = True, False
        self._failure = ""
        self._filters.append(VisibleFilter())
        for theme in THEMES:
            self.register_theme(theme)
        # Without its watcher, which would read all style sheets once more.
        self.set_reactive(App.theme, f"tracker-{settings.theme}")
        self.stylesheet.set_variables(self.get_css_variables())
        if settings.keys:
            from tracker.tui.keymap import own_keys

            self.set_keymap(own_keys(settings.keys, type(self), catalogue.keyed()))

    def run(self, *args: Any, **options: Any) -> Any:
        """Run the desk until the editor leaves; what it can no longer say is said on a line."""
        left: Any = super().run(*args, **options)
        if self._failure:
            sys.stderr.write(f"tracker: {visible(self._failure)}\n")
        return left

    def on_mount(self) -> None:
        """Open the ledger behind the first frame."""
        end_on_signals(self.leave)
        self.call_after_refresh(self._open)

    async def on_unmount(self) -> None:
        """Let go of the ledger."""
        if self.unsaved is not None:
            await self.unsaved.save()
        if self.desk is not None:
            self.desk.close()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Lend our colours to a theme that is not ours."""
        return spare_variables(dark=self.current_theme.dark)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer every action of the screen by name."""
        offered = set()
        for node, binding, enabled, tooltip in screen.active_bindings.values():
            if not (enabled and binding.tooltip) or binding.action in offered:
                continue
            offered.add(binding.action)
            yield SystemCommand(
                f"{binding.description}  ({key_sign(binding)})",
                tooltip,
                self._runner(binding.action, node),
            )
        yield SystemCommand("Dark or light", "Change the theme", self.action_change_tone)

    def action_keys(self) -> None:
        """Show the keys of this screen."""
        from tracker.tui.screens.keys import KeysScreen

        self.push_screen(KeysScreen(list(self.screen.active_bindings.values())))

    def action_change_tone(self) -> None:
        """Change between the dark and the light theme."""
        dark, light = (theme.name for theme in THEMES)
        self.theme = light if self.theme == dark else dark

    @work
    async def _open(self) -> None:
        glimpse = await asyncio.to_thread(self._glimpse)
        await self.switch_mode("desk")
        cast("DeskScreen", self.screen).glimpsed(glimpse)
        try:
            self.desk = await asyncio.to_thread(self._open_desk)
            self._seen = await asyncio.to_thread(self.desk.auditing.last)
            from tracker.tui.unsaved import unsaved_at

            self.unsaved = unsaved_at(self.desk, self.settings.editor)
        except TrackerError as error:
            self._failure = str(error)
            self.exit(return_code=1)
            return
        if not self.is_running:  # the editor has left already
            return
        if not self.is_headless:
            gc.freeze()  # all that is loaded stays: to look through it again would halt the keys
            gc.set_threshold(*_GARBAGE)
        if isinstance(self.screen, TrackerScreen):
            self.screen.news()
            if self.desk.warning:
                self.screen.say(self.desk.warning, severity="warning")
        self._look_around(self.desk)

    def _glimpse(self) -> tuple[ClaimLine, ...]:
        """What can be shown of the queue before all is loaded that reads a ledger."""
        import tracker.tui.screens.desk  # noqa: F401 - loaded beside the first frame
        from tracker.wiring import glimpse

        return () if self._demo else glimpse(self.settings, GLIMPSED).lines

    def _open_desk(self) -> Desk:
        from tracker.wiring import open_demo, open_desk

        if self._demo:
            return open_demo(self.settings, fresh=self._fresh)
        return open_desk(self.settings)

    def on_dialog_written(self, written: Dialog.Written) -> None:
        """Keep what is being written: a crash shall not lose it."""
        if self.unsaved is not None:
            self.unsaved.note(written.about, written.words, written.over)

    async def on_event(self, event: Event) -> None:
        """Know that keys are not at rest, whichever dialog takes them."""
        if isinstance(event, Key):
            self._untidy = self._struck = True
            if self.app_focus and not event.is_forwarded and await self._done_at_once(event.key):
                return
        await super().on_event(event)

    @work(group="news")
    async def _look_around(self, desk: Desk) -> None:
        """Look for news; and when keys have rested, do what would halt them for a while."""
        loaded = False
        while True:  # a timer, and a worker for each look, would cost more than the look
            await asyncio.sleep(LOOK_AGAIN)
            await self._look_for_news(desk)
            if self._untidy and not self._struck:
                self._untidy = False
                with suppress(TrackerError):  # the next action will say what is wrong
                    if not loaded:  # the first mark need not wait for it
                        loaded = True
                        await asyncio.to_thread(import_module, "tracker.tui.asking.marking")
                        await asyncio.to_thread(import_module, "tracker.desk.reviewing")
                    await asyncio.to_thread(desk.tend)
                gc.collect(1)
            self._struck = False

    async def _look_for_news(self, desk: Desk) -> None:
        try:
            seen = await asyncio.to_thread(desk.auditing.last)
        except TrackerError:
            return  # the next look, or the next action, will say what is wrong
        if not self.is_running:
            return
        told, self._seen = self._seen, seen
        here = self.screen
        if isinstance(here, TrackerScreen) and (seen != told or here.shown_to not in (None, seen)):
            here.news(seen)

    def _runner(self, action: str, node: DOMNode) -> Any:
        async def run() -> None:
            await self.run_action(action, node)

        return lambda: self.run_worker(run())
