from __future__ import annotations

import json
import sqlite3
import subprocess
from contextlib import closing

import pytest


def test_a_report_is_markdown_on_standard_output(run, stocked):
    ran = run("report", "unverified")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# ")
    assert "Ilse Marrow" in ran.out


@pytest.mark.parametrize(
    ("form", "beginning"), [("html", "<!doctype html>"), ("csv", "id,status"), ("json", "{")]
)
def test_a_report_has_the_format_asked_for(run, stocked, form, beginning):
    assert run("report", "unverified", "-f", form).out.lower().startswith(beginning)


def test_a_files_ending_says_its_format(run, stocked, tmp_path):
    ran = run("report", "unverified", "-o", str(tmp_path / "out.json"))
    assert ran.out == f"Written: {tmp_path / 'out.json'}\n"
    json.loads((tmp_path / "out.json").read_bytes())


def test_a_format_goes_before_a_files_ending(run, stocked, tmp_path):
    run("report", "unverified", "-f", "md", "-o", str(tmp_path / "out.txt"))
    assert (tmp_path / "out.txt").read_text().startswith("# ")


def test_an_ending_that_says_nothing_is_refused(run, stocked, tmp_path):
    assert run("report", "unverified", "-o", str(tmp_path / "out.txt")).code == 1
    assert not (tmp_path / "out.txt").exists()


def test_a_file_that_is_there_is_replaced_only_by_force(run, stocked, tmp_path):
    target = tmp_path / "out.md"
    target.write_text("mine")
    assert "--force" in run("report", "unverified", "-o", str(target)).err
    assert target.read_text() == "mine"
    assert run("report", "unverified", "-o", str(target), "--force").code == 0


def test_a_report_is_narrowed_down(run, stocked):
    assert "Ilse Marrow said" not in run("report", "unverified", "--event", "E2").out


def test_a_report_that_there_is_not_is_wrong_usage(run, stocked):
    assert run("report", "weather").code == 2


def test_without_a_terminal_the_demo_prints_its_report(program, tmp_path):
    done = subprocess.run([*program, "demo"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("# ")
    assert "tracker demo" in done.stderr
    assert (tmp_path / "data" / "claim-tracker" / "demo.db").exists()
    assert not (tmp_path / "ledger.db").exists()


def test_the_demo_takes_no_other_ledger(run, stocked):
    done = run("demo", "--ledger", str(stocked))
    said = "demo has a ledger of its own; leave out “demo” for yours, or else --ledger."
    assert (done.code, done.out, done.err) == (2, "", f"tracker: {said}\n")


def test_a_demo_of_another_version_is_put_aside_and_made_anew(run, tmp_path):
    run("demo")
    folder = tmp_path / "data" / "claim-tracker"
    with closing(sqlite3.connect(folder / "demo.db")) as file, file:
        file.execute("DROP TABLE facet_value")
    ran = run("demo")
    assert (ran.code, ran.out.startswith("# ")) == (0, True)
    assert "was made by another version and is made anew; the old one is" in ran.err
    assert len(list(folder.glob("demo.*.db"))) == 1
    assert "another version" not in run("demo").err


def test_a_fresh_demo_begins_again(run, tmp_path):
    run("demo")
    demo = ("--ledger", str(tmp_path / "data" / "claim-tracker" / "demo.db"))
    run("tag", "C1", "mine", *demo)
    run("demo")
    assert run("show", "C1", "--json", *demo).json["tags"] == ["mine"]
    run("demo", "--fresh")
    assert run("show", "C1", "--json", *demo).json["tags"] == []


@pytest.mark.parametrize("kind", ["contradictions", "sources", "article", "activity"])
def test_every_kind_is_markdown_in_a_pipe(run, stocked, kind):
    ran = run("report", kind)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# ")


def test_a_report_is_told_as_of_a_day(run, stocked):
    ran = run("report", "unverified", "--as-of", "2000-01-01")
    assert ran.out.startswith("# Unverified claims\n\nNo claims.\n")


def test_what_is_no_day_is_refused(run, stocked):
    ran = run("report", "unverified", "--as-of", "yesterday")
    assert (ran.code, ran.out) == (1, "")
    assert "is no date" in ran.err


def test_a_report_follows_a_desks_own_templates(run, stocked, tmp_path):
    (tmp_path / "page.html").write_text("<p>{{ page.title }}</p>")
    ran = run("report", "sources", "-f", "html", "--templates", str(tmp_path))
    assert ran.out == "<p>Sources and their claims</p>"


def test_templates_beside_the_settings_are_taken_by_themselves(run, stocked, tmp_path, monkeypatch):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text("{{ kind }}")
    (tmp_path / "settings.toml").touch()
    monkeypatch.setenv("TRACKER_SETTINGS", str(tmp_path / "settings.toml"))
    assert run("report", "activity", "-f", "html").out == "activity"
