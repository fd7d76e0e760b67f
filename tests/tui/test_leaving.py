"""How the desk ends: with the terminal as it was, whatever ended it."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from contextlib import closing

import pytest
from own_terminal import BACK, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal of one's own is a pty")

RESTORED = (
    b"\x1b[?1049l",  # the screen that was there before
    b"\x1b[?25h",  # the cursor
    b"\x1b[?1003l",  # the mouse
    b"\x1b[?2004l",  # pasting
)


def test_q_leaves_and_restores_the_terminal(ferry):
    terminal = Terminal(ferry, "unverified 6")
    terminal.child.send("q")
    code, sent = terminal.end()
    assert code == 0
    assert [one for one in RESTORED if one not in sent] == []


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130)])
def test_a_signal_ends_the_desk_restores_the_terminal_and_keeps_what_was_typed(
    ferry, state, open_desk, name, code
):
    terminal = Terminal(ferry, "unverified 6")
    terminal.press("n", "Note on C1")
    terminal.press("half of it", "half of it")
    os.kill(terminal.child.pid, getattr(signal, name))
    ended, sent = terminal.end()
    assert ended == code
    (kept,) = (state / "unsaved").glob("*.json")
    assert b'"text": "half of it"' in kept.read_bytes()
    desk = open_desk(ferry)
    assert desk.browsing.dossier(1).notes == ()
    assert [one for one in desk.auditing.check() if one.problems] == []
    assert [one for one in RESTORED if one not in sent] == []
    assert b"Traceback" not in sent


def test_what_was_still_being_saved_is_said_where_the_desk_was(ferry, state):
    terminal = Terminal(ferry, "unverified 6")
    terminal.press("n", "Note on C1")
    terminal.press("half of it", "half of it")
    with closing(sqlite3.connect(ferry, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        terminal.press("\x13", BACK)
        terminal.child.send("q")
        terminal.child.expect_exact(RESTORED[0])
    code, sent = terminal.end()
    assert code == 0
    last = sent.decode()
    assert (
        "tracker: “Note on C1” was still being saved when you left, and may not be stored" in last
    )
    assert "; if so, the same key at the desk brings its words back.\r\n" in last
    (kept,) = (state / "unsaved").glob("*.json")
    assert b'"text": "half of it"' in kept.read_bytes()


def test_a_ledger_that_cannot_be_opened_is_said_on_one_line(tmp_path):
    path = tmp_path / ("a-name-that-is-much-too-long-for-one-line-of-a-terminal" * 2)
    path.write_text("no ledger")
    terminal = Terminal(path, "tracker: ")
    code, sent = terminal.end()
    assert code == 1
    last = sent.decode().split("\x1b")[-1]
    assert f"tracker: {path} is not a ledger; nothing was changed. If it was one, " in last
    assert last.count("\r\n") == 1


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii:strict"},
        {"LC_ALL": "en_US.ISO-8859-1", "PYTHONIOENCODING": "latin-1:strict"},
        {"TERM": "dumb"},
        {"TERM": "vt100", "NO_COLOR": "1"},
    ],
    ids=str,
)
def test_the_desk_opens_whatever_the_locale_and_the_kind_of_terminal(ferry, monkeypatch, locale):
    terminal = Terminal(ferry, "unverified 6", **locale)
    terminal.press("n", "Note on C1")
    terminal.press("escape", "unverified 6")
    terminal.child.send("q")
    code, sent = terminal.end()
    assert code == 0
    assert b"Traceback" not in sent


async def test_a_ledger_that_cannot_be_opened_ends_the_desk_with_1(tmp_path):
    from tracker.config import Settings
    from tracker.tui.app import TrackerApp

    app = TrackerApp(Settings(str(tmp_path), "Ada"))
    async with app.run_test() as pilot:
        for _ in range(200):
            if app._exit:
                break
            await pilot.pause()
    assert app.return_code == 1
