"""What happens where output ends: pipes that close, full disks, poor encodings."""

from __future__ import annotations

import json
import os
import subprocess
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tracker.cli.main import main


@pytest.fixture
def shell(program):
    """Run a line of shell with ``$T`` as the program."""

    def _shell(line, **settings):
        return subprocess.run(
            ["bash", "-c", f"set -o pipefail; {line}"],
            env={**os.environ, "T": program[0], **settings},
            capture_output=True,
            text=True,
            check=False,
        )

    return _shell


@pytest.mark.parametrize("words", ["claims", "--help"])
def test_a_reader_who_leaves_early_is_no_error(shell, stocked, words):
    done = shell(f"$T {words} | head -n 1")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_who_reads_nothing_is_no_error(shell, stocked):
    done = shell("$T claims | true")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", ["claims", "--help", "report unverified -f html"])
def test_a_full_disk_is_said_in_one_line(shell, stocked, words):
    done = shell(f"$T {words} > /dev/full")
    assert done.returncode == 1
    assert done.stderr == ("tracker: the output cannot be written (No space left on device).\n")


def test_a_closed_output_is_no_error(shell, stocked):
    assert shell("$T claims >&-").returncode == 0


def test_a_closed_error_output_is_no_error(shell, stocked):
    refused = shell("$T show C99 2>&-")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert shell("$T clams 2>&-").returncode == 2


@pytest.mark.parametrize("words", ["ingest -", "extract -", "import -", "note C1 -", "note C1"])
def test_a_closed_input_is_said_in_one_line(shell, stocked, words):
    done = shell(f"$T {words} <&-")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("tracker: ")
    assert "standard input" in done.stderr
    assert "internal error" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_input_the_desk_is_refused(shell, stocked):
    assert shell("$T <&-").returncode == 2


@pytest.mark.parametrize("words", ["claims", "show C1", "contradictions", "report unverified"])
def test_a_terminal_of_one_column_is_no_error(shell, stocked, words):
    done = shell(f"$T {words}", COLUMNS="1")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "koi8-r"])
@pytest.mark.parametrize("words", ["claims", "show C2", "contradictions", "help statuses"])
def test_a_poor_encoding_gets_plainer_signs(monkeypatch, stocked, words, encoding):
    behind = BytesIO()
    monkeypatch.setattr("sys.stdout", TextIOWrapper(behind, encoding=encoding))
    assert main(words.split()) == 0
    said = behind.getvalue().decode(encoding)
    assert "unverified" in said


def test_json_is_whole_in_a_poor_encoding(monkeypatch, stocked):
    behind = BytesIO()
    monkeypatch.setattr("sys.stdout", TextIOWrapper(behind, encoding="ascii"))
    assert main(["show", "A1", "--json"]) == 0
    assert "League’s" in json.loads(behind.getvalue())["text"]


def test_refusals_and_help_fit_a_poor_encoding(shell, stocked):
    done = shell("$T show foo", PYTHONIOENCODING="ascii")
    assert done.stderr.startswith('tracker: "foo" is no reference')
    assert shell("$T mark --help", PYTHONIOENCODING="ascii").stdout.isascii()


def test_a_poor_encoding_is_no_error(shell, stocked):
    done = shell("$T show C1", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
