"""Where files and memory are scarce: work is done, or refused in one line."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are Unix's")


def with_limit(name: str, most: int, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program where it may have no more of something."""
    code = (
        "import resource, sys; from tracker.cli.main import main; "
        "resource.setrlimit(getattr(resource, sys.argv[1]), (int(sys.argv[2]),) * 2); "
        "sys.exit(main(sys.argv[3:]))"
    )
    return subprocess.run(
        [sys.executable, "-c", code, name, str(most), *words],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_list_needs_few_files(stocked):
    ran = with_limit("RLIMIT_NOFILE", 16, "claims")
    assert ran.returncode == 0
    assert "C1" in ran.stdout


def test_a_mark_needs_few_files(stocked, run):
    ran = with_limit("RLIMIT_NOFILE", 16, "note", "C1", "ask again")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert run("ledger", "check").code == 0


def test_without_memory_it_is_said_in_one_line(stocked, run, monkeypatch):
    def full(*_given, **_more):
        raise MemoryError

    monkeypatch.setattr("tracker.desk.gathering.Gathering.add_note", full)
    ran = run("note", "C1", "ask again")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "tracker: there is not enough memory for that; what is stored is whole.\n"
    assert run("ledger", "check").code == 0
