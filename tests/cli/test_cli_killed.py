"""Killed while recovering or mending: all is done or nothing, and the next run works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from ledgers import raw, without_triggers

pytestmark = [
    pytest.mark.sqlite,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL"),
]

KILLED = Path(__file__).parents[1] / "killed_run.py"


def killed_at(step, *words):
    """A run that is killed when it comes to a step; 0: a whole one."""
    return subprocess.run(
        [sys.executable, KILLED, str(step), *map(str, words)],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip


def steps(*words):
    """How many steps a whole run takes."""
    done = killed_at(0, *words)
    assert done.returncode == 0, done.stderr
    return int(done.stderr.splitlines()[-1])


def spoil(path):
    """Take away every trigger, and what follows from the things."""
    without_triggers(path)
    with raw(path) as file:
        for table in ("article_word", "claim_key", "tally"):
            file.execute(f"DELETE FROM {table}")
        file.commit()
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # its file is copied


def held(run, path):
    """What a ledger holds, but for when and by whom that is told."""
    return run("--ledger", str(path), "export", "-f", "jsonl").out.split("\n", 1)[1]


def is_whole(run, path):
    return run("--ledger", str(path), "ledger", "check", "--json").json["whole"]


def test_a_killed_recovery_leaves_a_whole_new_ledger_or_none(stocked, run, tmp_path):
    spoil(stocked)
    with raw(stocked) as file:
        file.execute("DELETE FROM hop")
    damaged, recovery = stocked.read_bytes(), ("--ledger", stocked, "ledger", "recover")
    total = steps(*recovery, tmp_path / "uncut.db")
    whole = held(run, tmp_path / "uncut.db")
    seen = []
    for step in (total // 2, total - 7):  # the last is after the new one has its name
        folder = tmp_path / str(step)
        folder.mkdir()
        new = folder / "new.db"
        assert killed_at(step, *recovery, new).returncode == -signal.SIGKILL
        assert stocked.read_bytes() == damaged
        assert [*folder.glob(".*")] != []
        seen.append(new.exists())
    assert seen == [False, True]
    steps(*recovery, folder / "again.db")
    assert sorted(folder.iterdir()) == [folder / "again.db", new]
    assert held(run, folder / "again.db") == held(run, new) == whole
    assert is_whole(run, new)


def problems(run, path):
    return run("--ledger", str(path), "ledger", "check", "--json").json["checks"]


def test_killed_mending_changes_nothing_or_mends_all(stocked, run, ledgers, tmp_path):
    spoil(stocked)
    place = ledgers.copy(stocked, tmp_path / "uncut.db")
    spoilt, whole = problems(run, place), held(run, place)
    total = steps("--ledger", place, "ledger", "check", "--mend")
    for step in (total // 6, total // 2):
        place = ledgers.copy(stocked, tmp_path / f"{step}.db")
        mending = ("--ledger", place, "ledger", "check", "--mend")
        assert killed_at(step, *mending).returncode == -signal.SIGKILL
        assert is_whole(run, place) or problems(run, place) == spoilt
        assert steps(*mending)
        assert is_whole(run, place)
        assert held(run, place) == whole
