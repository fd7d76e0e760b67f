"""The commands that measure end quietly where their reader has seen enough."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"
PRINTS = """
import sys
sys.path.insert(0, sys.argv[1])
from piped import run
run(lambda: [print("a line") for _ in range(100_000)])
"""


def test_a_command_whose_reader_has_gone_ends_quietly():
    with subprocess.Popen(
        [sys.executable, "-c", PRINTS, FOLDER], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as command:
        assert command.stdout
        assert command.stderr
        command.stdout.readline()
        command.stdout.close()
        assert command.stderr.read() == b""
    assert command.returncode == 0


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.py")), ids=lambda file: file.stem)
def test_every_command_that_prints_is_run_so(file):
    text = file.read_text("utf-8")
    if "print(" in text and "__main__" in text:
        assert text.endswith('if __name__ == "__main__":\n    run(main)\n')
