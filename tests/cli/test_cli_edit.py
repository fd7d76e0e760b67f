from __future__ import annotations

import pytest


def test_a_field_is_corrected(run, stocked):
    ran = run("edit", "C5", "statement", "the pier stayed shut", "--reason", "style")
    assert ran.out == "C5: statement corrected. Undo: tracker undo\n"
    assert run("show", "C5", "--json").json["statement"] == "the pier stayed shut"
    assert run("history", "C5", "--json").json[-1]["reason"] == "style"


def test_a_field_may_take_several_values(run, stocked):
    assert run("edit", "S2", "aliases", "the League", "Лига").code == 0
    assert run("show", "S2", "--json").json["aliases"] == ["the League", "Лига"]


def test_a_field_that_there_is_not_is_refused_with_those_that_there_are(run, stocked):
    ran = run("edit", "E1", "mood", "grim")
    assert ran.code == 1
    assert "it has: title" in ran.err


def test_a_missing_value_is_refused_with_how_to_write_it(run, stocked):
    assert run("edit", "S2", "reliability").err == (
        "tracker: give a value: A to F of the Admiralty code.\n"
    )


def test_a_protected_name_is_asked_for_and_never_shown(run, stocked, monkeypatch):
    monkeypatch.setattr("tracker.cli.edit._at_a_terminal", lambda _out: True)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: "Vera Lindqvist")
    ran = run("edit", "S8", "restricted-name")
    assert (ran.code, ran.out) == (0, "S8: restricted-name corrected.\n")
    for words in (("show", "S8"), ("show", "S8", "--json"), ("history", "--json"), ("claims",)):
        assert "Lindqvist" not in run(*words).out


def test_two_sources_are_merged(run, stocked):
    ran = run("merge", "S2", "S6")
    assert ran.out == "S6 merged into S2. Undo: tracker undo\n"
    assert "Joren Pell" in run("show", "S2", "--json").json["aliases"]


def test_a_merge_is_taken_back(run, stocked):
    run("merge", "S2", "S6")
    assert run("undo").code == 0
    assert run("show", "S6", "--json").json["merged_into"] is None


def test_two_kinds_are_not_merged(run, stocked):
    assert run("merge", "S2", "E1").code == 1


def test_an_event_is_split_with_its_claims(run, stocked):
    ran = run("split", "E1", "C3", "--name", "Lights of the launch")
    assert ran.out == "E3 split from E1. Undo: tracker undo\n"
    assert [claim["id"] for claim in run("show", "E3", "--json").json["claims"]] == ["C3"]


def test_an_event_is_not_split_from_nothing(run, stocked):
    ran = run("split", "E1", "--name", "Lights")
    assert ran.err == "tracker: say which claims of E1 the new event takes along.\n"


def test_claims_alone_are_parted_from_an_event_by_its_name(run, stocked):
    ran = run("split", "C1", "C2", "--name", "Lights")
    assert "name that first: tracker split E… C1 C2 --name …" in ran.err


def test_a_split_needs_a_name(run, stocked):
    assert "--name" in run("split", "E1").err


@pytest.mark.parametrize("ref", ["A1", "R1", "V1"])
def test_only_sources_events_and_claims_are_split(run, stocked, ref):
    assert run("split", ref, "--name", "x").code == 1
