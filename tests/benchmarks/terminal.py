"""A program in a terminal of its own, timed from outside: its first frame, its keys, its memory."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from pathlib import Path

import pexpect

QUIET = 0.03
"""Seconds without a byte after which a repaint counts as finished."""
PATIENCE = 60.0
REST, LITTLE = 3.0, 0.03
"""Seconds in which a program that rests takes so many of the processor, or fewer."""
_ESCAPES = re.compile(rb"\x1b(\[[0-9;?$]*[A-Za-z]|[P_\]][^\x1b]*\x1b\\)")

EMPTY_APP = (
    "from textual.app import App; from textual.widgets import Static\n"
    "class Empty(App):\n"
    "    def compose(self):\n"
    "        yield Static('empty')\n"
    "Empty().run()"
)


class Timed:
    """A Python program in a terminal of 120 columns and 36 rows."""

    def __init__(self, *words: str) -> None:
        self._began = time.perf_counter()
        self._child = pexpect.spawn(
            sys.executable,
            list(words),
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            dimensions=(36, 120),
            timeout=PATIENCE,
        )
        self._seen = b""

    def until(self, text: str) -> float:
        """Wait until something is seen; returns the seconds since the program's start."""
        while text.encode() not in _ESCAPES.sub(b"", self._seen):
            self._seen += self._child.read_nonblocking(1 << 20, timeout=PATIENCE)
        return time.perf_counter() - self._began

    def settle(self) -> None:
        """Read on until nothing has come for a while."""
        while self._wait(10 * QUIET):
            self._child.read_nonblocking(1 << 20)

    def rest(self) -> None:
        """Wait until the program does no more of itself than to look for news."""
        before = -1.0
        while self._processor_time() - before > LITTLE:
            before = self._processor_time()
            time.sleep(REST)

    def press(self, keys: str) -> None:
        """Press keys, and wait until all is drawn."""
        self._child.send(keys)
        self.settle()

    def work(self, key: str) -> float:
        """Press a key; returns the seconds of processor time until all is drawn that it changes.

        The time of all the program's threads: what it costs, whatever else the machine does.
        """
        before = self._processor_time()
        self._child.send(key)
        while self._wait(5 * QUIET):
            self._child.read_nonblocking(1 << 20)
        return self._processor_time() - before

    @property
    def memory(self) -> float:
        """MiB that the program has held at most."""
        status = Path(f"/proc/{self._child.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024

    def end(self) -> None:
        """End the program."""
        self._child.close(force=True)

    def _processor_time(self) -> float:
        tasks = Path(f"/proc/{self._child.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def _wait(self, seconds: float) -> bool:
        return bool(select.select([self._child.child_fd], [], [], seconds)[0])
