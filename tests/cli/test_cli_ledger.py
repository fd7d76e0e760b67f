from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
from contextlib import closing

import pexpect
import pytest
from ledgers import raw, without_triggers


def test_info_says_what_the_ledger_holds(run, stocked):
    said = run("ledger", "info").out
    assert str(stocked).replace("+psycopg", "") in said
    assert "6 claims" in said
    assert "8 sources" in said


def test_info_is_json_too(run, stocked):
    info = run("ledger", "info", "--json").json
    assert info["holds"]["claim"] == 6
    assert len(info["history"]["head"]) == 64


def test_a_whole_ledger_passes_every_check(run, stocked):
    ran = run("ledger", "check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("ok  ") == 10


def test_a_clock_that_was_put_back_is_told_and_is_no_fault(run, stocked):
    # The ledger was filled in 2031, and this program goes by the clock of today.
    run("note", "C1", "hello")
    ran = run("ledger", "check")
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert ran.err.startswith("tracker: the clock was put back at entry ")
    told = run("ledger", "check", "--json").json
    assert (told["whole"], len(told["remarks"])) == (True, 1)


def test_a_status_changed_behind_the_programs_back_is_named(run, stocked):
    with raw(stocked) as file:
        file.execute("UPDATE claim SET status = 'refuted' WHERE id = 2")
    ran = run("ledger", "check")
    assert ran.code == 1
    assert "wrong  as the history tells\n" in ran.out
    assert "C2 status: refuted here, unverified in the history" in ran.out
    assert "has one fault" in ran.err or "has 1 fault" in ran.err


@pytest.mark.parametrize("words", [("show", "C2"), ("report", "unverified"), ("history", "C2")])
def test_a_time_that_cannot_be_read_is_told_by_its_place(run, stocked, words):
    without_triggers(stocked)
    with raw(stocked) as file:
        file.execute("UPDATE claim SET updated_at = '2031-99' WHERE id = 2")
        file.execute("UPDATE history SET at = '2031-99' WHERE subject_id = 2")
    ran = run(*words)
    assert (ran.code, ran.out) == (1, "")
    assert "at cannot be read (“2031-99”); the ledger is damaged: run" in ran.err
    assert "2: updated_at" in run("ledger", "check").out


def damage_search(path):
    spoil = "INSERT INTO claim_search(claim_search) VALUES ('delete-all')"
    with raw(path) as file:
        file.execute("DELETE FROM claim_search" if isinstance(path, str) else spoil)


def test_a_damaged_index_fails_the_check_and_can_be_mended(run, stocked):
    damage_search(stocked)
    ran = run("ledger", "check")
    assert ran.code == 1
    assert "wrong  search index" in ran.out
    assert ran.err.startswith("tracker: ")
    assert run("ledger", "check", "--mend").code == 0
    assert run("ledger", "check", "--json").json["whole"] is True


def test_a_check_for_scripts_names_the_problems(run, stocked):
    damage_search(stocked)
    checks = {
        one["check"]: one["problems"] for one in run("ledger", "check", "--json").json["checks"]
    }
    assert checks["search index"]
    assert checks["integrity"] == []


@pytest.mark.sqlite
def test_a_backup_is_a_ledger(run, stocked, tmp_path):
    copy = tmp_path / "copy.db"
    assert run("ledger", "backup", str(copy)).code == 0
    assert len(run("claims", "--json", "--ledger", str(copy)).json) == 6


@pytest.mark.sqlite
def test_a_backup_replaces_nothing(run, stocked, tmp_path):
    (tmp_path / "copy.db").write_text("mine")
    assert run("ledger", "backup", str(tmp_path / "copy.db")).code == 1
    assert (tmp_path / "copy.db").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("backup",), "name a new file for the backup"),
        (("recover",), "name a new file for the recovered ledger"),
        (("info", "x.db"), "info takes no file"),
    ],
)
def test_a_file_is_named_where_one_is_made_and_only_there(run, stocked, words, said):
    assert said in run("ledger", *words).err


def test_an_upgrade_of_a_new_ledger_says_that_it_is_up_to_date(run, stocked):
    name = str(stocked).replace("+psycopg", "")
    assert run("ledger", "upgrade").out == f"{name} is up to date.\n"


def test_what_there_is_not_to_do_is_wrong_usage(run, stocked):
    assert run("ledger", "burn").code == 2


