"""Terminals that shrink to nothing, stop, or vanish: the desk lives, or ends with all saved."""

from __future__ import annotations

import os
import signal
import sys

import pexpect
import pytest
from own_terminal import BACK, Terminal
from textual.geometry import Size

pty = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc whether a process is stopped")
SIZES = [(1, 1), (300, 90), (3, 2), (200, 1), (80, 24)]


async def test_a_storm_of_sizes_leaves_the_cursor_where_it_was_and_in_sight(sit_down, sample):
    async with sit_down(sample) as seat:
        await seat.press("j", "j", "j")
        here = seat.cursor
        for size in SIZES:
            await seat.pilot.resize_terminal(*size)
        await seat.settled()
        assert seat.app.size == Size(*SIZES[-1])
        assert seat.cursor == here
        assert here in seat.seen


@pytest.mark.parametrize("screen", ["2", "3", "5", "n", "f"])
async def test_every_screen_and_dialog_bears_any_size(sit_down, sample, screen):
    async with sit_down(sample) as seat:
        await seat.press(screen)
        for size in SIZES:
            await seat.pilot.resize_terminal(*size)
            await seat.settled()
            assert seat.seen is not None


async def test_keys_do_their_work_on_a_terminal_of_one_cell(sit_down, ferry):
    async with sit_down(ferry, size=(1, 1)) as seat:
        await seat.press("j", "i")
        assert seat.claim(2).assignee == "Ada"


@pty
def test_a_desk_that_was_stopped_is_drawn_again_and_holds_nobody_up(ferry, open_desk):
    terminal = Terminal(ferry, "unverified 6")
    os.kill(terminal.child.pid, signal.SIGTSTP)
    for _ in range(100):
        terminal.child.expect([".+", pexpect.TIMEOUT], timeout=0.1)
        if _is_stopped(terminal.child.pid):
            break
    open_desk(ferry).gathering.add_note([1], "meanwhile", by="Bea")
    before = len(terminal.sent)
    os.kill(terminal.child.pid, signal.SIGCONT)
    terminal.wait("unverified 6", before)
    terminal.press("n", "Note on C1")
    terminal.press("escape", BACK)
    terminal.child.send("q")
    assert terminal.end()[0] == 0


@pty
def test_a_terminal_that_vanishes_ends_the_desk_and_keeps_what_was_typed(ferry, state):
    terminal = Terminal(ferry, "unverified 6")
    terminal.press("n", "Note on C1")
    terminal.press("half of it", "half of it")
    os.close(terminal.child.child_fd)
    terminal.child.wait()
    (kept,) = (state / "unsaved").glob("*.json")
    assert b'"text": "half of it"' in kept.read_bytes()


def _is_stopped(pid: int) -> bool:
    with open(f"/proc/{pid}/stat", encoding="ascii") as told:  # noqa: PTH123
        return told.read().rpartition(")")[2].split()[0] == "T"
