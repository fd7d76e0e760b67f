"""What reaches a terminal: run in a pseudo-terminal, read byte by byte."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import suppress
from functools import partial

import pexpect
import pytest

from tracker.domain.errors import TrackerError
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.reference import Ref

HOSTILE = (
    "A\x1b]52;c;SGVsbG8=\x07B\x9d0;t\x9cC\x1b[2JD\u202etxt.exe\u2066E\x1bPq\x1b\\F"
    "\u200bG\rH\U000e0041I\x00J"
)
COLOURS = re.compile(rb"\x1b\[[0-9;]*m")


@pytest.fixture
def terminal_of():
    """Run any words in a terminal; gives what arrives there, and the exit code."""

    def _terminal(start, *words, columns=80, **settings):
        child = pexpect.spawn(
            start[0],
            [*start[1:], *words],
            dimensions=(24, columns),
            env={**os.environ, "TERM": "xterm-256color", **settings},
            timeout=30,
        )
        said = child.read()
        child.close()
        return said, child.exitstatus

    return _terminal


@pytest.fixture
def terminal(terminal_of, program):
    """Run the program in a terminal."""
    return partial(terminal_of, program)


@pytest.fixture
def hostile(full_desk, ledger):
    """Every text that an article or a colleague can bring holds what acts on terminals."""
    text = HOSTILE.replace("\0", "")
    for ref, field in (
        ("C1", "statement"), ("C1", "hedge"), ("E1", "title"), ("S2", "name"), ("S2", "role"),
        ("A1", "title"), ("A1", "byline"), ("R1", "reason"),
    ):  # fmt: skip
        with suppress(TrackerError):  # a field that refuses it is as good
            full_desk.editing.edit(Ref.parse(ref), field, [f"{text} {ref}"], by=text)
    full_desk.gathering.add_note([1], f"{text}\nsecond line", by=text)
    full_desk.gathering.log_attempt([1], AttemptDraft(text, text), by=text)
    full_desk.gathering.add_evidence([1], EvidenceDraft(text, Stance.CONTEXT, text), by=text)
    full_desk.gathering.tag([1], [text], by=text)
    full_desk.reviewing.assign([1], text, by=text)
    full_desk.close()
    return ledger


COMMANDS = (
    "claims", "articles", "events", "sources", "relations", "contradictions", "history",
    "history C1", "show C1", "show A1", "show E1", "show S2", "show R1", "claims --json",
    "show C1 --json", "claims --csv", "report unverified", "report unverified -f csv",
    "report unverified -f html", "history --json", "contradictions --json", "ledger info",
)  # fmt: skip


def acting(said):
    """What a terminal would act upon, or a reader be misled by, once our colours are taken out."""
    text = COLOURS.sub(b"", said).decode()
    return [
        character
        for character in text.replace("\r\n", "\n")
        if (ord(character) < 32 and character not in "\n\t")
        or 0x7F <= ord(character) < 0xA0
        or character in "\u202e\u2066\u200b\U000e0041"
    ]


ALL_IN_ONE = """
import sys
from tracker.cli.main import main
for words in sys.argv[1:]:
    print("=====", words, flush=True)
    code = main(words.split())
    print("-----", code, flush=True)
"""


def test_hostile_text_does_not_act_in_a_terminal(terminal_of, hostile):
    said = terminal_of([sys.executable, "-c", ALL_IN_ONE], *COMMANDS)[0]
    parts = said.split(b"===== ")[1:]
    assert len(parts) == len(COMMANDS)
    assert {part.split(b"\r\n")[0]: acting(part) for part in parts if acting(part)} == {}
    assert all(b"----- 0" in part for part in parts)


@pytest.mark.parametrize("command", [one for one in COMMANDS if "-f" not in one])
def test_hostile_text_does_not_act_behind_a_pipe(run, hostile, command):
    assert acting(run(*command.split()).out.encode()) == []


def test_hostile_text_is_shown_for_what_it_is(run, hostile):
    assert "A␛]52;c;SGVsbG8=␇B⟨U+009D⟩0;t" in run("claims").out


def test_a_status_has_colour_glyph_and_word(terminal, stocked):
    said, _ = terminal("claims")
    assert b"\x1b[33m\xe2\x97\x8b unverified" in said


@pytest.mark.parametrize(
    ("words", "settings"),
    [(["--no-color"], {}), ([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"})],
)
def test_colours_can_be_left_out(terminal, stocked, words, settings):
    said, _ = terminal("claims", *words, **settings)
    assert b"\x1b" not in said


@pytest.mark.parametrize("columns", [40, 120])
def test_a_list_fits_the_terminal(terminal, stocked, columns):
    said, _ = terminal("claims", "--no-color", columns=columns)
    assert all(len(line) <= columns for line in said.decode().splitlines())


def test_a_claim_fits_the_terminal(terminal, stocked):
    said, _ = terminal("show", "C1", "--no-color", columns=60)
    assert max(len(line) for line in said.decode().splitlines()) <= 60


def test_long_output_goes_through_the_pager(terminal, stocked, tmp_path):
    pager = tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\ncat > {tmp_path / 'paged'}\n")
    pager.chmod(0o700)
    said, code = terminal("show", "C1", PAGER=str(pager))
    assert (said, code) == (b"", 0)
    assert "Safe to print" in (tmp_path / "paged").read_text()


def test_short_output_needs_no_pager(terminal, stocked):
    said, _ = terminal("claims", PAGER="false")
    assert b"C1" in said


def test_a_pager_that_is_not_there_is_done_without(terminal, stocked):
    said, code = terminal("show", "C1", PAGER="/no/such/pager")
    assert b"Safe to print" in said
    assert code == 0


def test_a_pager_that_is_left_early_does_no_harm(terminal, stocked):
    assert terminal("show", "A1", PAGER="true") == (b"", 0)


def test_a_pager_may_have_options(terminal, stocked):
    said, _ = terminal("show", "C1", PAGER="head -n 1")
    assert said.count(b"\n") == 1


def test_the_desk_opens_on_the_ledger_and_is_left_by_a_key(program, stocked):
    child = pexpect.spawn(
        program[0],
        program[1:],
        dimensions=(24, 80),
        env={**os.environ, "TERM": "xterm"},
        timeout=30,
    )
    child.expect_exact("Collision")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_the_desk_says_why_a_file_is_no_ledger(terminal, tmp_path):
    (tmp_path / "text.db").write_text("no ledger")
    said, code = terminal("--ledger", str(tmp_path / "text.db"))
    assert b"is not a ledger; nothing was changed." in said
    assert code == 1


def test_nothing_of_the_store_is_loaded_before_the_desk_opens():
    script = (
        "import sys; import tracker.cli.desk; "
        "print(sorted({'sqlalchemy', 'pydantic', 'tracker.wiring'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
