"""The first lines of the queue, read before the library is loaded."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tracker.domain.listing import Filter
from tracker.domain.reference import Ref
from tracker.domain.status import Dismissal
from tracker.store.glimpse import NOTHING, glimpse_of

pytestmark = pytest.mark.sqlite


@pytest.mark.parametrize("limit", [1, 4, 60])
def test_a_glimpse_shows_the_glimpse_of_of_the_queue(full_desk, ledger, limit):
    full_desk.editing.edit(Ref.parse("C5"), "due", ["2031-05-20"], by="Ada")
    full_desk.reviewing.assign([6], "Bea", by="Ada")
    full_desk.reviewing.dismiss([1], by="Ada", why=Dismissal.OUT_OF_SCOPE)
    assert glimpse_of(ledger, limit) == (full_desk.browsing.page(Filter(), limit=limit), 6)


def test_nothing_is_glimpsed_where_a_name_is_to_be_veiled(full_desk, ledger):
    assert glimpse_of(ledger, 60).lines
    full_desk.editing.edit(Ref.parse("S8"), "restricted-name", ["Odo Vane"], by="Ada")
    assert glimpse_of(ledger, 60) == NOTHING


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alembic_version SET version_num = '9999'",
        "PRAGMA application_id = 7",
        "DROP TABLE alembic_version",
    ],
)
def test_nothing_is_glimpsed_of_what_is_no_ledger_of_this_version(full_desk, ledger, statement):
    full_desk.close()
    with closing(sqlite3.connect(ledger)) as file:
        file.execute(statement)
        file.commit()
    assert glimpse_of(ledger, 60) == NOTHING


def test_nothing_is_glimpsed_where_there_is_no_file(tmp_path):
    assert glimpse_of(tmp_path / "none.db", 60) == NOTHING
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_glimpsed_where_nobody_can_look(tmp_path):
    assert glimpse_of(tmp_path / ("x" * 300), 60) == NOTHING


def test_nothing_is_glimpsed_of_a_file_that_is_no_database(tmp_path):
    path = tmp_path / "letter.db"
    path.write_text("Dear desk,\n" * 900)
    assert glimpse_of(path, 60) == NOTHING
