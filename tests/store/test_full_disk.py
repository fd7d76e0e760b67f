"""A full disk: said plainly, and nothing of the action is left."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tracker.desk.exporting import Choice
from tracker.domain.errors import LedgerError
from tracker.domain.listing import Filter
from tracker.store import complaints

pytestmark = pytest.mark.sqlite

FULL_DISK = Path(__file__).with_name("full_disk.py")
OLD = "what was there before"


def said(what: str, ledger: Path, file: Path) -> str:
    done = subprocess.run(
        [sys.executable, FULL_DISK, what, ledger, file], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout


def test_an_article_on_a_full_disk_leaves_the_ledger_as_it_was(full_desk, ledger, tmp_path):
    before = full_desk.auditing.head()
    told = said("take-in", ledger, tmp_path)
    assert told == f"{ledger}: the disk failed or is full; nothing was changed.\n"
    assert full_desk.auditing.head() == before
    assert [one.problems for one in full_desk.auditing.check() if one.problems] == []
    full_desk.gathering.tag([1], ["pier"], by="Ada")


def run_without_room(*words: str | Path) -> subprocess.CompletedProcess[str]:
    code = (
        "import resource, sys; from tracker.cli.main import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000)); sys.exit(main())"
    )
    return subprocess.run(
        [sys.executable, "-B", "-c", code, "--as", "Ada", "--ledger", *words],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_ledger_that_nobody_has_open_can_be_read_on_a_full_disk(full_desk, ledger):
    full_desk.close()
    done = run_without_room(ledger, "show", "C1")
    assert (done.returncode, done.stderr) == (0, "")
    assert "C1" in done.stdout


def test_what_cannot_be_written_there_is_said_by_its_reason(full_desk, ledger):
    full_desk.close()
    done = run_without_room(ledger, "tag", "C1", "pier")
    assert done.returncode == 1
    assert done.stderr == f"tracker: {ledger}: the disk is full; nothing was changed.\n"


def test_a_ledger_with_something_in_its_log_is_not_read_without_it(full_desk, ledger):
    full_desk.close()
    log = ledger.with_name(f"{ledger.name}-wal")
    log.write_bytes(b"what is not in the file yet")
    assert run_without_room(ledger, "show", "C1").returncode == 1
    assert log.read_bytes() == b"what is not in the file yet"


@pytest.mark.parametrize("into", ["blank_ledger", "full_ledger"])
def test_an_import_on_a_full_disk_leaves_the_ledger_as_it_was(
    full_desk, ledgers, into, request, open_desk, tmp_path
):
    for number in range(30):
        full_desk.gathering.add_note([1], f"{number} " * 5_000, by="Ada")
    choice, file = Choice("jsonl", Filter()), tmp_path / "out.jsonl"
    full_desk.exporting.write(full_desk.exporting.pieces(choice, []), file, choice, force=False)
    place = ledgers.copy(request.getfixturevalue(into), tmp_path / "into.db")
    before = open_desk(place).auditing.head()
    told = said("import", place, file)
    assert told == f"{place}: the disk failed or is full; nothing was changed.\n"
    desk = open_desk(place)
    assert desk.auditing.head() == before
    assert [one.problems for one in desk.auditing.check() if one.problems] == []


@pytest.mark.parametrize(
    ("what", "name"),
    [("export", "out.jsonl"), *(("report", f"out.{form}") for form in ("md", "html", "csv"))],
)
def test_a_full_disk_leaves_an_older_file_and_no_half_of_a_newer(
    full_desk, ledger, what, name, tmp_path
):
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / name
    file.write_text(OLD)
    assert said(what, ledger, file) == f"{file} was not written (File too large).\n"
    assert file.read_text() == OLD
    assert list(folder.iterdir()) == [file]


def test_a_backup_on_a_full_disk_leaves_no_copy(full_desk, ledger, tmp_path):
    file = tmp_path / "copies" / "copy.db"
    file.parent.mkdir()
    told = said("backup", ledger, file)
    assert told.startswith(f"{file} could not be written (")
    assert list(file.parent.iterdir()) == []
    assert [one.problems for one in full_desk.auditing.check() if one.problems] == []


def test_no_half_of_a_new_ledger_is_left(tmp_path):
    folder = tmp_path / "new"
    code = (
        "import resource, sys; from datetime import datetime; from pathlib import Path\n"
        "from tracker.domain.errors import LedgerError\n"
        "from tracker.store.schema import make_ready\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try: make_ready(Path(sys.argv[1]), now=datetime.now())\n"
        "except LedgerError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder / "ledger.db"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.endswith("ledger.db: the disk failed or is full; nothing was changed.\n")
    assert list(folder.iterdir()) == []


def test_a_desk_that_finds_no_room_says_what_reads_the_ledger_meanwhile(full_desk, ledger):
    full_desk.close()
    code = (
        "import resource, sys; from tracker.config import Settings; from tracker import wiring\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))\n"
        "wiring.open_desk(Settings(sys.argv[1], 'Ada'))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, ledger], capture_output=True, text=True, check=False
    )
    assert "the disk is full, and the desk needs room beside the ledger" in done.stderr
    assert "“tracker claims”" in done.stderr


def test_a_full_folder_for_temporary_files_is_not_called_the_disk_of_the_ledger(
    monkeypatch, tmp_path
):
    rooms = {tmp_path: 10**9, tmp_path / "temporary": 0}
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.delenv("SQLITE_TMPDIR", raising=False)
    monkeypatch.setattr(
        complaints.os, "statvfs", lambda one: SimpleNamespace(f_bavail=rooms[one], f_frsize=1)
    )
    full = sqlite3.OperationalError("database or disk is full")
    with pytest.raises(LedgerError, match="TMPDIR names another folder"):
        complaints.say_plainly(full, tmp_path / "work.db")
    rooms[tmp_path] = 0
    with pytest.raises(LedgerError, match="db: the disk is full"):
        complaints.say_plainly(full, tmp_path / "work.db")
