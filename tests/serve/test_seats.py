"""A served desk ends with its page, and with its server, whatever becomes of them."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time

import pytest

ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture
def seat(filled, tmp_path):
    """A desk as the server starts it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tracker.serve.seat"],
        env={
            **os.environ,
            "TEXTUAL_DRIVER": "tracker.serve.seat:SeatDriver",
            "TRACKER_LEDGER": str(filled),
            "TRACKER_EDITOR": "Ada",
            "XDG_CONFIG_HOME": str(tmp_path),
            "XDG_STATE_HOME": str(tmp_path),
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout.readline() == b"__GANGLION__\n"
    yield process
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        pipe.close()


def typed(seat, text):
    data = text.encode()
    seat.stdin.write(b"D" + len(data).to_bytes(4, "big") + data)
    seat.stdin.flush()


def until(seat, found):
    """Read what the desk shows until something is so."""
    give_up = time.monotonic() + 20
    seen = b""
    while not found(seen):
        assert time.monotonic() < give_up, seen[-800:]
        if select.select([seat.stdout], [], [], 0.1)[0]:
            seen += ESCAPES.sub(b"", seat.stdout.read1())


def test_a_desk_whose_server_was_killed_ends_and_keeps_what_was_typed(seat, tmp_path):
    def kept():
        return b"".join(file.read_bytes() for file in tmp_path.glob("*/unsaved/*.json"))

    until(seat, lambda seen: b"unverified 6" in seen)
    typed(seat, "n")
    until(seat, lambda seen: b"Note on" in seen)
    typed(seat, "an hour of notes")
    until(seat, lambda _: b"an hour of notes" in kept())
    seat.stdin.close()
    seat.stdout.close()
    assert seat.wait(20) == 0
    assert b"an hour of notes" in kept()
