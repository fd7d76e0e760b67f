"""What a damaged ledger still holds is saved into a new one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from ledgers import without_triggers
from sqlalchemy import select, type_coerce
from sqlalchemy.types import NullType

from tracker.domain.errors import LedgerError
from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.listing import Filter
from tracker.domain.reference import Ref
from tracker.store.recovering import recover
from tracker.store.tables import metadata, tally

pytestmark = pytest.mark.sqlite

MANY = 240


def elsewhere(reading, text):
    """Another article, at an address of its own, that is less sure of its claims."""
    article = replace(reading.article, url=f"https://other.example/{len(text)}")
    claims = tuple(replace(one, hedge="perhaps") for one in reading.claims)
    return replace(reading, article=article, text=text, claims=claims)


@pytest.fixture(scope="module")
def long_ledger(prepare, two_sides):
    """A ledger with enough claims to fill several pages."""

    def fill(desk):
        first = two_sides.claims[0]
        claims = tuple(
            replace(first, key=f"k{number}", event=None, hedge="maybe") for number in range(MANY)
        )
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


def as_it_lies(column):
    return type_coerce(column, NullType())


def contents(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """The rows of every table of a ledger."""
    with closing(sqlite3.connect(path)) as file:
        return {
            table.name: set(file.execute(str(select(*map(as_it_lies, table.c)))))
            for table in metadata.sorted_tables
            if table is not tally
        }


def came(path, target):
    """How many rows of each table are there again, and how many are lost."""
    return {one.table: (one.saved + one.told, one.lost) for one in recover(path, target)}


def test_all_of_a_sound_ledger_is_saved(damaged, tmp_path, open_desk):
    found = came(damaged, tmp_path / "new.db")
    assert all(lost == 0 for _, lost in found.values())
    desk = open_desk(tmp_path / "new.db")
    assert all(not check.problems for check in desk.auditing.check())
    assert desk.auditing.head() == open_desk(damaged).auditing.head()
    assert (tmp_path / "new.db").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("which", [0, 3, -1])
@pytest.mark.parametrize("table", ["claim", "hop", "passage", "claim_key"])
def test_what_stood_on_a_lost_page_is_told_anew_by_the_history(damaged, tmp_path, table, which):
    whole = contents(damaged)
    spoil(damaged, table, which)
    before = damaged.read_bytes()
    came = {one.table: one for one in recover(damaged, tmp_path / "new.db")}
    assert table == "claim_key" or came[table].told
    assert not any(one.lost for one in came.values())
    assert contents(tmp_path / "new.db") == whole
    assert damaged.read_bytes() == before


def test_a_ledger_that_has_lost_a_page_is_not_mended_and_no_worse_for_it(damaged, open_desk):
    spoil(damaged, "claim", 3)
    desk = open_desk(damaged)
    desk.auditing.last()
    desk.close()
    whole = damaged.read_bytes()
    with pytest.raises(LedgerError, match="“tracker ledger recover FILE” saves") as told:
        desk.auditing.rebuild_derived()
    assert "\n" not in str(told.value)
    desk.close()
    assert damaged.read_bytes() == whole


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


def tear_contents(path: Path, page: int) -> None:
    """Overwrite a page of the list of tables: the first, or a leaf of it, counted from 1."""
    data = bytearray(path.read_bytes())
    leaf = struct.unpack_from(">H", data, 112 + 2 * (page - 1))[0]  # the cell that points to it
    start = 100 if page == 0 else (struct.unpack_from(">I", data, leaf)[0] - 1) * 4096
    end = 4096 * (start // 4096 + 1)
    data[start:end] = b"\xa5" * (end - start)
    path.write_bytes(data)


@pytest.mark.parametrize("page", [0, 1, 5])
def test_tables_are_found_where_they_began_if_their_list_is_torn(damaged, tmp_path, page):
    whole = came(damaged, tmp_path / "whole.db")
    tear_contents(damaged, page)
    before = damaged.read_bytes()
    assert came(damaged, tmp_path / "new.db") == whole
    assert damaged.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("lost", [16, 100, 4096])
def test_a_ledger_that_has_lost_its_beginning_is_known_by_what_it_holds(damaged, tmp_path, lost):
    whole = came(damaged, tmp_path / "whole.db")
    with damaged.open("r+b") as file:
        file.write(bytes(lost))
    assert came(damaged, tmp_path / "new.db") == whole


def test_what_is_only_in_the_log_of_a_torn_file_is_saved(long_ledger, tmp_path):
    path, beside = tmp_path / "damaged.db", tmp_path / "damaged.db-wal"
    open_one = shutil.copy(long_ledger, tmp_path / "open.db")
    with closing(sqlite3.connect(open_one)) as file:
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("INSERT INTO editor VALUES ('Zoe', '2031-01-01T00:00:00Z')")
        file.commit()
        shutil.copy(open_one, path)
        shutil.copy(f"{open_one}-wal", beside)
    tear_contents(path, 1)
    recover(path, tmp_path / "new.db")
    with closing(sqlite3.connect(tmp_path / "new.db")) as file:
        assert file.execute("SELECT 1 FROM editor WHERE name = 'Zoe'").fetchone()


def test_of_a_file_that_was_cut_off_what_is_left_is_saved(damaged, tmp_path):
    whole = came(damaged, tmp_path / "whole.db")
    os.truncate(damaged, damaged.stat().st_size // 2)
    found = came(damaged, tmp_path / "new.db")
    assert 0 < sum(saved for saved, _ in found.values()) < sum(saved for saved, _ in whole.values())
    for table, (saved, lost) in found.items():
        assert saved == whole[table][0] or lost, table


@pytest.mark.parametrize("others", ["", "a text", "SQLite format 3\0" + "?" * 5000])
def test_what_is_no_ledger_is_not_recovered(tmp_path, others):
    (tmp_path / "other.db").write_text(others)
    with pytest.raises(LedgerError, match=r"other\.db is no ledger"):
        recover(tmp_path / "other.db", tmp_path / "new.db")
    assert [one.name for one in tmp_path.iterdir()] == ["other.db"]


def test_a_full_disk_is_said_to_be_full(damaged, tmp_path, monkeypatch):
    def full(_path):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("tracker.store.schema.upgrade", full)
    with pytest.raises(LedgerError, match=r"new\.db: the disk is full"):
        recover(damaged, tmp_path / "new.db")


def recovered(path: Path, target: Path, *statements: str):
    """What came of a ledger that was changed behind the program's back, by table."""
    without_triggers(path)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            file.execute(statement)
    return {one.table: (one.lost, one.cells) for one in recover(path, target)}


