"""Actions that take their turn beside the screen, which never waits for them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from tracker.domain.errors import TrackerError
from tracker.tui.screens.base import TrackerScreen

Given = ParamSpec("Given")
Showing = TypeVar("Showing", bound=TrackerScreen)


def flow(
    method: Callable[Concatenate[Showing, Given], Awaitable[None]],
) -> Callable[Concatenate[Showing, Given], None]:
    """Let an action run beside the screen: dialogs and the desk are awaited, refusals are said.

    Actions take turns, so that keys typed ahead act on what the ones before them have shown, and
    the first on what its screen shows first. A key that was waiting while a dialog opened was meant
    for the dialog, and does nothing.
    """

    @wraps(method)
    def start(self: Showing, *args: Given.args, **kwargs: Given.kwargs) -> None:
        asked = self.asked

        async def run() -> None:
            if not self.first_read.is_set():
                await self.first_read.wait()
                if not self.is_here:
                    return  # left before there was anything to act on
            async with self.turn:
                if self.asked != asked:
                    return
                try:
                    await method(self, *args, **kwargs)
                except TrackerError as error:
                    self.refuse(error)

        self.run_worker(run(), group=method.__name__, exclusive=False)

    return cast("Callable[Concatenate[Showing, Given], None]", start)


def first_flow(
    method: Callable[Concatenate[Showing, Given], Awaitable[None]],
) -> Callable[Concatenate[Showing, Given], None]:
    """The same for an action that reads itself what its screen is to show first."""
    begin = flow(method)

    @wraps(method)
    def start(self: Showing, *args: Given.args, **kwargs: Given.kwargs) -> None:
        self.first_read.set()
        begin(self, *args, **kwargs)

    return cast("Callable[Concatenate[Showing, Given], None]", start)
