"""Words typed in a dialog and never saved: they are there again after a crash."""

from __future__ import annotations

import asyncio
import os
import signal
import stat
import sys
from queue import Queue

import pexpect
import pytest
from own_terminal import BACK, Terminal
from seat import PATIENCE
from textual.events import Paste
from textual.widgets import Input, TextArea

from tracker.domain.errors import LedgerError
from tracker.domain.reference import Kind, Ref
from tracker.tui.leaving import Save
from tracker.tui.unsaved import Unsaved

BACK_AGAIN = "and never saved: it is back. Esc drops it."


def kept(state):
    """The files that hold unsaved words."""
    return sorted((state / "unsaved").glob("*.json"))


async def begin_a_note(seat, words="an hour of notes"):
    """Type in a note and leave the desk in the midst of it, as ctrl+q does from anywhere."""
    await seat.press("n")
    await seat.write(words)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of one's own is a pty")
def test_a_note_that_was_being_typed_survives_a_kill(ferry, state):
    terminal = Terminal(ferry, "unverified 6")
    terminal.press("n", "Note on C1")
    terminal.child.send("the harbour master calls back at six")
    for _ in range(200):
        terminal.child.expect([".+", pexpect.TIMEOUT], timeout=0.1)
        if any(b"at six" in file.read_bytes() for file in kept(state)):
            break
    else:
        pytest.fail(f"nothing was kept: {kept(state)}")
    os.kill(terminal.child.pid, signal.SIGKILL)
    terminal.child.wait()
    again = Terminal(ferry, "unverified 6")
    again.press("n", BACK_AGAIN)
    assert b"the harbour master calls back at six" in again.sent
    again.press("\x13", BACK)
    again.child.send("q")
    assert again.end()[0] == 0
    assert kept(state) == []