def faults(desk) -> list[str]:
    return [problem for one in desk.auditing.check() for problem in one.problems]


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("claim", "UPDATE claim SET updated_at = '2031-99' WHERE id = 2"),
        ("claim", "UPDATE claim SET due = '2031-99' WHERE id = 2"),
        ("claim", "UPDATE claim SET voice = 'shouted' WHERE id = 2"),
        ("claim", "UPDATE claim SET statement = CAST(x'6e63ff80' AS TEXT) WHERE id = 2"),
        ("article", "UPDATE article SET captured_at = 'x' WHERE id = 1"),
        ("source", "UPDATE source SET name = CAST(x'6e63ff80' AS TEXT) WHERE id = 3"),
        ("editor", "UPDATE editor SET since = 'long ago'"),
    ],
)
def test_a_value_that_cannot_be_read_is_told_anew_by_the_history(
    full_desk, ledger, open_desk, tmp_path, table, statement
):
    full_desk.close()
    came = recovered(ledger, tmp_path / "new.db", statement)
    assert came[table] == (0, 0)
    assert faults(open_desk(tmp_path / "new.db")) == []


FORGOTTEN = "DELETE FROM history WHERE subject_kind = 'C' AND subject_id = 2"


@pytest.mark.parametrize("column", ["spans = '['", "prefix = CAST(x'6e63ff' AS TEXT)"])
def test_a_part_that_cannot_be_read_is_told_anew_whole(
    full_desk, ledger, open_desk, tmp_path, column
):
    full_desk.close()
    whole = contents(ledger)
    came = recovered(ledger, tmp_path / "new.db", f"UPDATE passage SET {column} WHERE claim_id = 2")
    assert came["passage"] == (0, 0)
    assert contents(tmp_path / "new.db") == whole


