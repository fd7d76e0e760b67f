"""Upgrades that are killed, and two at once."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
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
