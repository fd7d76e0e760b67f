"""A ledger as each version made it opens in this one, with all that was in it."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from freezing import FROZEN, thawed

from tracker.domain.listing import Filter
from tracker.domain.status import Stage, Status
from tracker.resources import migrations_folder
from tracker.store.home import HEAD
from tracker.store.recognising import revision_of
from tracker.store.schema import make_ready

pytestmark = pytest.mark.sqlite

REVISIONS = sorted(one.stem for one in FROZEN.glob("*.sql"))
SEARCHED = ("Marrow", "ferry", "picket")


@pytest.fixture(params=REVISIONS)
def opened(request, tmp_path, clock, open_desk):
    """A desk on a ledger of an older version, or of this one."""
    path = thawed(request.param, tmp_path / "ledger.db")
    make_ready(path, now=clock())
    return open_desk(path)


def made(path: Path) -> dict[str, str]:
    """What was made in a ledger, by name; its search index makes tables of its own."""
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: re.sub(r"\s+", " ", sql).strip(" ;") for name, sql in rows}


def test_every_revision_has_its_frozen_ledger():
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    every = ScriptDirectory.from_config(config).walk_revisions()
    assert sorted(one.revision for one in every) == REVISIONS


def test_the_newest_frozen_ledger_is_made_as_one_is_today(ledger, tmp_path):
    frozen = thawed(HEAD, tmp_path / "frozen.db")
    assert made(frozen) == made(ledger), (
        "Before the first release: .venv/bin/python tests/migrations/freezing.py. "
        "After it: a change of the tables is a new revision."
    )


def test_it_is_brought_up_to_date_and_checks_clean(opened):
    assert revision_of(Path(opened.place)) == HEAD
    assert [one for one in opened.auditing.check() if one.problems] == []


def test_its_claims_are_as_they_were_left(opened):
    claims = [one.claim for one in opened.browsing.dossiers(range(1, 7))]
    assert (claims[0].status, claims[0].stage) == (Status.REFUTED, Stage.SIGNED_OFF)
    assert claims[1].proposed is not None
    assert claims[2].tags == claims[3].tags == ("harbour",)
    assert claims[5].stage is Stage.DISMISSED
    assert claims[3].passages[0].orphaned


@pytest.mark.parametrize("words", SEARCHED)
def test_its_words_are_found(opened, words):
    assert opened.browsing.ids(Filter(search=words))


def test_its_protected_name_stays_protected(opened):
    assert "Odo Vane" not in str(opened.browsing.sources())
    assert "Odo Vane" not in str(opened.browsing.history(None, 500))


def test_work_on_it_goes_on_and_can_be_undone_into_its_past(opened):
    opened.gathering.tag([3], ["lamp"], by="Ada")
    opened.auditing.undo(by="Ada")
    opened.auditing.undo(by="Cem")
    assert opened.browsing.dossier(3).claim.tags == ("harbour",)
    assert [one for one in opened.auditing.check() if one.problems] == []
