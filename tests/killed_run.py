"""Run ``tracker`` with ARGUMENTS, killed before the N-th thing it does: N ARGUMENTS… (N 0: never).

A thing is a statement that SQLite begins, on whatever connection, or a file that is named, renamed
or removed. The last line on standard error is how many there were. Run by tests.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from itertools import count
from typing import Any

from tracker.cli.main import main

last = int(sys.argv[1])
done = count(1)
connect = sqlite3.connect


def do(*_of_it: object) -> None:
    """Count a thing, and die where it is the last."""
    if next(done) == last:
        os.kill(os.getpid(), signal.SIGKILL)


def watched(*given: Any, **more: Any) -> sqlite3.Connection:
    """Connect, and hear of each statement."""
    connection = connect(*given, **more)
    connection.set_trace_callback(do)
    return connection


def see(event: str, _given: object) -> None:
    """Hear of files."""
    if event in ("os.link", "os.rename", "os.remove"):
        do()


sqlite3.connect = sqlite3.dbapi2.connect = watched  # type: ignore[assignment, attr-defined]
sys.addaudithook(see)
try:
    sys.exit(main(sys.argv[2:]))
finally:
    print(next(done) - 1, file=sys.stderr)  # noqa: T201
