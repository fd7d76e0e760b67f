"""An editor at the desk: the app on a ledger of the test's own, its keys, and what is seen.

``sit_down`` opens the desk in a terminal of some size and gives a ``Seat``. ``ferry`` is a ledger
that holds ``two_sides``, ``sample`` one that holds the sample; both are copies of one made once.
"""

from __future__ import annotations

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
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tracker.config import Settings
from tracker.desk.reviewing import Backing
from tracker.domain.draft import ArticleDraft, Reading, SourceDraft
from tracker.domain.evidence import AttemptDraft
from tracker.domain.source import SourceKind
from tracker.domain.status import Stage, Status
from tracker.tui.app import TrackerApp

if TYPE_CHECKING:
    from ledgers import Databases, Files

    from tracker.desk.desk import Desk
    from tracker.store.home import Place

    Ledgers = Files | Databases


@pytest.fixture(autouse=True)
def _in_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Show times as UTC, wherever the tests run."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(autouse=True)
def state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the program remembers things from one run to the next: never the user's own folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "claim-tracker"


@pytest.fixture
def of(desk: Desk, ledger: Place) -> Callable[[Callable[[], Reading]], Place]:
    """A ledger that holds one of the made-up events."""

    def take_in(made: Callable[[], Reading]) -> Place:
        desk.importing.take_in(made(), by="Bea", stage=Stage.OPEN)
        return ledger

    return take_in


@pytest.fixture(autouse=True, scope="session")
def _styles_read_once() -> Iterator[None]:
    """Let all desks of a run share the style sheets that were read, one set for each theme."""
    read_anew = Stylesheet._parse_rules
    read: dict[Any, list[RuleSet]] = {}

    def parse_rules(sheet: Stylesheet, *arguments: Any, **options: Any) -> list[RuleSet]:
        theme = frozenset(sheet._variables.items())
        key = (theme, arguments, frozenset(options.items()))
        if key not in read:
            read[key] = read_anew(sheet, *arguments, **options)
        return read[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_rules)
        yield


SitDown = Callable[..., AbstractAsyncContextManager[Seat]]


@pytest.fixture
def sit_down(open_desk: Callable[[Place], Desk], monkeypatch: pytest.MonkeyPatch) -> SitDown:
    """Open the desk on a ledger, as an editor, in a terminal of a size.

    Nothing is drawn for nobody: what is on the screen is drawn when the test looks (``seen``).
    """

    def draw_nothing(compositor: Compositor, **_options: Any) -> None:
        compositor._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", draw_nothing)

    @asynccontextmanager
    async def sit(
        place: Place,
        editor: str = "Ada",
        size: tuple[int, int] = (80, 24),
        keys: Mapping[str, str] | None = None,
    ) -> AsyncIterator[Seat]:
        app = TrackerApp(Settings(str(place), editor, keys=keys or {}))
        app._open_desk = lambda: open_desk(place)  # type: ignore[method-assign]
        async with app.run_test(size=size, notifications=True) as pilot:
            seat = Seat(app, pilot)
            await seat.settled()
            yield seat

    return sit


def _filled(place: Place, reading: Reading, start: datetime) -> Place:
    from tracker.desk.desk import Desk
    from tracker.store.database import Database

    seconds, numbers = count(), count(1)
    database = Database(
        place,
        clock=lambda: start + timedelta(seconds=next(seconds)),
        new_uid=lambda: f"{next(numbers):032x}",
    )
    desk = Desk(database)
    desk.importing.take_in(reading, by="Bea", stage=Stage.OPEN)
    desk.close()
    return place


@pytest.fixture(scope="session")
def sample_template(
    ledgers: Ledgers, blank_ledger: Place, tmp_path_factory: pytest.TempPathFactory
) -> Place:
    from tracker.intake.from_seed import read_seed
    from tracker.resources import seed_folder

    start = datetime.fromisoformat("2031-04-30T09:00+00:00")
    place = ledgers.copy(blank_ledger, tmp_path_factory.mktemp("template-sample") / "ledger.db")
    return _filled(place, read_seed(seed_folder()), start)


@pytest.fixture
def sample(ledgers: Ledgers, sample_template: Place, tmp_path: Path) -> Iterator[Place]:
    """A ledger of the test's own that holds the sample."""
    yield ledgers.copy(sample_template, tmp_path / "sample.db")
    ledgers.tidy()


@pytest.fixture(scope="session")
def ferry_template(
    ledgers: Ledgers,
    blank_ledger: Place,
    tmp_path_factory: pytest.TempPathFactory,
    two_sides: Reading,
) -> Place:
    start = datetime.fromisoformat("2031-04-30T09:00+00:00")
    place = ledgers.copy(blank_ledger, tmp_path_factory.mktemp("template-ferry") / "ledger.db")
    return _filled(place, two_sides, start)


@pytest.fixture
def ferry(ledgers: Ledgers, ferry_template: Place, tmp_path: Path) -> Iterator[Place]:
    """A ledger of the test's own that holds ``two_sides``, taken in by Bea: C1 … C6."""
    yield ledgers.copy(ferry_template, tmp_path / "ferry.db")
    ledgers.tidy()


@pytest.fixture
def judged(ferry: Path, open_desk: Callable[[Path], Desk]) -> Path:
    """The same, after Bea has marked all that can be checked unverifiable: C1 … C5."""
    asked = Backing("nobody answers", attempt=AttemptDraft("asked the harbour master", ""))
    open_desk(ferry).reviewing.mark(range(1, 6), Status.UNVERIFIABLE, by="Bea", backing=asked)
    return ferry


@pytest.fixture
def twins(ferry: Path, open_desk: Callable[[Path], Desk]) -> Path:
    """A ledger in which S9 “Captain Pell” may be S6, and S10, of mixed letters, S5."""
    names = ("Captain Pell", "Ilse Mаrrow")
    drafts = tuple(SourceDraft(name, name, SourceKind.PERSON) for name in names)
    reading = Reading(ArticleDraft("Later"), "Both spoke.", drafts)
    open_desk(ferry).importing.take_in(reading, by="Bea")
    return ferry