def test_a_row_that_means_nothing_without_a_value_is_left_out(
    full_desk, ledger, open_desk, tmp_path
):
    full_desk.close()
    spoil_spans = "UPDATE passage SET spans = '[' WHERE claim_id = 2"
    came = recovered(ledger, tmp_path / "new.db", spoil_spans, FORGOTTEN)
    assert came["passage"] == (1, 0)
    desk = open_desk(tmp_path / "new.db")
    assert desk.browsing.dossier(2).claim.id == 2


def test_of_a_text_that_nothing_tells_anew_the_letters_are_kept_and_it_is_counted(
    full_desk, ledger, open_desk, tmp_path
):
    full_desk.close()
    spoil_prefix = "UPDATE passage SET prefix = CAST(x'6e63ff' AS TEXT) WHERE claim_id = 2"
    came = recovered(ledger, tmp_path / "new.db", spoil_prefix, FORGOTTEN)
    assert came["passage"] == (0, 1)
    desk = open_desk(tmp_path / "new.db")
    assert desk.browsing.dossier(2).claim.passages[0].prefix == "nc\ufffd"


def test_what_is_there_is_not_overwritten_by_what_an_older_entry_tells(
    full_desk, ledger, open_desk, tmp_path
):
    full_desk.gathering.tag([2], ["ferry", "night"], by="Ada")
    full_desk.reviewing.start([2], by="Ada")
    full_desk.gathering.untag([2], ["ferry"], by="Ada")
    full_desk.close()
    whole = contents(ledger)
    last = "DELETE FROM history WHERE seq = (SELECT max(seq) FROM history)"
    recovered(ledger, tmp_path / "new.db", last)
    now = contents(tmp_path / "new.db")
    assert now.pop("history") < whole.pop("history")
    assert now == whole


def test_a_thing_that_was_taken_back_stays_away(full_desk, ledger, tmp_path):
    full_desk.gathering.add_note([2], "ask again", by="Ada")
    full_desk.auditing.undo(by="Ada")
    full_desk.close()
    whole = contents(ledger)
    recovered(ledger, tmp_path / "new.db")
    assert contents(tmp_path / "new.db") == whole


def test_editors_are_entered_again_by_what_they_did(full_desk, ledger, tmp_path):
    full_desk.close()
    whole = contents(ledger)
    came = recovered(ledger, tmp_path / "new.db", "DELETE FROM editor")
    assert contents(tmp_path / "new.db") == whole
    assert not any(lost for lost, _ in came.values())


def test_evidence_outlives_its_copy(full_desk, ledger, open_desk, tmp_path):
    copied = EvidenceDraft("https://x.example/log", Stance.SUPPORTS, "log", content=b"as it was")
    full_desk.gathering.add_evidence([1], copied, by="Ada")
    full_desk.close()
    came = recovered(ledger, tmp_path / "new.db", "DELETE FROM capture")
    assert came["evidence"] == (0, 0)
    assert came["capture"] == (1, 0)
    (kept,) = open_desk(tmp_path / "new.db").browsing.dossier(1).evidence
    assert (kept.title, kept.capture) == ("log", None)


def test_of_a_lost_article_its_passages_are_lost_too_and_it_is_named(full_desk, ledger, tmp_path):
    full_desk.close()
    without_triggers(ledger)
    with closing(sqlite3.connect(ledger)) as file, file:
        file.execute("DELETE FROM article")
    came = {one.table: one for one in recover(ledger, tmp_path / "new.db")}
    assert (came["article"].lost, came["article"].things) == (1, (Ref.parse("A1"),))
    assert came["passage"].lost == 6
    assert came["claim"].lost == 0
