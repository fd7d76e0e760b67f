"""A served desk on a ledger of the test's own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Served:
    """A running server: its address, and a link for each editor."""

    ledger: Path
    origin: str
    links: dict[str, str]


Serve = Callable[..., "contextmanager[Served]"]


@pytest.fixture
def filled(full_ledger: Path, tmp_path: Path) -> Path:
    """A ledger of the test's own with claims in it."""
    return Path(shutil.copy(full_ledger, tmp_path / "served.db"))


@pytest.fixture
def serve(filled: Path, tmp_path: Path) -> Serve:
    """Serve the desk with some options until the block ends."""

    @contextmanager
    def serving(*options: str) -> Iterator[Served]:
        program = [sys.executable, "-m", "tracker", "--ledger", str(filled), "serve"]
        process = subprocess.Popen(
            [*program, "--port", "0", *options],
            env={**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            editors = max(1, options.count("--for"))
            assert process.stdout is not None
            lines = [process.stdout.readline().rstrip("\n") for _ in range(editors)]
            links = dict(line.split(": ", 1) for line in lines)
            origin = re.match(r"https?://[^/]+", next(iter(links.values())))
            assert origin is not None
            yield Served(filled, origin[0], links)
        finally:
            process.terminate()
            assert process.wait(20) == 0

    return serving
