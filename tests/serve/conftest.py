"""A served desk on a ledger of the test's own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from ledgers import Databases, Files

from tracker.store.home import Place


@dataclass(frozen=True)
class Served:
    """A running server: its address, a link for each editor, and what it says beside that."""

    ledger: Place
    origin: str
    links: dict[str, str]
    errors: Path
    process: subprocess.Popen[str]


Serve = Callable[..., "contextmanager[Served]"]


@pytest.fixture
def filled(ledgers: Files | Databases, full_ledger: Place, tmp_path: Path) -> Iterator[Place]:
    """A ledger of the test's own with claims in it."""
    yield ledgers.copy(full_ledger, tmp_path / "served.db")
    ledgers.tidy()


@pytest.fixture
def serve(filled: Place, tmp_path: Path) -> Serve:
    """Serve the desk with some options until the block ends; ``first`` is Python to run before."""
    errors = tmp_path / "errors.txt"

    @contextmanager
    def serving(*options: str, first: str = "") -> Iterator[Served]:
        run = f"import sys; {first}\nfrom tracker.cli.main import main; sys.exit(main())"
        program = [sys.executable, "-c", run, "--ledger", str(filled), "serve"]
        folders = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
        with errors.open("w") as said:
            process = subprocess.Popen(
                [*program, "--port", "0", *options],
                env={**os.environ, **dict.fromkeys(folders, str(tmp_path))},
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
            )
        try:
            editors = max(1, options.count("--for"))
            assert process.stdout is not None
            lines = [process.stdout.readline().rstrip("\n") for _ in range(editors)]
            links = dict(line.split(": ", 1) for line in lines)
            origin = re.match(r"https?://[^/]+", next(iter(links.values())))
            assert origin is not None
            yield Served(filled, origin[0], links, errors, process)
        finally:
            process.terminate()
            assert process.wait(20) == 0
            process.stdout.close()

    return serving