async def test_a_desk_that_is_left_in_a_dialog_keeps_what_was_typed(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await begin_a_note(seat)
    async with sit_down(ferry) as seat:
        await seat.press("n")
        assert seat.app.screen.query_one(TextArea).text == "an hour of notes"
        assert BACK_AGAIN in " ".join(seat.seen.replace("│", " ").split())
        await seat.press("ctrl+s")
        assert [note.text for note in seat.desk.browsing.dossier(1).notes] == ["an hour of notes"]
        await seat.press("n")
        assert seat.app.screen.query_one(TextArea).text == ""


async def test_what_was_typed_is_let_go_of_with_its_save(sit_down, ferry, state):
    async with sit_down(ferry) as seat:
        await begin_a_note(seat)
        await seat.app.unsaved.save()
        assert len(kept(state)) == 1
        await seat.app.save(Save("Note on C1", seat.app.screen.about), lambda: None)
        assert kept(state) == []


async def test_a_form_comes_back_blank_by_blank(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("e")
        await seat.write("log.pdf")
        await seat.press("down")
        await seat.write("The log")
        await seat.press("down", "i")
        await seat.press("up")
        await seat.write("book")
    async with sit_down(ferry) as seat:
        await seat.press("e")
        screen = seat.app.screen
        assert screen.query_one("#blank-url", Input).value == "log.pdf"
        assert screen.query_one("#blank-title", Input).value == "The logbook"
        assert screen.query_one("#blank-kind").value == "imagery"


async def test_words_that_are_dropped_are_gone(sit_down, ferry, state):
    async with sit_down(ferry) as seat:
        await begin_a_note(seat)
        await seat.press("escape", "escape", "n")
        assert seat.app.screen.query_one(TextArea).text == ""
        assert kept(state) == []


async def words_asked_about(asked):
    """What the desk is asked next whether it may be kept; fails where it asks nothing."""
    return await asyncio.to_thread(asked.get, timeout=PATIENCE)


async def test_words_are_kept_without_a_pause_and_those_typed_meanwhile_right_after(tmp_path):
    asked, answers = Queue(), Queue()

    def protected(text):
        asked.put(text)
        return answers.get(timeout=PATIENCE)

    words = Unsaved(tmp_path, "Ada", protected)
    words.note("a note", {"text": "h"}, {"text": ""})
    assert await words_asked_about(asked) == "h"
    for typed in ("ha", "har", "harb"):
        words.note("a note", {"text": typed}, {"text": ""})
    answers.put(False)
    assert await words_asked_about(asked) == "harb"
    (file,) = tmp_path.glob("*.json")
    assert b'{"text": "h"}' in file.read_bytes()
    answers.put(False)
    await words.save()
    assert b'{"text": "harb"}' in file.read_bytes()
    assert asked.empty()


async def test_nothing_is_waited_for_before_words_are_kept(sit_down, ferry, state, monkeypatch):
    async with sit_down(ferry) as seat:
        await seat.press("n")
        own, asked = seat.app.unsaved._protected, Queue()
        seat.app.unsaved._protected = lambda text: asked.put(text) or own(text)
        with monkeypatch.context() as stopped:
            stopped.setattr(asyncio, "sleep", lambda _seconds: asyncio.Event().wait())
            seat.app.post_message(Paste("six"))
            assert await words_asked_about(asked) == "six"


async def test_a_word_that_is_picked_is_kept(sit_down, ferry, state):
    async with sit_down(ferry) as seat:
        await seat.press("e")
        await seat.write("log.pdf")
        await seat.press("down", "down", "i")
        await seat.app.unsaved.save()
        assert b'"kind": "imagery"' in kept(state)[0].read_bytes()


async def test_what_was_kept_stays_while_the_ledger_cannot_be_asked(tmp_path):
    told = iter([False])

    def protected(_text):
        for answer in told:
            return answer
        raise LedgerError("the server is gone.")

    words = Unsaved(tmp_path, "Ada", protected)
    for typed in ("six", "six or seven"):
        words.note("a note", {"text": typed}, {"text": ""})
        await words.save()
    (file,) = tmp_path.glob("*.json")
    assert b'{"text": "six"}' in file.read_bytes()


async def test_words_of_one_claim_are_not_offered_for_another(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await begin_a_note(seat)
    async with sit_down(ferry) as seat:
        await seat.press("j", "n")
        assert seat.app.screen.query_one(TextArea).text == ""


async def test_words_of_one_editor_are_not_offered_to_another(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await begin_a_note(seat)
    async with sit_down(ferry, editor="Bea") as seat:
        await seat.press("n")
        assert seat.app.screen.query_one(TextArea).text == ""


async def test_a_field_that_changed_meanwhile_is_told_with_the_words(sit_down, ferry, open_desk):
    async with sit_down(ferry) as seat:
        await seat.press("E", "s")
        await seat.write(", it said")
    open_desk(ferry).editing.edit(Ref(Kind.CLAIM, 1), "statement", ["the launch sank"], by="Bea")
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("E", "s")
        assert seat.app.screen.query_one(Input).value.endswith("passengers, it said")
        shown = " ".join(seat.seen.replace("│", " ").split())
        assert "Meanwhile it became: the launch sank" in shown


async def test_the_file_is_private(sit_down, ferry, state):
    before = os.umask(0)
    try:
        async with sit_down(ferry) as seat:
            await begin_a_note(seat)
    finally:
        os.umask(before)
    (file,) = kept(state)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("words", ["asked Kestrel again", "asked KESTREL", "it was Orla"])
async def test_a_protected_name_never_reaches_the_disk(sit_down, ferry, open_desk, state, words):
    staff = Ref(Kind.SOURCE, 8)
    open_desk(ferry).editing.edit(staff, "restricted-name", ["Orlanda Kestrel"], by="Bea")
    async with sit_down(ferry) as seat:
        await begin_a_note(seat, "the captain")
        await seat.write(f" {words}")
    assert kept(state) == []


async def test_nothing_that_is_typed_of_a_source_is_kept(sit_down, ferry, state):
    async with sit_down(ferry) as seat:
        await seat.press("4", "E", "p")
        await seat.write("Joren Pell")
    assert kept(state) == []


@pytest.mark.parametrize(
    "spoilt",
    [b"", b"{", b"[]", b'{"at": 1, "words": 2}', b'{"at": "x", "words": {}}', b"[" * 9999],
    ids=["empty", "cut off", "a list", "of other kinds", "no time", "too deep"],
)
async def test_a_broken_file_is_no_hindrance(sit_down, ferry, state, spoilt):
    async with sit_down(ferry) as seat:
        await begin_a_note(seat)
    (file,) = kept(state)
    file.write_bytes(spoilt)
    async with sit_down(ferry) as seat:
        await begin_a_note(seat, "once more")
        await seat.press("ctrl+s")
        assert [note.text for note in seat.desk.browsing.dossier(1).notes] == ["once more"]


async def test_a_folder_that_cannot_be_written_is_no_hindrance(sit_down, ferry, state):
    state.parent.write_text("a file where a folder should be")
    async with sit_down(ferry) as seat:
        await begin_a_note(seat)
        await seat.press("ctrl+s")
        assert [note.text for note in seat.desk.browsing.dossier(1).notes] == ["an hour of notes"]


async def test_words_that_nobody_came_back_to_are_thrown_away(sit_down, ferry, state):
    async with sit_down(ferry) as seat:
        await begin_a_note(seat)
    (old,) = kept(state)
    os.utime(old, (0, 0))
    async with sit_down(ferry) as seat:
        await seat.press("j")
        await begin_a_note(seat)
    assert old not in kept(state)
    assert len(kept(state)) == 1
