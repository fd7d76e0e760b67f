"""``export`` and ``import``: files whole or not at all, and what is said of them."""

from __future__ import annotations

import json
import signal
import stat
import subprocess
from contextlib import contextmanager
from itertools import count

import pytest
from sqlalchemy import Engine, event


@pytest.fixture
def gone_out(run, stocked, tmp_path):
    """The whole ledger as a file."""
    file = tmp_path / "out.jsonl"
    assert run("export", "-o", str(file)).code == 0
    return file


def test_an_export_is_one_document(run, stocked):
    ledger = run("export").json
    assert ledger["ledger"]["format"] == 1
    assert [claim["id"] for claim in ledger["claims"]] == [1, 2, 3, 4, 5, 6]


def test_lines_are_a_record_each(gone_out):
    lines = [json.loads(line) for line in gone_out.read_text("utf-8").splitlines()]
    assert all(len(line) == 1 for line in lines)
    assert lines[0]["ledger"]["counts"]["claims"] == sum("claim" in line for line in lines)


def test_an_export_can_be_narrowed_down(run, stocked):
    assert [claim["id"] for claim in run("export", "--source", "S6").json["claims"]] == [3, 6]


def test_a_file_that_is_there_is_not_replaced(run, gone_out):
    before = gone_out.read_bytes()
    ran = run("export", "-o", str(gone_out))
    assert (ran.code, gone_out.read_bytes()) == (1, before)
    assert "--force" in ran.err


def test_an_ending_that_says_nothing_is_refused(run, stocked, tmp_path):
    ran = run("export", "-o", str(tmp_path / "out.txt"))
    assert ran.code == 1
    assert "--format" in ran.err


def test_a_whole_ledger_comes_into_an_empty_one(run, gone_out, tmp_path):
    into = str(tmp_path / "empty.db")
    ran = run("import", str(gone_out), "--ledger", into)
    assert ran.code == 0
    assert "the whole ledger is here now" in ran.out
    assert run("export", "-f", "jsonl", "--ledger", into).out == gone_out.read_text("utf-8")


def test_what_is_piped_in_needs_no_name(run, gone_out, program, tmp_path):
    into = str(tmp_path / "empty.db")
    with gone_out.open("rb") as piped:
        subprocess.run([*program, "import", "--ledger", into], stdin=piped, check=True)
    assert run("export", "-f", "jsonl", "--ledger", into).out == gone_out.read_text("utf-8")


def test_nothing_piped_in_is_wrong_usage_at_a_terminal(run, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    ran = run("import")
    assert (ran.code, ran.err) == (2, "tracker: import what? Name a file, or pipe one in.\n")


@pytest.mark.parametrize("template", ["blank_ledger", "full_ledger"])
@pytest.mark.parametrize("moment", [0.3, 0.9])
def test_an_interrupted_import_leaves_the_ledger_as_it_was(
    run, gone_out, ledgers, request, tmp_path, monkeypatch, template, moment
):
    run("note", "C1", "hello")
    run("export", "-o", str(gone_out), "--force")
    uncut, place = (
        ledgers.copy(request.getfixturevalue(template), tmp_path / name)
        for name in ("uncut.db", "into.db")
    )
    sent = statements(run, monkeypatch, gone_out, uncut)
    monkeypatch.setenv("TRACKER_LEDGER", str(place))
    before = run("export", "-f", "jsonl").out
    with interrupted_at(round(sent * moment)):
        ran = run("import", str(gone_out))
    assert (ran.code, ran.out) == (130, "")
    assert "Traceback" not in ran.err
    assert run("export", "-f", "jsonl").out == before
    assert run("ledger", "check").code == 0
    assert run("import", str(gone_out)).code == 0


def statements(run, monkeypatch, file, place) -> int:
    monkeypatch.setenv("TRACKER_LEDGER", str(place))
    with interrupted_at(0) as sent:
        assert run("import", str(file)).code == 0
    return next(sent) - 1


@contextmanager
def interrupted_at(last):
    """Press ctrl-C at a statement."""
    sent = count(1)

    def press(*_of_the_statement):
        if next(sent) == last:
            signal.raise_signal(signal.SIGINT)

    event.listen(Engine, "before_cursor_execute", press)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", press)


def test_the_same_file_again_is_nothing_new(run, gone_out):
    ran = run("import", str(gone_out))
    assert (ran.code, ran.out) == (0, "out.jsonl: nothing new; all of it is here already.\n")


def test_what_came_of_it_is_told_to_scripts(run, gone_out):
    told = run("import", str(gone_out), "--json").json
    assert told == {
        "whole": False, "added": {}, "updated": {}, "kept": {}, "conflicts": [], "entries": 0,
    }  # fmt: skip


def test_a_conflict_is_named_with_its_fields(run, gone_out, tmp_path):
    other, theirs = str(tmp_path / "other.db"), str(tmp_path / "theirs.json")
    run("import", str(gone_out), "--ledger", other)
    run("edit", "C3", "hedge", "perhaps", "--ledger", other, "--as", "Bea")
    run("export", "-o", theirs, "--ledger", other)
    run("edit", "C3", "hedge", "likely")
    ran = run("import", theirs)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "theirs.json: nothing new.",
        "C3 was changed here and there (hedge); yours stays.",
    ]
    assert run("show", "C3", "--json").json["hedge"] == "likely"


