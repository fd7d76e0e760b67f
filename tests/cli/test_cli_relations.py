from __future__ import annotations

from dataclasses import replace

import pytest


def test_relating_says_what_stands_now(run, stocked):
    ran = run("relate", "C3", "contradicts", "C4", "--facet", "means", "--reason", "either or")
    assert ran.out == "R3: C3 contradicts C4 on means, confirmed. Undo: tracker undo\n"


def test_a_relation_that_the_chains_forbid_is_refused(run, stocked):
    ran = run("relate", "C3", "corroborates", "C6")
    assert ran.code == 1
    assert "go back to one origin" in ran.err


def test_an_unknown_kind_or_facet_is_wrong_usage(run, stocked):
    assert run("relate", "C1", "hates", "C2").code == 2
    assert run("relate", "C1", "denies", "C2", "--facet", "mood").code == 2


def test_relations_are_listed_by_state(run, stocked):
    run("confirm", "R1", "--reason", "seen both")
    assert [one["id"] for one in run("relations", "--state", "confirmed", "--json").json] == ["R1"]
    lines = run("relations").out.splitlines()
    assert "C1 contradicts C2" in lines[1]
    assert "seen both" in lines[1]


def test_what_nobody_decided_is_the_machines_word(run, stocked):
    before, _ = run("relations").out.splitlines()[1], run("--as", "Ada", "confirm", "R1")
    assert "machine" in before
    assert "machine" not in run("relations").out.splitlines()[1]


def test_relation_json_says_who_proposed_it(run, stocked):
    relation = run("relations", "--json", "--limit", "1").json[0]
    assert (relation["origin"], relation["score"], relation["facet"]) == ("machine", 0.9, "actor")


def test_no_relations_are_said_beside_the_output(run, ledger):
    assert run("relations", "--state", "rejected").err == "tracker: no rejected relations.\n"


def test_contradictions_set_agreement_beside_disagreement(run, stocked):
    said = run("contradictions").out
    assert "C1 and C2  suggested  Collision off Selm" in said
    actor, casualties = (
        next(line for line in said.splitlines() if line.startswith(facet))
        for facet in ("actor", "casualties")
    )
    assert "a harbour guard launch" in actor
    assert "≠ contradict" in actor
    assert "= corroborates" in casualties


def test_why_two_claims_stand_against_each_other_is_told_before_all_else_of_them(run, stocked):
    said = run("contradictions").out
    assert said.index("why  ") < said.index("origins  ") < said.index("FACET")


def test_evidence_stands_below_each_side(run, stocked):
    run("evidence", "C2", "https://a.example", "--stance", "supports")
    assert "evidence C2 V1 supports · document · https://a.example" in run("contradictions").out


def test_contradiction_json_has_an_object_a_facet(run, stocked):
    pair = run("contradictions", "--json").json[0]
    stands = {row["facet"]: row["stand"] for row in pair["facets"]}
    assert stands["actor"] == "contradict"
    assert stands["casualties"] == "agree"
    assert {pair["a"]["id"], pair["b"]["id"]} == {"C1", "C2"}
    assert [one["id"] for one in pair["relations"]] == ["R1", "R2"]


@pytest.mark.parametrize("state", ["confirmed", "rejected"])
def test_contradictions_can_be_asked_for_by_state(run, stocked, state):
    assert run("contradictions", "--state", state).err == f"tracker: no {state} contradictions.\n"
    run("confirm" if state == "confirmed" else "reject", "R1")
    assert len(run("contradictions", "--state", state, "--json").json) == 1


def test_rejected_contradictions_are_left_out(run, stocked):
    run("reject", "R1")
    assert run("contradictions", "--json").json == []


def test_contradictions_say_where_else_the_words_stand(run, stocked, desk, two_sides):
    elsewhere = replace(two_sides.article, url="https://post.example/ferry")
    again = replace(two_sides, article=elsewhere, text=f"Boats collide\n\n{two_sides.text}")
    desk.importing.take_in(again, by="Bea")
    assert "also in A2" in run("contradictions").out
    (pair,) = run("contradictions", "--json").json
    assert pair["a"]["also_in"] == ["A2"]
    assert pair["a"]["id"] == "C1"


def test_who_denies_without_words_of_their_own_is_shown_to_deny(run, stocked):
    run("relate", "C6", "denies", "C3", "--facet", "cause")
    said = run("contradictions").out
    line = next(one for one in said.splitlines() if one.startswith("cause"))
    assert "says so" in line
    assert "denies it" in line


def test_what_cannot_hold_beside_what_is_confirmed_is_refused_with_what_to_do(run, stocked):
    run("confirm", "R1")
    ran = run("relate", "C1", "corroborates", "C2", "--facet", "actor")
    assert ran.code == 1
    assert ran.err == (
        "tracker: “C1 corroborates C2 on actor” cannot hold beside R1, which is confirmed: “C1 "
        "contradicts C2 on actor”. Reject that first (tracker reject R1).\n"
    )


def test_relating_claims_of_two_events_says_how_to_make_them_one(run, stocked):
    ran = run("relate", "C5", "denies", "C1")
    said = "C5 is about E2, C1 about E1; if that is one event: tracker merge E2 E1"
    assert (ran.code, said in ran.err) == (0, True)
    assert "about E" not in run("relate", "C3", "denies", "C2").err
    run("reject", "R3")
    assert said in run("confirm", "R3").err


def test_a_rejected_pair_tells_what_was_rejected_and_why(run, stocked):
    run("--as", "Ada", "reject", "R1", "--reason", "two ferries")
    said = " ".join(run("contradictions", "--state", "rejected").out.split())
    assert "rejected R1 C1 contradicts C2 on actor, by Ada – two ferries" in said


def test_a_relation_is_headed_by_its_own_state(run, stocked):
    run("reject", "R1")
    said = run("show", "R2").out
    assert "C1 and C2  suggested" in said
    assert "C1 and C2  rejected" not in said


def test_who_proposed_a_relation_and_who_confirmed_it_are_told_apart(run, stocked):
    assert " proposed by the machine, 2" in run("show", "R1").out
    run("--as", "Ada", "confirm", "R1")
    assert "proposed by the machine, confirmed by Ada, 2" in run("show", "R1").out
    run("--as", "Bea", "relate", "C3", "denies", "C2")
    assert "confirmed by Bea, 2" in run("show", "R3").out
    assert "machine" not in run("show", "R3").out.split("FACET")[0]
