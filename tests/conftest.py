"""Fixtures for every test: a ledger made once and copied, a desk on it, and a small reading.

``ledger``      an empty, migrated ledger of the test's own: its path, or on a server its URL
``desk``        a desk on it; its clock ticks a second a call, its uids count up
``open_desk``   opens a desk on any path (again), with the same clock and the same uids
``prepare``     makes a ledger to be copied by many tests, when its making is slow
``two_sides``   a reading: two parties about one event, and what else an article may hold
``full_desk``   a desk on ``ledger`` with ``two_sides`` taken in by Ada, its claims open: C1 … C6

The editors are Ada, Bea and Cem; the day is 1 May 2031, from nine o'clock (UTC).

``pytest --postgres URL`` runs every test that has a ledger on a PostgreSQL server instead; the role
must be allowed to make databases. ``pytest --beside-postgres`` runs what that leaves out.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from ledgers import Databases, Files, wait_for_no_disk

from tracker.domain.attribution import HopRole, Voice
from tracker.domain.draft import (
    ArticleDraft,
    CaveatDraft,
    ClaimDraft,
    EventDraft,
    FacetDraft,
    HopDraft,
    Reading,
    RelationDraft,
    SourceDraft,
)
from tracker.domain.facet import Facet
from tracker.domain.figure import Figure
from tracker.domain.relation import RelationKind
from tracker.domain.source import SourceKind
from tracker.domain.status import Stage
from tracker.domain.timerange import Precision, TimeRange

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tracker.desk.desk import Desk
    from tracker.store.home import Place

settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")

START = datetime(2031, 5, 1, 9, tzinfo=UTC)
OpenDesk = Callable[["Place"], "Desk"]
Prepare = Callable[[Callable[["Desk"], object]], "Place"]
Ledgers = Files | Databases


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--postgres",
        metavar="URL",
        default=os.environ.get("TRACKER_TEST_POSTGRES"),
        help="run the tests that have a ledger on this PostgreSQL server "
        "(postgresql+psycopg://NAME@HOST/postgres; or $TRACKER_TEST_POSTGRES)",
    )
    parser.addoption(
        "--beside-postgres", action="store_true", help="run the tests that --postgres leaves out"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a server run what has a ledger; elsewhere say what was left out for want of one."""
    server, beside = config.getoption("--postgres"), config.getoption("--beside-postgres")
    if not server:
        for item in items:
            if item.get_closest_marker("postgres"):
                item.add_marker(pytest.mark.skip("no PostgreSQL server (--postgres URL)"))
    if server or beside:
        left_out = [item for item in items if _is_for_a_server(item) is beside]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _is_for_a_server(item) is not beside]


def pytest_collection_finish() -> None:
    """Let garbage be looked for elsewhere than in what stays: modules, tests by the thousand."""
    gc.collect()
    gc.freeze()


def _is_for_a_server(item: pytest.Item) -> bool:
    on_files = item.get_closest_marker("sqlite") is not None
    return "ledgers" in getattr(item, "fixturenames", ()) and not on_files


