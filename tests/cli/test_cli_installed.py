"""The main job from end to end through the installed program, each command a process of its own."""

from __future__ import annotations

import json
import subprocess

import pytest

PRINTS = (
    "claims", "articles", "events", "sources", "relations", "contradictions", "history",
    "history C1", "show C1", "show A1", "show E1", "show S1", "show R1", "ledger info",
    "ledger check",
)  # fmt: skip
"""What prints data, each with --json."""
DOES = (
    "mark C1 refuted --reason because --evidence https://a.example --stance undermines",
    "ready C1", "return C1 --reason again", "ready C1", "sign-off C1", "reopen C1 --reason news",
    "start C4", "wait C4 coroner", "assign C4 Bea", "dismiss C5", "reopen C5",
    "edit C1 hedge likely", "evidence C2 https://b.example --stance context",
    "attempt C2 asked nothing", "note C2 hello", "tag C2 ferry", "relate C3 denies C2",
    "confirm R1", "reject R1", "undo", "split C3 --name half", "merge C3 C7", "undo --steps 2",
    "ledger upgrade", "help statuses",
)  # fmt: skip
"""What an editor does in the course of a claim; each stands on the one before."""


@pytest.fixture
def installed(program, stocked):
    """Run the installed program on the ledger."""

    def _installed(words: str) -> subprocess.CompletedProcess[str]:
        asked = [*program, *words.split()]
        return subprocess.run(asked, check=False, capture_output=True, text=True)

    return _installed


def test_the_work_on_a_claim_is_done_command_by_command(installed):
    for words in DOES:
        done = installed(words)
        assert (done.returncode, done.stderr) == (0, ""), words
        assert done.stdout, words
    assert installed("ledger check").returncode == 0


@pytest.mark.parametrize("words", PRINTS)
def test_what_prints_data_prints_one_document_of_json(installed, words):
    done = installed(f"{words} --json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)


@pytest.mark.parametrize(
    ("words", "code"),
    [("show C99", 1), ("mark C1 refuted", 1), ("ready C1", 1), ("mark C1 wrong", 2), ("clams", 2)],
)
def test_a_refusal_is_one_line_and_changes_nothing(installed, run, words, code):
    before = run("history", "--json").json
    done = installed(words)
    assert (done.returncode, done.stdout) == (code, "")
    if code == 1:
        assert done.stderr.startswith("tracker: ")
        assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert run("history", "--json").json == before
