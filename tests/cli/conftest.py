"""Fixtures for the command line: the program on a ledger of its own.

``run``      runs the program in this process; ``run("show", "C1")`` gives code, out, err
``stocked``  the ledger that it runs on: ``two_sides`` taken in, the claims open, C1 … C6
``program``  the words that start the installed program as a process
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.main import main
from tracker.store.home import Place

SETTINGS = ("NO_COLOR", "PAGER", "EDITOR", "VISUAL", "TRACKER_DEBUG", "COLUMNS", "LINES")


@dataclass(frozen=True)
class Ran:
    """What came of a run."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The document that was printed."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def surroundings(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that a test runs may see or touch the user's own settings and ledger."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    asked_for = "ledger" in request.fixturenames
    place = request.getfixturevalue("ledger") if asked_for else tmp_path / "ledger.db"
    monkeypatch.setenv("TRACKER_LEDGER", str(place))
    monkeypatch.setenv("TRACKER_EDITOR", "Ada")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the program in this process."""

    def _run(*words: str) -> Ran:
        capfd.readouterr()
        code = main(words)
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return _run


@pytest.fixture
def program() -> list[str]:
    """The installed program, or else the module."""
    script = Path(sys.executable).with_name("tracker")
    return [str(script)] if script.exists() else [sys.executable, "-m", "tracker"]


@pytest.fixture
def stocked(full_desk: Any, ledger: Place) -> Place:
    """A ledger that holds what ``two_sides`` says."""
    full_desk.close()
    return ledger
