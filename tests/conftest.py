"""Fixtures for every test: a ledger made once and copied, a desk on it, and a small reading.

``ledger``      the path of an empty, migrated ledger of the test's own
``desk``        a desk on it; its clock ticks a second a call, its uids count up
``open_desk``   opens a desk on any path (again), with the same clock and the same uids
``prepare``     makes a ledger to be copied by many tests, when its making is slow
``two_sides``   a reading: two parties about one event, and what else an article may hold
``full_desk``   a desk on ``ledger`` with ``two_sides`` taken in by Ada, its claims open: C1 … C6

The editors are Ada, Bea and Cem; the day is 1 May 2031, from nine o'clock (UTC).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

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

settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")

START = datetime(2031, 5, 1, 9, tzinfo=UTC)
OpenDesk = Callable[[Path], "Desk"]
Prepare = Callable[[Callable[["Desk"], object]], Path]


@pytest.fixture(scope="session")
def statements() -> Iterator[None]:
    """Let all ledgers of a run share their compiled statements, which takes half the time."""
    from tracker.store import sqlite

    create_engine = sqlite.create_engine
    shared: dict[str, Any] = {}

    def create_sharing(*arguments: Any, **options: Any) -> Engine:
        engine = create_engine(*arguments, **options)
        for name in ("dialect", "_compiled_cache"):
            setattr(engine, name, shared.setdefault(name, getattr(engine, name)))
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite, "create_engine", create_sharing)
        yield


@pytest.fixture(scope="session")
def blank_ledger(statements: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated ledger for copying; no test may write to it."""
    from tracker.store.schema import make_ready

    path = tmp_path_factory.mktemp("blank") / "ledger.db"
    make_ready(path, now=START)
    return path


@pytest.fixture(scope="session")
def full_ledger(blank_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds ``two_sides``, for copying; no test may write to it."""
    from tracker.desk.desk import Desk
    from tracker.store.database import Database

    path = Path(shutil.copy(blank_ledger, tmp_path_factory.mktemp("full") / "ledger.db"))
    desk = Desk(Database(path, clock=lambda: START, new_uid=_counting_from(1)))
    desk.importing.take_in(_two_sides(), by="Ada", stage=Stage.OPEN)
    desk.close()
    return path


@pytest.fixture(scope="session")
def prepare(full_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepare:
    """Do something to a copy of ``full_ledger``, once for many tests; returns the copy's path."""
    from tracker.desk.desk import Desk
    from tracker.store.database import Database

    def _prepare(act: Callable[[Desk], object]) -> Path:
        path = Path(shutil.copy(full_ledger, tmp_path_factory.mktemp("prepared") / "ledger.db"))
        desk = Desk(Database(path, clock=lambda: START, new_uid=_counting_from(500)))
        act(desk)
        desk.close()
        return path

    return _prepare


@pytest.fixture
def ledger(tmp_path: Path, blank_ledger: Path) -> Path:
    """A ledger of the test's own; empty, unless the test asks for ``full_desk``."""
    return Path(shutil.copy(blank_ledger, tmp_path / "ledger.db"))


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

    def _open(path: Path) -> Desk:
        opened.append(Desk(Database(path, clock=clock, new_uid=new_uid)))
        return opened[-1]

    yield _open
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(open_desk: OpenDesk, ledger: Path) -> Desk:
    """A desk on an empty ledger."""
    return open_desk(ledger)


@pytest.fixture
def full_desk(open_desk: OpenDesk, ledger: Path, full_ledger: Path) -> Desk:
    """A desk on ``ledger``, which then holds ``two_sides``; its claims are open, C1 … C6."""
    shutil.copy(full_ledger, ledger)
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
