"""An import that is killed, at whatever moment, leaves all of the file or nothing of it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.desk.exporting import Choice
from tracker.domain.listing import Filter

KILLED = Path(__file__).with_name("killed_import.py")
MOMENTS = (0.2, 0.6, 0.9, 0.97)
"""Shares of the statements that the whole import takes."""


@pytest.fixture
def file(full_desk, tmp_path):
    """A whole ledger, and one of whose things some are elsewhere already."""
    full_desk.gathering.add_note([1], "a note", by="Ada")
    target = tmp_path / "out.jsonl"
    choice = Choice("jsonl", Filter())
    full_desk.exporting.write(full_desk.exporting.pieces(choice, []), target, choice, force=False)
    return target


@pytest.fixture(params=["into an empty ledger", "into one with work of its own"])
def place(request, ledgers, full_ledger, blank_ledger, tmp_path, open_desk):
    """Where it is imported into."""
    if request.param == "into an empty ledger":
        return ledgers.copy(blank_ledger, tmp_path / "into.db")
    mine = ledgers.copy(full_ledger, tmp_path / "into.db")
    desk = open_desk(mine)
    desk.gathering.add_note([2], "a note of theirs", by="Bea")
    desk.close()
    return mine


def imported(place, file, last):
    return subprocess.run(
        [sys.executable, KILLED, str(place), file, str(last)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def held(desk):
    return "".join(desk.exporting.pieces(Choice("jsonl", Filter()), []))


def test_a_killed_import_leaves_the_ledger_as_it_was_and_the_next_one_works(
    file, place, ledgers, tmp_path, open_desk
):
    total = int(imported(ledgers.copy(place, tmp_path / "uncut.db"), file, 0).stdout)
    desk = open_desk(place)
    before = held(desk)
    for moment in MOMENTS:
        done = imported(place, file, round(total * moment))
        assert done.returncode == -signal.SIGKILL
        assert held(desk) == before
        assert [one.problems for one in desk.auditing.check() if one.problems] == []
    done = imported(place, file, 0)
    assert (done.returncode, done.stderr) == (0, "")
    assert "a note" in held(desk)
    assert [one.problems for one in desk.auditing.check() if one.problems] == []
