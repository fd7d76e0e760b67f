"""What every screen does alike: it asks the desk without waiting, and says what it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from textual import work
from textual.screen import Screen
from textual.worker import Worker

from tracker.domain.errors import TrackerError, UnknownRefError
from tracker.domain.reference import Ref
from tracker.domain.visible import visible
from tracker.tui.compositing import SparingCompositor
from tracker.tui.leaving import Save
from tracker.tui.saying import sentence_of
from tracker.tui.widgets.key_line import Said
from tracker.tui.widgets.key_signs import key_sign
from tracker.tui.widgets.leaf import Leaf

if TYPE_CHECKING:
    from tracker.desk.desk import Desk
    from tracker.tui.app import TrackerApp
    from tracker.tui.dialogs.dialog import Dialog
    from tracker.tui.unsaved import Unsaved

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
Showing = TypeVar("Showing", bound="TrackerScreen")

_MOST_SAID = 280
"""Characters of a message beyond which it would hide what it is about."""


class TrackerScreen(Screen[None]):
    """A screen of the desk. It is shown at once; the ledger is opened behind the first frame."""

    BLANK = True  # all of it is covered
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Screen declares it
        (0, "-narrow"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SparingCompositor()
        self.disable_messages(Worker.StateChanged)  # nobody listens, and each key starts workers
        self.turn = asyncio.Lock()
        """Held by the action under way."""
        self.reading = asyncio.Lock()
        """Held while what is shown is read, so that an older reading never hides a newer one."""
        self.first_read = asyncio.Event()
        """Set once the screen has something to show: what is struck before waits for it."""
        self.shown_to: int | None = None
        """The last entry of the history that is shown here, where the screen knows it."""
        self._signs: dict[str, str] = {}
        self.saving: Save | None = None
        """The dialog whose words are being saved."""
        self.asked = 0
        """How many dialogs this screen has opened."""

    def opened(self) -> None:
        """Read what is to be shown: called when the ledger is open and when the screen returns."""
        self._read_again()

    async def read(self) -> None:
        """Read what is shown here, and show it as it is now, keeping the place."""

    def news(self, last: int | None = None) -> None:
        """Read again, for the history goes on to another entry than what is shown here.

        A screen that is not built yet reads as soon as it is.
        """
        if self.is_mounted and (last is None or last != self.shown_to):
            self.opened()

    @property
    def is_gone(self) -> bool:
        """Whether it was closed while something was under way."""
        return self._pruning or not (self.is_attached and self.app.is_running)

    @property
    def is_here(self) -> bool:
        """Whether it is in front, or only what was opened from it is before it."""
        return self in self.app.screen_stack

    @property
    def is_open(self) -> bool:
        """Whether the ledger has been opened by now."""
        return cast("TrackerApp", self.app).desk is not None

    @property
    def in_hand(self) -> int | None:
        """The claim that the editor has in hand here, if any."""
        return None

    @property
    def desk(self) -> Desk:
        """The desk on the open ledger.

        Raises:
            TrackerError: it is not open yet.
        """
        desk = cast("TrackerApp", self.app).desk
        if desk is None:
            raise TrackerError("the ledger is still being opened.")
        return desk

    @property
    def leaf(self) -> Leaf:
        """The page of text that is shown here."""
        return self.query_one(Leaf)

    def action_scroll_leaf(self, lines: int) -> None:
        """Scroll the page."""
        self.leaf.scroll_lines(lines)

    def action_turn_leaf(self, leaves: int) -> None:
        """Scroll the page by screenfuls."""
        self.leaf.scroll_leaves(leaves)

    def key(self, action: str) -> str:
        """The key that an editor presses here for an action, as it is written."""
        if action not in self._signs:
            for _, binding, _, _ in self.active_bindings.values():
                self._signs.setdefault(binding.action, key_sign(binding))
        return self._signs.get(action, action)

    def none_found(self, search: str) -> str:
        """What a list says that a search has emptied."""
        return f"Nothing is found: “{search}”.\n{self.key('clear')} shows all."

    @property
    def unsaved(self) -> Unsaved:
        """What is written in dialogs and not saved yet.

        Raises:
            TrackerError: the ledger is not open yet.
        """
        unsaved = cast("TrackerApp", self.app).unsaved
        if unsaved is None:
            raise TrackerError("the ledger is still being opened.")
        return unsaved

    @property
    def editor(self) -> str:
        """Who is at the desk."""
        return cast("TrackerApp", self.app).settings.editor

    @property
    def in_browser(self) -> bool:
        """Whether the editor may sit at another machine than the ledger's."""
        return cast("TrackerApp", self.app).settings.browser

    def on_screen_resume(self) -> None:
        """Show what has changed while another screen was in front."""
        cast("TrackerApp", self.app).show_said()
        # An action that closes its dialog will read again if it does anything.
        if self.is_open and not self.is_gone and not self.turn.locked():
            self._look_for_news()

    def _on_timer_update(self) -> None:
        # Textual lays out and draws what has changed, and then all once more, after each dialog.
        if self._layout_required and self._repaint_required:
            self._repaint_required = False
            self._dirty_widgets.add(self)
        super()._on_timer_update()

    @work(group="looking")
    async def _look_for_news(self) -> None:
        known = self.shown_to is not None
        try:
            last = await ask(self.desk.auditing.last) if known else None
        except TrackerError:
            last = None  # reading will say what is wrong
        if not self.is_gone:
            self.news(last)

    @work(exclusive=True, group="reading")
    async def _read_again(self) -> None:
        try:
            await self.read()
        except TrackerError as error:
            self.refuse(error)
            if isinstance(error, UnknownRefError) and self.is_current:
                self.app.pop_screen()  # what it was about has been taken back
        self.first_read.set()

    async def save(
        self, method: Callable[..., Answer], *given: object, told_as: str = "", **more: object
    ) -> Answer:
        """Let the desk do something in the editor's name; who leaves meanwhile is told of its end.

        ``told_as`` says what it is, where no dialog does whose words are being saved.
        """
        app = cast("TrackerApp", self.app)
        save = self.saving or Save(told_as or _named(method, given))
        return await app.save(save, method, *given, by=self.editor, **more)

    def open(self, screen: Screen[None]) -> None:
        """Show another screen before this one, unless the editor has gone elsewhere meanwhile."""
        if self.is_here:
            self.app.push_screen(screen)

    async def answer_to(self, dialog: Dialog[Answer], problem: str = "") -> Answer | None:
        """Ask something in a dialog; ``problem`` says why the answer before would not do.

        Nothing is asked where the editor has gone to another screen meanwhile.
        """
        if not self.is_here:
            return None
        self.asked += 1
        dialog = dialog.at_hand(self.app)
        if problem:
            dialog.call_after_refresh(dialog.say, problem)
        return await self.app.push_screen_wait(dialog)

    def say(self, text: str, *, severity: str = "information") -> None:
        """Show a message, of a few lines at most, in place of the one before."""
        shown = visible(text)
        if len(shown) > _MOST_SAID:
            shown = f"{shown[:_MOST_SAID]}…"
        cast("TrackerApp", self.app).say(Said(shown, severity))

    def refuse(self, error: TrackerError) -> None:
        """Show why something was not done."""
        self.say(sentence_of(error), severity="warning")


async def ask(method: Callable[Given, Answer], *args: Given.args, **kwargs: Given.kwargs) -> Answer:
    """Ask the desk in a thread, so that the screen never waits for the ledger."""
    return await asyncio.to_thread(method, *args, **kwargs)


def _named(method: Callable[..., object], given: tuple[object, ...]) -> str:
    verb = getattr(method, "__name__", "").strip("_").replace("_", " ")
    return " ".join([verb, *(str(one) for one in given if isinstance(one, Ref))])
