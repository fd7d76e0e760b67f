"""Backups: whole, verified, private, and never over something else."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys

import pytest

from tracker.domain.errors import LedgerError
from tracker.domain.listing import Filter
from tracker.store.backup import copy_ledger
from tracker.store.database import Database
from tracker.store.recognising import revision_of
from tracker.store.schema import make_ready
from tracker.store.unfinished import put_in_place

pytestmark = pytest.mark.sqlite


def test_a_backup_holds_what_the_ledger_holds(full_desk, tmp_path, open_desk):
    full_desk.auditing.back_up(tmp_path / "copy.db")
    copy = open_desk(tmp_path / "copy.db")
    assert copy.browsing.dossiers(range(1, 7)) == full_desk.browsing.dossiers(range(1, 7))
    assert copy.auditing.head() == full_desk.auditing.head()


def test_a_backup_is_one_file_of_its_owners_alone(full_desk, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    full_desk.auditing.back_up(folder / "copy.db")
    (only,) = folder.iterdir()
    assert stat.S_IMODE(only.stat().st_mode) == 0o600
    assert revision_of(only) == "0001"


def test_a_backup_never_replaces_a_file(full_desk, tmp_path):
    target = tmp_path / "precious.txt"
    target.write_text("keep me")
    with pytest.raises(LedgerError, match="exists already; name a new file"):
        full_desk.auditing.back_up(target)
    assert target.read_text() == "keep me"


def test_a_backup_does_not_follow_a_link_to_nowhere(full_desk, tmp_path):
    link = tmp_path / "copy.db"
    link.symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(LedgerError, match="exists already"):
        full_desk.auditing.back_up(link)
    assert not (tmp_path / "elsewhere.db").exists()


@pytest.mark.parametrize("target", ["no/such/folder/copy.db", "x" * 300])
def test_a_backup_that_cannot_be_written_says_so(full_desk, tmp_path, target):
    with pytest.raises(LedgerError, match="could not be written"):
        full_desk.auditing.back_up(tmp_path / target)


def test_a_ledger_is_copied_while_somebody_writes_to_it(
    full_desk, ledger, tmp_path, clock, new_uid, open_desk
):
    busy = Database(ledger, clock=clock, new_uid=new_uid)
    with busy.writing(by="Ada", did="test") as shelves:
        shelves.claims.save(shelves.claims.get(1).tagged("harbour"))
        full_desk.auditing.back_up(tmp_path / "copy.db")
    busy.close()
    assert open_desk(tmp_path / "copy.db").browsing.count(Filter(tag="harbour")) == 0


def test_a_damaged_ledger_makes_no_backup_that_looks_sound(full_desk, ledger, tmp_path):
    full_desk.close()
    with ledger.open("r+b") as file:
        file.seek(4096 * 4)
        file.write(b"\xa5" * 4096 * 8)
    with pytest.raises(LedgerError, match=r"does not verify|could not be written"):
        copy_ledger(ledger, tmp_path / "copy.db")
    assert not [path for path in tmp_path.iterdir() if "copy" in path.name]


def test_what_is_no_ledger_makes_no_backup(tmp_path):
    (tmp_path / "notes.txt").write_text("dear diary " * 100)
    with pytest.raises(LedgerError):
        copy_ledger(tmp_path / "notes.txt", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_an_interrupted_backup_leaves_nothing_that_calls_itself_one(
    full_desk, ledger, tmp_path, monkeypatch
):
    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "link", cut)
    with pytest.raises(KeyboardInterrupt):
        full_desk.auditing.back_up(tmp_path / "copy.db")
    assert not [path for path in tmp_path.iterdir() if "copy" in path.name]


KILLED = """
import os, signal, sys
from pathlib import Path
from tracker.store.backup import copy_ledger

setattr(os, sys.argv[3], lambda *_: os.kill(os.getpid(), signal.SIGKILL))
copy_ledger(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("moment", ["close", "fsync", "link"])
def test_a_killed_backup_leaves_nothing_that_calls_itself_one(ledger, tmp_path, moment):
    copy = tmp_path / "copies" / "copy.db"
    copy.parent.mkdir()
    words = [sys.executable, "-c", KILLED, ledger, copy, moment]
    assert subprocess.run(words, check=False).returncode == -signal.SIGKILL
    assert [one.name for one in copy.parent.iterdir() if not one.name.startswith(".")] == []
    copy_ledger(ledger, copy)
    assert revision_of(copy) == "0001"


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_what_a_killed_backup_has_left_is_swept_by_the_next(ledger, tmp_path):
    folder = tmp_path / "copies"
    folder.mkdir()
    words = [sys.executable, "-c", KILLED, ledger, folder / "monday.db", "link"]
    subprocess.run(words, check=False)
    (left,) = folder.iterdir()
    assert left.name.startswith(".")
    copy_ledger(ledger, folder / "tuesday.db")
    assert {one.name for one in folder.iterdir()} == {"tuesday.db"}


@pytest.fixture
def without_links(monkeypatch):
    """A file system that knows no hard links."""

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)


def test_ledgers_and_backups_can_be_made_where_there_are_no_links(
    without_links, tmp_path, clock, open_desk
):
    make_ready(tmp_path / "ledger.db", now=clock())
    open_desk(tmp_path / "ledger.db").auditing.back_up(tmp_path / "copy.db")
    assert revision_of(tmp_path / "copy.db") == "0001"
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


def test_nothing_is_replaced_where_there_are_no_links(without_links, tmp_path):
    (tmp_path / "part").write_text("new")
    (tmp_path / "target").write_text("old")
    with pytest.raises(FileExistsError):
        put_in_place(tmp_path / "part", tmp_path / "target")
    assert (tmp_path / "target").read_text() == "old"


def test_a_name_that_a_killed_recovery_left_to_a_ledger_is_swept_without_letting_go_of_it(
    full_desk, ledger, tmp_path
):
    full_desk.gathering.add_note([1], "a note", by="Ada")
    stray = ledger.with_name(".ledger.db.12345.tracker-part")
    stray.hardlink_to(ledger)
    full_desk.auditing.put_seal("{}", tmp_path / "seal.json")
    assert not stray.exists()
    look = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT 1 FROM claim')"
    subprocess.run([sys.executable, "-c", look, ledger], check=True)
    # Whoever finds a ledger that nobody holds takes its log away.
    assert ledger.with_name("ledger.db-wal").exists()
