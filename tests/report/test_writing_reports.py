"""Reports reach a file whole or not at all, and two runs give the same bytes."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from told import UNVERIFIED

from tracker.desk.putting import put_whole
from tracker.domain.errors import BadInputError, RefusedError, TrackerError
from tracker.report.formats import Format, format_named, format_of
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted
from tracker.store.unfinished import ABANDONED_AFTER, unfinished

OLD = "the older report"
KILLED = """
import os, signal, sys
from pathlib import Path
from tracker.desk import putting

def die(*_given, **_more):
    os.kill(os.getpid(), signal.SIGKILL)

def pieces():
    yield b"half" * 100_000
    if sys.argv[2] == "pieces":
        die()
    yield b"the other half"

if sys.argv[2] in ("fsync", "rename", "replace"):
    setattr(os, sys.argv[2], die)
putting.put_whole(pieces(), Path(sys.argv[1]), force=True)
die()
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "report.md"


def put(target: Path, *, force: bool = False) -> None:
    put_whole([b"new"], target, force=force)


def lines_of(written: bytes, form: Format) -> list[str]:
    """What a report says, line by line; of a Word document, paragraph by paragraph."""
    if form is Format.DOCX:
        with zipfile.ZipFile(BytesIO(written)) as parts:
            whole = b"\n".join(parts.read(name) for name in sorted(parts.namelist()))
        return whole.decode("latin-1").replace("<w:p>", "\n<w:p>").splitlines()
    return written.decode().splitlines()


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("kind", list(ReportKind))
def test_two_runs_differ_only_in_the_line_that_says_when(worked_desk, kind, form):
    first, second = (
        lines_of(b"".join(worked_desk.reporting.pieces(Wanted(kind, "Cem"), form)), form)
        for _ in range(2)
    )
    lines = list(zip(first, second, strict=True))
    assert sum(one != other for one, other in lines) == 1


@pytest.mark.parametrize(
    ("suffix", "beginning"),
    [
        ("md", b"# "),
        ("html", b"<!DOCTYPE html>"),
        ("htm", b"<!DOCTYPE html>"),
        ("HTML", b"<!DOCTYPE html>"),
        ("csv", b"id,"),
        ("json", b"{"),
        ("docx", b"PK"),
    ],
)
def test_the_suffix_says_how_it_is_written(worked_desk, target, suffix, beginning):
    named = target.with_suffix(f".{suffix}")
    worked_desk.reporting.write(Wanted(UNVERIFIED, "Cem"), named)
    assert named.read_bytes().startswith(beginning)


@pytest.mark.parametrize("name", ["report.pdf", "report", ".md", "report.md.exe"])
def test_an_unknown_suffix_is_refused_with_those_that_are_known(name):
    with pytest.raises(BadInputError, match=r"\.md, \.html, \.csv, \.json, \.docx, \.htm"):
        format_of(Path(name))


def test_an_unknown_format_is_refused_with_those_that_are_known():
    with pytest.raises(BadInputError, match="md, html, csv, json, docx"):
        format_named("pdf")


def test_an_older_file_is_not_replaced_by_itself(target):
    target.write_text(OLD)
    with pytest.raises(RefusedError, match="exists already"):
        put(target)
    assert target.read_text() == OLD


def test_an_older_file_is_replaced_when_asked(target):
    target.write_text(OLD)
    put(target, force=True)
    assert target.read_text() == "new"


def test_a_link_is_not_followed(target):
    led_to = target.with_name("elsewhere.md")
    led_to.write_text(OLD)
    target.symlink_to(led_to)
    with pytest.raises(RefusedError, match="is a link"):
        put(target, force=True)
    assert led_to.read_text() == OLD


def test_a_link_that_leads_nowhere_is_not_followed(target):
    target.symlink_to(target.with_name("nowhere.md"))
    with pytest.raises(RefusedError, match="is a link"):
        put(target)


def test_a_folder_is_refused(target):
    target.mkdir()
    with pytest.raises(RefusedError, match="is a folder"):
        put(target, force=True)


def test_a_pipe_is_refused(target):
    os.mkfifo(target)
    with pytest.raises(RefusedError, match="no ordinary file"):
        put(target, force=True)


@pytest.mark.parametrize("name", ["no/such/folder.md", "x" * 300 + ".md", "a\0b.md"])
def test_what_cannot_be_written_is_said_in_a_sentence(tmp_path, name):
    with pytest.raises(TrackerError, match="was not written"):
        put(tmp_path / name)


def test_a_name_as_long_as_can_be_is_written(tmp_path):
    target = tmp_path / ("я" * 126 + ".md")
    put(target)
    assert target.read_text() == "new"


@pytest.mark.parametrize(
    "name", ["-rf.md", "CON.md", "new\nline.md", "a b; rm x.md", "..md", "Ё.md"]
)
def test_a_report_can_have_any_name_and_nothing_else_is_made(target, name):
    put(target.with_name(name))
    assert [(path.name, path.read_text()) for path in target.parent.iterdir()] == [(name, "new")]


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_a_fault_midway_leaves_the_older_file_and_nothing_else(target, monkeypatch, call, fault):
    def fails(*_given, **_more):
        raise fault

    target.write_text(OLD)
    monkeypatch.setattr(os, call, fails)
    with pytest.raises((TrackerError, KeyboardInterrupt)):
        put(target, force=True)
    monkeypatch.undo()
    assert {path.name: path.read_text() for path in target.parent.iterdir()} == {target.name: OLD}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("moment", ["pieces", "fsync", "replace", "the end"])
def test_a_run_killed_at_any_moment_leaves_the_older_file_or_the_newer_whole(target, moment):
    target.write_text(OLD)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(target), moment], check=False)
    assert killed.returncode == -signal.SIGKILL
    newer = "half" * 100_000 + "the other half"
    assert target.read_text() == (newer if moment == "the end" else OLD)


def test_the_stray_of_a_killed_run_is_swept_by_the_next(target):
    stray = target.with_name(".other.md.12345.tracker-part")
    stray.write_text("half")
    put(target)
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_the_part_of_a_run_under_way_is_left_alone(target):
    with unfinished(target.with_name("other.md")) as part:
        put(target)
        assert part.exists()


@pytest.mark.parametrize(("age", "left"), [(0, 2), (ABANDONED_AFTER + 60, 1)])
def test_where_no_file_can_be_held_a_stray_is_swept_an_hour_later(target, monkeypatch, age, left):
    monkeypatch.setitem(sys.modules, "fcntl", None)
    stray = target.with_name(".other.md.12345.tracker-part")
    stray.write_text("half")
    then = stray.stat().st_mtime - age
    os.utime(stray, (then, then))
    put(target)
    assert len(list(target.parent.iterdir())) == left


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("kind", list(ReportKind))
def test_no_path_is_in_a_report(worked_desk, tmp_path, kind, form):
    written = b"".join(worked_desk.reporting.pieces(Wanted(kind, "Cem"), form))
    assert str(tmp_path) not in "".join(lines_of(written, form))


@pytest.mark.parametrize("kind", [kind for kind in ReportKind if kind is not ReportKind.ARTICLE])
def test_a_page_that_holds_no_more_says_so_at_its_top(worked_desk, kind):
    page = worked_desk.reporting.page(Wanted(kind, "Cem", most=1))
    total = worked_desk.reporting.report(Wanted(kind, "Cem")).totals.claims
    holds = [point for point in page.facts if point.label == "Holds"]
    assert holds[0].lines[0].text.startswith(f"the first 1 of {total} claims, for this format")
