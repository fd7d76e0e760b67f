"""Upgrades that are killed, and two at once."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from later_revisions import REBUILD_CLAIM, later_migrations

from tracker.store.recognising import revision_of
from tracker.store.schema import make_ready

pytestmark = pytest.mark.sqlite

UPGRADING = Path(__file__).with_name("upgrading.py")
KILLED = f"""{REBUILD_CLAIM}
    import os, signal
    os.kill(os.getpid(), signal.SIGKILL)
"""
FILLS = f"""{REBUILD_CLAIM}
    op.execute("CREATE TABLE large AS SELECT randomblob(5000000)")
"""
WAITS_FOR_ANOTHER = f"""
    from pathlib import Path
    gate = Path(__file__).parents[2] / "gate"
    if gate.exists():
        gate.read_bytes()  # blocks until another upgrade has begun
{REBUILD_CLAIM}
"""


def upgrading(ledger: Path, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, UPGRADING, ledger, folder], stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )


def run(ledger: Path, folder: Path, *how: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, UPGRADING, ledger, folder, *how],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def killed(prepare) -> Path:
    """A ledger whose upgrade was killed when it was nearly done."""
    ledger = prepare(lambda _: None)
    process = upgrading(ledger, later_migrations(ledger.parent, KILLED))
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    return ledger


def test_a_killed_upgrade_leaves_the_old_revision(killed):
    assert revision_of(killed) == "0001"


def test_a_killed_upgrade_leaves_a_sound_ledger(killed, open_desk):
    assert [one for one in open_desk(killed).auditing.check() if one.problems] == []


def test_a_killed_upgrade_has_left_a_backup(killed):
    (backup,) = killed.parent.glob("ledger-before-0002-*.db")
    assert revision_of(backup) == "0001"


def test_a_killed_upgrade_can_be_done_again(killed, ledger, with_later, clock):
    shutil.copy(killed, ledger)
    with_later(REBUILD_CLAIM)
    make_ready(ledger, now=clock())
    assert revision_of(ledger) == "0002"


@pytest.mark.parametrize("moment", [0.02, 0.3, 0.6, 0.9, 1])
def test_an_upgrade_killed_at_any_moment_leaves_the_old_ledger_and_can_be_done_again(
    moment, statements_of_an_upgrade, full_desk, ledger, later, open_desk
):
    before = full_desk.auditing.head()
    full_desk.close()
    folder = later(REBUILD_CLAIM)
    last = max(1, round(statements_of_an_upgrade * moment))
    assert run(ledger, folder, "killed", str(last)).returncode == -signal.SIGKILL
    assert revision_of(ledger) == "0001"
    desk = open_desk(ledger)
    assert [one for one in desk.auditing.check() if one.problems] == []
    assert desk.auditing.head() == before
    desk.close()
    again = run(ledger, folder)
    assert (again.returncode, again.stderr) == (0, "")
    with closing(sqlite3.connect(ledger)) as file:
        assert file.execute("SELECT version_num FROM alembic_version").fetchone() == ("0002",)


@pytest.fixture(scope="module")
def statements_of_an_upgrade(prepare) -> int:
    """How many statements an upgrade takes that nobody kills."""
    ledger = prepare(lambda _: None)
    return int(run(ledger, later_migrations(ledger.parent, REBUILD_CLAIM), "killed", "0").stdout)


ROOM = {"for the backup alone": 8_192, "not even for the backup": -8_192}


@pytest.mark.parametrize("room", ROOM.values(), ids=ROOM)
def test_an_upgrade_on_a_full_disk_leaves_the_old_ledger(room, full_desk, ledger, later, open_desk):
    before = full_desk.auditing.head()
    full_desk.close()
    folder = later(FILLS)
    done = run(ledger, folder, "room", str(ledger.stat().st_size + room))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert ("could not be brought up to date and was left as it was" in done.stderr) == (room > 0)
    assert ("could not be written" in done.stderr) == (room < 0)
    assert len(list(ledger.parent.glob("*before-0002*.db"))) == (room > 0)
    assert revision_of(ledger) == "0001"
    desk = open_desk(ledger)
    assert [one for one in desk.auditing.check() if one.problems] == []
    assert desk.auditing.head() == before


def test_of_two_upgrades_at_once_both_find_the_ledger_upgraded(full_desk, ledger, later, tmp_path):
    full_desk.close()
    folder = later(WAITS_FOR_ANOTHER)
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    first = upgrading(ledger, folder)
    with gate.open("wb"):  # returns when the first is in the middle of it
        second = upgrading(ledger, folder)
    gate.unlink()
    said = [process.communicate()[1].decode() for process in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], said
