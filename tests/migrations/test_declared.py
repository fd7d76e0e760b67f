"""The migrated ledger and the declared tables are one and the same."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from tracker.resources import migrations_folder
from tracker.store import search_sqlite
from tracker.store.derived import create_derived
from tracker.store.home import HEAD
from tracker.store.sqlite import sqlite_engine
from tracker.store.tables import metadata

pytestmark = pytest.mark.sqlite

ALEMBICS_OWN = {"alembic_version", "sqlite_autoindex_alembic_version_1"}


def master(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("SELECT name, type || ' ' || coalesce(sql, '') FROM sqlite_master")
        return {name: re.sub(r"\s+", " ", made).strip() for name, made in rows}


@pytest.fixture
def declared(tmp_path: Path) -> Path:
    path = tmp_path / "declared.db"
    path.touch()
    engine = sqlite_engine(path)
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.exec_driver_sql(search_sqlite.TABLE)
        create_derived(connection)
    engine.dispose()
    return path


@pytest.fixture
def config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    return config


def test_migrating_makes_just_what_is_declared(ledger, declared):
    assert {name: sql for name, sql in master(ledger).items() if name not in ALEMBICS_OWN} == (
        master(declared)
    )


# Alembic cannot compare an index on an expression; the test above does.
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_alembic_finds_nothing_to_change(ledger, config):
    engine = sqlite_engine(ledger)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.check(config)
    engine.dispose()


def test_the_newest_revision_is_the_one_the_program_knows(config):
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_alembic_can_be_run_by_hand_on_a_ledger(ledger, pytestconfig, monkeypatch):
    monkeypatch.setenv("TRACKER_LEDGER", str(ledger))
    said = StringIO()
    command.current(Config(toml_file=pytestconfig.rootpath / "pyproject.toml", stdout=said))
    assert said.getvalue().strip() == f"{HEAD} (head)"
