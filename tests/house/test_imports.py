"""Importing: what a run does not need, it does not load; and nothing happens by importing."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = [
    "textual", "sqlalchemy", "alembic", "pydantic", "rich", "spacy", "jinja2", "markdown_it",
    "tracker.desk", "tracker.store", "tracker.tui", "tracker.report", "tracker.exchange",
]  # fmt: skip
LOADED = "import sys, {module}; print(*sorted(sys.modules))"


def loaded_by(module: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after importing one."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(module=module)],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def loaded_by_the_command_line() -> set[str]:
    return loaded_by("tracker.cli.main")


@pytest.mark.parametrize("heavy", HEAVY)
def test_the_command_line_begins_without(loaded_by_the_command_line, heavy):
    assert heavy not in loaded_by_the_command_line


def test_the_domain_needs_nothing_but_the_standard_library():
    alone = {name.split(".")[0] for name in loaded_by("tracker.domain.side_by_side")}
    ours = {"tracker", "__main__"} | set(sys.stdlib_module_names)
    # An editable installation and its tools may add hooks of their own at start.
    assert not {name for name in alone - ours if name in {one.split(".")[0] for one in HEAVY}}


def test_the_ledger_is_opened_without_the_screens_or_the_migrations():
    loaded = loaded_by("tracker.wiring")
    assert not {"textual", "alembic", "rich"} & loaded


def test_importing_the_whole_desk_touches_no_ledger(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", "import tracker.wiring, tracker.cli.main, tracker.desk.desk"],
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("", "")
    assert list(tmp_path.iterdir()) == []