def text_file(path):
    path.write_text("Two dead after ferry and launch collide")


def foreign(path):
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("CREATE TABLE music (title)")


def from_the_future(path):
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.execute("PRAGMA journal_mode = DELETE")


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (text_file, "is not a ledger; nothing was changed."),
        (lambda path: path.touch(), "is an empty file, not a ledger"),
        (foreign, "belongs to another program"),
        (from_the_future, "newer version"),
    ],
)
@pytest.mark.parametrize("words", ["claims", "note C1 x", "ledger upgrade"])
def test_what_is_no_ledger_is_refused_and_stays_as_it_is(
    run, blank_ledger, tmp_path, make, said, words
):
    path = tmp_path / "other.db"
    if make is from_the_future:
        shutil.copy(blank_ledger, path)
    make(path)
    before = path.read_bytes()
    ran = run("--ledger", str(path), *words.split())
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert path.read_bytes() == before


def test_a_folder_is_no_ledger(run, tmp_path):
    assert "is a folder" in run("claims", "--ledger", str(tmp_path)).err


def test_a_missing_ledger_is_made(run, tmp_path):
    assert run("claims").code == 0
    assert (tmp_path / "ledger.db").stat().st_mode & 0o777 == 0o600


def test_a_seal_shows_later_whether_the_history_is_the_same(run, stocked, tmp_path):
    seal = tmp_path / "seal.json"
    assert "Keep it elsewhere" in run("ledger", "seal", str(seal)).out
    assert run("ledger", "check", "--seal", str(seal)).code == 0
    run("note", "C1", "more")
    assert run("ledger", "check", "--seal", str(seal)).code == 0
    sealed = run("ledger", "seal").json
    without_triggers(stocked)
    with raw(stocked) as file:
        file.execute("DELETE FROM history WHERE seq = (SELECT max(seq) FROM history)")
    seal.write_text(json.dumps(sealed))
    ran = run("ledger", "check", "--seal", str(seal))
    assert ran.code == 1
    assert "its end was cut off" in ran.out


@pytest.mark.sqlite
def test_a_history_that_was_rewritten_shows_against_a_seal(run, stocked, tmp_path):
    sealed = run("ledger", "seal").json
    sealed["history"]["head"] = "0" * 64
    (tmp_path / "seal.json").write_text(json.dumps(sealed))
    assert "was rewritten" in run("ledger", "check", "--seal", str(tmp_path / "seal.json")).out


def test_a_report_in_json_is_a_seal_too(run, stocked, tmp_path):
    report = tmp_path / "report.json"
    run("report", "unverified", "-o", str(report))
    assert run("ledger", "check", "--seal", str(report)).out.endswith("ok  seal\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"history": 3}',
        '{"history": {"entries": "x"}}',
        '{"history": {"entries": -1, "head": "x"}}',
        '{"history": {"entries": 3, "head": "x"}}',
        '{"history": {"entries": 3, "head": null}}',
        '{"history": {"entries": 0, "head": "' + "0" * 64 + '"}}',
        '{"history": {"entries": true, "head": "' + "0" * 64 + '"}}',
        '{"history": {"entries": 3.5, "head": "' + "0" * 64 + '"}}',
    ],
)
def test_what_is_no_seal_is_refused(run, stocked, tmp_path, text):
    (tmp_path / "seal.json").write_text(text)
    assert "is no seal" in run("ledger", "check", "--seal", str(tmp_path / "seal.json")).err