@pytest.fixture(scope="session")
def statements(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let all ledgers of a run share their compiled statements, which takes half the time.

    They share, too, what the first has asked its server: its version, its settings, its types. And
    no file waits for the disk: the tests kill programs, never the machine.
    """
    from sqlalchemy import event

    from tracker.store import postgres, sqlite

    home = postgres if request.config.getoption("--postgres") else sqlite
    create_engine = home.create_engine
    shared: dict[str, Any] = {}

    def create_sharing(*arguments: Any, **options: Any) -> Engine:
        engine = create_engine(*arguments, **options)
        if getattr(shared.get("dialect"), "server_version_info", None):
            engine.dialect.initialize = lambda connection: None
        if home is sqlite:
            event.listen(engine, "checkout", wait_for_no_disk)
        for name in ("dialect", "_compiled_cache"):
            setattr(engine, name, shared.setdefault(name, getattr(engine, name)))
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(home, "create_engine", create_sharing)
        yield


@pytest.fixture(scope="session")
def ledgers(request: pytest.FixtureRequest, statements: None) -> Iterator[Ledgers]:
    """Where ledgers are made and copied."""
    url = request.config.getoption("--postgres")
    found = Databases(url) if url else Files()
    yield found
    found.close()


@pytest.fixture(scope="session")
def blank_ledger(ledgers: Ledgers, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A migrated ledger for copying; no test may write to it."""
    return ledgers.make(tmp_path_factory.mktemp("template-blank") / "ledger.db", START)


@pytest.fixture(scope="session")
def full_ledger(
    ledgers: Ledgers, blank_ledger: Place, tmp_path_factory: pytest.TempPathFactory
) -> Place:
    """A ledger that holds ``two_sides``, for copying; no test may write to it."""
    from tracker.desk.desk import Desk
    from tracker.store.database import Database

    place = ledgers.copy(blank_ledger, tmp_path_factory.mktemp("template-full") / "ledger.db")
    desk = Desk(Database(place, clock=lambda: START, new_uid=_counting_from(1)))
    desk.importing.take_in(_two_sides(), by="Ada", stage=Stage.OPEN)
    desk.close()
    return place


@pytest.fixture(scope="session")
def prepare(
    ledgers: Ledgers, full_ledger: Place, tmp_path_factory: pytest.TempPathFactory
) -> Prepare:
    """Do something to a copy of ``full_ledger``, once for many tests; returns the copy's place."""
    from tracker.desk.desk import Desk
    from tracker.store.database import Database

    def _prepare(act: Callable[[Desk], object]) -> Place:
        place = ledgers.copy(
            full_ledger, tmp_path_factory.mktemp("template-prepared") / "ledger.db"
        )
        desk = Desk(Database(place, clock=lambda: START, new_uid=_counting_from(500)))
        act(desk)
        desk.close()
        return place

    return _prepare


@pytest.fixture
def ledger(
    request: pytest.FixtureRequest, ledgers: Ledgers, blank_ledger: Place, tmp_path: Path
) -> Iterator[Place]:
    """A ledger of the test's own; empty, unless the test asks for ``full_desk``."""
    full = "full_desk" in request.fixturenames
    template = request.getfixturevalue("full_ledger") if full else blank_ledger
    yield ledgers.copy(template, tmp_path / "ledger.db")
    ledgers.tidy()


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that goes on a second whenever somebody looks at it."""
    seconds = count(1)
    return lambda: START + timedelta(seconds=next(seconds))


@pytest.fixture
def new_uid() -> Callable[[], str]:
    """Uids that count up, from beyond those of ``full_ledger``."""
    return _counting_from(1000)


def _counting_from(first: int) -> Callable[[], str]:
    numbers = count(first)
    return lambda: f"{next(numbers):032x}"


@pytest.fixture
def open_desk(clock: Callable[[], datetime], new_uid: Callable[[], str]) -> Iterator[OpenDesk]:
    """Open a desk on a ledger; every desk so opened is closed after the test."""
    from tracker.desk.desk import Desk
    from tracker.store.database import Database

    opened: list[Desk] = []

    def _open(place: Place) -> Desk:
        opened.append(Desk(Database(place, clock=clock, new_uid=new_uid)))
        return opened[-1]

    yield _open
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(open_desk: OpenDesk, ledger: Place) -> Desk:
    """A desk on an empty ledger."""
    return open_desk(ledger)


@pytest.fixture
def full_desk(open_desk: OpenDesk, ledger: Place) -> Desk:
    """A desk on ``ledger``, which then holds ``two_sides``; its claims are open, C1 … C6."""
    return open_desk(ledger)


TWO_SIDES_TEXT = """\
Two dead after ferry and launch collide off Selm

The Dockers’ League accused a harbour guard launch of ramming the evening ferry off Selm on \
Tuesday, killing at least two passengers. Captain Ilse Marrow of the harbour guard blamed a \
League picket boat that lay in the fairway, and said two passengers were killed. Neither account \
could be independently verified.

The launch reportedly carried no lights, Radio Estuary quoted the League’s steward Joren Pell as \
saying. Hospital staff said about 20 people were hurt. The pier stayed closed on Wednesday.

“The guard [will] never be trusted again,” Pell said.
"""
"""A made-up article. A bracketed word stands in it because quotes hold such."""

_TUESDAY = TimeRange(
    "on Tuesday",
    datetime(2031, 4, 29, tzinfo=UTC),
    datetime(2031, 4, 30, tzinfo=UTC),
    Precision.DAY,
)
_UNVERIFIED = CaveatDraft("Neither account could be independently verified")


@pytest.fixture(scope="session")
def two_sides() -> Reading:
    """A reading of a made-up article: two parties about one event, and what else there may be."""
    return _two_sides()


def _two_sides() -> Reading:
    """What the article says: its claims, in order, become C1 to C6.

    C1 the League accuses the guard; C2 the guard's captain blames the League: they contradict
    each other on the actor (R1, suggested) and agree on the casualties (R2, suggested). C3 came
    through a relay, C4 from unnamed staff, C5 is the article's own voice, C6 an opinion.
    The League's steward (C3, C6) speaks for the League (C1); the captain for the guard (C2).
    """
    return Reading(
        article=ArticleDraft(
            "Two dead after ferry and launch collide off Selm",
            outlet="courier",
            byline="R. Quill",
            url="https://courier.example/ferry",
            published_at=datetime(2031, 4, 30, 6, tzinfo=UTC),
            zone="UTC",
        ),
        text=TWO_SIDES_TEXT,
        sources=_sources(),
        events=(
            EventDraft("collision", "Collision off Selm", "off Selm", "Sélm roads", _TUESDAY),
            EventDraft("closure", "Closure of the pier", "The pier"),
        ),
        claims=_claims(),
        relations=(
            RelationDraft(
                "league", "guard", RelationKind.CONTRADICTS, Facet.ACTOR,
                reason="harbour guard launch ≠ League picket boat", score=0.9,
            ),
            RelationDraft(
                "league", "guard", RelationKind.CORROBORATES, Facet.CASUALTIES,
                reason="[2, ∞) meets [2, 2]", score=0.7,
            ),
        ),
    )  # fmt: skip


def _sources() -> tuple[SourceDraft, ...]:
    body, person = SourceKind.GOVERNMENT_BODY, SourceKind.PERSON
    return (
        SourceDraft("courier", "Selm Courier", SourceKind.OUTLET),
        SourceDraft("league", "Dockers’ League", SourceKind.ORGANISATION, aliases=("the League",)),
        SourceDraft("state", "Varland", SourceKind.STATE),
        SourceDraft("guard", "harbour guard", body, affiliation="state"),
        SourceDraft("captain", "Ilse Marrow", person, "captain", ("Ίλσε Μάρροου",), "guard"),
        SourceDraft("steward", "Joren Pell", person, "steward", ("Йорен Пелл",), "league"),
        SourceDraft("radio", "Radio Estuary", SourceKind.OUTLET),
        SourceDraft("staff", "hospital staff", SourceKind.UNNAMED),
    )


def _claims() -> tuple[ClaimDraft, ...]:
    steward = HopDraft("steward", HopRole.SPEAKER, medium="interview")
    return (
        ClaimDraft(
            "league", "a harbour guard launch rammed the ferry, killing at least two passengers",
            Voice.INDIRECT,
            quote=(
                "The Dockers’ League accused a harbour guard launch of ramming the evening ferry",
                "killing at least two passengers",
            ),
            chain=(HopDraft("league", HopRole.SPEAKER, verb="accused"),),
            event="collision", cue="accused",
            figures=(Figure("at least two", 2, counts="passengers killed"),),
            facets=(FacetDraft(Facet.ACTOR, "a harbour guard launch", source="guard"),),
            caveats=(_UNVERIFIED,),
        ),
        ClaimDraft(
            "guard", "a League picket boat lay in the fairway; two passengers were killed",
            Voice.INDIRECT,
            quote=(
                "blamed a League picket boat that lay in the fairway",
                "said two passengers were killed",
            ),
            chain=(HopDraft("captain", HopRole.SPEAKER, medium="briefing", verb="blamed"),),
            event="collision", cue="blamed",
            figures=(Figure("two", 2, 2, counts="passengers were killed"),),
            facets=(FacetDraft(Facet.ACTOR, "a League picket boat", source="league"),),
            caveats=(_UNVERIFIED,),
        ),
        ClaimDraft(
            "lights", "the launch carried no lights", Voice.INDIRECT,
            quote=("The launch reportedly carried no lights",),
            chain=(steward, HopDraft("radio", HopRole.RELAY, "radio", "quoted")),
            event="collision", cue="saying", hedge="reportedly",
            facets=(FacetDraft(Facet.MEANS, "no lights"),),
        ),
        ClaimDraft(
            "hurt", "about 20 people were hurt", Voice.INDIRECT,
            quote=("Hospital staff said about 20 people were hurt.",),
            chain=(HopDraft("staff", HopRole.SPEAKER, verb="said"),),
            event="collision", cue="said",
            figures=(Figure("about 20", 20, 20, approximate=True, counts="people were hurt"),),
        ),
        ClaimDraft(
            "closed", "the pier stayed closed on Wednesday", Voice.ARTICLE,
            quote=("The pier stayed closed on Wednesday.",), event="closure",
        ),
        ClaimDraft(
            "trust", "the guard will never be trusted again", Voice.DIRECT,
            quote=("The guard [will] never be trusted again",),
            chain=(steward,), event="collision", cue="said", checkable=False,
        ),
    )  # fmt: skip
