"""How the desk ends: with the terminal as it was, whatever ended it."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from own_terminal import BACK, Terminal, plain

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


@pytest.mark.parametrize(
    ("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130), ("SIGQUIT", 131)]
)
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


@contextmanager
def saving_waits(ledger, *keys):
    """A desk whose save waits for somebody else, who is at work in the ledger's file."""
    terminal = Terminal(ledger, "unverified 6")
    for key, until in keys:
        terminal.press(key, until)
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield terminal, other
    terminal.child.close(force=True)


A_NOTE = (("n", "Note on C1"), ("half of it", "half of it"))


def last_lines(sent):
    """What stands below the shell's prompt when the desk is left."""
    return [one for one in plain(sent).decode().split("\r\n") if "tracker: " in one]


@pytest.mark.sqlite
def test_a_desk_that_is_left_waits_for_a_save_and_says_how_it_ended(ferry, state, open_desk):
    with saving_waits(ferry, *A_NOTE) as (terminal, other):
        terminal.press("\x13", BACK)
        terminal.press("q", "! Saving “Note on C1”, then leaving; again: leave at once.")
        other.execute("COMMIT")
        code, sent = terminal.end()
    assert code == 0
    assert last_lines(sent)[-1].endswith("tracker: “Note on C1” was saved.")
    assert [note.text for note in open_desk(ferry).browsing.dossier(1).notes] == ["half of it"]
    assert [*(state / "unsaved").glob("*.json")] == []


@pytest.mark.sqlite
def test_a_desk_that_is_left_twice_says_on_the_shell_how_the_save_ended(ferry, state):
    with saving_waits(ferry, *A_NOTE) as (terminal, other):
        terminal.press("\x13", BACK)
        terminal.press("q", "! Saving ")
        terminal.press("q", "tracker: “Note on C1” is still being saved; ctrl-C stops waiting.")
        assert RESTORED[0] in terminal.sent
        other.execute("COMMIT")
        code, sent = terminal.end()
    assert code == 0
    assert last_lines(sent)[-1] == "tracker: “Note on C1” was saved."
    assert [*(state / "unsaved").glob("*.json")] == []


@pytest.mark.sqlite
def test_who_stops_waiting_for_a_save_keeps_the_words(ferry, state):
    with saving_waits(ferry, *A_NOTE) as (terminal, _other):
        terminal.press("\x13", BACK)
        terminal.press("q", "! Saving ")
        terminal.press("q", "ctrl-C stops waiting.")
        terminal.child.send("\x03")
        code, sent = terminal.end()
    assert code == 130
    assert last_lines(sent)[-1].endswith(
        "tracker: “Note on C1” may not be saved; its words are kept: the same key at the desk "
        "brings them back."
    )
    (kept,) = (state / "unsaved").glob("*.json")
    assert b'"text": "half of it"' in kept.read_bytes()


@pytest.mark.sqlite
def test_a_save_that_is_refused_while_the_desk_is_left_is_told(ferry):
    with saving_waits(ferry) as (terminal, other):
        terminal.press("i", "")
        terminal.press("q", "! Saving “assign C1”, then leaving")
        other.execute("UPDATE claim SET version = version + 1 WHERE id = 1")
        other.execute("COMMIT")
        code, sent = terminal.end()
    assert code == 0
    assert "tracker: “assign C1” was not saved: C1 was changed " in last_lines(sent)[-1]


@pytest.mark.sqlite
def test_a_signal_too_waits_for_a_save(ferry):
    with saving_waits(ferry, *A_NOTE) as (terminal, other):
        terminal.press("\x13", BACK)
        os.kill(terminal.child.pid, signal.SIGTERM)
        terminal.wait("! Saving “Note on C1”, then leaving")
        other.execute("COMMIT")
        code, sent = terminal.end()
    assert code == 143
    assert last_lines(sent)[-1].endswith("tracker: “Note on C1” was saved.")


@pytest.mark.parametrize("fault", ["RuntimeError('red')", "MemoryError('red')"])
def test_a_fault_restores_the_terminal_shows_no_values_and_keeps_what_was_typed(
    ferry, state, fault
):
    spoilt = (
        "from tracker.tui.app import TrackerApp\n"
        "def action_quit(self):\n"
        "    name = 'Orlanda Kestrel'\n"
        f"    raise {fault}\n"
        "TrackerApp.action_quit = action_quit"
    )
    terminal = Terminal(ferry, "unverified 6", first=spoilt)
    terminal.press("n", "Note on C1")
    terminal.press("half of it", "half of it")
    terminal.child.send("\x11")
    code, sent = terminal.end()
    assert code == 1
    assert [one for one in RESTORED if one not in sent] == []
    last = plain(sent).decode()
    assert "tracker: this is a fault of the program. The ledger is whole" in last
    assert "Error: red" in last
    assert "Kestrel" not in last
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


WAITING = """
from tracker.desk.reporting import Reporting
write = Reporting.write
def wait(*given, **more):
    open("gate").read()
    return write(*given, **more)
Reporting.write = wait
"""


def test_a_desk_that_is_left_waits_for_a_report_and_says_how_it_ended(ferry, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("gate")
    terminal = Terminal(ferry, "unverified 6", first=WAITING)
    terminal.press("p", "Write the report")
    terminal.press("enter", BACK)
    terminal.press("q", "Saving “Write")
    Path("gate").write_text("open")
    code, sent = terminal.end()
    assert code == 0
    assert last_lines(sent)[-1].endswith("“Write the report: unverified claims” was saved.")
    assert len([*tmp_path.glob("unverified-*.html")]) == 1
