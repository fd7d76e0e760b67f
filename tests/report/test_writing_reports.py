"""Reports reach a file whole or not at all, and two runs give the same bytes."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.domain.errors import BadInputError, RefusedError, TrackerError
from tracker.domain.listing import Filter
from tracker.report.formats import Format, format_named, format_of

OLD = "the older report"
KILLED_MIDWAY = """
import os, signal, sys
from pathlib import Path
from tracker.desk import whole_file
os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
whole_file._write([b"half" * 1000], Path(sys.argv[1]), 0o600)
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "report.md"


@pytest.mark.parametrize("form", list(Format))
def test_two_runs_differ_only_in_the_line_that_says_when(worked_desk, form):
    first, second = (
        worked_desk.reporting.render(worked_desk.reporting.unverified(Filter(), by="Cem"), form)
        for _ in range(2)
    )
    lines = list(zip(first.splitlines(), second.splitlines(), strict=True))
    assert sum(one != other for one, other in lines) == 1


@pytest.mark.parametrize("suffix", ["md", "html", "htm", "csv", "json", "HTML"])
def test_the_suffix_says_how_it_is_written(worked_desk, report, target, suffix):
    named = target.with_suffix(f".{suffix}")
    worked_desk.reporting.write(report, named)
    form = worked_desk.reporting.format_of(named)
    assert named.read_bytes() == worked_desk.reporting.render(report, form).encode()


@pytest.mark.parametrize("name", ["report.pdf", "report", ".md", "report.md.exe"])
def test_an_unknown_suffix_is_refused_with_those_that_are_known(name):
    with pytest.raises(BadInputError, match=r"\.md, \.html, \.csv, \.json, \.htm"):
        format_of(Path(name))


def test_an_unknown_format_is_refused_with_those_that_are_known():
    with pytest.raises(BadInputError, match="md, html, csv, json"):
        format_named("docx")


def test_an_older_file_is_not_replaced_by_itself(worked_desk, target):
    target.write_text(OLD)
    with pytest.raises(RefusedError, match="exists already"):
        worked_desk.reporting.write("new", target)
    assert target.read_text() == OLD


def test_an_older_file_is_replaced_when_asked(worked_desk, target):
    target.write_text(OLD)
    worked_desk.reporting.write("new", target, force=True)
    assert target.read_text() == "new"


def test_a_link_is_not_followed(worked_desk, target):
    led_to = target.with_name("elsewhere.md")
    led_to.write_text(OLD)
    target.symlink_to(led_to)
    with pytest.raises(RefusedError, match="is a link"):
        worked_desk.reporting.write("new", target, force=True)
    assert led_to.read_text() == OLD


def test_a_link_that_leads_nowhere_is_not_followed(worked_desk, target):
    target.symlink_to(target.with_name("nowhere.md"))
    with pytest.raises(RefusedError, match="is a link"):
        worked_desk.reporting.write("new", target)


def test_a_folder_is_refused(worked_desk, target):
    target.mkdir()
    with pytest.raises(RefusedError, match="is a folder"):
        worked_desk.reporting.write("new", target, force=True)


def test_a_pipe_is_refused(worked_desk, target):
    os.mkfifo(target)
    with pytest.raises(RefusedError, match="no ordinary file"):
        worked_desk.reporting.write("new", target, force=True)


@pytest.mark.parametrize("name", ["no/such/folder.md", "x" * 300 + ".md", "a\0b.md"])
def test_what_cannot_be_written_is_said_in_a_sentence(worked_desk, tmp_path, name):
    with pytest.raises(TrackerError, match="was not written"):
        worked_desk.reporting.write("new", tmp_path / name)


def test_a_name_as_long_as_can_be_is_written(worked_desk, tmp_path):
    target = tmp_path / ("я" * 126 + ".md")
    worked_desk.reporting.write("new", target)
    assert target.read_text() == "new"


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_a_fault_midway_leaves_the_older_file_and_nothing_else(
    worked_desk, target, monkeypatch, call, fault
):
    def fails(*_given, **_more):
        raise fault

    target.write_text(OLD)
    monkeypatch.setattr(os, call, fails)
    with pytest.raises((TrackerError, KeyboardInterrupt)):
        worked_desk.reporting.write("new", target, force=True)
    monkeypatch.undo()
    assert {path.name: path.read_text() for path in target.parent.iterdir()} == {target.name: OLD}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_run_killed_midway_leaves_the_older_file(target):
    target.write_text(OLD)
    killed = subprocess.run([sys.executable, "-c", KILLED_MIDWAY, str(target)], check=False)
    assert (killed.returncode, target.read_text()) == (-signal.SIGKILL, OLD)


def test_the_stray_of_a_killed_run_is_swept_an_hour_later(worked_desk, target):
    stray = target.with_name(".report.md.12345.part")
    stray.write_text("half")
    os.utime(stray, (0, 0))
    worked_desk.reporting.write("new", target)
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_the_part_of_a_run_under_way_is_left_alone(worked_desk, target):
    part = target.with_name(".report.md.12345.part")
    part.write_text("half")
    later = worked_desk.reporting._database.now().timestamp()
    os.utime(part, (later, later))
    worked_desk.reporting.write("new", target)
    assert part.exists()


def test_no_path_is_in_a_report(worked_desk, report, tmp_path):
    assert not [
        form for form in Format if str(tmp_path) in worked_desk.reporting.render(report, form)
    ]
