"""An editor at the desk: keys pressed, and what is seen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen

from tracker.tui.app import TrackerApp
from tracker.tui.screens.desk import DeskScreen

if TYPE_CHECKING:
    from tracker.desk.desk import Desk

PATIENCE = 20.0
"""Seconds after which a desk that is still busy counts as stuck."""
CALM = 3
"""Looks in a row at which nothing may be under way."""


def _pumps(screen: Screen[Any]) -> Iterator[MessagePump]:
    yield screen
    yield from screen.walk_children()


@dataclass
class Seat:
    """An editor at the desk."""

    app: TrackerApp
    pilot: Pilot[None]

    @property
    def desk(self) -> Desk:
        assert self.app.desk is not None
        return self.app.desk

    @property
    def cursor(self) -> str:
        """The claim under the cursor of the queue."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, DeskScreen)
        return str(screen.table.row.ref) if screen.table.row else ""

    @property
    def seen(self) -> str:
        """What is on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def told(self) -> str:
        """The last short message, or an empty text."""
        return self.app.said.text if self.app.said else ""

    def claim(self, number: int) -> Any:
        return self.desk.browsing.dossier(number).claim

    async def press(self, *keys: str) -> None:
        """Press keys, each when what came before it is done."""
        for key in keys:
            self.strike(key)
            await self.settled()

    def strike(self, key: str) -> None:
        """Press a key and do not wait."""
        letter = key if len(key) == 1 else None
        name = _character_to_key(letter) if letter else key
        self.app.post_message(Key(name, letter))

    async def write(self, text: str) -> None:
        """Put a text into the field that has the focus, as a terminal pastes it."""
        self.app.post_message(Paste(text))
        await self.settled()

    async def settled(self) -> None:
        """Wait until nothing is under way but what waits for the editor."""
        give_up = time.monotonic() + PATIENCE
        calm = 0
        while calm < 2 * CALM:
            assert time.monotonic() < give_up, "the desk is stuck"
            if calm == CALM:
                await self.pilot.pause()
            await asyncio.sleep(0.001)
            calm = 0 if self._is_busy() else calm + 1

    def _is_busy(self) -> bool:
        nodes = [self.app, *(node for screen in self.app.screen_stack for node in _pumps(screen))]
        if any(not node._message_queue.empty() for node in nodes):
            return True
        screen = self.app.screen
        asking = isinstance(screen, ModalScreen)
        if not asking and (screen._layout_required or screen._dirty_widgets):  # a timer draws them
            return True
        return any(
            one.is_running and not (asking and one.group.startswith("action_"))
            for one in self.app.workers
            if one.group != "news"
        )


def line(seen: str, words: str) -> str:
    """The first line of what is seen in which some words stand."""
    return next(one for one in seen.split("\n") if words in one)
