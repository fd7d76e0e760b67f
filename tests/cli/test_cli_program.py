from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tracker import __version__
from tracker.cli.commands import all_commands
from tracker.cli.main import main

HEAVY = ("sqlalchemy", "textual", "alembic", "pydantic", "rich", "jinja2", "platformdirs")
LIGHT_RUNS = (
    "--help",
    "--version",
    "mark --help",
    "report --help",
    "help statuses",
    "--print-completion bash",
)


def test_the_version_is_the_packages(run):
    ran = run("--version")
    assert (ran.code, ran.out) == (0, f"tracker {__version__}\n")


def test_the_help_names_every_command(run):
    said = run("--help").out
    for command in all_commands():
        assert f"  {command.name} " in said


@pytest.mark.parametrize("command", [command.name for command in all_commands()])
def test_every_command_explains_itself(run, command):
    ran = run(command, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"usage: tracker {command}")


@pytest.mark.parametrize("words", LIGHT_RUNS)
def test_help_and_completion_load_no_library(words):
    script = (
        "import sys; from tracker.cli.main import main; main(sys.argv[1:]); "
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *words.split()], capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"


def test_an_unknown_command_is_wrong_usage_and_names_a_like_one(run):
    ran = run("clams")
    assert ran.code == 2
    assert "there is no command “clams”; did you mean “claims”?" in ran.err


def test_a_word_too_many_is_refused_in_the_name_of_its_command(run, stocked):
    ran = run("claims", "foo")
    assert ran.code == 2
    assert ran.err == "tracker claims: it takes no “foo”\nTry “tracker claims --help”.\n"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("report article A3", "--article A3"),
        ("claims e2", "--event E2"),
        ("export S7", "--source S7"),
    ],
)
def test_a_reference_where_a_filter_is_meant_names_the_option(run, stocked, words, meant):
    ran = run(*words.split())
    assert ran.code == 2
    assert f"; did you mean {meant}?\n" in ran.err


def test_wrong_usage_acts_on_no_terminal(run):
    ran = run("claims", "\x1b]0;x\x07")
    assert ran.code == 2
    assert "\x1b" not in ran.err


def test_options_of_the_program_may_follow_the_command(run, stocked, tmp_path):
    ran = run("note", "C1", "hello", "--as", "Bea", "--no-color", "--ledger", str(stocked))
    assert ran.code == 0
    assert run("show", "C1", "--json").json["notes"][0]["by"] == "Bea"


def test_options_of_the_program_may_stand_before_the_command(run, stocked):
    assert run("--as", "Cem", "--ledger", str(stocked), "note", "C1", "hello").code == 0
    assert run("show", "C1", "--json").json["notes"][0]["by"] == "Cem"


def test_without_a_terminal_the_desk_says_what_to_do_instead(run):
    ran = run()
    assert ran.code == 2
    assert ran.err.startswith("tracker: the desk needs a terminal")


def test_a_refusal_is_one_line_that_says_what_to_do(run, stocked):
    ran = run("show", "C99")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "tracker: there is no claim C99 in this ledger.\n"


def test_a_refusal_acts_on_no_terminal(run, stocked):
    ran = run("show", "\x1b]0;x\x07\nC1")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err


def _break(monkeypatch):
    def broken(*_, **_how):
        raise RuntimeError("a wire\nis loose")

    monkeypatch.setattr("tracker.wiring.open_desk", broken)


def test_a_defect_is_one_line_too(run, monkeypatch):
    _break(monkeypatch)
    ran = run("claims")
    assert ran.code == 1
    assert ran.err.startswith("tracker: internal error: RuntimeError: a wire is loose (set ")
    assert ran.err.count("\n") == 1


def test_a_defect_shows_its_traceback_to_who_asks(monkeypatch):
    _break(monkeypatch)
    monkeypatch.setenv("TRACKER_DEBUG", "1")
    with pytest.raises(RuntimeError):
        main(["claims"])


def test_an_interruption_has_a_code_of_its_own(run, monkeypatch):
    def interrupted(*_, **_how):
        raise KeyboardInterrupt

    monkeypatch.setattr("tracker.wiring.open_desk", interrupted)
    assert run("claims").code == 130


def test_an_argument_that_is_no_text_is_refused(run, stocked):
    ran = run("note", "C1", "\udcff")
    assert ran.code == 1
    assert "is not text" in ran.err


def test_the_installed_program_runs(program, stocked):
    done = subprocess.run([*program, "claims", "--json"], capture_output=True, check=True)
    assert done.stdout.startswith(b'[\n{"id": "C1"')
    assert done.stderr == b""


def test_the_module_runs_as_the_program_does(stocked):
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "show", "C99"], capture_output=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(b"tracker: there is no claim C99")


@pytest.mark.parametrize(("given", "used"), [(None, "1"), ("4", "4")])
def test_reading_keeps_to_one_core_a_process_unless_it_is_told_otherwise(
    run, monkeypatch, given, used
):
    name = "OPENBLAS_NUM_THREADS"
    monkeypatch.setenv(name, given or "")
    if given is None:
        monkeypatch.delenv(name)
    run("help", "statuses")
    assert os.environ[name] == used
