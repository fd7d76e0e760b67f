from __future__ import annotations

import subprocess

import pytest


def test_the_history_says_who_did_what_and_why(run, stocked):
    run("dismiss", "C6", "--reason", "duplicate")
    newest = run("history").out.splitlines()[1]
    assert "Ada  dismiss" in newest
    assert "C6" in newest
    assert "stage: open → dismissed" in newest


def test_the_history_of_one_thing_is_told_from_the_beginning(run, stocked):
    run("tag", "C6", "x")
    entries = run("history", "C6", "--json").json
    assert [entry["did"] for entry in entries] == ["take in", "tag"]


def test_history_json_can_be_verified(run, stocked):
    entries = run("history", "--json", "--limit", "500").json
    assert entries[-1]["seq"] == 1
    assert all(len(entry["hash"]) == 64 for entry in entries)


def test_what_was_added_is_named(run, stocked):
    run("evidence", "C1", "https://a.example", "--stance", "supports")
    assert "added: supports · https://a.example" in run("history", "C1").out
    assert "added: C1 contradicts C2" in run("history", "R1").out


def test_the_history_is_limited(run, stocked):
    assert len(run("history", "--json", "--limit", "2").json) == 2
    run("tag", "C6", "x")
    assert [one["did"] for one in run("history", "C6", "--json", "--limit", "1").json] == ["tag"]


def test_an_empty_ledger_has_no_history(run, ledger):
    assert run("history").err == "tracker: nothing has been done yet.\n"


@pytest.mark.parametrize("ref", ["C99", "N4"])
def test_the_history_of_nothing_is_refused(run, stocked, ref):
    assert run("history", ref).code == 1


def test_undo_takes_back_ones_own_last_action(run, stocked):
    run("tag", "C1", "C2", "x")
    assert run("undo").out == "Took back “tag” on C1 and C2.\n"
    assert run("show", "C1", "--json").json["tags"] == []


def test_undo_takes_back_several_steps(run, stocked):
    run("tag", "C1", "x")
    run("note", "C1", "y")
    assert run("undo", "--steps", "2").out.splitlines() == [
        "Took back “note” on N1.",
        "Took back “tag” on C1.",
    ]


def test_undo_leaves_what_others_did(run, stocked):
    run("tag", "C1", "x")
    assert run("undo", "--as", "Bea").err == "tracker: there is nothing of Bea's to undo.\n"


def test_undo_says_how_far_it_came(run, stocked):
    run("tag", "C1", "x", "--as", "Bea")
    run("tag", "C1", "z", "--as", "Cem")
    run("tag", "C2", "y", "--as", "Bea")
    ran = run("undo", "--steps", "2", "--as", "Bea")
    assert ran.code == 1
    assert ran.err.startswith("tracker: after 1 undone:")


def test_undoing_more_than_there_is_takes_back_all_there_is(run, stocked):
    run("tag", "C1", "x", "--as", "Bea")
    run("tag", "C2", "y", "--as", "Bea")
    ran = run("undo", "--steps", "50", "--as", "Bea")
    assert (ran.code, ran.err) == (
        0, "tracker: 2 actions were taken back; there is nothing more of Bea's to undo.\n",
    )  # fmt: skip
    assert len(ran.out.splitlines()) == 2
    assert run("undo", "--steps", "50", "--as", "Bea").code == 1


def test_what_was_undone_still_has_its_history(run, stocked):
    run("relate", "C3", "denies", "C2")
    run("undo")
    assert run("show", "R3").code == 1
    assert [one["did"] for one in run("history", "R3", "--json").json] == ["relate", "undo"]
    assert "C3 denies C2" in run("history", "R3").out


def test_undo_is_refused_where_somebody_built_upon_it(run, stocked):
    run("tag", "C1", "x")
    run("tag", "C1", "y", "--as", "Bea")
    ran = run("undo")
    assert ran.code == 1
    assert "changed by Bea" in ran.err


def test_undo_reaches_across_processes(run, stocked, program):
    subprocess.run([*program, "tag", "C1", "x"], check=True, capture_output=True)
    done = subprocess.run([*program, "undo"], check=True, capture_output=True, text=True)
    assert done.stdout == "Took back “tag” on C1.\n"
    assert run("show", "C1", "--json").json["tags"] == []
