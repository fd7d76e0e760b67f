"""An editor at the desk: the app on a ledger of the test's own, its keys, and what is seen.

``sit_down`` opens the desk in a terminal of some size and gives a ``Seat``. ``ferry`` is a ledger
that holds ``two_sides``, ``sample`` one that holds the sample; both are copies of one made once.
"""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen

from tracker.config import Settings
from tracker.domain.draft import Reading
from tracker.domain.status import Stage
from tracker.tui.app import TrackerApp
from tracker.tui.screens.desk import DeskScreen

if TYPE_CHECKING:
    from tracker.desk.desk import Desk

PATIENCE = 20.0
"""Seconds after which a desk that is still busy counts as stuck."""
CALM = 3
"""Looks in a row at which nothing may be under way."""


@pytest.fixture(autouse=True)
def _in_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Show times as UTC, wherever the tests run."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


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
        return next((one.message for one in reversed(list(self.app._notifications))), "")

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
        while calm < CALM:
            assert time.monotonic() < give_up, "the desk is stuck"
            await asyncio.sleep(0.001)
            calm = 0 if self._is_busy() else calm + 1
        await self.pilot.pause()
        if self._is_busy():
            await self.settled()

    def _is_busy(self) -> bool:
        nodes = [self.app, *(node for screen in self.app.screen_stack for node in _pumps(screen))]
        if any(not node._message_queue.empty() for node in nodes):
            return True
        asking = isinstance(self.app.screen, ModalScreen)
        return any(
            one.is_running and not (asking and one.group.startswith("action_"))
            for one in self.app.workers
            if one.group != "news"
        )


SitDown = Callable[..., AbstractAsyncContextManager[Seat]]


@pytest.fixture
def sit_down(open_desk: Callable[[Path], Desk]) -> SitDown:
    """Open the desk on a ledger, as an editor, in a terminal of a size."""

    @asynccontextmanager
    async def sit(
        path: Path, editor: str = "Ada", size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[Seat]:
        app = TrackerApp(Settings(str(path), editor))
        app._open_desk = lambda: open_desk(path)  # type: ignore[method-assign]
        async with app.run_test(size=size, notifications=True) as pilot:
            seat = Seat(app, pilot)
            await seat.settled()
            yield seat

    return sit


def _filled(blank: Path, path: Path, reading: Reading, start: datetime) -> Path:
    from tracker.desk.desk import Desk
    from tracker.store.database import Database

    seconds, numbers = count(), count(1)
    database = Database(
        Path(shutil.copy(blank, path)),
        clock=lambda: start + timedelta(seconds=next(seconds)),
        new_uid=lambda: f"{next(numbers):032x}",
    )
    desk = Desk(database)
    desk.importing.take_in(reading, by="Bea", stage=Stage.OPEN)
    desk.close()
    return path


@pytest.fixture(scope="session")
def sample_template(blank_ledger: Path) -> Path:
    from tracker.intake.from_seed import read_seed
    from tracker.resources import seed_folder

    start = datetime.fromisoformat("2031-04-30T09:00+00:00")
    path = blank_ledger.with_name("sample.db")
    return _filled(blank_ledger, path, read_seed(seed_folder()), start)


@pytest.fixture
def sample(sample_template: Path, tmp_path: Path) -> Path:
    """A ledger of the test's own that holds the sample."""
    return Path(shutil.copy(sample_template, tmp_path / "sample.db"))


@pytest.fixture
def ferry(blank_ledger: Path, tmp_path: Path, two_sides: Reading) -> Path:
    """A ledger of the test's own that holds ``two_sides``, taken in by Bea: C1 … C6."""
    template = blank_ledger.with_name("ferry.db")
    if not template.exists():
        start = datetime.fromisoformat("2031-04-30T09:00+00:00")
        _filled(blank_ledger, template, two_sides, start)
    return Path(shutil.copy(template, tmp_path / "ferry.db"))
