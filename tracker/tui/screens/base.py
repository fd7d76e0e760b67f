"""What every screen does alike: it asks the desk without waiting, and says what it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from textual.content import Content
from textual.screen import Screen

from tracker.domain.errors import TrackerError
from tracker.domain.visible import visible

if TYPE_CHECKING:
    from tracker.desk.desk import Desk
    from tracker.tui.app import TrackerApp

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
Showing = TypeVar("Showing", bound="TrackerScreen")


class TrackerScreen(Screen[None]):
    """A screen of the desk. It is shown at once; the ledger is opened behind the first frame."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Screen declares it
        (0, "-narrow"),
        (110, "-wide"),
    ]

    def opened(self) -> None:
        """Read what is to be shown: called when the ledger is open and when the screen returns."""

    def news(self) -> None:
        """Read again: somebody changed the ledger."""
        self.opened()

    @property
    def desk(self) -> Desk:
        """The desk on the open ledger."""
        desk = cast("TrackerApp", self.app).desk
        if desk is None:
            raise TrackerError("the ledger is still being opened.")
        return desk

    @property
    def editor(self) -> str:
        """Who is at the desk."""
        return cast("TrackerApp", self.app).settings.editor

    def on_screen_resume(self) -> None:
        """Show what has changed while another screen was in front."""
        if cast("TrackerApp", self.app).desk is not None:
            self.opened()

    def say(self, text: str, *, severity: str = "information") -> None:
        """Show a short message."""
        self.notify(visible(text), markup=False, severity=cast("Any", severity), timeout=6)

    def refuse(self, error: TrackerError) -> None:
        """Show why something was not done."""
        text = str(error)
        self.say(text[:1].upper() + text[1:], severity="warning")


async def ask(method: Callable[Given, Answer], *args: Given.args, **kwargs: Given.kwargs) -> Answer:
    """Ask the desk in a thread, so that the screen never waits for the ledger."""
    return await asyncio.to_thread(method, *args, **kwargs)


def flow(
    method: Callable[Concatenate[Showing, Given], Awaitable[None]],
) -> Callable[Concatenate[Showing, Given], None]:
    """Let an action run beside the screen: dialogs and the desk are awaited, refusals are said."""

    @wraps(method)
    def start(self: Showing, *args: Given.args, **kwargs: Given.kwargs) -> None:
        async def run() -> None:
            try:
                await method(self, *args, **kwargs)
            except TrackerError as error:
                self.refuse(error)

        self.run_worker(run(), group=method.__name__, exclusive=False)

    return cast("Callable[Concatenate[Showing, Given], None]", start)


def heading(*pieces: tuple[str, str] | Content) -> Content:
    """One line of styled pieces, made harmless."""
    return Content.assemble(
        *(
            piece if isinstance(piece, Content) else (visible(piece[0]), piece[1])
            for piece in pieces
        )
    )