def test_names_of_protected_sources_go_to_no_terminal_or_pipe(run, stocked):
    ran = run("export", "--with-restricted")
    assert (ran.code, ran.out) == (1, "")
    assert "-o" in ran.err


def test_a_file_with_names_is_its_owners_alone(run, stocked, tmp_path):
    file = tmp_path / "all.json"
    assert run("export", "--with-restricted", "-o", str(file)).code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_is_not_there_is_refused(run, stocked):
    ran = run("import", "nowhere.json")
    assert (ran.code, ran.err) == (1, "tracker: nowhere.json: there is no such file\n")


@pytest.fixture
def spreadsheet(tmp_path):
    """A newsroom's table with three right rows and two wrong ones."""
    file = tmp_path / "claims.csv"
    rows = ["a,Nan,2031-05-01", ",Nan,", "b,Ode,soon", "c,Ode,05/10/2031", "d,Ode,"]
    file.write_text("\n".join(["Sentence,Who,Published", *rows]), "utf-8")
    return file


def test_a_spreadsheet_with_faults_stores_nothing_and_names_all_of_them(run, stocked, spreadsheet):
    ran = run("import", str(spreadsheet), "--map", "statement=Sentence")
    assert ran.code == 1
    assert [line.split(": ")[2] for line in ran.err.splitlines()[:-1]] == [
        "row 3, column “Sentence”", "row 4, column “Published”", "row 5, column “Published”",
    ]  # fmt: skip
    assert len(run("claims", "--json").json) == 6


def test_the_right_rows_can_be_taken_without_the_others(run, stocked, spreadsheet):
    ran = run("import", str(spreadsheet), "--map", "statement=Sentence", "--keep-going")
    assert ran.code == 0
    assert "2 claims stored." in ran.out
    assert "3 faults left out." in ran.out


def test_a_quotation_that_is_not_in_its_article_is_told(run, stocked, tmp_path):
    file = tmp_path / "claims.csv"
    file.write_text("claim,quote,url\na,never said,https://courier.example/ferry\n", "utf-8")
    ran = run("import", str(file))
    assert "1 quotation not found just once in the article; left as a note" in ran.out
    assert run("undo").code == 0
    assert run("import", str(file), "--json").json["unanchored"] == 1


def test_a_dry_run_shows_the_columns_and_stores_nothing(run, stocked, spreadsheet):
    ran = run("import", str(spreadsheet), "--map", "statement=Sentence", "--dry-run")
    assert "statement     ← Sentence" in ran.out
    assert "nothing was stored" in ran.out
    assert len(run("claims", "--json").json) == 6


def test_a_table_of_claims_comes_in_as_the_claims_that_it_was(run, stocked, tmp_path):
    table = tmp_path / "out.csv"
    assert run("export", "-o", str(table)).code == 0
    ran = run("import", str(table))
    assert "0 claims stored. 6 rows came in before." in ran.out


def test_bytes_that_are_no_text_are_refused_in_one_line(run, stocked, tmp_path):
    file = tmp_path / "bad.jsonl"
    file.write_bytes(b'{"ledger": {"format": 1}}\n\xff\xfe\n')
    ran = run("import", str(file))
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "is not UTF-8" in ran.err


def test_the_schema_is_printed(run):
    assert run("help", "schema").json["title"] == "A ledger of tracker, format 1"
