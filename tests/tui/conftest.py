"""An editor at the desk: the app on a ledger of the test's own, its keys, and what is seen.

``sit_down`` opens the desk in a terminal of some size and gives a ``Seat``. ``ferry`` is a ledger
that holds ``two_sides``, ``sample`` one that holds the sample; both are copies of one made once.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from seat import Seat
from textual._compositor import Compositor

from tracker.config import Settings
from tracker.domain.draft import Reading
from tracker.domain.status import Stage
from tracker.tui.app import TrackerApp

if TYPE_CHECKING:
    from tracker.desk.desk import Desk


@pytest.fixture(autouse=True)
def _in_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Show times as UTC, wherever the tests run."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


SitDown = Callable[..., AbstractAsyncContextManager[Seat]]


@pytest.fixture
def sit_down(open_desk: Callable[[Path], Desk], monkeypatch: pytest.MonkeyPatch) -> SitDown:
    """Open the desk on a ledger, as an editor, in a terminal of a size.

    Nothing is drawn for nobody: what is on the screen is drawn when the test looks (``seen``).
    """

    def draw_nothing(compositor: Compositor, **_options: Any) -> None:
        compositor._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", draw_nothing)

    @asynccontextmanager
    async def sit(
        path: Path,
        editor: str = "Ada",
        size: tuple[int, int] = (80, 24),
        keys: Mapping[str, str] | None = None,
    ) -> AsyncIterator[Seat]:
        app = TrackerApp(Settings(str(path), editor, keys=keys or {}))
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
