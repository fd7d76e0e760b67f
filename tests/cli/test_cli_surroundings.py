"""Where a user's own folders are missing or unfit: work is done, or refused in one line."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = [
    pytest.mark.sqlite,
    pytest.mark.skipif(sys.platform == "win32", reason="homes are Unix's"),
]

WITHOUT_A_HOME = """
import pwd, sys

def nobody(_number):
    raise KeyError("there is no such user")

pwd.getpwuid = nobody
from tracker.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def ran(*words: str, code: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the program with nothing in its environment but some settings."""
    program = ["-c", code] if code else ["-m", "tracker"]
    return subprocess.run(
        [sys.executable, *program, *words],
        capture_output=True, text=True, check=False, env={"PATH": os.defpath, **settings},
    )  # fmt: skip


def test_a_ledger_that_is_named_needs_no_home_in_the_environment(stocked):
    done = ran("note", "C1", "hello", "--ledger", str(stocked))
    assert (done.returncode, done.stderr) == (0, "")


def test_a_user_whom_the_system_does_not_know_is_told_to_name_a_home(stocked, tmp_path):
    words = ("claims", "--ledger", str(stocked))
    done = ran(*words, code=WITHOUT_A_HOME)
    assert done.returncode == 1
    assert done.stderr == "tracker: there is no home folder; set HOME to a folder of yours.\n"
    assert ran(*words, code=WITHOUT_A_HOME, HOME=str(tmp_path)).returncode == 0


def test_a_user_without_a_name_is_called_the_editor(stocked, tmp_path):
    words = ("note", "C1", "hello", "--ledger", str(stocked))
    assert ran(*words, code=WITHOUT_A_HOME, HOME=str(tmp_path)).returncode == 0
    listed = ran("history", "C1", "--json", "--ledger", str(stocked), HOME=str(tmp_path))
    assert '"by": "editor"' in listed.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("--ledger", "~nobody-here/ledger.db", "claims"),
        ("ledger", "backup", "~nobody-here/copy.db"),
        ("ledger", "recover", "~nobody-here/new.db"),
        ("ledger", "check", "--seal", "~nobody-here/seal.json"),
        ("report", "unverified", "-o", "~nobody-here/report.md"),
        ("export", "-o", "~nobody-here/claims.json"),
    ],
)
def test_a_home_that_nobody_knows_is_named(stocked, tmp_path, words):
    done = ran(*words, HOME=str(tmp_path), TRACKER_LEDGER=str(stocked))
    said = "tracker: nobody knows the home folder of “nobody-here”; name the path in full.\n"
    assert (done.returncode, done.stderr) == (1, said)


def test_completion_is_installed_in_a_home_or_refused():
    done = ran("--install-completion", code=WITHOUT_A_HOME, SHELL="/bin/bash")
    said = "tracker: there is no home folder; set HOME to a folder of yours.\n"
    assert (done.returncode, done.stderr) == (1, said)


def test_a_data_folder_that_cannot_be_made_is_refused_in_one_line(tmp_path):
    (tmp_path / "a file").touch()
    done = ran("claims", HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path / "a file"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("tracker: a ledger cannot be made in ")
    assert done.stderr.count("\n") == 1


def test_a_settings_folder_that_is_a_file_is_named(stocked, tmp_path):
    (tmp_path / "a file").touch()
    words = ("claims", "--ledger", str(stocked))
    done = ran(*words, HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path / "a file"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert str(tmp_path / "a file") in done.stderr


@pytest.mark.parametrize("words", [("claims",), ("ledger", "recover", "new.db")])
def test_a_ledger_that_cannot_be_reached_is_refused_in_one_line(run, words):
    name = "x" * 300
    ran = run(*words, "--ledger", name)
    assert ran.code == 1
    assert ran.err == f"tracker: {name} cannot be reached (File name too long).\n"