def test_a_seal_that_finds_no_room_leaves_nothing_behind(run, stocked, tmp_path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    folder = tmp_path / "seals"
    folder.mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        ran = run("ledger", "seal", str(folder / "seal.json"))
    assert (ran.code, list(folder.iterdir())) == (1, [])
    assert "cannot be written (No space left on device)" in ran.err
    assert run("ledger", "seal", str(folder / "seal.json")).code == 0


@pytest.mark.sqlite
def test_of_a_read_only_ledger_it_is_said_that_its_search_index_was_not_checked(
    run, stocked, monkeypatch
):
    monkeypatch.setattr("tracker.wiring._writable", lambda _: False)
    ran = run("ledger", "check")
    assert "not checked  search index (the ledger is read-only)" in ran.out
    assert "not checked: search index (the ledger is read-only)" in ran.err
    told = run("ledger", "check", "--json").json
    assert told["checks"][-1]["not_checked"] == "the ledger is read-only"


def test_a_seal_replaces_nothing(run, stocked, tmp_path):
    (tmp_path / "seal.json").write_text("mine")
    assert run("ledger", "seal", str(tmp_path / "seal.json")).code == 1
    assert (tmp_path / "seal.json").read_text() == "mine"


@pytest.mark.sqlite
def test_a_ledger_is_recovered_into_a_new_file(run, stocked, tmp_path):
    new = tmp_path / "new.db"
    ran = run("ledger", "recover", str(new))
    assert (ran.code, "rows" in ran.out) == (0, True)
    assert len(run("claims", "--json", "--ledger", str(new)).json) == 6
    assert run("ledger", "recover", str(new)).code == 1


def test_a_ledger_that_is_not_there_is_not_recovered(run, tmp_path):
    ran = run("ledger", "recover", str(tmp_path / "new.db"))
    assert "there is no ledger" in ran.err
    assert not (tmp_path / "ledger.db").exists()


@pytest.mark.sqlite
def test_a_ledger_that_others_can_read_is_warned_of(run, stocked):
    stocked.chmod(0o644)
    assert "others on this machine can read" in run("ledger", "check").err
    for words in ("claims --json", "show C1", "report unverified", "ledger info"):
        done = run(*words.split())
        assert done.err.count("others on this machine can read") == 1, words
        assert "on this machine" not in done.out, words
    stocked.chmod(0o600)
    assert run("ledger", "check").err == ""


@pytest.mark.postgres
def test_a_ledger_on_a_server_is_copied_by_the_servers_own_tool(run, stocked, tmp_path):
    ran = run("ledger", "backup", str(tmp_path / "copy.db"))
    assert ran.code == 1
    assert "pg_dump --format=custom" in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.postgres
def test_info_says_which_server_keeps_the_ledger(run, stocked):
    assert run("ledger", "info", "--json").json["home"]["server"].startswith("PostgreSQL ")


@pytest.mark.sqlite
def test_recovering_says_how_many_values_are_past_reading(run, stocked, tmp_path):
    without_triggers(stocked)
    with raw(stocked) as file:
        file.execute("UPDATE passage SET prefix = CAST(x'6e63ff' AS TEXT) WHERE claim_id = 2")
        file.execute("DELETE FROM history WHERE subject_kind = 'C' AND subject_id = 2")
    ran = run("ledger", "recover", str(tmp_path / "new.db"))
    assert ran.code == 0
    assert "Past reading, and not in the history: 1 value of passage." in ran.out


@pytest.mark.sqlite
def test_recovering_says_what_the_history_told_anew_and_names_what_it_could_not(
    run, stocked, tmp_path
):
    without_triggers(stocked)
    with raw(stocked) as file:
        file.execute("DELETE FROM claim WHERE id IN (2, 5)")
        file.execute("DELETE FROM article")
    ran = run("ledger", "recover", str(tmp_path / "new.db"))
    assert "Told anew by the history: 2 rows of claim." in ran.out
    assert "Lost, as far as can be told: 1 row of article (A1)." in ran.out
    told = run("ledger", "recover", str(tmp_path / "again.db"), "--json").json["tables"]
    assert {one["table"]: one["told"] for one in told}["claim"] == 2
    assert {one["table"]: one["things"] for one in told}["article"] == ["A1"]


@pytest.mark.sqlite
def test_recovering_says_that_what_was_told_anew_may_be_old(run, stocked, tmp_path):
    without_triggers(stocked)
    with raw(stocked) as file:
        file.execute("DELETE FROM claim WHERE id = 2")
        file.execute("DELETE FROM history WHERE seq = 1")
    ran = run("ledger", "recover", str(tmp_path / "new.db"))
    assert "may be older than what was lost" in ran.err


@pytest.mark.sqlite
def test_a_terminal_is_told_what_is_being_checked_and_mended(program, stocked):
    child = pexpect.spawn(
        program[0],
        [*program[1:], "--ledger", str(stocked), "ledger", "check", "--mend"],
        dimensions=(40, 120),
        env={**os.environ, "TERM": "xterm"},
        timeout=60,
    )
    child.expect("mending: search index")
    child.expect("checking: cells of claim")
    child.expect("ok.*search index")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
