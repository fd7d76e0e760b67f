"""Ending from outside: a signal ends the desk as its own key would, with the terminal restored."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

_ENDINGS = [
    getattr(signal, name)
    for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
    if hasattr(signal, name)
]
_ENDED_BY = 128
"""What a shell adds to a signal's number to tell that a program was ended by it."""


def end_on_signals(end: Callable[[int], None]) -> None:
    """Let the signals that end a program end it with a code, within its running loop."""
    for ending in _ENDINGS:
        # Only the main thread of a program on Unix is told of signals.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(ending, end, _ENDED_BY + ending)
