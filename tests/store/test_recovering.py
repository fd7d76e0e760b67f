"""What a damaged ledger still holds is saved into a new one."""

from __future__ import annotations

import shutil
import sqlite3
import struct
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tracker.domain.errors import LedgerError
from tracker.domain.listing import Filter
from tracker.store.recovering import recover

pytestmark = pytest.mark.sqlite

MANY = 240


def elsewhere(reading, text):
    """Another article, at an address of its own."""
    article = replace(reading.article, url=f"https://other.example/{len(text)}")
    return replace(reading, article=article, text=text)


@pytest.fixture(scope="module")
def long_ledger(prepare, two_sides):
    """A ledger with enough claims to fill several pages."""

    def fill(desk):
        first = two_sides.claims[0]
        claims = tuple(replace(first, key=f"k{number}", event=None) for number in range(MANY))
        text = two_sides.text + "\nAgain."
        desk.importing.take_in(
            replace(elsewhere(two_sides, text), claims=claims, relations=(), events=()), by="Bea"
        )

    return prepare(fill)


@pytest.fixture
def damaged(long_ledger, tmp_path) -> Path:
    """A copy, in one file, for damaging."""
    path = Path(shutil.copy(long_ledger, tmp_path / "damaged.db"))
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = DELETE")
    return path


def spoil(path: Path, table: str, which: int) -> None:
    """Overwrite one of the pages that hold a table's rows; -1 is the last."""
    with closing(sqlite3.connect(path)) as file:
        size = file.execute("PRAGMA page_size").fetchone()[0]
        root = file.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()[0]
    data = bytearray(path.read_bytes())
    start = (root - 1) * size
    assert data[start] == 0x05, "the table has one page only"
    cells = struct.unpack_from(">H", data, start + 3)[0]
    (cell,) = struct.unpack_from(">H", data, start + 12 + 2 * (which % cells))
    if which < 0:
        cell = 8  # the page beyond all cells is named in the header
    (page,) = struct.unpack_from(">I", data, start + cell)
    data[(page - 1) * size : page * size] = b"\xa5" * size
    path.write_bytes(data)


def came(path, target):
    return {one.table: (one.saved, one.lost) for one in recover(path, target)}


def test_all_of_a_sound_ledger_is_saved(damaged, tmp_path, open_desk):
    found = came(damaged, tmp_path / "new.db")
    assert all(lost == 0 for _, lost in found.values())
    desk = open_desk(tmp_path / "new.db")
    assert all(not check.problems for check in desk.auditing.check())
    assert desk.auditing.head() == open_desk(damaged).auditing.head()
    assert (tmp_path / "new.db").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("which", [0, 3, -1])
def test_around_a_lost_page_the_rest_is_saved(damaged, tmp_path, open_desk, which):
    spoil(damaged, "claim", which)
    before = damaged.read_bytes()
    saved, lost = came(damaged, tmp_path / "new.db")["claim"]
    assert 0 < lost < MANY / 2
    assert saved + lost >= MANY
    desk = open_desk(tmp_path / "new.db")
    assert len(desk.browsing.ids(Filter())) == saved
    checks = {one.name: one.problems for one in desk.auditing.check()}
    gone = [line for line in checks.pop("as the history tells") if "C" in line and "gone" in line]
    assert len(gone) == 6 + MANY - saved
    assert not any(checks.values())
    assert damaged.read_bytes() == before


def test_a_lost_page_of_the_history_shows_in_the_check(damaged, tmp_path, open_desk):
    spoil(damaged, "history", 1)
    saved, lost = came(damaged, tmp_path / "new.db")["history"]
    assert saved
    assert lost
    checks = {one.name: one.problems for one in open_desk(tmp_path / "new.db").auditing.check()}
    assert any("missing" in line for line in checks["history chain"])
    assert checks["integrity"] == ()


def test_new_claims_get_numbers_that_were_never_used(damaged, tmp_path, open_desk, two_sides):
    spoil(damaged, "claim", -1)
    recover(damaged, tmp_path / "new.db")
    desk = open_desk(tmp_path / "new.db")
    desk.importing.take_in(elsewhere(two_sides, two_sides.text + "\nAnew."), by="Bea")
    assert len([number for number in desk.browsing.ids(Filter()) if number > 6 + MANY]) == 6


def test_nothing_is_replaced(damaged, tmp_path):
    (tmp_path / "new.db").write_text("mine")
    with pytest.raises(LedgerError, match="exists already"):
        recover(damaged, tmp_path / "new.db")
    assert (tmp_path / "new.db").read_text() == "mine"


def test_a_file_whose_list_of_tables_is_lost_is_refused(damaged, tmp_path):
    data = bytearray(damaged.read_bytes())
    data[100:4096] = b"\xa5" * 3996
    damaged.write_bytes(data)
    with pytest.raises(LedgerError, match="go back to a backup"):
        recover(damaged, tmp_path / "new.db")
    assert not list(tmp_path.glob("*new.db*"))
