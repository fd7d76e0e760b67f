"""The desk in a terminal of its own, and every byte that it sent there."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

_FULL_COLOUR = "148;189;245;48;2;32;37;46m"
BACK = f"{_FULL_COLOUR}cbdmrvw"
"""The line of keys in its full colour: a dialog that dimmed it has gone."""
BACK_AT_SOURCES = f"{_FULL_COLOUR}m\x1b"
"""The same on the list of sources."""
# An esc is sent as terminals with the kitty protocol send it: it cannot run into what follows.
_BYTES = {"enter": "\r", "escape": "\x1b[27u", "ctrl+p": "\x10", "space": " ",
          "right": "\x1b[C", "shift+right": "\x1b[1;2C"}  # fmt: skip


class Terminal:
    """A desk on a ledger, opened by a program of its own."""

    def __init__(self, path: Path, until: str, first: str = "", **surroundings: str) -> None:
        code = (
            f"{first}\nimport sys; from tracker.config import Settings; "
            "from tracker.tui.app import TrackerApp; "
            "app = TrackerApp(Settings(sys.argv[1], 'Ada')); app.run(); "
            "sys.exit(app.return_code or 0)"
        )
        self.sent = b""
        self.child = pexpect.spawn(
            sys.executable,
            ["-c", code, str(path)],
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                **surroundings,
            },
            dimensions=(24, 80),
            timeout=20,
        )
        self.wait(until)

    def press(self, key: str, until: str) -> None:
        """Press a key, and read until something is seen."""
        before = len(self.sent)
        self.child.send(_BYTES.get(key, key))
        self.wait(until, before)

    def wait(self, until: str, since: int = 0) -> None:
        """Read until something is seen."""
        while True:
            seen = self.sent[since:]
            if until.encode() in (seen if until.startswith(_FULL_COLOUR) else plain(seen)):
                return
            try:
                self.sent += self.child.read_nonblocking(1 << 20, timeout=20)
            except (pexpect.TIMEOUT, pexpect.EOF) as end:
                last = plain(self.sent[-6000:]).decode(errors="replace")
                pytest.fail(f"no “{until}” came, but {type(end).__name__} after:\n{last}")

    def end(self) -> tuple[int | None, bytes]:
        """Wait for the program's end; give its exit code, and every byte that it sent."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus, self.sent + self.child.before


def plain(sent: bytes) -> bytes:
    """What was sent, without colours and moves."""
    return re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", sent)
