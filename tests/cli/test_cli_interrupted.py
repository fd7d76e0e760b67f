"""Reading many files: how far it is, and what an interruption leaves."""

from __future__ import annotations

import os
import re
import signal
from types import SimpleNamespace

import pexpect
import pytest

from tracker.cli import progress, readers

TEXT = (
    "Report {0}.\n\nCaptain Ilse Marrow said on Tuesday that {0} boats sank off Selm. The dockers’ "
    "union denied that a boat had sunk.\n"
)
MANY = 24


@pytest.fixture
def files(tmp_path):
    for number in range(MANY):
        text = TEXT.format(number + 2)
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return [str(tmp_path / f"{number:02}.txt") for number in range(MANY)]


def ingesting(program, files):
    return pexpect.spawn(
        program[0],
        [*program[1:], "ingest", *files],
        dimensions=(40, 120),
        env={**os.environ, "TERM": "xterm"},
        timeout=60,
    )


def test_an_interruption_leaves_whole_articles_and_the_next_run_no_doubles(program, files, run):
    child = ingesting(program, files)
    child.expect(r"reading \[-{30}\] 0 of 24")
    child.expect(": A2 ")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert "Traceback" not in child.before.decode()
    kept = run("articles", "--json").json
    assert 2 <= len(kept) < MANY
    assert {one["claims"] for one in kept} == {2}
    assert run("ledger", "check").code == 0
    again = ingesting(program, files)
    again.expect(pexpect.EOF)
    again.close()
    assert again.exitstatus == 0
    assert len(run("articles", "--json").json) == MANY


def test_a_reading_process_that_is_killed_is_named(files, run, monkeypatch):
    monkeypatch.setattr(readers, "load_reader", lambda: os.kill(os.getpid(), signal.SIGKILL))
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    readers._reader.cache_clear()
    ran = run("ingest", *files)
    readers._reader.cache_clear()
    assert ran.code == 1
    assert ran.err.startswith("tracker: a process that was reading was killed")
    assert run("articles", "--json").json == []


@pytest.fixture
def watched(monkeypatch):
    """What a person sees on standard error."""
    written = []

    class Screen:
        def isatty(self):
            return True

        def write(self, text):
            written.append(text)

        def flush(self):
            pass

    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=Screen()))
    monkeypatch.setenv("TERM", "xterm")
    return written


def bars(written):
    return [re.sub(r"\r\x1b\[K", "", text) for text in written if "[=" in text or "[-" in text]


def test_a_bar_says_how_many_of_all_and_how_long(watched, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    lost = ["one"]
    clock = iter(range(0, 700, 30)).__next__
    assert list(progress.measured("abcdefgh", "reading", 9, lost, clock)) == [*"abcdefgh"]
    assert bars(watched)[0] == f"reading [{'-' * 30}] 0 of 9"
    assert bars(watched)[3] == f"reading [{'=' * 13}{'-' * 17}] 4 of 9, about 2 min left"
    assert bars(watched)[7] == f"reading [{'=' * 26}----] 8 of 9, about 26 s left"
    assert bars(watched)[8] == f"reading [{'=' * 30}] 9 of 9"


def test_the_bar_is_gone_whenever_a_piece_is_handed_on_and_in_the_end(watched):
    for _ in progress.measured("ab", "reading", 2):
        assert watched[-1] == "\r\x1b[K"
    assert watched[-1] == "\r\x1b[K"


def test_a_bar_fits_the_terminal(watched, monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    list(progress.measured("ab", "reading", 2))
    assert max(map(len, bars(watched))) == 29


@pytest.mark.parametrize(("terminal", "total"), [("dumb", 2), ("xterm", 1)])
def test_nothing_is_shown_where_it_would_not_help(watched, monkeypatch, terminal, total):
    monkeypatch.setenv("TERM", terminal)
    assert list(progress.measured("ab", "reading", total)) == ["a", "b"]
    assert watched == []


def test_nothing_is_shown_to_a_pipe(run, files):
    assert "reading" not in run("extract", "--json", *files[:2]).err


def test_what_pieces_hold_is_added_up_and_what_comes_then_is_said(watched, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    clock = iter(range(99)).__next__
    pieces = progress.told(["ab", "cdef"], "importing", len, total=12, then="storing", clock=clock)
    assert list(pieces) == ["ab", "cdef"]
    assert bars(watched) == [
        f"importing [{'=' * 5}{'-' * 25}] 2 of 12",
        f"importing [{'=' * 15}{'-' * 15}] 6 of 12, about 4 s left",
    ]
    assert watched[-1].endswith("storing")
    progress.forget()
    assert watched[-1] == "\r\x1b[K"
