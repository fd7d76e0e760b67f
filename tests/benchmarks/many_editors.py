"""Measure how long editors wait for each other: `many_editors.py LEDGER [--editors N] [--seconds S]`.

Each is a process that tags claims without ever pausing, on a copy of the ledger (one is made by `big_ledger.py`).
Printed are their actions, the waits, who was refused, and whether all that was done is there.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

from piped import run

from tracker.desk.desk import Desk
from tracker.domain.errors import TrackerError
from tracker.store.database import Database


def main() -> None:
    """Let them all begin together, and add up what came of it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("ledger", type=Path)
    asked.add_argument("--editors", type=int, default=8)
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--one", help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.one:
        _tag(_desk(options.ledger), options.one, options.seconds)
        return
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(shutil.copy(options.ledger, Path(folder) / "ledger.db"))
        before = _desk(ledger).auditing.head()[0]
        print(f"{options.editors} editors, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        editors = [
            _editor(ledger, f"e{number}", options.seconds) for number in range(options.editors)
        ]
        for editor in editors:
            assert editor.stdout is not None
            assert editor.stdout.readline() == "ready\n"
        for editor in editors:
            assert editor.stdin is not None
            editor.stdin.write("go\n")
            editor.stdin.flush()
        told = [editor.communicate()[0].split() for editor in editors]
        done = [int(one[0]) for one in told]
        waits = sorted(float(wait) for one in told for wait in one[2:])
        print(
            f"actions: {sum(done)}, by editor {min(done)} to {max(done)}; refused: {sum(int(one[1]) for one in told)}"
        )
        print(
            f"waits in ms: median {waits[len(waits) // 2] * 1000:.0f}, "
            f"of a hundred the longest {waits[len(waits) * 99 // 100] * 1000:.0f}, worst {waits[-1] * 1000:.0f}"
        )
        print(f"lost: {sum(done) - (_desk(ledger).auditing.head()[0] - before)}")


def _editor(ledger: Path, name: str, seconds: float) -> subprocess.Popen[str]:
    words = [sys.executable, __file__, str(ledger), "--one", name, "--seconds", str(seconds)]
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _tag(desk: Desk, name: str, seconds: float) -> None:
    desk.browsing.tally()
    print("ready", flush=True)
    sys.stdin.readline()
    waits, refused = [], 0
    end = time.monotonic() + seconds
    while (began := time.monotonic()) < end:
        try:
            desk.gathering.tag([len(waits) % 5 + 1], [f"{name} {len(waits)}"], by=name)
        except TrackerError:
            refused += 1
        else:
            waits.append(time.monotonic() - began)
    print(len(waits), refused, *(f"{wait:.4f}" for wait in waits))


def _desk(ledger: Path) -> Desk:
    return Desk(Database(ledger, clock=lambda: datetime.now(UTC), new_uid=lambda: uuid.uuid4().hex))


if __name__ == "__main__":
    run(main)
